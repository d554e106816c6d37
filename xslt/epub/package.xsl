<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, what it holds, in which order, and whom it can serve. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.idpf.org/2007/opf">

  <xsl:template name="d:package" as="element()">
    <package version="3.0" unique-identifier="identifier" xml:lang="{$language}">
      <xsl:call-template name="d:package-metadata"/>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="book.css" media-type="text/css"/>
        <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
        <xsl:for-each select="chapter"><item id="chapter-{position()}" href="{d:chapter-file(.)}" media-type="application/xhtml+xml"/></xsl:for-each>
      </manifest>
      <spine>
        <itemref idref="title"/>
        <itemref idref="nav"/>
        <xsl:for-each select="chapter"><itemref idref="chapter-{position()}"/></xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <xsl:template name="d:package-metadata" as="element()">
    <metadata>
      <dc:identifier id="identifier">{@identifier}</dc:identifier>
      <dc:title>{d:book-title(.)}</dc:title>
      <xsl:for-each select="distinct-values((chapter/@language ! string(), $language))"><dc:language>{.}</dc:language></xsl:for-each>
      <xsl:call-template name="d:package-agents"/>
      <xsl:where-populated><dc:publisher>{d:edition('publisher')}</dc:publisher></xsl:where-populated>
      <xsl:where-populated><dc:date>{d:edition('date')[. castable as xs:date]}</dc:date></xsl:where-populated>
      <xsl:where-populated><dc:rights>{string-join((d:edition('licence_name'), d:edition('rights'))[. ne ''], '. ')}</dc:rights></xsl:where-populated>
      <xsl:if test="not(@whole)">
        <xsl:where-populated><dc:description>{chapter/abstract}</dc:description></xsl:where-populated>
        <xsl:where-populated><dc:source>{chapter/@reference}</dc:source></xsl:where-populated>
        <meta property="belongs-to-collection" id="collection">{d:edition('title')}</meta>
        <meta refines="#collection" property="collection-type">set</meta>
      </xsl:if>
      <meta property="dcterms:modified">{@modified}</meta>
      <xsl:call-template name="d:package-access"/>
    </metadata>
  </xsl:template>

  <!-- Authors and translators; of the edition its publisher is told alone. -->
  <xsl:template name="d:package-agents" as="element()*">
    <xsl:for-each select="chapter[not(../@whole)]/author">
      <dc:creator id="author-{position()}">{.}</dc:creator>
      <meta refines="#author-{position()}" property="role" scheme="marc:relators">aut</meta>
    </xsl:for-each>
    <xsl:for-each select="chapter[not(../@whole)]/translator">
      <dc:contributor id="translator-{position()}">{.}</dc:contributor>
      <meta refines="#translator-{position()}" property="role" scheme="marc:relators">trl</meta>
    </xsl:for-each>
  </xsl:template>

  <!-- schema.org's terms for what readers need: the book is text, in order, with its parts told apart. -->
  <xsl:template name="d:package-access" as="element()+">
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', ('pageBreakMarkers', 'pageNavigation')[current()/chapter/page]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">{d:say('book-access')}</meta>
  </xsl:template>
</xsl:stylesheet>
