<?xml version="1.0" encoding="UTF-8"?>
<!-- Descriptions of manuscripts and works within a text, as in a list of sources (TEI 3.12, 11). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="msDesc | msContents | msItem | physDesc | objectDesc | supportDesc | handDesc | handNote | typeDesc | sealDesc
      | additions | history | additional | listBibl | listPerson | listPlace | listOrg | listEvent | person | place | org | event"
      mode="d:html" as="element()">
    <xsl:call-template name="d:part"/>
  </xsl:template>

  <xsl:template match="msIdentifier | altIdentifier | msName | repository | institution | collection | locus | textLang | summary | support
      | condition | extent | origin | provenance | acquisition | surrogates | availability | licence | edition | distributor
      | respStmt | resp | citedRange | series | imprint | monogr | analytic | biblStruct | biblFull" mode="d:html" as="element()">
    <xsl:call-template name="d:part"/>
  </xsl:template>

  <xsl:template name="d:part" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
