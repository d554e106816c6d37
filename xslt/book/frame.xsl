<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document is in a book, on paper or in a reader: as on its page, without the site around it and without links into it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The record at the head, the text, what its signs mean, how it is cited, the rest of the record. -->
  <xsl:template name="d:book" as="element()+">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <xsl:call-template name="d:record-head">
      <xsl:with-param name="header" select="$header"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
    <xsl:call-template name="d:text"><xsl:with-param name="text" select="$text"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="d:book-end" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <xsl:call-template name="d:legend"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    <xsl:call-template name="d:cite"><xsl:with-param name="header" select="$header"/><xsl:with-param name="text" select="$text"/></xsl:call-template>
    <xsl:call-template name="d:record"><xsl:with-param name="header" select="$header"/></xsl:call-template>
  </xsl:template>

  <!-- The place of the text is named by what stands around it; nobody jumps to it by keyboard. -->
  <xsl:template name="d:text" as="element()">
    <xsl:param name="text" as="element()*"/>
    <section class="text" id="_text">
      <xsl:attribute name="lang" select="head((($text/ancestor-or-self::*/@xml:lang[. ne ''])[last()], $language))"/>
      <xsl:apply-templates select="$text" mode="d:html"><xsl:with-param name="usual-agent" select="d:usual-agent($text)" tunnel="yes"/></xsl:apply-templates>
    </section>
  </xsl:template>

  <!-- The citation, without the files that lie beside the page. -->
  <xsl:template name="d:cite" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <section class="panel cite" aria-labelledby="_cite">
      <h2 id="_cite">{d:say('cite')}</h2>
      <dl class="facts">
        <div><dt>Chicago</dt><dd><xsl:call-template name="d:chicago"><xsl:with-param name="header" select="$header"/></xsl:call-template></dd></div>
        <div><dt>MLA</dt><dd><xsl:call-template name="d:mla"><xsl:with-param name="header" select="$header"/></xsl:call-template></dd></div>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="d:permalink" as="element()*"/>
  <xsl:template name="d:label" as="node()*"><xsl:apply-templates mode="d:html"/></xsl:template>
  <!-- The ribbon is made of links. -->
  <xsl:template name="d:ribbon" as="element()?"><xsl:param name="text" as="element()*"/></xsl:template>

  <!-- The register is not in the book. -->
  <xsl:function name="d:is-entry-link" as="xs:boolean" visibility="public">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="false()"/>
  </xsl:function>
  <xsl:template name="d:entry-link" as="node()">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:text>{$label}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
