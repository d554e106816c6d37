<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks in the margin, drawn from the line where the marked words begin to the line where they end. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The names by which marks find the element: dashed idents with m3a where mark 3 begins, m3b where it ends. -->
  <xsl:function name="d:anchor-names" as="xs:string*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="id" as="attribute()?" select="$element/@xml:id"/>
    <xsl:sequence select="
        if ($id and exists($element/ancestor::text))
        then (key('d:marks-from', $id, root($element)) ! ('--m' || d:mark-number(.) || 'a'),
              key('d:marks-to', $id, root($element)) ! ('--m' || d:mark-number(.) || 'b'))
        else if ($element/self::metamark and d:mark-start($element) is $element)
        then '--m' || d:mark-number($element) || 'a'
        else ()"/>
  </xsl:function>

  <xsl:template match="metamark" mode="d:html" as="element()">
    <xsl:variable name="number" as="xs:integer" select="d:mark-number(.)"/>
    <xsl:variable name="found" as="xs:boolean" select="exists(d:mark-start(.)) and exists(d:mark-end(.))"/>
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'mark-place'"/></xsl:call-template>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="' [' || d:mark-words(.) || ']'"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
      <span class="ui mark rend-{replace((@rend, 'other')[1], '[^a-z-]', '')} {if (@place = 'margin-right') then 'right' else 'left'}{' lost'[not($found)]}"
          aria-hidden="true" title="{d:mark-words(.)}{if ($found) then '' else '. ' || d:say('unresolved')}">
        <xsl:attribute name="style" select="
            ('--slot:' || d:mark-slot(.)) || (if ($found) then ';--from:--m' || $number || 'a;--to:--m' || $number || 'b' else '')"/>
        <xsl:text>{d:mark-sign(.)}</xsl:text>
      </span>
    </xsl:element>
  </xsl:template>

  <!-- The sign of marks that are signs; lines are drawn, not written. -->
  <xsl:function name="d:mark-sign" as="xs:string" visibility="public">
    <xsl:param name="mark" as="element(metamark)"/>
    <xsl:variable name="signs" as="map(xs:string, xs:string)" select="
        map { 'question-mark': '?', 'exclamation-mark': '!', 'tick': '✓', 'cross': '×', 'circle': '○', 'other': '※' }"/>
    <xsl:sequence select="string($signs(string($mark/@rend)))"/>
  </xsl:function>
</xsl:stylesheet>
