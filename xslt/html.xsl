<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document: TEI in, HTML out. Parameters: document-id, edition, language, policy (the state of the text). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/record.xsl"/>
  <xsl:include href="html/ribbon.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/openers.xsl"/>
  <xsl:include href="html/speech.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/phrases.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/descriptions.xsl"/>
  <xsl:include href="html/hands.xsl"/>
  <xsl:include href="html/editorial.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/marks.xsl"/>
  <xsl:include href="html/pages.xsl"/>
  <xsl:include href="html/legend.xsl"/>
  <xsl:include href="html/cite.xsl"/>

  <!-- critical, diplomatic, typed or reading. -->
  <xsl:param name="policy" as="xs:string" select="'critical'"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>

  <!-- The text as HTML. Each element has a rule; those of no known name are kept and say so (attribute data-tei). -->
  <xsl:mode name="d:html" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- Accumulators must be there for the document as read and for each state made of it. -->
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="d:page">
      <xsl:with-param name="document" select="d:in-state(., $policy)"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
