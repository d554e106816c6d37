<?xml version="1.0" encoding="UTF-8"?>
<!-- The changes of one document, from its header (TEI 2.6). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A document element with a change for each that has a day; those without one have no place in a feed. -->
  <xsl:function name="d:changes" as="element(document)" visibility="public" xpath-default-namespace="">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element()?" select="($document//*:teiHeader)[1]"/>
    <document id="{$document-id}" title="{d:title($header)}">
      <xsl:for-each select="$header/*:revisionDesc//*:change[d:moment(d:change-day(.))]">
        <change when="{d:moment(d:change-day(.))}" who="{d:change-by(.)}">{normalize-space()}</change>
      </xsl:for-each>
    </document>
  </xsl:function>

  <xsl:function name="d:change-day" as="xs:string">
    <xsl:param name="change" as="element(change)"/>
    <xsl:sequence select="string(($change/@when, $change/@to, $change/@notAfter)[1])"/>
  </xsl:function>

  <!-- Who made it, by name; a pointer that leads nowhere within the document says no name. -->
  <xsl:function name="d:change-by" as="xs:string">
    <xsl:param name="change" as="element(change)"/>
    <xsl:sequence select="string-join(d:responsible($change/@who)[. ne ''], ', ')"/>
  </xsl:function>
</xsl:stylesheet>
