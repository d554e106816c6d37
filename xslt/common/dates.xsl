<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in words of the locale (processors speak few languages), from the normalised attributes (TEI att.datable.w3c); never from the clock. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- "4 May 1962" for 1962-05-04, "May 1962" for 1962-05, "4 May" for a day without its year, "1962"; anything else as it stands. -->
  <xsl:function name="d:date-words" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="date" as="xs:string" select="replace(string($iso), 'T.*$', '')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($date, '-') ! replace(., '^0+(.)', '$1')"/>
    <xsl:variable name="month" as="xs:string?" select="if (count($parts) gt 1) then tokenize(d:say('months'))[string(position()) = $parts[2]] else ()"/>
    <xsl:sequence select="
        if ($date castable as xs:date and not(starts-with($date, '-'))) then d:say('day-month-year', ($parts[3], $month, $parts[1]))
        else if ($date castable as xs:gMonthDay) then d:say('day-month', (replace($parts[4], '\D.*$', ''), tokenize(d:say('months'))[string(position()) = $parts[3]]))
        else if ($date castable as xs:gYearMonth and not(starts-with($date, '-'))) then d:say('month-year', ($month, $parts[1]))
        else $date"/>
  </xsl:function>

  <!-- The date of a date element: its day, or its bounds. -->
  <xsl:function name="d:date-of" as="xs:string" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="from" as="xs:string?" select="($date/@from, $date/@notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($date/@to, $date/@notAfter)[1]"/>
    <xsl:sequence select="
        if ($date/@when) then d:date-words($date/@when)
        else if ($from or $to) then string-join(distinct-values(($from, $to) ! d:date-words(.)), ' – ')
        else normalize-space($date)"/>
  </xsl:function>

  <!-- The date to sort by, or nothing. -->
  <xsl:function name="d:sort-date" as="xs:string" visibility="public">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[1])"/>
  </xsl:function>
</xsl:stylesheet>
