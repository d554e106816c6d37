<?xml version="1.0" encoding="UTF-8"?>
<!-- The register: lists of persons, places and organizations, and a page for each with every mention (TEI 14.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt">

  <!-- A list by first letters. -->
  <xsl:template match="around[@page = ('persons', 'places', 'organizations')]" mode="d:around" as="element()*">
    <p class="lead">{d:say(if (entry[@mentions = '0']) then 'register-note' else 'register-note-all', (string(count(entry)), string(count(entry[@mentions ne '0']))))}</p>
    <div class="letters">
      <xsl:for-each-group select="entry" group-adjacent="upper-case(substring(@sort, 1, 1))">
        <section aria-label="{current-grouping-key()}">
          <h2>{current-grouping-key()}</h2>
          <ul role="list"><xsl:apply-templates select="current-group()" mode="#current"/></ul>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:template match="entry" mode="d:around" as="element()">
    <li>
      <a href="{d:up(..)}{@href}">{@name}</a>
      <xsl:where-populated><span class="years">{d:life(.)[. ne ''] ! (' ' || .)}</span></xsl:where-populated>
      <span class="of-page"> {d:counted('mention', @mentions)}</span>
    </li>
  </xsl:template>

  <!-- "3 mentions", "1 mention". -->
  <xsl:function name="d:counted" as="xs:string" visibility="public">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="count" as="xs:integer" select="xs:integer($number)"/>
    <xsl:sequence select="d:say('count-' || $what || (if ($count = 1) then '-one' else ''), format-integer($count, '#,##0'))"/>
  </xsl:function>

  <!-- "(1894–1971)", from the years of birth and death as far as they are known. -->
  <xsl:function name="d:life" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:variable name="years" as="xs:string*" select="($entry/@born, $entry/@died) ! replace(., '^.*?(\d{3,4})\D*$', '$1')"/>
    <xsl:sequence select="if (string-join($years) ne '') then '(' || string-join($years, '–') || ')' else ''"/>
  </xsl:function>

  <xsl:template match="around[@page = 'entry']" mode="d:kicker" as="text()">
    <xsl:text>{d:say('entry-of-' || entry/@kind)}{entry/@type[. ne ''] ! (' · ' || d:say-value('type', ., .))}</xsl:text>
  </xsl:template>

  <!-- The page of one entry: what the register says, then each document with the sentences that name it. -->
  <xsl:template match="around[@page = 'entry']" mode="d:around" as="element()*">
    <xsl:apply-templates select="entry" mode="d:portrait"/>
    <xsl:for-each-group select="role | speech | mention" group-by="@document">
      <xsl:sort select="count(key('d:document', current-grouping-key())/preceding-sibling::document)"/>
      <section class="in-document">
        <h2><xsl:call-template name="d:of-document"><xsl:with-param name="entry" select="."/></xsl:call-template></h2>
        <xsl:apply-templates select="current-group()/(self::role | self::speech)" mode="#current"/>
        <xsl:call-template name="d:passages"><xsl:with-param name="entries" select="current-group()/self::mention"/></xsl:call-template>
      </section>
    </xsl:for-each-group>
    <xsl:if test="empty(role | speech | mention)"><p class="nothing">{d:say('no-mention')}</p></xsl:if>
  </xsl:template>

  <xsl:mode name="d:portrait" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="entry" mode="d:portrait" as="element()*">
    <xsl:for-each select="note"><p class="lead">{.}</p></xsl:for-each>
    <dl class="facts">
      <xsl:sequence select="d:term('also-written', variant ! string()), d:term('born', @born ! string()), d:term('died', @died ! string()),
          d:term('office', office ! string()), d:term('coordinates', geo ! string()),
          d:term('mentions', d:counted('mention', @mentions) || ', ' || d:counted('document', @documents))"/>
      <xsl:if test="idno">
        <div><dt>{d:say('identifiers')}</dt><xsl:apply-templates select="idno" mode="#current"/></div>
      </xsl:if>
    </dl>
  </xsl:template>

  <xsl:function name="d:term" as="element()?" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values[. ne ''])">
      <div><dt>{d:say($name)}</dt><xsl:for-each select="$values[. ne '']"><dd>{.}</dd></xsl:for-each></div>
    </xsl:if>
  </xsl:function>

  <!-- Where authority files keep what an identifier names. -->
  <xsl:variable name="d:authorities" as="map(xs:string, xs:string)" select="map {
      'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/', 'geonames': 'https://www.geonames.org/',
      'gnd': 'https://d-nb.info/gnd/', 'orcid': 'https://orcid.org/', 'isni': 'https://isni.org/isni/' }"/>

  <xsl:template match="idno" mode="d:portrait" as="element()">
    <xsl:variable name="address" as="xs:string?" select="
        if (matches(., '^https?://')) then . else map:get($d:authorities, lower-case(@type)) ! (. || encode-for-uri(replace(current(), '\s', '')))"/>
    <dd>
      <xsl:text>{d:say-value('idno', lower-case(@type), @type)} </xsl:text>
      <xsl:call-template name="d:link">
        <xsl:with-param name="address" select="$address"/>
        <xsl:with-param name="label" select="string(.)"/>
      </xsl:call-template>
    </dd>
  </xsl:template>

  <!-- The part that one had in a document. -->
  <xsl:template match="role" mode="d:around" as="element()">
    <p class="part">
      <a href="{d:passage-address(.)}">{d:say-value('role', @role, d:say('role-participant'))}</a>
      <xsl:text>{string-join(('', @side[. ne ''], @name[. ne ''], @office[. ne '']), ', ')}</xsl:text>
    </p>
  </xsl:template>

  <xsl:template match="speech" mode="d:around" as="element()">
    <p class="part">
      <a href="{d:passage-address(.)}">{d:say(if (@reported = @turns) then 'is-reported' else 'speaks')}</a>
      <xsl:text>: {d:counted('turn', @turns)}, {d:counted('word', @words)}</xsl:text>
    </p>
  </xsl:template>
</xsl:stylesheet>
