<?xml version="1.0" encoding="UTF-8"?>
<!-- What the tables say of a place: its page, its words, the words near it, the id to cite. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The number of the page one is on; a page without a number has none. -->
  <xsl:accumulator name="d:page-number" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="pb" select="normalize-space(@n)"/>
  </xsl:accumulator>

  <!-- The page on which the words of an element begin; where it has none, on which it stands. -->
  <xsl:function name="d:page-of" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="first" as="node()"
        select="($element//text()[normalize-space()][not(ancestor::note[. >> $element])][not(ancestor::speaker)], $element)[1]"/>
    <xsl:sequence select="$first/accumulator-before('d:page-number')"/>
  </xsl:function>

  <!-- Nodes as the reading text has them, their paragraphs in one line. -->
  <xsl:function name="d:plain" as="xs:string" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="state" as="document-node()">
      <xsl:document><xsl:apply-templates select="$nodes" mode="d:reading"/></xsl:document>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join(d:paragraphs-of($state/node()), ' '))"/>
  </xsl:function>

  <!-- The document's words from the beginning of one element to the end of another, the editors' readings and notes aside. -->
  <xsl:function name="d:words-from-to" as="xs:string" visibility="public">
    <xsl:param name="start" as="element()"/>
    <xsl:param name="end" as="element()"/>
    <xsl:variable name="holder" as="node()?" select="($start/ancestor-or-self::* intersect $end/ancestor-or-self::*)[last()]"/>
    <xsl:sequence select="d:joined-words(
        $holder/descendant::node()[. >> $start][not(. >> $end) or ancestor::* intersect $end], $start)"/>
  </xsl:function>

  <!-- In how many nodes the words near an element are looked for, so that a long paragraph is not read again for each note in it. -->
  <xsl:variable name="d:near" as="xs:integer" select="120"/>

  <!-- The last seven words before an element in its block; the first seven after it where none come before. -->
  <xsl:function name="d:words-near" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="block" as="element()?" select="$element/ancestor::*[self::note or d:is-block(.)][1]"/>
    <xsl:variable name="before" as="node()*" select="$element/preceding::node()[not(self::*) or self::lb or self::pb or self::cb][position() le $d:near]"/>
    <xsl:variable name="after" as="node()*" select="$element/following::node()[not(self::*) or self::lb or self::pb or self::cb][position() le $d:near]"/>
    <xsl:variable name="words-before" as="xs:string*" select="tokenize(d:joined-words($before[. >> $block]/., $element))"/>
    <xsl:variable name="words-after" as="xs:string*"
        select="if (exists($words-before)) then () else tokenize(d:joined-words($after[ancestor::* intersect $block], $element))"/>
    <xsl:sequence select="string-join(($words-before[position() gt last() - 7], $words-after[position() le 7]), ' ')"/>
  </xsl:function>

  <!-- Of these nodes the words of the document, parted where a line or page ends; of a note's only where the place is in that note. -->
  <xsl:function name="d:joined-words" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="notes" as="element(note)*" select="$place/ancestor::note"/>
    <xsl:sequence select="normalize-space(string-join(
        $nodes[self::text() or self::lb or self::pb or self::cb]
        [empty(ancestor::note except $notes)][empty(ancestor::choice/(corr | expan | reg) intersect ancestor::*)]
        ! (if (self::text() or @break = 'no') then string() else ' ')))"/>
  </xsl:function>

  <!-- The id of the passage an element is in or is: what a link can lead to. -->
  <xsl:function name="d:passage-id" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="host" as="element()?" select="$element/ancestor-or-self::*[@xml:id or self::note][ancestor::text or ancestor::sourceDoc][1]"/>
    <xsl:sequence select="
        if ($host/self::note) then d:note-id($host) else ($host/@xml:id ! string(), '_text')[1]"/>
  </xsl:function>
</xsl:stylesheet>
