<?xml version="1.0" encoding="UTF-8"?>
<!-- What the edition is, who made it, from what; and the page for wrong addresses. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:template match="around[@page = 'about']" mode="d:around" as="element()*">
    <xsl:where-populated><p class="lead">{d:edition('subtitle')}</p></xsl:where-populated>
    <xsl:call-template name="d:own-text"/>
    <p>{d:extent(totals)}</p>
    <p>{d:say('about-markup-of-edition')} <a href="conventions.html">{d:say('page-conventions')}</a></p>
    <dl class="facts listing">
      <xsl:sequence select="d:term('publisher', d:edition('publisher')), d:term('edition-version', d:edition('version')),
          d:term('published', d:date-words(d:edition('date'))), d:term('cite-edition', d:edition('citation')), d:term('rights', d:edition('rights'))"/>
    </dl>
    <xsl:if test="credit">
      <section class="in-document">
        <h2>{d:say('credits')}</h2>
        <dl class="facts listing">
          <xsl:for-each-group select="credit" group-by="@kind">
            <div><dt>{d:credit-kind(@kind)}</dt><xsl:for-each select="current-group()"><dd>{@words} <span class="of-page">{d:counted('document', @documents)}</span></dd></xsl:for-each></div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- "Translated by", as the header words it; funders and archives in the words of the interface. -->
  <xsl:function name="d:credit-kind" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if ($kind = ('funder', 'sponsor')) then d:say('funder') else if ($kind = ('repository', 'institution')) then d:say('archive')
        else upper-case(substring($kind, 1, 1)) || substring($kind, 2)"/>
  </xsl:function>

  <!-- "5 documents of 1956 to 1969, 40,000 words." -->
  <xsl:function name="d:extent" as="xs:string" visibility="public">
    <xsl:param name="totals" as="element(totals)"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(($totals/@first, $totals/@last)[. ne ''] ! substring(., 1, 4))"/>
    <xsl:sequence select="string-join((d:counted('document', $totals/@documents), $years => string-join('–'), d:counted('word', $totals/@words))[. ne ''], ', ') || '.'"/>
  </xsl:function>

  <xsl:template match="around[@page = '404']" mode="d:around" as="element()*">
    <p class="lead">{d:say('not-here')}</p>
    <p><a href="{d:up(.)}index.html">{d:say('to-front-page')}</a></p>
  </xsl:template>
</xsl:stylesheet>
