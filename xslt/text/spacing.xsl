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
    <xsl:variable name="joined" as="xs:string"
        select="if (contains($text, $d:joined)) then replace($text, '\s*&#xFDD2;\s*', '') else $text"/>
    <xsl:variable name="parted" as="xs:string" select="
        if (contains($joined, $d:parted)) then replace($joined, '&#xFDD1;([,.;:!?)\]”’»])', '$1') => translate($d:parted, ' ') else $joined"/>
    <xsl:sequence select="normalize-space(
        if (contains($parted, $d:left-out)) then d:closed(tokenize($parted, $d:left-out)) else $parted)"/>
  </xsl:function>

  <!-- The parts between which something was left out, put together. Only the last part is still open to what follows it, so that
       a paragraph with a thousand notes takes no longer than its length. -->
  <xsl:function name="d:closed" as="xs:string">
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:variable name="settled" as="xs:string*">
      <xsl:iterate select="$parts">
        <xsl:param name="open" as="xs:string" select="''"/>
        <xsl:on-completion select="$open"/>
        <xsl:variable name="met" as="xs:string+" select="d:meet($open, .)"/>
        <xsl:sequence select="$met[1]"/>
        <xsl:next-iteration><xsl:with-param name="open" select="$met[2]"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="string-join($settled)"/>
  </xsl:function>

  <!-- What stood before and after something left out, with one space between at most, and none at a point or within a bracket:
       what is settled by that, and what is still open. -->
  <xsl:function name="d:meet" as="xs:string+">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:variable name="next" as="xs:string" select="substring(normalize-space($after), 1, 1)"/>
    <xsl:variable name="last" as="xs:string" select="substring($before, string-length($before))"/>
    <xsl:variable name="is-bracket" as="xs:boolean" select="$last ne '' and contains('([“‘«', $last)"/>
    <xsl:sequence select="
        if ($next = '') then ('', $before || (if ($is-bracket) then '' else $after))
        else if (contains(',.;:!?)]”’»', $next)) then (replace($before, '\s+$', ''), replace($after, '^\s+', ''))
        else ($before, if ($is-bracket) then replace($after, '^\s+', '') else $after)"/>
  </xsl:function>
</xsl:stylesheet>
