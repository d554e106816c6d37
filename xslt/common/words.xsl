<?xml version="1.0" encoding="UTF-8"?>
<!-- What a word is, for the list of documents, the pages and the tables: of the reading text what stands between spaces and is
     not points and dashes alone; notes, speakers' labels, stage directions, running heads and stamps aside. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What may stand between spaces and be no word. -->
  <xsl:variable name="d:no-letters" as="xs:string">–—-−.…,;:!?()[]{{}}“”‘’«»"'*/|+=&lt;&gt;&amp;§¶†‡№º°</xsl:variable>

  <!-- The strings that count, parted where words are parted. -->
  <xsl:mode name="d:counted" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:function name="d:word-count" as="xs:integer" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="strings" as="xs:string*"><xsl:apply-templates select="$element/node()" mode="d:counted"/></xsl:variable>
    <xsl:sequence select="count(tokenize(string-join($strings))[translate(., $d:no-letters, '') ne ''])"/>
  </xsl:function>

  <!-- The words of one turn, those of turns within it aside. -->
  <xsl:function name="d:turn-words" as="xs:integer" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:variable name="strings" as="xs:string*">
      <xsl:apply-templates select="$turn/node()" mode="d:counted"><xsl:with-param name="turn-only" select="true()" tunnel="yes"/></xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="count(tokenize(string-join($strings))[translate(., $d:no-letters, '') ne ''])"/>
  </xsl:function>

  <xsl:template match="text()" mode="d:counted" as="xs:string"><xsl:sequence select="string()"/></xsl:template>
  <xsl:template match="lb | pb | cb | gb" mode="d:counted" as="xs:string?"><xsl:sequence select="' '[not(current()/@break = 'no')]"/></xsl:template>
  <xsl:template match="*[local-name() = $d:always-blocks or parent::*[d:is-structure(.)]]" mode="d:counted" as="xs:string*" priority="-0.2">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="' '"/>
  </xsl:template>
  <xsl:template match="note | speaker | stage | del | fw | stamp | metamark | supplied[@reason = 'signature'] | gloss[preceding-sibling::foreign] | am | index" mode="d:counted" as="empty-sequence()" priority="1"/>
  <xsl:template match="sp | said[@who]" mode="d:counted" as="xs:string*" priority="1">
    <xsl:param name="turn-only" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$turn-only and exists(self::sp | self::said[d:is-turn(.)])"><xsl:sequence select="' '"/></xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="choice" mode="d:counted" as="xs:string*"><xsl:apply-templates select="(corr, reg, expan, unclear, *)[1]" mode="#current"/></xsl:template>
  <xsl:template match="app" mode="d:counted" as="xs:string*"><xsl:apply-templates select="(lem, rdg)[1]" mode="#current"/></xsl:template>
  <xsl:template match="seg[@type = 'alternative'][add]" mode="d:counted" as="xs:string*"><xsl:apply-templates select="add[last()]" mode="#current"/></xsl:template>
</xsl:stylesheet>
