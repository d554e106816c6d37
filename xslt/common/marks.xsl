<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks in the margin: where the words they stand by begin and end (TEI 12.3.4.2, metamark). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:accumulator name="d:mark-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//metamark" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Marks by the id of the element at which their extent begins, and at which it ends. -->
  <xsl:key name="d:marks-from" match="text//metamark" use="d:mark-start(.)/@xml:id"/>
  <xsl:key name="d:marks-to" match="text//metamark" use="d:mark-end(.)/@xml:id"/>

  <xsl:function name="d:mark-number" as="xs:integer" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:sequence select="$mark/accumulator-before('d:mark-number')"/>
  </xsl:function>

  <!-- The element at which the marked words begin: the first that @target names; the mark itself if it has only @spanTo. -->
  <xsl:function name="d:mark-start" as="element()?" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:variable name="targets" as="element()*" select="d:resolve($mark/@target)[ancestor::text]"/>
    <xsl:sequence select="(($targets/.)[1], $mark[d:resolve(@spanTo)])[1]"/>
  </xsl:function>

  <!-- The element at which they end: what @spanTo names (its own or its target's), else the last that @target names. -->
  <xsl:function name="d:mark-end" as="element()?" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:variable name="targets" as="element()*" select="d:resolve($mark/@target)[ancestor::text]"/>
    <xsl:sequence select="(d:resolve($mark/@spanTo), $targets/@spanTo/d:resolve(.), ($targets/.)[last()])[1]"/>
  </xsl:function>

  <!-- How far out in the margin the mark is drawn: the number of earlier marks on that side that run beside some of the same words. -->
  <xsl:function name="d:mark-slot" as="xs:integer" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:variable name="start" as="element()?" select="d:mark-start($mark)"/>
    <xsl:variable name="end" as="element()?" select="d:mark-end($mark)"/>
    <xsl:variable name="near" as="element(metamark)*"
        select="$mark/ancestor::*[local-name() = $d:always-blocks][parent::*[local-name() = $d:structures]][1]/(., preceding-sibling::*[1])//metamark[. &lt;&lt; $mark]"/>
    <xsl:sequence select="count($near[string(@place) = string($mark/@place)][
        if (empty($start)) then empty(d:mark-start(.)) and $mark/preceding-sibling::metamark intersect .
        else d:mark-start(.) and not(d:ends-before(d:mark-end(.), $start) or d:ends-before($end, d:mark-start(.)))])"/>
  </xsl:function>

  <!-- Does $one end before $other begins, with words between? Marks that only touch would meet in one line. -->
  <xsl:function name="d:ends-before" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="other" as="element()"/>
    <xsl:sequence select="$one &lt;&lt; $other and empty($other/ancestor-or-self::* intersect $one)
        and (not($one/.. is $other/..) or exists($one/following-sibling::node()[. &lt;&lt; $other][not(self::note or self::metamark)][matches(string(), '[\p{L}\p{N}]')]))"/>
  </xsl:function>

  <!-- What the mark is, in words: "two lines in the left margin". -->
  <xsl:function name="d:mark-words" as="xs:string" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:sequence select="
        d:say-value('mark', $mark/@rend, d:say('mark-other')) || d:say-value('place', $mark/@place, '')"/>
  </xsl:function>
</xsl:stylesheet>
