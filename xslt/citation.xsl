<?xml version="1.0" encoding="UTF-8"?>
<!-- The citation of a document as a file: BibTeX, RIS or CSL-JSON. Parameters: document-id, edition, language, format. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="citation/bibtex.xsl"/>
  <xsl:include href="citation/ris.xsl"/>
  <xsl:include href="citation/csl.xsl"/>

  <!-- bibtex, ris or csl. -->
  <xsl:param name="format" as="xs:string" select="'bibtex'"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="header" as="element(teiHeader)?" select="(//teiHeader)[1]"/>
    <xsl:choose>
      <xsl:when test="$format = 'bibtex'"><xsl:sequence select="d:bibtex($header)"/></xsl:when>
      <xsl:when test="$format = 'ris'"><xsl:sequence select="d:ris($header)"/></xsl:when>
      <xsl:when test="$format = 'csl'"><xsl:sequence select="d:csl($header)"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="error(QName('urn:diple:xslt', 'd:no-format'), 'there is no citation format called ' || $format)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
