<?xml version="1.0" encoding="UTF-8"?>
<!-- A text of the edition's own, such as that of its front page: the elements that Markdown gives, and no others. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <!-- An own element with paragraphs, lists, links …; nothing where the edition has no such text. -->
  <xsl:param name="own-text" as="document-node()?" select="()"/>

  <xsl:mode name="d:own" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template name="d:own-text" as="element()?">
    <xsl:if test="$own-text/own/node()"><div class="own-text"><xsl:apply-templates select="$own-text/own/node()" mode="d:own"/></div></xsl:if>
  </xsl:template>

  <xsl:template match="p | ul | li | blockquote | em | strong | code | pre | br | hr" mode="d:own" as="element()">
    <xsl:element name="{local-name()}"><xsl:apply-templates mode="#current"/></xsl:element>
  </xsl:template>
  <xsl:template match="ol" mode="d:own" as="element()"><ol><xsl:copy-of select="@start"/><xsl:apply-templates mode="#current"/></ol></xsl:template>

  <!-- The title of the page is its one heading of the first level. -->
  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6" mode="d:own" as="element()">
    <xsl:element name="h{min((6, 1 + xs:integer(substring(local-name(), 2))))}"><xsl:apply-templates mode="#current"/></xsl:element>
  </xsl:template>

  <xsl:template match="a" mode="d:own" as="element()">
    <xsl:element name="{if (d:safe-address(@href)) then 'a' else 'span'}">
      <xsl:if test="d:safe-address(@href)"><xsl:attribute name="href" select="d:safe-address(@href)"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <!-- Pictures are not fetched: what they show is told. -->
  <xsl:template match="img" mode="d:own" as="text()"><xsl:value-of select="@alt"/></xsl:template>
  <xsl:template match="text()" mode="d:own" as="text()"><xsl:copy/></xsl:template>
</xsl:stylesheet>
