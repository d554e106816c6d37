<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page of the edition has: its head and foot, style sheet and security policy. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:head-common" as="element()*">
    <xsl:param name="up" as="xs:string"/>
    <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; base-uri 'none'; form-action 'none'"/>
    <meta name="generator" content="diple"/>
    <meta name="color-scheme" content="light dark"/>
    <link rel="stylesheet" href="{$up}assets/diple.css"/>
  </xsl:template>

  <xsl:template name="d:site-head" as="element()">
    <xsl:param name="up" as="xs:string"/>
    <header class="site">
      <a class="edition-title" href="{$up}index.html">{d:edition('title')}</a>
      <nav aria-label="{d:say('site-nav')}"><a href="{$up}index.html#_documents">{d:say('documents')}</a></nav>
    </header>
  </xsl:template>

  <xsl:template name="d:site-foot" as="element()">
    <footer class="site">
      <p>
        <xsl:text>{string-join((d:edition('title'), d:edition('version')[. ne ''] ! d:say('version', .), d:date-words(d:edition('date')), d:edition('publisher'))[. ne ''], ' · ')}</xsl:text>
      </p>
      <xsl:if test="d:edition('licence_name') ne ''">
        <p>
          <xsl:text>{d:say('licence')}: </xsl:text>
          <xsl:call-template name="d:link">
            <xsl:with-param name="address" select="d:edition('licence_url')"/>
            <xsl:with-param name="label" select="d:edition('licence_name')"/>
          </xsl:call-template>
          <xsl:text>. {d:edition('rights')}</xsl:text>
        </p>
      </xsl:if>
    </footer>
  </xsl:template>

  <!-- A link where the address is safe, else the bare label. -->
  <xsl:template name="d:link" as="node()">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="d:safe-address($address)"><a href="{d:safe-address($address)}">{$label}</a></xsl:when>
      <xsl:otherwise><xsl:text>{$label}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
