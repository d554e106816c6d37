<?xml version="1.0" encoding="UTF-8"?>
<!-- The timeline of the front page: a mark for each document at its date, its height the length of the document. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Documents with a full or partial date, between the first of January of the first year and the last of December of the last. -->
  <xsl:template name="d:timeline" as="element()?">
    <xsl:param name="documents" as="element()*"/>
    <xsl:variable name="dated" as="element()*" select="$documents[d:day(@sort-date) instance of xs:date]"/>
    <xsl:variable name="years" as="xs:integer*" select="$dated ! year-from-date(d:day(@sort-date))"/>
    <xsl:if test="count(distinct-values($years)) gt 1">
      <xsl:variable name="first" as="xs:integer" select="min($years)"/>
      <xsl:variable name="span" as="xs:integer" select="max($years) - $first + 1"/>
      <figure class="timeline">
        <svg viewBox="0 0 1000 64" role="group" aria-label="{d:say('timeline', (string($first), string(max($years)), string(count($dated))))}">
          <line x1="0" x2="1000" y1="44" y2="44"/>
          <xsl:call-template name="d:years"><xsl:with-param name="first" select="$first"/><xsl:with-param name="span" select="$span"/></xsl:call-template>
          <xsl:for-each select="$dated">
            <xsl:variable name="x" as="xs:decimal" select="d:across(d:day(@sort-date), $first, $span)"/>
            <a href="documents/{encode-for-uri(@id)}/index.html" tabindex="-1">
              <title>{@date}: {@title}</title>
              <rect x="{format-number($x - 3, '0.#')}" width="6" y="{44 - d:height(@words)}" height="{d:height(@words)}"/>
              <rect class="touch" x="{format-number($x - 12, '0.#')}" width="24" y="0" height="46"/>
            </a>
          </xsl:for-each>
        </svg>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- A label for each year, or where there are many for each fifth, tenth … -->
  <xsl:template name="d:years" as="element()*">
    <xsl:param name="first" as="xs:integer"/>
    <xsl:param name="span" as="xs:integer"/>
    <xsl:variable name="step" as="xs:integer" select="(1, 2, 5, 10, 20, 50, 100, 1000)[. ge $span div 15][1]"/>
    <xsl:for-each select="($first to $first + $span - 1)[. mod $step = 0]">
      <xsl:variable name="x" as="xs:decimal" select="(. - $first) * 1000 div $span"/>
      <line x1="{format-number($x, '0.#')}" x2="{format-number($x, '0.#')}" y1="44" y2="49"/>
      <text x="{format-number($x + 3, '0.#')}" y="61">{.}</text>
    </xsl:for-each>
  </xsl:template>

  <!-- The day of an ISO date, the first of the month or year where no more is known; nothing if it is no date. -->
  <xsl:function name="d:day" as="xs:date?" visibility="public">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="full" as="xs:string" select="substring($date || substring('0000-01-01', string-length($date) + 1), 1, 10)"/>
    <xsl:sequence select="if ($date ne '' and $full castable as xs:date) then xs:date($full) else ()"/>
  </xsl:function>

  <xsl:function name="d:across" as="xs:decimal" visibility="public">
    <xsl:param name="day" as="xs:date"/>
    <xsl:param name="first" as="xs:integer"/>
    <xsl:param name="span" as="xs:integer"/>
    <xsl:variable name="of-year" as="xs:decimal" select="xs:decimal(format-date($day, '[d]')) div 366"/>
    <xsl:sequence select="(year-from-date($day) - $first + $of-year) * 1000 div $span"/>
  </xsl:function>

  <!-- Ten times the words, twice the height. -->
  <xsl:function name="d:height" as="xs:integer" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="6 + 8 * (string-length($words) - 1)"/>
  </xsl:function>
</xsl:stylesheet>
