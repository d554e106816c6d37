<?xml version="1.0" encoding="UTF-8"?>
<!-- Page numbers of the source in the margin, at their very place (TEI 3.11.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="pb | cb | gb" mode="d:html" as="node()+">
    <xsl:variable name="words" as="xs:string" select="
        if (not(@n)) then d:say('page-unnumbered') else if (self::cb) then d:say('column', @n) else d:say('page', @n)"/>
    <xsl:if test="d:parts-words(.)"><xsl:text> </xsl:text></xsl:if>
    <span>
      <xsl:call-template name="d:attributes">
        <xsl:with-param name="class" select="'pb', 'inside'[current()/@break = 'no'], 'between'[current()/parent::*[d:is-structure(.)]]"/>
        <xsl:with-param name="id" select="string((@xml:id, d:page-id(.))[1])"/>
      </xsl:call-template>
      <a class="ui" href="#{(@xml:id, d:page-id(.))[1]}" aria-label="{$words}">{@n}</a>
    </span>
  </xsl:template>

  <!-- Does the break alone part two words, with no space at either side? -->
  <xsl:function name="d:parts-words" as="xs:boolean" visibility="public">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="not($break/@break = 'no')
        and matches(string($break/preceding-sibling::node()[1]), '[\p{L}\p{N}]$') and matches(string($break/following-sibling::node()[1]), '^[\p{L}\p{N}]')"/>
  </xsl:function>

  <xsl:function name="d:page-id" as="xs:string" visibility="public">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="'_' || local-name($break) || '.' || $break/accumulator-before('d:page-number')"/>
  </xsl:function>

  <xsl:accumulator name="d:page-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//pb | text//cb | text//gb" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Running heads and printed page numbers. -->
  <xsl:template match="fw" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'fw', @type"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
