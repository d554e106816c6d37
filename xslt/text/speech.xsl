<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns begin with their speaker; stage directions stand in parentheses. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="sp" mode="d:blocks" as="xs:string*">
    <xsl:variable name="delivery" as="element()*" select="speaker/following-sibling::*[1]/self::stage"/>
    <xsl:variable name="label" as="xs:string" select="d:label(., $delivery)"/>
    <xsl:variable name="said" as="xs:string*" select="d:paragraphs-of(node() except (speaker, $delivery))"/>
    <xsl:sequence select="d:opened(., (normalize-space($label || $said[1]), subsequence($said, 2)))"/>
  </xsl:template>

  <!-- "Lindqvist (to Aune): ". A label that ends in a point of its own has no colon added. -->
  <xsl:function name="d:label" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:param name="delivery" as="element()*"/>
    <xsl:variable name="written" as="xs:string" select="d:line($turn/speaker)"/>
    <xsl:variable name="name" as="xs:string" select="
        if ($written ne '' or not($policy = 'reading') or not($turn/@who)) then $written else d:speaker-name($turn)"/>
    <xsl:variable name="whole" as="xs:string" select="string-join(($name, $delivery ! d:line(.))[. ne ''], ' ')"/>
    <xsl:sequence select="if ($whole = '') then '' else $whole || (if (matches($whole, '[.:]$')) then ' ' else ': ')"/>
  </xsl:function>

  <xsl:template match="stage" mode="d:line" as="xs:string">
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="plain" as="xs:string" select="string-join($words)"/>
    <xsl:sequence select="if (matches($plain, '^\s*[(\[]') or not(normalize-space($plain))) then $plain else '(' || $plain || ')'"/>
  </xsl:template>

  <!-- Reported speech: the critical text says whose, and where it is not certain, how sure. -->
  <xsl:template match="said[@who]" mode="d:blocks" as="xs:string*">
    <xsl:variable name="paragraphs" as="xs:string*" select="d:paragraphs(.)"/>
    <xsl:variable name="sure" as="xs:string?" select="@cert[. ne 'high'] ! d:say-value('certainty', ., .)"/>
    <xsl:variable name="sign" as="xs:string" select="
        if ($policy = 'critical') then d:say('txt-reported', string-join((d:speaker-name(.), $sure), ', ')) || ' ' else ''"/>
    <xsl:sequence select="d:opened(., ($paragraphs[1] ! ($sign || .), subsequence($paragraphs, 2)))"/>
  </xsl:template>
</xsl:stylesheet>
