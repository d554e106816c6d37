<?xml version="1.0" encoding="UTF-8"?>
<!-- The citation, the files to take away, and the metadata that reference managers read. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:cite" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <section class="panel cite" aria-labelledby="_cite">
      <h2 id="_cite">{d:say('cite')}</h2>
      <p class="citation"><xsl:call-template name="d:citation"><xsl:with-param name="header" select="$header"/></xsl:call-template></p>
      <h3>{d:say('files')}</h3>
      <ul class="files" role="list">
        <xsl:for-each select="'xml', 'critical.txt', 'diplomatic.txt', 'reading.txt'">
          <li><a href="{encode-for-uri($document-id)}.{.}" download="">{d:say('file-' || (if (. = 'xml') then 'tei' else substring-before(., '.')))}</a></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- “Title,” date, archive, translator, in Edition, version, publisher and year, address: Chicago's order for a document in an edition. -->
  <xsl:template name="d:citation" as="node()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="date" as="xs:string" select="d:date-of(d:creation-date($header))"/>
    <xsl:variable name="translators" as="xs:string*" select="d:translators($header)"/>
    <xsl:variable name="facts" as="xs:string*" select="
        if (contains(d:title($header), $date)) then () else $date, d:reference($header),
        if (exists($translators)) then d:say('translated-by', d:enumerate($translators)) else ()"/>
    <xsl:text>“{d:title($header)},” {string-join($facts[. ne ''], ', ')}</xsl:text>
    <xsl:text>, {d:say('in-edition')} </xsl:text>
    <cite>{d:edition('title')}</cite>
    <xsl:variable name="imprint" as="xs:string*" select="
        d:edition('version')[. ne ''] ! d:say('version', .), string-join((d:edition('publisher'), substring(d:edition('date'), 1, 4))[. ne ''], ', ')"/>
    <xsl:text>{string-join(('', $imprint[. ne '']), ', ')}, </xsl:text>
    <span class="address">{d:edition('base_url')}documents/{$document-id}/</span>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- Highwire Press tags, which Zotero and Google Scholar read. -->
  <xsl:template name="d:metadata" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="tags" as="map(xs:string, xs:string*)" select="map {
        'citation_title': d:title($header),
        'citation_author': $header/fileDesc/titleStmt/author ! normalize-space(),
        'citation_publication_date': replace(d:sort-date(d:creation-date($header)), '-', '/'),
        'citation_inbook_title': d:edition('title'),
        'citation_publisher': d:edition('publisher'),
        'citation_language': $language,
        'citation_public_url': d:edition('base_url')[. ne ''] ! (. || 'documents/' || $document-id || '/'),
        'description': $header/profileDesc/abstract ! normalize-space() }"/>
    <xsl:for-each select="sort(map:keys($tags))">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:for-each select="$tags($name)[. ne '']"><meta name="{$name}" content="{.}"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
