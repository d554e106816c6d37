<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page. Input: a documents element with what summary.xsl says of each document. Parameters: edition, language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <!-- What this page may do and no other may: run the edition's own scripts and Pagefind's, which is WebAssembly, and read its index. -->
  <xsl:variable name="d:policy-for-search" as="xs:string"
      select="'script-src ''self'' file: ''wasm-unsafe-eval''; worker-src ''self''; connect-src ''self''; form-action ''self'''"/>

  <!-- What a search can be narrowed to; the script fills in what the edition has of each. -->
  <xsl:variable name="d:facets" as="xs:string+" select="'kind', 'year', 'speaker', 'person'"/>

  <xsl:template match="/" as="element()">
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{d:say('page-search')} · {d:edition('title')}</title>
        <xsl:call-template name="d:head-common">
          <xsl:with-param name="up" select="''"/>
          <xsl:with-param name="policy-for-scripts" select="$d:policy-for-search"/>
        </xsl:call-template>
        <link rel="stylesheet" href="assets/search.css"/>
        <script src="assets/search.js" defer=""/>
      </head>
      <body class="page-around page-search">
        <a class="skip" href="#_search">{d:say('skip')}</a>
        <xsl:call-template name="d:site-head"><xsl:with-param name="up" select="''"/><xsl:with-param name="here" select="'search'"/></xsl:call-template>
        <main>
          <h1>{d:say('page-search')}</h1>
          <xsl:call-template name="d:search-form"/>
          <section id="_documents" aria-labelledby="_documents-head">
            <h2 id="_documents-head">{d:say('documents')}</h2>
            <ol class="found-documents" role="list">
              <xsl:apply-templates select="documents/document"><xsl:sort select="(@sort-date[matches(., '^[0-9]{4}')], '~' || @sort-date)[1]"/><xsl:sort select="@id"/></xsl:apply-templates>
            </ol>
          </section>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="''"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- The form, and below it what is found. The script's words are in data attributes, so that it has none of its own. -->
  <xsl:template name="d:search-form" as="element()+">
    <form id="_search" class="search" role="search" method="get" action="search.html" data-disk="{d:say('search-disk')}" data-none="{d:say('search-none')}"
        data-found="{d:say('search-found')}" data-failed="{d:say('search-failed')}" data-page="{d:say('page')}">
      <p class="query">
        <label for="_q">{d:say('search-for')}</label>
        <input id="_q" name="q" type="search" autocomplete="off" spellcheck="false"/>
        <button type="submit">{d:say('search-button')}</button>
      </p>
      <fieldset>
        <legend class="vh">{d:say('search-narrow')}</legend>
        <xsl:for-each select="$d:facets">
          <p>
            <label for="_{.}">{d:say('search-' || .)}</label>
            <select id="_{.}" name="{.}"><option value="">{d:say('search-any')}</option></select>
          </p>
        </xsl:for-each>
      </fieldset>
    </form>
    <noscript><p class="search-said">{d:say('search-no-script')}</p></noscript>
    <p id="_said" class="search-said" role="status"/>
    <ol id="_found" class="found" role="list" aria-label="{d:say('search-hits')}"/>
    <p><button id="_more" type="button" hidden="">{d:say('search-more')}</button></p>
  </xsl:template>

  <xsl:template match="document" as="element()">
    <li><a href="documents/{encode-for-uri(@id)}/index.html">{@title}</a><xsl:if test="@date ne ''"><span> {@date}</span></xsl:if></li>
  </xsl:template>
</xsl:stylesheet>
