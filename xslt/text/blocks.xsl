<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: each gives its paragraphs; what stands in the line between blocks is a paragraph too. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Any block, of a known name or not: runs in the line become paragraphs, blocks within give their own. -->
  <xsl:template match="*" mode="d:blocks" priority="-1" as="xs:string*">
    <xsl:sequence select="d:opened(., d:paragraphs(.))"/>
  </xsl:template>

  <xsl:function name="d:paragraphs" as="xs:string*" visibility="public">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="d:paragraphs-of($block/node())"/>
  </xsl:function>

  <xsl:function name="d:paragraphs-of" as="xs:string*" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="$nodes" group-adjacent="d:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="d:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="d:line(current-group())[. ne '']"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Nodes in the line as one paragraph. -->
  <xsl:function name="d:line" as="xs:string" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*"><xsl:apply-templates select="$nodes" mode="d:line"/></xsl:variable>
    <xsl:sequence select="d:tidy($pieces)"/>
  </xsl:function>

  <!-- The paragraphs of a block with its number before the first, and the signs of marks round them all. -->
  <xsl:function name="d:opened" as="xs:string*" visibility="public">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="paragraphs" as="xs:string*"/>
    <xsl:variable name="number" as="xs:string?" select="$block[self::p or self::item or self::ab]/@n ! d:number(.)"/>
    <xsl:variable name="before" as="xs:string" select="string-join((d:marks-opening($block), $number))"/>
    <xsl:variable name="after" as="xs:string" select="string-join(d:marks-closing($block))"/>
    <xsl:sequence select="
        if (empty($paragraphs)) then normalize-space($before || $after)[. ne '']
        else for $n in 1 to count($paragraphs) return
            (if ($n = 1) then $before else '') || $paragraphs[$n] || (if ($n = count($paragraphs)) then $after else '')"/>
  </xsl:function>

  <!-- A number as it is written before its paragraph: with its own point or bracket, else a point. -->
  <xsl:function name="d:number" as="xs:string" visibility="public">
    <xsl:param name="n" as="xs:string"/>
    <xsl:sequence select="normalize-space($n) || (if (matches($n, '[\p{L}\p{N}]\s*$')) then '. ' else ' ')"/>
  </xsl:function>

  <!-- A stanza is one paragraph, a verse a line of it. -->
  <xsl:template match="lg[l]" mode="d:blocks" as="xs:string*">
    <xsl:variable name="lines" as="xs:string*"><xsl:apply-templates select="*" mode="#current"/></xsl:variable>
    <xsl:sequence select="string-join($lines, '&#10;')"/>
  </xsl:template>

  <xsl:template match="milestone" mode="d:blocks" as="xs:string*">
    <xsl:sequence select="d:milestone-sign(.)"/>
  </xsl:template>
  <xsl:template match="milestone" mode="d:line" as="xs:string">
    <xsl:sequence select="' ' || d:milestone-sign(.) || ' '"/>
  </xsl:template>

  <!-- A stamp and a block that the line's signs enclose. -->
  <xsl:template match="stamp | supplied | add | del | stage | unclear" mode="d:blocks" as="xs:string*">
    <xsl:sequence select="d:opened(., d:line(.))[. ne '']"/>
  </xsl:template>
</xsl:stylesheet>
