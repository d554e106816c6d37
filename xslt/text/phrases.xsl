<?xml version="1.0" encoding="UTF-8"?>
<!-- Words in the line: their text, whatever they are called. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="text()" mode="d:line" as="xs:string"><xsl:sequence select="string()"/></xsl:template>

  <!-- Any element in the line, of a known name or not; one that holds blocks gives their paragraphs in a row. -->
  <xsl:template match="*" mode="d:line" priority="-1" as="xs:string*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template match="*[d:holds-blocks(.)] | *[local-name() = $d:always-blocks][not(d:is-run-in(.))]" priority="-0.5" mode="d:line" as="xs:string*">
    <xsl:sequence select="' ', string-join(d:opened(., d:paragraphs(.)), ' '), ' '"/>
  </xsl:template>

  <xsl:template match="lb" mode="d:line" as="xs:string">
    <xsl:sequence select="if (@break = 'no') then $d:joined else if (ancestor::stamp) then ' / ' else $d:parted"/>
  </xsl:template>

  <!-- White space here is the file's, not the text's. -->
  <xsl:template match="choice/text()[not(normalize-space())] | app/text()[not(normalize-space())] | subst/text()[not(normalize-space())]"
      mode="d:line" priority="1" as="empty-sequence()"/>

  <xsl:template match="index[normalize-space()]" mode="d:line" priority="1" as="xs:string">
    <xsl:sequence select="' ' || d:say('txt-index', string-join(descendant::text()[normalize-space()] ! normalize-space(), '; ')) || ' '"/>
  </xsl:template>
  <xsl:template match="graphic | media | anchor | index | ptr" mode="d:line" priority="0" as="empty-sequence()"/>
</xsl:stylesheet>
