<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables (TEI 3.8, 14.1). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The number of an item is the document's own (@n, or a label before it): it is shown as it stands. -->
  <xsl:template match="list" mode="d:html" as="node()+">
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:element name="{if (item/@n or @rend = 'ordered') then 'ol' else 'ul'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'list', @type, 'numbered'[current()/(item/@n or label)]"/></xsl:call-template>
      <xsl:attribute name="role" select="'list'"/>
      <xsl:apply-templates select="item" mode="#current"/>
    </xsl:element>
    <xsl:apply-templates select="node() except (head, item, item/preceding-sibling::*[1][self::label], d:before-item(item))" mode="#current"/>
  </xsl:template>

  <xsl:template match="list[d:is-run-in(.)] | item[d:is-run-in(.)]" mode="d:html" priority="2" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"/>
      <xsl:if test="self::item/@n"><span class="ui">{@n} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" mode="d:html" as="element()">
    <li>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="()"/></xsl:call-template>
      <xsl:call-template name="d:permalink"/>
      <xsl:apply-templates select="d:before-item(.)" mode="#current"/>
      <xsl:apply-templates select="preceding-sibling::*[1]/self::label" mode="#current"/>
      <xsl:if test="@n"><span class="ui number">{@n}{if (matches(@n, '^[\p{L}\p{N}]+$')) then '.' else ()} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </li>
  </xsl:template>

  <!-- Parts of a list or table that stand outside one, as in TEI that is not valid. -->
  <xsl:template match="item[not(parent::list)] | row[not(parent::table)] | cell[not(parent::row)]" mode="d:html" priority="3" as="element()">
    <xsl:call-template name="d:paragraph"/>
  </xsl:template>

  <!-- Page breaks and marks between this item (or its label) and the one before: HTML lets nothing stand between items. -->
  <xsl:function name="d:before-item" as="element()*" visibility="public">
    <xsl:param name="items" as="element(item)*"/>
    <xsl:sequence select="$items/(let $item := . return preceding-sibling::*[not(self::item or self::head or self::label)][following-sibling::item[1] is $item])"/>
  </xsl:function>

  <xsl:template match="table" mode="d:html" as="element()">
    <div class="scroll" tabindex="0" role="group" aria-label="{head ! d:bare-text(.)}">
      <table>
        <xsl:call-template name="d:attributes"/>
        <xsl:apply-templates select="head" mode="#current"/>
        <tbody><xsl:apply-templates select="row" mode="#current"/></tbody>
      </table>
      <xsl:apply-templates select="node() except (head, row)" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="d:html" as="element()">
    <tr><xsl:call-template name="d:attributes"/><xsl:apply-templates select="cell" mode="#current"/><xsl:call-template name="d:stray"/></tr>
  </xsl:template>

  <!-- What stands in a row and is no cell: TEI allows breaks there, HTML nothing but cells. -->
  <xsl:template name="d:stray" as="element()?">
    <xsl:where-populated>
      <td><xsl:apply-templates select="node() except cell" mode="d:html"/></td>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="cell" mode="d:html" as="element()">
    <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="()"/></xsl:call-template>
      <xsl:if test="@cols castable as xs:positiveInteger"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
      <xsl:if test="@rows castable as xs:positiveInteger"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
