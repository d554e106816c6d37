<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns and reported speech: who says how much, in what order (TEI 7.2.2, 3.3.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The turns of a document: each sp, and each said of block size that attributes reported speech. -->
  <xsl:function name="d:turns" as="element()*" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="$text//(sp | said[@who][d:is-turn(.)])"/>
  </xsl:function>

  <xsl:function name="d:is-turn" as="xs:boolean" visibility="public">
    <xsl:param name="said" as="element(said)"/>
    <xsl:sequence select="d:holds-blocks($said) and empty($said/ancestor::sp)"/>
  </xsl:function>

  <!-- What tells speakers apart: the persons pointed to, else the name shown. -->
  <xsl:function name="d:speaker-key" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if ($turn/@who) then normalize-space($turn/@who) else d:speaker-name($turn)"/>
  </xsl:function>

  <!-- The speakers met so far, in the order of their first turns. -->
  <xsl:accumulator name="d:speakers" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="text//sp | text//said[@who]" select="
        let $key := d:speaker-key(.) return if ($key = $value) then $value else ($value, $key)"/>
  </xsl:accumulator>

  <xsl:function name="d:is-reported" as="xs:boolean" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="exists($turn/self::said) and not($turn/@direct = ('true', '1'))"/>
  </xsl:function>
</xsl:stylesheet>
