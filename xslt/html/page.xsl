<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a page: head, landmarks, the parts in their order. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The states of the text and the files of their pages, in the order of the links. -->
  <xsl:variable name="d:states" as="element(state)+" xpath-default-namespace="">
    <state policy="critical" file="index.html"/>
    <state policy="diplomatic" file="diplomatic.html"/>
    <state policy="typed" file="typed.html"/>
    <state policy="reading" file="reading.html"/>
  </xsl:variable>

  <xsl:template name="d:page" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="($document//teiHeader)[1]"/>
    <xsl:variable name="text" as="element()*" select="d:texts($document)"/>
    <html lang="{$language}">
      <xsl:call-template name="d:page-head">
        <xsl:with-param name="header" select="$header"/>
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
      <body class="page-document state-{$policy}">
        <a class="skip" href="#_text">{d:say('skip')}</a>
        <xsl:call-template name="d:site-head"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
        <xsl:call-template name="d:crumbs">
          <xsl:with-param name="up" select="'../../'"/>
          <xsl:with-param name="above" select="'documents'"/>
          <xsl:with-param name="here" select="d:title($header)"/>
        </xsl:call-template>
        <main>
          <article>
            <xsl:call-template name="d:record-head">
              <xsl:with-param name="header" select="$header"/>
              <xsl:with-param name="text" select="$text"/>
            </xsl:call-template>
            <xsl:call-template name="d:state-links"/>
            <xsl:call-template name="d:text"><xsl:with-param name="text" select="$text"/></xsl:call-template>
            <xsl:call-template name="d:legend"><xsl:with-param name="text" select="$text"/></xsl:call-template>
            <xsl:call-template name="d:cite"><xsl:with-param name="header" select="$header"/><xsl:with-param name="text" select="$text"/></xsl:call-template>
            <xsl:call-template name="d:record"><xsl:with-param name="header" select="$header"/></xsl:call-template>
          </article>
          <xsl:call-template name="d:neighbours"/>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- The documents before and after in the order of the list: ids and titles, empty at either end. -->
  <xsl:param name="previous-id" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-id" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>

  <xsl:template name="d:neighbours" as="element()?">
    <xsl:if test="$previous-id ne '' or $next-id ne ''">
      <nav class="neighbours" aria-label="{d:say('neighbours')}">
        <xsl:if test="$previous-id ne ''">
          <a rel="prev" href="../{encode-for-uri($previous-id)}/index.html"><span>{d:say('previous')}</span> {$previous-title}</a>
        </xsl:if>
        <xsl:if test="$next-id ne ''">
          <a rel="next" href="../{encode-for-uri($next-id)}/index.html"><span>{d:say('next')}</span> {$next-title}</a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="d:page-head" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>{d:title($header)}<xsl:if test="$policy ne 'critical'"> ({d:say('state-' || $policy)})</xsl:if> · {d:edition('title')}</title>
      <xsl:call-template name="d:head-common">
        <xsl:with-param name="up" select="'../../'"/>
        <xsl:with-param name="sheets" select="'diple', 'forms'[d:has-rarer-forms($text)], 'hands'[$text//(add | del | stamp | metamark | handShift | addSpan | delSpan | note[@type = 'annotation'])]"/>
      </xsl:call-template>
      <xsl:if test="$policy ne 'critical'"><link rel="canonical" href="{d:address()[d:edition('base_url') ne '']}index.html"/></xsl:if>
      <link rel="alternate" type="application/tei+xml" href="{encode-for-uri($document-id)}.xml"/>
      <xsl:call-template name="d:metadata"><xsl:with-param name="header" select="$header"/></xsl:call-template>
      <xsl:call-template name="d:linked-data"><xsl:with-param name="header" select="$header"/></xsl:call-template>
    </head>
  </xsl:template>

  <!-- What every document may have; the style sheet "forms" is for all else, so that a long talk does not carry it. -->
  <xsl:variable name="d:common-forms" as="map(xs:string, xs:boolean)" select="map:merge((
      'body', 'div', 'head', 'p', 'sp', 'speaker', 'stage', 'opener', 'dateline', 'list', 'item', 'note', 'supplied', 'choice', 'sic', 'corr', 'abbr', 'expan', 'unclear',
      'foreign', 'persName', 'placeName', 'orgName', 'name', 'date', 'time', 'title', 'bibl', 'q', 'ref', 'anchor', 'lb') ! map:entry(., true()))"/>

  <xsl:function name="d:has-rarer-forms" as="xs:boolean" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="exists($text//*[not(map:contains($d:common-forms, local-name())) or self::div[@type = ('enclosure', 'attachment', 'annex')]])"/>
  </xsl:function>

  <xsl:template name="d:state-links" as="element()">
    <nav class="states" aria-label="{d:say('states')}">
      <ul>
        <xsl:for-each select="$d:states" xpath-default-namespace="">
          <li><a href="{@file}" title="{d:say('about-' || @policy)}">
            <xsl:if test="@policy = $policy"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
            <xsl:text>{d:say('state-' || @policy)}</xsl:text>
          </a></li>
        </xsl:for-each>
        <li class="beside"><a href="tei.html" title="{d:say('file-tei')}">TEI</a></li>
        <xsl:if test="$transcript"><li><a href="source.html" title="{d:say('source-of-edition')}">{d:say('source-page')}</a></li></xsl:if>
      </ul>
      <p class="about-state">{d:say('about-' || $policy)}</p>
    </nav>
  </xsl:template>

  <!-- The text itself. Marks and page numbers are placed against this element and no other. -->
  <xsl:template name="d:text" as="element()">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="usual" as="xs:string" select="d:usual-agent($text)"/>
    <section class="text" id="_text" tabindex="-1" aria-label="{d:say('text')}">
      <xsl:if test="$usual ne ''"><xsl:attribute name="aria-describedby" select="'_whose'"/></xsl:if>
      <xsl:if test="$text//supplied"><xsl:attribute name="style">--said:"{d:say('supplied')}: "</xsl:attribute></xsl:if>
      <xsl:attribute name="lang" select="head((($text/ancestor-or-self::*/@xml:lang[. ne ''])[last()], $language))"/>
      <xsl:apply-templates select="$text" mode="d:html"><xsl:with-param name="usual-agent" select="$usual" tunnel="yes"/></xsl:apply-templates>
    </section>
  </xsl:template>
</xsl:stylesheet>
