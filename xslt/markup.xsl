<?xml version="1.0" encoding="UTF-8"?>
<!-- The TEI of a document as a page to read: tags in colour, each id a link to its place on the page and back. Parameters: document-id, edition, language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="html/site.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- XML as it stands, for reading. -->
  <xsl:mode name="d:markup" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="title" as="xs:string" select="d:title((//teiHeader)[1])"/>
    <html lang="{$language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>TEI · {$title} · {d:edition('title')}</title>
        <xsl:call-template name="d:head-common"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
        <link rel="canonical" href="{d:address()[d:edition('base_url') ne '']}index.html"/>
      </head>
      <body class="page-markup">
        <a class="skip" href="#_text">{d:say('skip')}</a>
        <xsl:call-template name="d:site-head"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
        <xsl:call-template name="d:crumbs">
          <xsl:with-param name="up" select="'../../'"/>
          <xsl:with-param name="above" select="'documents'"/>
          <xsl:with-param name="here" select="$title || ' · TEI'"/>
        </xsl:call-template>
        <main>
          <h1>{$title}</h1>
          <p class="about-state">{d:say('about-markup')} <a href="index.html">{d:say('to-page')}</a><xsl:if test="$transcript"> · <a href="source.html">{d:say('source-page')}</a></xsl:if></p>
          <pre class="markup" id="_text" tabindex="0"><code><xsl:apply-templates select="node()" mode="d:markup"/></code></pre>
        </main>
        <xsl:call-template name="d:site-foot"><xsl:with-param name="up" select="'../../'"/></xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="d:markup" as="node()+">
    <span class="t">&lt;{name()}</span>
    <xsl:if test="namespace-uri() ne string(namespace-uri(..))"><span class="a"> xmlns{substring-before(name(), ':')[. ne ''] ! (':' || .)}=<i>"{namespace-uri()}"</i></span></xsl:if>
    <xsl:apply-templates select="@*" mode="#current"/>
    <xsl:choose>
      <xsl:when test="exists(node())">
        <span class="t">&gt;</span>
        <xsl:apply-templates mode="#current"/>
        <span class="t">&lt;/{name()}&gt;</span>
      </xsl:when>
      <xsl:otherwise><span class="t">/&gt;</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="d:markup" as="element()">
    <span class="a"> {name()}=<i>"{d:escaped(.)}"</i></span>
  </xsl:template>

  <!-- A pointer into the register leads to the page of its entry. -->
  <xsl:template match="text//@ref[d:entry(..)]" mode="d:markup" as="element()">
    <span class="a"> {name()}=<a href="../../{d:entry(..)/@href}">"{d:escaped(.)}"</a></span>
  </xsl:template>

  <!-- An id in the text is a place here, and leads to the same place on the page. -->
  <xsl:template match="text//@xml:id" mode="d:markup" priority="1" as="element()+">
    <span class="a" id="{.}"> xml:id=<a href="index.html#{.}">"{.}"</a></span>
    <xsl:variable name="line" as="xs:string?" select="d:line-of(.)"/>
    <xsl:if test="$line"><a class="line-of" href="source.html#L{$line}" data-line="{$line}" aria-label="{d:say('to-line', $line)}"/></xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="d:markup" as="text()">
    <xsl:value-of select="d:escaped(.)"/>
  </xsl:template>

  <xsl:template match="comment()" mode="d:markup" as="element()"><span class="c">&lt;!--{.}--&gt;</span></xsl:template>
  <xsl:template match="processing-instruction()" mode="d:markup" as="element()"><span class="c">&lt;?{name()} {.}?&gt;</span></xsl:template>

  <!-- Characters as the file must write them. -->
  <xsl:function name="d:escaped" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;') => replace('&gt;', '&amp;gt;')"/>
  </xsl:function>
</xsl:stylesheet>
