<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes over all documents: works cited, dates mentioned, abbreviations. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:template match="around[@page = ('works', 'chronology', 'abbreviations')][empty(work | date | written | abbreviation)]"
      mode="d:around" priority="1" as="element()*">
    <p class="lead">{d:say('about-' || @page)}</p>
    <xsl:call-template name="d:nothing"/>
  </xsl:template>

  <xsl:template match="around[@page = 'works']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-works')}</p>
    <xsl:for-each-group select="work" group-adjacent="@sort">
      <section class="in-document">
        <h2>{d:capitalised(@work)}</h2>
        <xsl:call-template name="d:passages-by-document"><xsl:with-param name="entries" select="current-group()"/></xsl:call-template>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="d:passages-by-document" as="element()*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each-group select="$entries" group-adjacent="@document">
      <p class="part"><xsl:call-template name="d:of-document"><xsl:with-param name="entry" select="."/></xsl:call-template></p>
      <xsl:call-template name="d:passages"><xsl:with-param name="entries" select="current-group()"/></xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Dates by year, then by what is known of the day. -->
  <xsl:template match="around[@page = 'chronology']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-chronology')}</p>
    <xsl:variable name="years" as="xs:string*" select="distinct-values((date | written) ! d:year(.))"/>
    <xsl:if test="count($years) gt 1">
      <nav class="years" aria-label="{d:say('years')}"><xsl:for-each select="$years"><a href="#_y{.}">{(.[. ne ''], d:say('no-year'))[1]}</a></xsl:for-each></nav>
    </xsl:if>
    <xsl:for-each-group select="date | written" group-adjacent="d:year(.)">
      <section class="year" id="_y{current-grouping-key()}">
        <h2>{(current-grouping-key()[. ne ''], d:say('no-year'))[1]}</h2>
        <dl>
          <xsl:for-each-group select="current-group()" group-adjacent="@words">
            <div><dt>{@words}</dt><xsl:apply-templates select="current-group()" mode="#current"/></div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The year of an entry; empty for a day without its year. -->
  <xsl:function name="d:year" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if (starts-with($entry/@sort, '~')) then '' else replace($entry/@sort, '^(-?\d+).*$', '$1')"/>
  </xsl:function>

  <xsl:template match="written" mode="d:around" as="element()">
    <dd class="written"><span class="of-page">{d:say('written')} </span><a href="{d:document-address(.)}">{(key('d:document', @document)/@title, @document)[1]}</a></dd>
  </xsl:template>

  <xsl:template match="date" mode="d:around" as="element()">
    <dd>
      <xsl:call-template name="d:passage"><xsl:with-param name="entries" select="."/></xsl:call-template>
      <xsl:if test="@cert = ('low', 'medium', 'unknown')"><span class="of-page"> {d:say('certainty-' || @cert)}</span></xsl:if>
      <span class="of-page"> — {(key('d:document', @document)/@title, @document)[1]}</span>
    </dd>
  </xsl:template>

  <xsl:template match="around[@page = 'abbreviations']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-abbreviations')}</p>
    <div class="scroll" tabindex="0" role="group" aria-label="{d:say('page-abbreviations')}">
      <table class="listing">
        <thead><tr><th scope="col">{d:say('abbreviation')}</th><th scope="col">{d:say('expansion')}</th><th scope="col">{d:say('given-by')}</th><th scope="col">{d:say('stands-in')}</th></tr></thead>
        <tbody>
          <xsl:for-each-group select="abbreviation" group-adjacent="@sort">
            <xsl:for-each-group select="current-group()" group-by="string-join((@form, @expansion, @by), '|')">
              <tr>
                <th scope="row">{@form}</th>
                <td>{(@expansion[. ne ''], d:say('not-expanded'))[1]}</td>
                <td>{@by}</td>
                <td><xsl:call-template name="d:passages-by-document"><xsl:with-param name="entries" select="current-group()"/></xsl:call-template></td>
              </tr>
            </xsl:for-each-group>
          </xsl:for-each-group>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
