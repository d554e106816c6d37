<?xml version="1.0" encoding="UTF-8"?>
<!-- The plain text of one document, in one of its states. Parameters: document-id, edition, language, policy. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="text/head.xsl"/>
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

  <!-- critical, diplomatic, typed or reading. -->
  <xsl:param name="policy" as="xs:string" select="'critical'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- A block gives its paragraphs, one string for each. -->
  <xsl:mode name="d:blocks" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- What stands in the line gives text, spaces as they stand; a paragraph's are put right when it is whole. -->
  <xsl:mode name="d:line" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="document" as="document-node()" select="d:in-state(., $policy)"/>
    <xsl:variable name="paragraphs" as="xs:string*">
      <xsl:call-template name="d:text-head"><xsl:with-param name="document" select="$document"/></xsl:call-template>
      <xsl:variable name="own" as="xs:string*"><xsl:apply-templates select="d:texts($document)" mode="d:blocks"/></xsl:variable>
      <!-- Lines that begin with # are the edition's: before a # of the document stands a word joiner. -->
      <xsl:sequence select="$own ! replace(., '^#', '&#x2060;#', 'm')"/>
      <xsl:sequence select="d:note-list($document), d:mark-list($document)"/>
    </xsl:variable>
    <xsl:sequence select="string-join($paragraphs[. ne ''], '&#10;&#10;') || '&#10;'"/>
  </xsl:template>
</xsl:stylesheet>
