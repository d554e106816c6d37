<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page of the edition has: its head and foot, style sheet and security policy. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:head-common" as="element()*">
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="sheets" as="xs:string+" select="'diple', 'around'"/>
    <xsl:param name="policy-for-scripts" as="xs:string" select="'form-action ''none'''"/>
    <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; base-uri 'none'; {$policy-for-scripts}"/>
    <meta name="generator" content="diple"/>
    <meta name="color-scheme" content="light dark"/>
    <link rel="icon" href="{$up}assets/diple.svg" type="image/svg+xml"/>
    <xsl:for-each select="$sheets"><link rel="stylesheet" href="{$up}assets/{.}.css"/></xsl:for-each>
    <xsl:if test="d:edition('style') ne ''"><link rel="stylesheet" href="{$up}assets/{d:edition('style')}"/></xsl:if>
  </xsl:template>

  <xsl:template name="d:site-head" as="element()">
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="here" as="xs:string" select="''"/>
    <header class="site">
      <a class="edition-title" href="{$up}index.html">{d:edition('title')}</a>
      <nav aria-label="{d:say('site-nav')}">
        <a href="{$up}index.html#_documents">{d:say('documents')}</a>
        <xsl:sequence select="($d:kinds, 'works', 'chronology', 'search'[d:edition('search') ne '']) ! d:page-link(., $up, $here)"/>
      </nav>
    </header>
  </xsl:template>

  <!-- The kinds of entries that the register has. -->
  <xsl:variable name="d:kinds" as="xs:string*" select="('persons', 'places', 'organizations')[. = $register/*/*/@kind]"/>
  <!-- The pages about the edition as such. -->
  <xsl:variable name="d:about-pages" as="xs:string+" select="'about', 'conventions', 'abbreviations', 'downloads', 'status'"/>

  <xsl:function name="d:page-link" as="element()" visibility="public">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="here" as="xs:string"/>
    <a href="{$up}{$page}.html"><xsl:if test="$page = $here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>{d:say('page-' || $page)}</a>
  </xsl:function>

  <!-- The way from the front page to here; $above names the list that the page belongs to. -->
  <xsl:template name="d:crumbs" as="element()">
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="above" as="xs:string?"/>
    <xsl:param name="here" as="xs:string"/>
    <nav class="crumbs" aria-label="{d:say('crumbs')}">
      <ol role="list">
        <li><a href="{$up}index.html">{d:say('front-page')}</a></li>
        <xsl:if test="$above = 'documents'"><li><a href="{$up}index.html#_documents">{d:say('documents')}</a></li></xsl:if>
        <xsl:if test="$above = $d:kinds"><li><xsl:sequence select="d:page-link($above, $up, '')"/></li></xsl:if>
        <li aria-current="page">{$here}</li>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template name="d:site-foot" as="element()">
    <xsl:param name="up" as="xs:string"/>
    <footer class="site">
      <nav aria-label="{d:say('about-nav')}"><xsl:sequence select="$d:about-pages ! d:page-link(., $up, '')"/></nav>
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

  <!-- What a file is, in words, by how its name ends; the name where there are no words for it. -->
  <xsl:function name="d:file-label" as="xs:string" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="d:say-value('file', replace($name, '\.', '-'), d:say-value('file', replace($name, '\..*$', ''), $name))"/>
  </xsl:function>
</xsl:stylesheet>
