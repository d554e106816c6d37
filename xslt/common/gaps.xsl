<?xml version="1.0" encoding="UTF-8"?>
<!-- Gaps in words (TEI 12.3.3, gap and space). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- "2 lines, illegible": the extent as far as it is told, and the reason. -->
  <xsl:function name="d:gap-words" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="reason" as="xs:string" select="
        if ($gap/self::space) then d:say('blank') else d:say-value('gap', $gap/@reason, ($gap/@reason, d:say('gap-other'))[1])"/>
    <xsl:variable name="quantity" as="xs:string?" select="($gap/@quantity, $gap/@extent, $gap/@atLeast)[1]"/>
    <xsl:variable name="unit" as="xs:string?" select="
        $gap/@unit || (if ($gap/@unit and not($quantity = '1') and not(ends-with($gap/@unit, 's'))) then 's' else '')"/>
    <xsl:sequence select="string-join((normalize-space(string-join(($quantity, $unit[$quantity]), ' '))[. != ''], $reason), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
