<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages around the documents: register, indexes, conventions, about, downloads, state of the work, and what a wrong address gets.
     Input: an around element that names the page (@page) and holds what it shows. Parameters: path, edition, language, register. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/own.xsl"/>
  <xsl:include href="html/passages.xsl"/>
  <xsl:include href="html/entries.xsl"/>
  <xsl:include href="html/indexes.xsl"/>
  <xsl:include href="html/conventions.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/downloads.xsl"/>
  <xsl:include href="html/status.xsl"/>

  <!-- The address of the page under the edition's. -->
  <xsl:param name="path" as="xs:string" select="''"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- What stands under the head of a page. -->
  <xsl:mode name="d:around" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()"><xsl:apply-templates select="around"/></xsl:template>

  <xsl:template match="around" as="element()">
    <xsl:variable name="up" as="xs:string" select="d:up(.)"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{d:page-title(.)}{d:portion(.)} · {d:edition('title')}</title>
        <xsl:call-template name="d:head-common">
          <xsl:with-param name="up" select="$up"/>
          <xsl:with-param name="sheets" select="'diple', 'around', ('forms', 'hands')[current()/@page = 'conventions']"/>
        </xsl:call-template>
        <xsl:if test="d:edition('base_url') ne '' and @page ne '404'"><link rel="canonical" href="{d:edition('base_url')}{$path ! tokenize(., '/') ! encode-for-uri(.) => string-join('/')}"/></xsl:if>
      </head>
      <body class="page-around page-{@page}">
        <a class="skip" href="#_text">{d:say('skip')}</a>
        <xsl:call-template name="d:site-head">
          <xsl:with-param name="up" select="$up"/>
          <xsl:with-param name="here" select="string(@page)"/>
        </xsl:call-template>
        <xsl:call-template name="d:crumbs">
          <xsl:with-param name="up" select="$up"/>
          <xsl:with-param name="above" select="d:kind-above(.)"/>
          <xsl:with-param name="here" select="d:page-title(.)"/>
        </xsl:call-template>
        <main id="_text" tabindex="-1">
          <xsl:where-populated><p class="kicker"><xsl:apply-templates select="." mode="d:kicker"/></p></xsl:where-populated>
          <h1>{d:page-title(.)}{d:portion(.)}</h1>
          <xsl:apply-templates select="." mode="d:around"/>
          <xsl:call-template name="d:pager"/>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="$up"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <xsl:mode name="d:kicker" on-no-match="deep-skip"/>

  <!-- The way from the page to the edition's folder. A page for wrong addresses is shown at any of them, so it needs the whole address. -->
  <xsl:function name="d:up" as="xs:string" visibility="public">
    <xsl:param name="around" as="element(around)"/>
    <xsl:sequence select="if ($around/@page = '404') then d:edition('base_url') else string($around/@up)"/>
  </xsl:function>

  <xsl:function name="d:page-title" as="xs:string" visibility="public">
    <xsl:param name="around" as="element(around)"/>
    <xsl:sequence select="if ($around/@page = 'entry') then string($around/entry/@name) else d:say('page-' || $around/@page)"/>
  </xsl:function>

  <!-- Which part of a long page this is. -->
  <xsl:function name="d:portion" as="xs:string">
    <xsl:param name="around" as="element(around)"/>
    <xsl:sequence select="if ($around/@last = '1') then '' else ' ' || d:say('portion', ($around/@number, $around/@last))"/>
  </xsl:function>

  <xsl:function name="d:kind-above" as="xs:string?">
    <xsl:param name="around" as="element(around)"/>
    <xsl:sequence select="$around/entry[$around/@page = 'entry']/@kind ! string()"/>
  </xsl:function>

  <!-- The parts of a long page before and after, or the entries before and after in the register. -->
  <xsl:template name="d:pager" as="element()?">
    <xsl:variable name="number" as="xs:integer" select="xs:integer(@number)"/>
    <xsl:variable name="beside" as="element()*">
      <xsl:sequence select="previous[current()/@page = 'entry'], next[current()/@page = 'entry']"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@last ne '1'">
        <nav class="neighbours" aria-label="{d:say('portions')}">
          <xsl:if test="$number gt 1"><a rel="prev" href="{d:portion-address(., $number - 1)}"><span>{d:say('previous')}</span> {d:say('portion', (string($number - 1), @last))}</a></xsl:if>
          <xsl:if test="$number lt xs:integer(@last)"><a rel="next" href="{d:portion-address(., $number + 1)}"><span>{d:say('next')}</span> {d:say('portion', (string($number + 1), @last))}</a></xsl:if>
        </nav>
      </xsl:when>
      <xsl:when test="exists($beside)">
        <nav class="neighbours" aria-label="{d:say('other-entries')}">
          <xsl:for-each select="$beside">
            <a rel="{if (self::previous) then 'prev' else 'next'}" href="{d:up(..)}{@href}"><span>{d:say(local-name())}</span> {@name}</a>
          </xsl:for-each>
        </nav>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="d:portion-address" as="xs:string">
    <xsl:param name="around" as="element(around)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="file" as="xs:string" select="encode-for-uri(replace(tokenize($around/@first, '/')[last()], '\.html$', ''))"/>
    <xsl:sequence select="$file || (if ($number gt 1) then '~' || $number else '') || '.html'"/>
  </xsl:function>
</xsl:stylesheet>
