<?xml version="1.0" encoding="UTF-8"?>
<!-- The citation, the files to take away, and the metadata that reference managers read. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:cite" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="speech" as="xs:string?" select="'speech.csv'[exists(d:turns($text))]"/>
    <section class="panel cite" aria-labelledby="_cite">
      <h2 id="_cite">{d:say('cite')}</h2>
      <dl class="citations">
        <div><dt>Chicago</dt><dd><xsl:call-template name="d:chicago"><xsl:with-param name="header" select="$header"/></xsl:call-template></dd></div>
        <div><dt>MLA</dt><dd><xsl:call-template name="d:mla"><xsl:with-param name="header" select="$header"/></xsl:call-template></dd></div>
      </dl>
      <h3>{d:say('files')}</h3>
      <ul class="files" role="list">
        <li><a href="tei.html">{d:say('file-tei')}</a></li>
        <xsl:for-each select="'xml', 'critical.txt', 'diplomatic.txt', 'typed.txt', 'reading.txt', $speech, 'notes.csv', tokenize(d:edition('books')), 'bib', 'ris', 'csl.json'">
          <li><a href="{encode-for-uri($document-id)}.{.}" download="">{d:file-label(.)}</a></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- Author, “Title,” date, archive, translator, in Edition, version (publisher, year), address: Chicago's order for a document in an edition. -->
  <xsl:template name="d:chicago" as="node()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title" as="xs:string" select="d:title($header)"/>
    <xsl:variable name="translators" as="xs:string*" select="d:translators($header)"/>
    <xsl:variable name="facts" as="xs:string*" select="
        d:date-of(d:creation-date($header))[not(contains($title, .))], d:reference($header),
        if (exists($translators)) then d:say('translated-by', d:enumerate($translators)) else ()"/>
    <xsl:text>{string-join((d:enumerate(d:authors($header)), '“' || $title || ',”')[. ne ''], ', ')} {string-join(($facts[. ne ''], d:say('in-edition')), ', ')} </xsl:text>
    <cite>{d:edition('title')}</cite>
    <xsl:variable name="imprint" as="xs:string" select="string-join((d:edition('publisher'), d:edition-year())[. ne ''], ', ')"/>
    <xsl:text>{d:edition('version')[. ne ''] ! (', ' || d:say('version', .))}{$imprint[. ne ''] ! (' (' || . || ')')}{d:address()[d:edition('base_url') ne ''] ! (', ' || .)}.</xsl:text>
  </xsl:template>

  <!-- Author. “Title.” Date. Translated by translator. Edition, version, publisher, year, address. Archive. -->
  <xsl:template name="d:mla" as="node()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title" as="xs:string" select="d:title($header)"/>
    <xsl:variable name="translators" as="xs:string*" select="d:translators($header)"/>
    <xsl:variable name="facts" as="xs:string*" select="
        d:enumerate(d:authors($header)), '“' || $title || '.”', d:date-of(d:creation-date($header))[not(contains($title, .))],
        if (exists($translators)) then d:capitalise(d:say('translated-by', d:enumerate($translators))) else ()"/>
    <xsl:text>{string-join($facts[. ne ''] ! (if (matches(., '\.”?$')) then . else . || '.'), ' ')} </xsl:text>
    <cite>{d:edition('title')}</cite>
    <xsl:variable name="imprint" as="xs:string*" select="d:edition('version')[. ne ''] ! d:say('version', .), d:edition('publisher'), d:edition-year(), d:address()[d:edition('base_url') ne '']"/>
    <xsl:text>, {string-join($imprint[. ne ''], ', ')}. {d:reference($header)[. ne ''] ! (. || '.')}</xsl:text>
  </xsl:template>

  <!-- Highwire Press tags, which Zotero and Google Scholar read. -->
  <xsl:template name="d:metadata" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="tags" as="map(xs:string, xs:string*)" select="map {
        'citation_title': d:title($header),
        'citation_author': d:authors($header),
        'citation_publication_date': replace(d:sort-date(d:creation-date($header)), '-', '/'),
        'citation_inbook_title': d:edition('title'),
        'citation_publisher': d:edition('publisher'),
        'citation_language': $language,
        'citation_public_url': d:address()[d:edition('base_url') ne ''],
        'description': $header/profileDesc/abstract ! normalize-space() }"/>
    <xsl:for-each select="sort(map:keys($tags))">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:for-each select="$tags($name)[. ne '']"><meta name="{$name}" content="{.}"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The same in the terms of schema.org: data, no program. No "less than" may stand in it, lest it close the element. -->
  <xsl:template name="d:linked-data" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="work" as="element()">
      <map xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:sequence select="d:json-string('@context', 'https://schema.org'), d:json-string('@type', 'CreativeWork'),
            d:json-string('name', d:title($header)), d:json-string('identifier', $document-id), d:json-string('url', d:address()[d:edition('base_url') ne '']),
            d:json-agents('author', d:authors($header)), d:json-agents('translator', d:translators($header)),
            d:json-string('dateCreated', d:written($header)), d:json-string('inLanguage', $language),
            d:json-string('archivedAt', d:reference($header)), d:json-string('abstract', string($header/profileDesc/abstract)),
            d:json-string('isPartOf', d:edition('title')), d:json-string('publisher', d:edition('publisher')),
            d:json-string('version', d:edition('version')), d:json-string('datePublished', d:edition('date'))"/>
      </map>
    </xsl:variable>
    <script type="application/ld+json">{replace(xml-to-json($work), '&lt;', '\\u003c')}</script>
  </xsl:template>

  <xsl:function name="d:json-agents" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:if test="exists($names)">
      <array key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:for-each select="$names"><map><string key="name">{.}</string></map></xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
