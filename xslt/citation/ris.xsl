<?xml version="1.0" encoding="UTF-8"?>
<!-- RIS: a chapter of an edition; lines may hold no line end. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="d:ris" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'TY  - CHAP', d:ris-line('TI', d:title($header)), d:ris-line('AU', d:authors($header)),
        d:ris-line('A4', d:translators($header)), d:ris-line('T2', d:edition('title')), d:ris-line('PB', d:edition('publisher')),
        d:ris-line('PY', d:edition-year()), d:ris-line('ET', d:edition('version')), d:ris-line('OP', d:written($header)),
        d:ris-line('AV', d:reference($header)), d:ris-line('AB', $header/profileDesc/abstract ! normalize-space()),
        d:ris-line('LA', $language), d:ris-line('UR', d:citable-address($header)), 'ER  - '"/>
    <xsl:sequence select="string-join($lines, '&#13;&#10;') || '&#13;&#10;'"/>
  </xsl:function>

  <xsl:function name="d:ris-line" as="xs:string*">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="($values ! normalize-space())[. ne ''] ! ($tag || '  - ' || .)"/>
  </xsl:function>
</xsl:stylesheet>
