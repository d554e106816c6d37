<?xml version="1.0" encoding="UTF-8"?>
<!-- How far the work on each document has come, and the places in it that want a person (TEI 2.6). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:template match="around[@page = 'status']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-status')}</p>
    <dl class="facts">
      <xsl:for-each select="state">
        <div><dt>{d:state-words(@status)}</dt><dd>{d:counted('document', @count)}</dd></div>
      </xsl:for-each>
    </dl>
    <xsl:if test="empty(document)"><xsl:call-template name="d:nothing"/></xsl:if>
    <xsl:apply-templates select="document" mode="d:state-of-work"/>
  </xsl:template>

  <xsl:function name="d:state-words" as="xs:string">
    <xsl:param name="status" as="xs:string"/>
    <xsl:sequence select="if ($status = '') then d:say('status-none') else d:say-value('status', $status, $status)"/>
  </xsl:function>

  <xsl:mode name="d:state-of-work" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="document" mode="d:state-of-work" as="element()">
    <section class="in-document">
      <h2><a href="{d:document-address(.)}">{@title}</a></h2>
      <p class="part">{string-join((d:state-words(@status), @changed[. ne ''] ! d:say('changed', d:date-words(.)),
          if (review) then d:counted('review', string(count(review))) else ()), ' · ')}</p>
      <xsl:if test="review">
        <ul class="review" role="list"><xsl:apply-templates select="review" mode="#current"/></ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="review" mode="d:state-of-work" as="element()">
    <li>
      <span class="code">{@code}</span>
      <xsl:text> </xsl:text>
      <xsl:call-template name="d:link">
        <xsl:with-param name="address" select="if (@place ne '') then d:document-address(parent::document) || @place else ()"/>
        <xsl:with-param name="label" select="string(@message)"/>
      </xsl:call-template>
      <xsl:text>{@suggestion[. ne ''] ! (' (' || . || ')')}</xsl:text>
      <xsl:if test="@line ne '0'"><span class="of-page"> {d:say('line', @line)}</span></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
