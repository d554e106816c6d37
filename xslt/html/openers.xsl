<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before and after the text of a document: openers, datelines, signatures, stamps, dockets (TEI 4.2.2). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="opener | closer | postscript" mode="d:html" as="element()">
    <div>
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- A line of an opener or closer; in running text, a phrase. -->
  <xsl:template match="dateline | salute | signed | byline | address | addrLine | idno | seg[not(@type = ('marked', 'alternative'))]" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else if (d:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="local-name(), @type"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="stamp" mode="d:html" as="element()">
    <xsl:element name="{if (d:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"/>
      <xsl:if test="not(contains(lower-case(.), lower-case(d:say('stamp'))))">
        <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('stamp') || ': '"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
