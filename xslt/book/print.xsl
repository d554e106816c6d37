<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page set on paper has otherwise than the page of a document: a layer over html.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="frame.xsl"/>
  <xsl:include href="marks.xsl"/>

  <!-- Characters of a title that a running head has room for. -->
  <xsl:param name="running-head" as="xs:integer" select="76"/>
  <!-- Notes with more characters are set in their place: at the foot of a page there is no turning over. -->
  <xsl:param name="longest-footnote" as="xs:integer" select="1200"/>

  <xsl:template name="d:page" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="($document//teiHeader)[1]"/>
    <xsl:variable name="text" as="element()*" select="d:texts($document)"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <title>{d:title($header)}</title>
        <xsl:for-each select="d:authors($header)"><meta name="author" content="{.}"/></xsl:for-each>
        <xsl:for-each select="(d:kind($header), d:edition('title'))[. ne '']"><meta name="keywords" content="{.}"/></xsl:for-each>
        <meta name="description" content="{string-join((d:date-of(d:creation-date($header)), d:reference($header))[. ne ''], '. ')}"/>
        <xsl:if test="d:edition('date') castable as xs:date"><meta name="dcterms.created" content="{d:edition('date')}"/></xsl:if>
        <meta name="generator" content="diple"/>
      </head>
      <body data-title="{d:shortened(d:title($header))}" data-date="{d:date-of(d:creation-date($header))}"
          data-edition="{string-join((d:edition('title'), d:edition('version')[. ne ''] ! d:say('version', .))[. ne ''], ', ')}">
        <main>
          <xsl:call-template name="d:book">
            <xsl:with-param name="header" select="$header"/>
            <xsl:with-param name="text" select="$text"/>
          </xsl:call-template>
          <xsl:call-template name="d:book-end">
            <xsl:with-param name="header" select="$header"/>
            <xsl:with-param name="text" select="$text"/>
          </xsl:call-template>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- A title cut to a running head, at the end of a word. -->
  <xsl:function name="d:shortened" as="xs:string" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($title) le $running-head) then $title
        else replace(substring($title, 1, $running-head), '[\s,;:.]+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- A note too long for the foot of a page, or one in another note, is set where it stands. -->
  <xsl:function name="d:note-class" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-join(('by-' || replace(($note/@type, 'author')[1], '[^A-Za-z0-9-]', ''),
        if ($note/ancestor::note or string-length(normalize-space($note)) gt $longest-footnote) then 'in-place' else ()), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
