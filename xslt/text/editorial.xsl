<?xml version="1.0" encoding="UTF-8"?>
<!-- What translator, transcriber and editors did, with the signs of the critical text. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="supplied" mode="d:line" as="xs:string*">
    <xsl:sequence select="'['"/><xsl:apply-templates mode="#current"/><xsl:sequence select="if (@cert = ('low', 'unknown')) then '?]' else ']'"/>
  </xsl:template>

  <xsl:template match="sic | surplus" mode="d:line" as="xs:string*">
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="$policy = 'critical' and not(parent::choice)"><xsl:sequence select="' ' || d:say('txt-sic')"/></xsl:if>
  </xsl:template>

  <xsl:template match="choice/corr" mode="d:line" as="xs:string">
    <xsl:sequence select="' ' || d:say('txt-correctly', d:line(node()))"/>
  </xsl:template>

  <xsl:template match="choice/expan | choice/reg" mode="d:line" as="xs:string">
    <xsl:sequence select="' {= ' || d:line(node()) || '}'"/>
  </xsl:template>
  <xsl:template match="gloss[@resp or preceding-sibling::foreign]" mode="d:line" as="xs:string">
    <xsl:sequence select="'{= ' || d:line(node()) || '}'"/>
  </xsl:template>
  <xsl:template match="app/rdg[preceding-sibling::*] | rdgGrp/rdg" mode="d:line" as="xs:string">
    <xsl:sequence select="' {' || d:say('variant') || d:line(node()) || '}'"/>
  </xsl:template>

  <xsl:template match="unclear" mode="d:line" as="xs:string*">
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="not($policy = 'reading')"><xsl:sequence select="'{?}'"/></xsl:if>
  </xsl:template>

  <!-- A gap's reason is the edition's word: the diplomatic and the reading text only show that something is missing. -->
  <xsl:template match="gap | space" mode="d:line" as="xs:string*">
    <xsl:sequence select="if ($policy = 'critical') then '{' || d:gap-words(.) || '}' else '{…}'"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="stamp" mode="d:line" as="xs:string">
    <xsl:variable name="lines" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="d:say('txt-stamp', d:tidy($lines))"/>
  </xsl:template>
</xsl:stylesheet>
