<?xml version="1.0" encoding="UTF-8"?>
<!-- What binds chapters into a book (EPUB 3.3; EPUB Accessibility 1.1). Input: a book element with the chapters' contents, in their
     order, and @identifier, @modified (a time in UTC) and @whole if it holds the edition and not one document. Parameters: edition,
     language, part (package, nav or title). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"
    xmlns:epub="http://www.idpf.org/2007/ops">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/nav.xsl"/>
  <xsl:include href="epub/title.xsl"/>

  <xsl:param name="part" as="xs:string" select="'package'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="element()">
    <xsl:for-each select="book">
      <xsl:choose>
        <xsl:when test="$part = 'package'"><xsl:call-template name="d:package"/></xsl:when>
        <xsl:when test="$part = 'nav'"><xsl:call-template name="d:nav"/></xsl:when>
        <xsl:when test="$part = 'title'"><xsl:call-template name="d:title-page"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="error(QName('urn:diple:xslt', 'd:no-part'), 'there is no part of a book called ' || $part)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The name of a chapter's file. -->
  <xsl:function name="d:chapter-file" as="xs:string" visibility="public">
    <xsl:param name="chapter" as="element(chapter)"/>
    <xsl:sequence select="encode-for-uri($chapter/@file)"/>
  </xsl:function>

  <!-- The title of the book: the edition's, or its one document's. -->
  <xsl:function name="d:book-title" as="xs:string" visibility="public">
    <xsl:param name="book" as="element(book)"/>
    <xsl:sequence select="if ($book/@whole) then d:edition('title') else string($book/chapter[1]/@title)"/>
  </xsl:function>
</xsl:stylesheet>
