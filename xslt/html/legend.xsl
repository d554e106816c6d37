<?xml version="1.0" encoding="UTF-8"?>
<!-- The legend: only the signs that this document has, each with its first instance. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The signs in the order of the legend: a name, and the first element that shows it. -->
  <xsl:function name="d:signs" as="map(xs:string, element()?)" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="map {
        'add': ($text//add)[1], 'del': ($text//del)[1], 'alternative': ($text//seg[@type = 'alternative'])[1],
        'supplied': ($text//supplied[not(@reason = 'signature')])[1], 'signature': ($text//supplied[@reason = 'signature'])[1], 'sic': ($text//sic)[1], 'corr': ($text//choice/corr)[1],
        'expan': ($text//choice/expan)[1], 'gloss': ($text//gloss[@resp or preceding-sibling::foreign])[1],
        'unclear': ($text//unclear)[1], 'gap': ($text//gap)[1], 'pb': ($text//pb)[1], 'stage': ($text//stage)[1],
        'said': ($text//said[@who][d:holds-blocks(.)])[1], 'mark': ($text//metamark)[1], 'stamp': ($text//stamp)[1],
        'note-source': ($text//note[@n])[1], 'note-letter': ($text//note[not(@n)][not(d:stands-alone(.))])[1] }"/>
  </xsl:function>

  <xsl:variable name="d:sign-order" as="xs:string+" select="'add', 'del', 'alternative', 'supplied', 'signature', 'sic', 'corr', 'expan', 'gloss',
      'unclear', 'gap', 'stage', 'said', 'mark', 'stamp', 'pb', 'note-source', 'note-letter'"/>

  <xsl:template name="d:legend" as="element()?">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="signs" as="map(xs:string, element()?)" select="d:signs($text)"/>
    <xsl:variable name="usual" as="xs:string" select="d:usual-agent($text)"/>
    <xsl:if test="exists($d:sign-order ! $signs(.)) or $usual ne ''">
      <section class="panel legend" aria-labelledby="_legend">
        <h2 id="_legend">{d:say('legend')}</h2>
        <xsl:if test="$usual ne ''"><p class="hint" id="_whose">{d:say('usual-agent', $usual)}</p></xsl:if>
        <dl>
          <xsl:for-each select="$d:sign-order[exists($signs(.))]">
            <div>
              <dt><xsl:apply-templates select="$signs(.)" mode="d:sample"/></dt>
              <dd>{d:say('sign-' || .)}</dd>
            </div>
          </xsl:for-each>
          <xsl:for-each select="d:hands(root($text[1]))[last() gt 1][$signs('add') or $signs('del')]">
            <div><dt><span class="hand-sign">{d:hand-number(.)}</span></dt><dd>{d:say('sign-hand', (d:hand-number(.), normalize-space(.)))}</dd></div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The sign as the text shows it, with the document's first words under it, cut short. -->
  <xsl:mode name="d:sample" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="*" mode="d:sample" as="element()" priority="-1">
    <span class="{local-name()}">{d:excerpt(.)}</span>
  </xsl:template>
  <xsl:template match="add" mode="d:sample" as="element()">
    <ins class="add {d:hand-class(@hand)}"><span class="hand-words">{d:excerpt(.)}</span></ins>
  </xsl:template>
  <xsl:template match="del" mode="d:sample" as="element()"><del class="del">{d:excerpt(.)}</del></xsl:template>
  <xsl:template match="seg" mode="d:sample" as="element()">
    <span>
      <xsl:text>{normalize-space(string-join(text()))} </xsl:text>
      <xsl:apply-templates select="add[1]" mode="#current"/>
    </span>
  </xsl:template>
  <xsl:template match="corr | expan | gloss" mode="d:sample" as="element()"><span class="offered {local-name()}">{d:excerpt(.)}</span></xsl:template>
  <xsl:template match="sic" mode="d:sample" as="element()">
    <span><span class="sic">{d:excerpt(.)}</span><xsl:if test="not(parent::choice)"><span class="sic-sign"> [sic]</span></xsl:if></span>
  </xsl:template>
  <xsl:template match="unclear" mode="d:sample" as="element()"><span class="unclear">{d:excerpt(.)}<span class="unclear-sign">(?)</span></span></xsl:template>
  <xsl:template match="gap" mode="d:sample" as="element()"><span class="gap">[{d:gap-words(.)}]</span></xsl:template>
  <xsl:template match="pb" mode="d:sample" as="element()"><span class="pb">&#xA0;{@n}</span></xsl:template>
  <xsl:template match="said" mode="d:sample" as="element()"><span class="who {d:tone(.)}">{d:speaker-name(.)}</span></xsl:template>
  <xsl:template match="metamark" mode="d:sample" as="element()"><span class="mark-name">{d:mark-words(.)}</span></xsl:template>
  <xsl:template match="stamp" mode="d:sample" as="element()"><span class="stamp">{d:excerpt(.)}</span></xsl:template>
  <xsl:template match="note" mode="d:sample" as="element()"><span class="ref {d:note-class(.)}">{d:note-mark(.)}</span></xsl:template>

  <xsl:function name="d:excerpt" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(d:bare-text($element))"/>
    <xsl:variable name="start" as="xs:string" select="string-join(subsequence($words, 1, 4), ' ')"/>
    <xsl:sequence select="substring($start, 1, 40) || (if (count($words) gt 4 or string-length($start) gt 40) then ' …' else '')"/>
  </xsl:function>
</xsl:stylesheet>
