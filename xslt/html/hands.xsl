<?xml version="1.0" encoding="UTF-8"?>
<!-- Hands: additions, deletions, substitutions, alternatives (TEI 12.3.1). What is drawn is also said in words. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="add" mode="d:html" as="element()">
    <ins>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'add', @place ! ('place-' || .), d:hand-class(@hand)"/></xsl:call-template>
      <xsl:variable name="place" as="xs:string" select="d:say-value('place', @place, '')"/>
      <xsl:variable name="words" as="xs:string"
          select="if (@hand) then d:say('added', (d:hand-name(@hand), $place)) else d:say('added-plain', $place)"/>
      <xsl:attribute name="title" select="replace($words, ':\s*$', '')"/>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="$words"/></xsl:call-template>
      <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
        <xsl:attribute name="class" select="'hand-words'"/>
        <xsl:apply-templates mode="#current"/>
      </xsl:element>
      <xsl:call-template name="d:hand-sign"/>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('added-end')"/></xsl:call-template>
    </ins>
  </xsl:template>

  <xsl:template match="del" mode="d:html" as="element()">
    <del>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'del', d:hand-class(@hand)"/></xsl:call-template>
      <xsl:attribute name="title" select="replace(d:say('deleted'), ':\s*$', '')"/>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('deleted')"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
      <xsl:call-template name="d:hand-sign"/>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('deleted-end')"/></xsl:call-template>
    </del>
  </xsl:template>

  <xsl:template match="subst | seg[@type = 'alternative'] | mod | restore | retrace | listTranspose | substJoin" mode="d:html" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="(@type[. = 'alternative'], local-name())[1]"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="handShift" mode="d:html" as="element()">
    <span>
      <xsl:call-template name="d:attributes"/>
      <span class="ui">{d:say('hand-changes', d:hand-name(@new))}</span>
    </span>
  </xsl:template>

  <!-- An addition or deletion too long for one element: where it begins is said; it ends at the anchor it names. -->
  <xsl:template match="addSpan | delSpan" mode="d:html" as="element()">
    <span>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'span-sign', d:hand-class(@hand)"/></xsl:call-template>
      <span class="ui">[{if (self::addSpan) then d:say('addition-begins', d:hand-name(@hand)) else d:say('deletion-begins')}]</span>
    </span>
  </xsl:template>

  <!-- Where there are several hands, the number of this one; the legend says whose it is. -->
  <xsl:template name="d:hand-sign" as="element()?">
    <xsl:variable name="hand" as="element()?" select="d:resolve(@hand)[self::handNote][1]"/>
    <xsl:if test="$hand and d:hands(root())[2]">
      <span class="ui hand-sign" aria-hidden="true">{d:hand-number($hand)}</span>
    </xsl:if>
  </xsl:template>

  <!-- Hands are told apart by number; from the fifth on by their words alone. -->
  <xsl:function name="d:hand-class" as="xs:string" visibility="public">
    <xsl:param name="hand" as="attribute()?"/>
    <xsl:variable name="note" as="element()?" select="d:resolve($hand)[self::handNote][1]"/>
    <xsl:sequence select="if ($note) then 'hand-' || d:hand-number($note) else 'hand-0'"/>
  </xsl:function>
</xsl:stylesheet>
