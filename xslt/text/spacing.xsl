<?xml version="1.0" encoding="UTF-8"?>
<!-- Spaces of a paragraph: one between words, none where something was left out before a point. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Noncharacters stand for what the passes leave behind: something left out; a page end that parts words; one that joins them. -->
  <xsl:variable name="d:left-out" as="xs:string" select="'&#xFDD0;'"/>
  <xsl:variable name="d:parted" as="xs:string" select="'&#xFDD1;'"/>
  <xsl:variable name="d:joined" as="xs:string" select="'&#xFDD2;'"/>

  <xsl:template match="processing-instruction()" mode="d:line" as="xs:string?">
    <xsl:sequence select="map { 'joint': $d:left-out, 'space': $d:parted, 'join': $d:joined }(local-name())"/>
  </xsl:template>

  <!-- The paragraph with its spaces put right. -->
  <xsl:function name="d:tidy" as="xs:string" visibility="public">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($pieces)"/>
    <xsl:variable name="joined" as="xs:string" select="
        replace($text, '\s*&#xFDD2;\s*', '')
        => replace('&#xFDD1;([,.;:!?)\]”’»])', '$1')
        => replace('&#xFDD1;', ' ')"/>
    <xsl:variable name="closed" as="xs:string" select="
        if (not(contains($joined, $d:left-out))) then $joined
        else replace(replace(replace($joined,
            '\s+&#xFDD0;[&#xFDD0;\s]*([,.;:!?)\]”’»])', '$1'),
            '([(\[“‘«])&#xFDD0;[&#xFDD0;\s]*', '$1'),
            '&#xFDD0;', '')"/>
    <xsl:sequence select="normalize-space($closed)"/>
  </xsl:function>
</xsl:stylesheet>
