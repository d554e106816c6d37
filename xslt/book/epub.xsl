<?xml version="1.0" encoding="UTF-8"?>
<!-- What a chapter of a book for readers has otherwise than the page of a document: a layer over html.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="frame.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="../epub/notes.xsl"/>
  <xsl:include href="../epub/pages.xsl"/>
  <xsl:include href="../epub/xhtml.xsl"/>
  <xsl:include href="../epub/contents.xsl"/>

  <xsl:param name="part" as="xs:string" select="'chapter'"/>

  <xsl:output method="xhtml" version="1.0" html-version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="no"/>

  <xsl:template match="/" as="element()">
    <xsl:choose>
      <xsl:when test="$part = 'contents'"><xsl:call-template name="d:contents"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="page" as="document-node()">
          <xsl:document>
            <xsl:call-template name="d:page"><xsl:with-param name="document" select="."/></xsl:call-template>
          </xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$page/*" mode="d:xhtml"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="d:page" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="($document//teiHeader)[1]"/>
    <xsl:variable name="text" as="element()*" select="d:texts($document)"/>
    <html lang="{$language}">
      <head>
        <title>{d:title($header)}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body epub:type="bodymatter">
        <section epub:type="chapter" role="doc-chapter" aria-label="{d:title($header)}">
          <xsl:call-template name="d:book">
            <xsl:with-param name="header" select="$header"/>
            <xsl:with-param name="text" select="$text"/>
          </xsl:call-template>
          <xsl:call-template name="d:footnotes"><xsl:with-param name="text" select="$text"/></xsl:call-template>
          <xsl:call-template name="d:book-end">
            <xsl:with-param name="header" select="$header"/>
            <xsl:with-param name="text" select="$text"/>
          </xsl:call-template>
        </section>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
