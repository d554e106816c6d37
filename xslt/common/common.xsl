<?xml version="1.0" encoding="UTF-8"?>
<!-- What the outputs share. Each entry stylesheet includes this module and declares the parameters of its own. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- The document's id: its file's name without ".xml". -->
  <xsl:param name="document-id" as="xs:string" select="'document'"/>
  <!-- The edition, an element whose attributes are the edition's title, subtitle, publisher, version … -->
  <xsl:param name="edition" as="document-node()?" select="()"/>

  <xsl:include href="locale.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="json.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="agents.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="speech.xsl"/>
  <xsl:include href="words.xsl"/>
  <xsl:include href="transcript.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="gaps.xsl"/>
  <xsl:include href="policy.xsl"/>
</xsl:stylesheet>
