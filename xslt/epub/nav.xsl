<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents of a book: chapters and their parts, pages of the sources, where things are. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:template name="d:nav" as="element()">
    <html lang="{$language}" xml:lang="{$language}">
      <head><title>{d:book-title(.)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
      <body>
        <nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
          <h1 id="toc">{d:say('book-contents')}</h1>
          <ol><xsl:apply-templates select="chapter" mode="d:toc"/></ol>
        </nav>
        <xsl:if test="chapter/page">
          <nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages" hidden="hidden">
            <h2 id="pages">{d:say('book-pages')}</h2>
            <ol><xsl:for-each select="chapter/page"><li><a href="{d:chapter-file(..)}#{@id}">{.}</a></li></xsl:for-each></ol>
          </nav>
        </xsl:if>
        <nav epub:type="landmarks" aria-labelledby="landmarks" hidden="hidden">
          <h2 id="landmarks">{d:say('book-landmarks')}</h2>
          <ol>
            <li><a epub:type="toc" href="#toc">{d:say('book-contents')}</a></li>
            <li><a epub:type="bodymatter" href="{d:chapter-file(chapter[1])}">{d:say('book-text')}</a></li>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

  <xsl:mode name="d:toc" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="chapter" mode="d:toc" as="element()">
    <li>
      <a href="{d:chapter-file(.)}">{@title}</a>
      <xsl:where-populated><ol><xsl:apply-templates select="head" mode="#current"/></ol></xsl:where-populated>
    </li>
  </xsl:template>
  <xsl:template match="head" mode="d:toc" as="element()">
    <li><a href="{d:chapter-file(..)}#{@id}">{.}</a></li>
  </xsl:template>
</xsl:stylesheet>
