<?xml version="1.0" encoding="UTF-8"?>
<!-- One element that says of a document what the list of documents needs. Parameters: document-id, language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="header" as="element(teiHeader)?" select="(//teiHeader)[1]"/>
    <xsl:variable name="date" as="element()?" select="d:creation-date($header)"/>
    <document id="{$document-id}" title="{d:title($header)}" sort-date="{d:sort-date($date)}" date="{d:date-of($date)}" kind="{d:kind($header)}"
        from="{d:correspondent($header, 'sent')}" to="{d:correspondent($header, 'received')}" reference="{d:reference($header)}"
        abstract="{$header/profileDesc/abstract ! normalize-space()}" status="{$header/revisionDesc/@status}"
        changed="{max($header/revisionDesc//change/@when[. castable as xs:date] ! string())}" changes="{count($header/revisionDesc//change)}"
        words="{sum(d:texts(.) ! d:word-count(.))}" turns="{count(d:turns(d:texts(.)))}"/>
  </xsl:template>
</xsl:stylesheet>
