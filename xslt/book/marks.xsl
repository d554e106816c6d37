<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks in the margin of a book, which has no lines to draw them along: the marked words bear classes, the mark a sign. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- id, lang and class, for the element of the context. -->
  <xsl:template name="d:attributes" as="attribute()*">
    <xsl:param name="class" as="xs:string*" select="local-name()"/>
    <xsl:param name="id" as="xs:string?" select="@xml:id"/>
    <xsl:variable name="classes" as="xs:string*" select="($class, d:extent-classes(.))[. ne '']"/>
    <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
    <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes" separator=" "/></xsl:if>
    <xsl:if test="@xml:lang[. ne '']"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
  </xsl:template>

  <!-- extent: the marked words are the element's; extent-from, extent-to: they begin at it, or end. -->
  <xsl:function name="d:extent-classes" as="xs:string*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="id" as="attribute()?" select="$element/@xml:id[exists($element/ancestor::text)]"/>
    <xsl:variable name="from" as="element()*" select="$id ! key('d:marks-from', ., root($element)), $element/self::metamark[d:mark-start(.) is .]"/>
    <xsl:variable name="to" as="element()*" select="$id ! key('d:marks-to', ., root($element))"/>
    <xsl:sequence select="
        if (normalize-space($element) and exists($from intersect $to)) then 'extent'
        else ('extent-from'[exists($from)], 'extent-to'[exists($to)])"/>
  </xsl:function>

  <xsl:template match="metamark" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'mark-place'"/></xsl:call-template>
      <span class="ui mark {if (@place = 'margin-right') then 'right' else 'left'}" aria-hidden="true">
        <xsl:text>{d:book-sign(.)}</xsl:text>
      </span>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="' [' || d:mark-words(.) || ']'"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- The sign of a mark; lines are written as strokes. -->
  <xsl:function name="d:book-sign" as="xs:string" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:variable name="strokes" as="map(xs:string, xs:string)" select="map {
        'line': '|', 'double-line': '||', 'triple-line': '|||', 'bracket': '[', 'underline': '_', 'double-underline': '=', 'wavy-line': '~' }"/>
    <xsl:sequence select="($strokes(string($mark/@rend)), d:mark-sign($mark)[. ne ''], '※')[1]"/>
  </xsl:function>
</xsl:stylesheet>
