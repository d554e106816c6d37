<?xml version="1.0" encoding="UTF-8"?>
<!-- The speech ribbon: a lane for each speaker, every turn in its order, as long as what is said. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A turn shorter than one in so many of the whole has a bar too narrow to be hit: five pixels on a wide screen. -->
  <xsl:param name="least-link" as="xs:integer" select="100"/>

  <xsl:template name="d:ribbon" as="element()?">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="turns" as="element()*" select="d:turns($text)"/>
    <xsl:if test="count($turns) gt 1">
      <section class="speech" aria-labelledby="_speech">
        <h2 id="_speech">{d:say('speech')}</h2>
        <table class="ribbon">
          <thead><tr>
            <th scope="col">{d:say('speaker')}</th><th scope="col">{d:say('turns')}</th>
            <th scope="col">{d:say('words')}</th><th scope="col" class="course">{d:say('course')}</th>
          </tr></thead>
          <tbody><xsl:call-template name="d:lanes"><xsl:with-param name="turns" select="$turns"/></xsl:call-template></tbody>
        </table>
        <p class="hint">{d:say('speech-note')}<xsl:if test="$turns/self::said"> {d:say('speech-reported')}</xsl:if></p>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One row for each speaker: name, turns, words, and the lane. Turns of one speaker are found by key, not by search. -->
  <xsl:template name="d:lanes" as="element()*">
    <xsl:param name="turns" as="element()+"/>
    <xsl:variable name="lengths" as="xs:integer+" select="$turns ! d:turn-words(.)"/>
    <xsl:variable name="starts" as="xs:integer+" select="d:running-sums($lengths)"/>
    <xsl:variable name="keys" as="xs:string+" select="$turns ! d:speaker-key(.)"/>
    <xsl:for-each-group select="1 to count($turns)" group-by="let $n := . return $keys[$n]">
      <xsl:variable name="first" as="element()" select="$turns[current()]"/>
      <tr class="{d:tone($first)}">
        <th scope="row"><a href="#{d:turn-id($first)}">{d:speaker-name($first)}</a></th>
        <td>{count(current-group())}</td>
        <td>{format-integer(sum(for $n in current-group() return $lengths[$n]), '#,##0')}</td>
        <td class="course" aria-hidden="true">
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 9" preserveAspectRatio="none">
            <xsl:call-template name="d:bars">
              <xsl:with-param name="turns" select="for $n in current-group() return $turns[$n]"/>
              <xsl:with-param name="starts" select="for $n in current-group() return $starts[$n]"/>
              <xsl:with-param name="lengths" select="for $n in current-group() return $lengths[$n]"/>
              <xsl:with-param name="total" select="max((1, sum($lengths)))"/>
            </xsl:call-template>
          </svg>
        </td>
      </tr>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The bars of one speaker. What is too short to be hit is no link, and all such bars are one path: a talk may have a thousand turns. -->
  <xsl:template name="d:bars" as="element()*">
    <xsl:param name="turns" as="element()+"/>
    <xsl:param name="starts" as="xs:integer+"/>
    <xsl:param name="lengths" as="xs:integer+"/>
    <xsl:param name="total" as="xs:integer"/>
    <xsl:variable name="strokes" as="xs:string+" select="for-each-pair($starts, $lengths, function($start, $length) { 'M' || round($start * 1000 div $total) || ' 5h' || d:bar-width($length, $total) })"/>
    <xsl:for-each-group select="1 to count($turns)" group-by="
        let $n := . return if ($lengths[$n] * $least-link ge $total) then $n else -xs:integer(d:is-reported($turns[$n]))">
      <xsl:call-template name="d:bar">
        <xsl:with-param name="turn" select="$turns[current()]"/>
        <xsl:with-param name="strokes" select="for $n in current-group() return $strokes[$n]"/>
        <xsl:with-param name="is-link" select="$lengths[current()] * $least-link ge $total"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A bar is a stroke as thick as the lane: half as many characters as a rectangle. -->
  <xsl:template name="d:bar" as="element()">
    <xsl:param name="turn" as="element()"/>
    <xsl:param name="strokes" as="xs:string+"/>
    <xsl:param name="is-link" as="xs:boolean"/>
    <xsl:variable name="path" as="element()">
      <path d="{string-join($strokes)}" xmlns="http://www.w3.org/2000/svg">
        <xsl:if test="d:is-reported($turn)"><xsl:attribute name="class" select="'reported'"/></xsl:if>
      </path>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$is-link"><a href="#{d:turn-id($turn)}" tabindex="-1" xmlns="http://www.w3.org/2000/svg"><xsl:sequence select="$path"/></a></xsl:when>
      <xsl:otherwise><xsl:sequence select="$path"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In thousandths of the whole. The shortest turn still shows; between two long ones of one speaker there is a gap. -->
  <xsl:function name="d:bar-width" as="xs:string" visibility="public">
    <xsl:param name="length" as="xs:integer"/>
    <xsl:param name="total" as="xs:integer"/>
    <xsl:sequence select="string(round(max((2.5, $length * 1000 div $total - 1.5))))"/>
  </xsl:function>

  <!-- 0, then each sum but the last: where each of a row of lengths begins. -->
  <xsl:function name="d:running-sums" as="xs:integer*" visibility="public">
    <xsl:param name="lengths" as="xs:integer*"/>
    <xsl:iterate select="$lengths">
      <xsl:param name="sum" as="xs:integer" select="0"/>
      <xsl:sequence select="$sum"/>
      <xsl:next-iteration><xsl:with-param name="sum" select="$sum + ."/></xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The id of a turn, or of the first thing in it that has one. -->
  <xsl:function name="d:turn-id" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="string(($turn/@xml:id, $turn//@xml:id, '_text')[1])"/>
  </xsl:function>
</xsl:stylesheet>
