<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, heads, paragraphs, quotations, verse, figures; and any element that has no rule of its own (TEI 3, 4). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="text | front | body | back | group | sourceDoc" mode="d:html" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | argument | epigraph | titlePage | castList | prologue | epilogue | performance"
      mode="d:html" as="element()">
    <div>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="local-name(), @type ! ('type-' || .)"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- A document within the document. -->
  <xsl:template match="floatingText | div[@type = ('enclosure', 'attachment', 'annex')]" mode="d:html" priority="2" as="element()">
    <div>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'enclosure', @type ! ('type-' || .)"/></xsl:call-template>
      <p class="ui kicker">{d:say-value('enclosed', @type, d:say('enclosed-enclosure'))}</p>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- A head is as deep as the headed divisions it stands in; its notes follow it, lest a list of headings read them out. -->
  <xsl:template match="head" mode="d:html" as="element()+">
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[starts-with(local-name(), 'div') or self::floatingText][head or self::floatingText/*/head])"/>
    <xsl:variable name="level" as="xs:integer" select="min((6, max((2, $depth + 1))))"/>
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'h' || $level}">
      <xsl:call-template name="d:attributes"/>
      <xsl:if test="d:holds-blocks(.)">
        <xsl:attribute name="role" select="'heading'"/>
        <xsl:attribute name="aria-level" select="$level"/>
      </xsl:if>
      <xsl:call-template name="d:permalink"/>
      <xsl:apply-templates mode="#current"><xsl:with-param name="notes-follow" select="true()" tunnel="yes"/></xsl:apply-templates>
    </xsl:element>
    <xsl:apply-templates select=".//note[not(ancestor::note)]" mode="d:note-body"/>
  </xsl:template>
  <!-- Heads of things that are no divisions. -->
  <xsl:template match="list/head | table/head | figure/head | lg/head | castList/head | listPerson/head | listBibl/head" mode="d:html" priority="2" as="element()">
    <xsl:element name="{if (parent::figure) then 'figcaption' else if (parent::table) then 'caption' else if (d:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'label-head'"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p | ab | trailer | titlePart | docTitle | docAuthor | docDate | docImprint | docEdition | imprimatur | castItem | castGroup | set | figDesc"
      mode="d:html" as="element()">
    <xsl:call-template name="d:paragraph"/>
  </xsl:template>

  <!-- A paragraph of HTML, or a division where it holds what no paragraph of HTML may. -->
  <xsl:template name="d:paragraph" as="element()">
    <xsl:param name="class" as="xs:string*" select="local-name(), @type"/>
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="$class[not(. = 'p')], 'p'[d:holds-blocks(current())]"/></xsl:call-template>
      <xsl:call-template name="d:permalink"/>
      <xsl:if test="@n"><span class="ui number">{@n}{if (matches(@n, '^[\p{L}\p{N}]+$')) then '.' else ()} </span></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote | cit | q[d:is-block(.)] | said[d:is-block(.)][not(@who)]" mode="d:html" as="element()">
    <xsl:element name="{if (d:is-block(.)) then 'blockquote' else if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lg | l" mode="d:html" as="element()">
    <div>
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="figure" mode="d:html" as="element()">
    <figure>
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </figure>
  </xsl:template>

  <xsl:template match="milestone" mode="d:html" as="element()">
    <xsl:variable name="sign" as="xs:string" select="if (@rend = ('rule', 'line', 'hr')) then '' else d:milestone-sign(.)"/>
    <xsl:element name="{if (d:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'milestone', 'rule'[$sign = '']"/></xsl:call-template>
      <xsl:attribute name="role" select="'separator'"/>
      <span class="ui" aria-hidden="true">{$sign}</span>
    </xsl:element>
  </xsl:template>

  <!-- TEI from elsewhere: the text of an element without a rule is kept, and the page says what it was. -->
  <xsl:template match="*" mode="d:html" priority="-5" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'unknown'"/></xsl:call-template>
      <xsl:attribute name="data-tei" select="local-name()"/>
      <xsl:attribute name="title" select="d:say('unknown-element', local-name())"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="d:html" as="text()"><xsl:copy/></xsl:template>
  <!-- White space between the children of a structure is the file's indentation. -->
  <xsl:template match="text()[not(normalize-space())][parent::*[d:is-structure(.)]]" mode="d:html" as="empty-sequence()" priority="1"/>
</xsl:stylesheet>
