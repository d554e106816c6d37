<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables of one document: who says what; notes and interventions; the passages that a search finds. Parameters: document-id,
     edition, language, table, format. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="text/spacing.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/speech.xsl"/>
  <xsl:include href="text/lists.xsl"/>
  <xsl:include href="text/phrases.xsl"/>
  <xsl:include href="text/hands.xsl"/>
  <xsl:include href="text/editorial.xsl"/>
  <xsl:include href="text/notes.xsl"/>
  <xsl:include href="text/marks.xsl"/>
  <xsl:include href="text/pages.xsl"/>
  <xsl:include href="tables/formats.xsl"/>
  <xsl:include href="tables/words.xsl"/>
  <xsl:include href="tables/speech.xsl"/>
  <xsl:include href="tables/notes.xsl"/>
  <xsl:include href="tables/passages.xsl"/>

  <!-- speech, notes or passages. -->
  <xsl:param name="table" as="xs:string" select="'speech'"/>
  <!-- csv or jsonl; where it names both, parted by a space, the result is a string for each. -->
  <xsl:param name="format" as="xs:string" select="'csv'"/>

  <!-- Cells hold the words as the reading text has them. -->
  <xsl:variable name="policy" as="xs:string" select="'reading'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The plain text's modes, as text.xsl has them. -->
  <xsl:mode name="d:blocks" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <xsl:mode name="d:line" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="xs:string+">
    <xsl:variable name="text" as="element()*" select="d:texts(.)"/>
    <xsl:choose>
      <xsl:when test="$table = 'speech'"><xsl:sequence select="d:table($d:speech-columns, d:speech-rows($text))"/></xsl:when>
      <xsl:when test="$table = 'notes'"><xsl:sequence select="d:table($d:note-columns, d:note-rows($text))"/></xsl:when>
      <xsl:when test="$table = 'passages'"><xsl:sequence select="d:table((), d:passage-rows($text))"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="error(QName('urn:diple:xslt', 'd:no-table'), 'there is no table called ' || $table)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
