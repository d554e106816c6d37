<?xml version="1.0" encoding="UTF-8"?>
<!-- What a book's contents tell of a chapter: its title, the heads in it, the pages of the source, the days and hands it comes from. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:contents" as="element()">
    <xsl:variable name="header" as="element(teiHeader)?" select="(//teiHeader)[1]"/>
    <xsl:variable name="text" as="element()*" select="d:texts(.)"/>
    <chapter id="{$document-id}" title="{d:title($header)}" date="{d:date-of(d:creation-date($header))}" written="{d:written($header)}"
        reference="{d:reference($header)}" language="{head((($text/ancestor-or-self::*/@xml:lang[. ne ''])[last()], $language))}">
      <xsl:for-each select="d:authors($header)"><author>{.}</author></xsl:for-each>
      <xsl:for-each select="d:translators($header)"><translator>{.}</translator></xsl:for-each>
      <xsl:for-each select="$header/profileDesc/abstract[normalize-space()]"><abstract>{normalize-space()}</abstract></xsl:for-each>
      <xsl:for-each select="$text//div[not(ancestor::div)]/div/head[1][@xml:id][d:bare-text(.) ne '']"><head id="{@xml:id}">{d:bare-text(.)}</head></xsl:for-each>
      <xsl:for-each select="$text//pb[normalize-space(@n)]"><page id="{d:break-id(.)}">{normalize-space(@n)}</page></xsl:for-each>
    </chapter>
  </xsl:template>
</xsl:stylesheet>
