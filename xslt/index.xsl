<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page. Input: a documents element with what summary.xsl says of each document. Parameters: edition, language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/own.xsl"/>
  <xsl:include href="html/timeline.xsl"/>
  <xsl:include href="html/sorting.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="element()" xpath-default-namespace="">
    <xsl:variable name="orders" as="xs:string*" select="d:orders-of(documents/document)"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{d:edition('title')}</title>
        <xsl:call-template name="d:head-common">
          <xsl:with-param name="up" select="''"/>
          <xsl:with-param name="policy-for-scripts" select="$d:policy-for-sorting"/>
        </xsl:call-template>
        <xsl:if test="exists($orders)"><script src="assets/list.js" defer=""/></xsl:if>
      </head>
      <body class="page-index">
        <a class="skip" href="#_documents">{d:say('skip')}</a>
        <main>
          <header class="front">
            <p class="kicker">{string-join((d:edition('publisher'), d:edition('version')[. ne ''] ! d:say('version', .))[. ne ''], ' · ')}</p>
            <h1>{d:edition('title')}</h1>
            <xsl:where-populated><p class="subtitle">{d:edition('subtitle')}</p></xsl:where-populated>
          </header>
          <xsl:call-template name="d:own-text"/>
          <nav class="ways" aria-label="{d:say('site-nav')}">
            <ul role="list"><xsl:for-each select="$d:kinds, 'works', 'chronology', 'search'[d:edition('search') ne ''], $d:about-pages"><li><xsl:sequence select="d:page-link(., '', '')"/></li></xsl:for-each></ul>
          </nav>
          <xsl:call-template name="d:timeline"><xsl:with-param name="documents" select="documents/document"/></xsl:call-template>
          <section id="_documents" aria-labelledby="_documents-head">
            <h2 id="_documents-head">{d:say('documents')}</h2>
            <xsl:call-template name="d:sorting"><xsl:with-param name="orders" select="$orders"/></xsl:call-template>
            <ol class="documents" role="list">
              <xsl:apply-templates select="documents/document"><xsl:with-param name="orders" select="$orders"/><xsl:sort select="(@sort-date[matches(., '^[0-9]{4}')], '~' || @sort-date)[1]"/><xsl:sort select="@id"/></xsl:apply-templates>
            </ol>
          </section>
          <xsl:if test="d:edition('citation') ne ''">
            <section class="panel" aria-labelledby="_cite"><h2 id="_cite">{d:say('cite-edition')}</h2><p>{d:edition('citation')}</p></section>
          </xsl:if>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="''"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- "A. Vale → Harbour Board", as far as they are known. -->
  <xsl:function name="d:parties" as="xs:string" visibility="public">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="
        if ($document/@to ne '') then string-join(($document/@from[. ne ''], '→', $document/@to), ' ') else string($document/@from)"/>
  </xsl:function>

  <xsl:template match="*:document" as="element()">
    <xsl:param name="orders" as="xs:string*"/>
    <li>
      <xsl:call-template name="d:sort-values"><xsl:with-param name="orders" select="$orders"/></xsl:call-template>
      <p class="when">{if (@date ne '') then @date else d:say('undated')}</p>
      <div>
        <h3><a href="documents/{encode-for-uri(@id)}/index.html">{@title}</a></h3>
        <xsl:where-populated><p class="abstract">{@abstract}</p></xsl:where-populated>
        <p class="meta">{string-join((@kind, d:parties(.), @reference, d:say('word-count', format-integer(@words, '#,##0')),
            @status[. ne ''] ! d:say-value('status', ., .))[. ne ''], ' · ')}</p>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>
