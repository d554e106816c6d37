<?xml version="1.0" encoding="UTF-8"?>
<!-- The conventions of the edition, made from the tags and values its documents really use and from what their headers declare (TEI 2.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:template match="around[@page = 'conventions']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-conventions')}</p>
    <xsl:call-template name="d:used-signs"/>
    <xsl:call-template name="d:states-of-text"/>
    <xsl:call-template name="d:declared"/>
    <xsl:call-template name="d:used-tags"/>
  </xsl:template>

  <!-- The signs of the pages and the tag, or tag with a value, by which each is told; in the order of the legends. -->
  <xsl:variable name="d:sign-tags" as="map(xs:string, xs:string)" select="map {
      'add': 'add  ', 'del': 'del  ', 'alternative': 'seg type alternative', 'supplied': 'supplied  ', 'signature': 'supplied reason signature', 'sic': 'sic  ', 'corr': 'corr  ', 'expan': 'expan  ',
      'gloss': 'gloss  ', 'unclear': 'unclear  ', 'gap': 'gap  ', 'stage': 'stage  ', 'said': 'said  ', 'mark': 'metamark  ', 'stamp': 'stamp  ', 'pb': 'pb  ' }"/>

  <xsl:template name="d:used-signs" as="element()?">
    <xsl:variable name="uses" as="element(use)*" select="use"/>
    <xsl:variable name="signs" as="xs:string*" select="('add', 'del', 'alternative', 'supplied', 'signature', 'sic', 'corr', 'expan', 'gloss', 'unclear', 'gap', 'stage', 'said', 'mark', 'stamp', 'pb')
        [$uses/@sort = $d:sign-tags(.)]"/>
    <xsl:if test="exists($signs)">
      <section class="in-document" aria-labelledby="_signs">
        <h2 id="_signs">{d:say('signs-of-pages')}</h2>
        <dl class="facts listing">
          <xsl:for-each select="$signs">
            <xsl:variable name="use" as="element(use)" select="$uses[@sort = $d:sign-tags(current())][1]"/>
            <div><dt>{d:say('sign-name-' || .)}</dt><dd>{d:capitalised(d:say('sign-' || .))}. <a href="{d:passage-address($use)}">{d:say('first-instance')}</a></dd></div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="d:capitalised" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <xsl:template name="d:states-of-text" as="element()">
    <section class="in-document" aria-labelledby="_states">
      <h2 id="_states">{d:say('states-of-text')}</h2>
      <dl class="facts listing">
        <xsl:for-each select="'critical', 'diplomatic', 'typed', 'reading'"><div><dt>{d:say('state-' || .)}</dt><dd>{d:say('about-' || .)}</dd></div></xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <!-- What the headers declare, each sentence once, with the documents it holds for. -->
  <xsl:template name="d:declared" as="element()?">
    <xsl:if test="declaration">
      <xsl:variable name="all" as="xs:string" select="string(totals/@documents)"/>
      <section class="in-document" aria-labelledby="_declared">
        <h2 id="_declared">{d:say('declared')}</h2>
        <xsl:for-each-group select="declaration" group-by="@kind">
          <h3>{d:say-value('declares', current-grouping-key(), current-grouping-key())}</h3>
          <ul class="passages" role="list">
            <xsl:for-each select="current-group()">
              <li>{@words} <span class="of-page">{if (@documents = $all) then d:say('all-documents') else d:counted('document', @documents)}</span>
                <xsl:if test="@in and @documents ne $all">
                  <span class="of-page"><xsl:for-each select="tokenize(@in, '/') ! key('d:document', ., root(current()))"> · <a href="{d:document-address(.)}">{(@date[. ne ''], @title)[1]}</a></xsl:for-each></span>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Each tag with what it says, how often it stands and its values in words. -->
  <xsl:template name="d:used-tags" as="element()?">
    <xsl:if test="use">
      <section class="in-document" aria-labelledby="_tags">
        <h2 id="_tags">{d:say('tags-used')}</h2>
        <p>{d:say('tags-note')}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="{d:say('tags-used')}">
          <table class="listing">
            <thead><tr><th scope="col">{d:say('tag')}</th><th scope="col">{d:say('says')}</th><th scope="col" class="number">{d:say('times')}</th><th scope="col" class="number">{d:say('documents')}</th></tr></thead>
            <tbody>
              <xsl:apply-templates select="use[@element ne ''][@attribute = '']" mode="d:used"/>
              <xsl:apply-templates select="use[@element = '']" mode="d:used"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="d:used" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="use" mode="d:used" as="element()+">
    <xsl:call-template name="d:used-row"/>
    <xsl:apply-templates select="../use[@element = current()/@element][@attribute ne '']" mode="d:used-value"/>
  </xsl:template>
  <xsl:template match="use[@element = '']" mode="d:used" priority="1" as="element()"><xsl:call-template name="d:used-row"/></xsl:template>

  <xsl:mode name="d:used-value" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:template match="use" mode="d:used-value" as="element()"><xsl:call-template name="d:used-row"/></xsl:template>

  <xsl:template name="d:used-row" as="element()">
    <tr class="{if (@attribute = '') then 'tag' else 'value'}">
      <th scope="row">
        <a href="{d:passage-address(.)}"><code>{if (@attribute = '') then @element else (if (@element = '') then '@' else '') || @attribute || '="' || @value || '"'}</code></a>
      </th>
      <td>{if (@attribute = '') then d:say-value('tag', @element, '') else d:value-words(.)}</td>
      <td class="number">{format-integer(@total, '#,##0')}</td>
      <td class="number">{@documents}</td>
    </tr>
  </xsl:template>

  <!-- A value in the words that the pages use for it. -->
  <xsl:function name="d:value-words" as="xs:string" visibility="public">
    <xsl:param name="use" as="element(use)"/>
    <xsl:variable name="value" as="xs:string" select="$use/@value"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($use/@attribute = 'cert') then d:say-value('certainty', $value, '') else if ($use/@attribute = 'place') then d:say-value('place', $value, '')
        else if ($use/@attribute = 'rend') then d:say-value('mark', $value, '') else if ($use/@attribute = 'function') then d:say-value('function', $value, '')
        else if ($use/@element = 'gap') then d:say-value('gap', $value, '') else if ($use/@element = 'supplied') then d:say-value('reason', $value, '')
        else if ($use/@element = 'note') then d:say-value('agent', $value, '') else if ($use/@element = 'seg') then d:say-value('segment', $value, '')
        else if ($use/@element = 'stage') then d:say-value('stage', $value, '') else if ($use/@element = 'div') then d:say-value('division', $value, '')
        else if ($use/@element = 'idno') then d:say-value('idno', $value, '') else d:say-value('block', $value, '')"/>
    <xsl:sequence select="normalize-space($words)"/>
  </xsl:function>
</xsl:stylesheet>
