<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcript of a document as it was received, line by line: what became text, sign, metadata or furniture, and where each
     passage of the edition begins. Input: the TEI. Parameters: document-id, transcript, edition, language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- A line with its stretches, as they were received. -->
  <xsl:mode name="d:transcript" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="title" as="xs:string" select="d:title((//*:teiHeader)[1])"/>
    <xsl:variable name="source" as="element(source)" select="$transcript/source"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{d:say('source-page')} · {$title} · {d:edition('title')}</title>
        <xsl:call-template name="d:head-common"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
        <link rel="canonical" href="{d:address()[d:edition('base_url') ne '']}index.html"/>
      </head>
      <body class="page-source">
        <a class="skip" href="#_text">{d:say('skip')}</a>
        <xsl:call-template name="d:site-head"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
        <xsl:call-template name="d:crumbs">
          <xsl:with-param name="up" select="'../../'"/>
          <xsl:with-param name="above" select="'documents'"/>
          <xsl:with-param name="here" select="$title || ' · ' || d:say('source-page')"/>
        </xsl:call-template>
        <main>
          <h1>{$title}</h1>
          <p class="about-state">{d:say('about-source', string($source/@name))} <a href="index.html">{d:say('to-page')}</a> · <a href="tei.html">TEI</a></p>
          <xsl:call-template name="d:source-legend"><xsl:with-param name="source" select="$source"/></xsl:call-template>
          <div class="transcript" id="_text" role="region" tabindex="0" aria-label="{d:say('source-page')}">
            <xsl:apply-templates select="$source/line" mode="d:transcript"/>
          </div>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- What the colours mean; or that nothing is known but the lines. -->
  <xsl:template name="d:source-legend" as="element()">
    <xsl:param name="source" as="element(source)"/>
    <xsl:choose>
      <xsl:when test="$source/@told = 'yes'">
        <ul class="was" role="list">
          <xsl:for-each select="('text', 'sign', 'metadata', 'furniture')[. = $source//s/@was]">
            <li><span class="was-{.}">{d:say('was-' || .)}</span></li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:otherwise><p class="about-state">{d:say('no-ledger')}</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="line" mode="d:transcript" as="element()">
    <div id="L{@n}">
      <a class="n" href="#L{@n}">{@n}</a>
      <p><xsl:apply-templates select="s" mode="#current"/></p>
      <xsl:where-populated>
        <div class="begins"><xsl:for-each select="tokenize(@begins)"><a href="index.html#{.}">{.}</a><xsl:text> </xsl:text></xsl:for-each></div>
      </xsl:where-populated>
    </div>
  </xsl:template>

  <!-- Words that stand in the edition need no sign; the rest says what it was taken for. -->
  <xsl:template match="s[@was = 'text']" mode="d:transcript" as="text()"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="s" mode="d:transcript" as="element()">
    <span class="was-{@was}"><xsl:if test="@by ne ''"><xsl:attribute name="title" select="@by"/></xsl:if>{.}</span>
  </xsl:template>
</xsl:stylesheet>
