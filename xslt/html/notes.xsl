<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a mark in the line, the note beside it, each leading to the other (TEI 3.9.1). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="d:note-body" on-no-match="deep-skip" use-accumulators="#all"/>

  <!-- A note in running text. -->
  <xsl:template match="note" mode="d:html" as="element()+">
    <xsl:param name="notes-follow" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="d:note-id(.)"/>
    <a class="ui ref {d:note-class(.)}{if (d:follows-a-note(.)) then ' adjoining' else ''}" id="_ref.{$id}" href="#{$id}" role="doc-noteref"
        aria-label="{d:say('note-ref', (d:note-mark(.), d:note-agent(.)))}">{d:note-mark(.)}</a>
    <xsl:if test="not($notes-follow)"><xsl:apply-templates select="." mode="d:note-body"/></xsl:if>
  </xsl:template>

  <!-- Does the mark of the note stand directly after another's, so that fingers need a space between? -->
  <xsl:function name="d:follows-a-note" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="d:ends-in-a-note($note/preceding-sibling::node()[d:shows(.)][1])"/>
  </xsl:function>

  <!-- Does the node show anything? Points and marks are passed over. -->
  <xsl:function name="d:shows" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node instance of text()) then matches($node, '[\p{L}\p{N}]') else $node instance of element() and not($node/self::metamark)"/>
  </xsl:function>

  <!-- Is the node a note, or does it end in one? -->
  <xsl:function name="d:ends-in-a-note" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="
        if ($node/self::note) then true() else if ($node instance of element()) then d:ends-in-a-note($node/node()[d:shows(.)][last()]) else false()"/>
  </xsl:function>

  <!-- A note that stands among blocks, tied to no word: a block of its own. -->
  <xsl:template match="note[d:stands-alone(.) or d:is-whole-block(.)]" mode="d:html" priority="2" as="element()">
    <xsl:apply-templates select="." mode="d:note-body"/>
  </xsl:template>

  <!-- Is the note all that its paragraph holds? A mark would stand there alone. -->
  <xsl:function name="d:is-whole-block" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/parent::*[self::p or self::ab][not(@n)][empty(* except $note)][empty(text()[normalize-space()])])"/>
  </xsl:function>

  <xsl:template match="note" mode="d:note-body" as="element()">
    <xsl:param name="notes-follow" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="stands-alone" as="xs:boolean" select="(d:stands-alone(.) or d:is-whole-block(.)) and not($notes-follow)"/>
    <xsl:element name="{if ($stands-alone and not(d:is-whole-block(.)) or d:holds-blocks(.) or parent::head) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes">
        <xsl:with-param name="id" select="d:note-id(.)"/>
        <xsl:with-param name="class" select="'note', d:note-class(.), 'alone'[$stands-alone]"/>
      </xsl:call-template>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:if test="not($stands-alone)">
        <a class="ui back" href="#_ref.{d:note-id(.)}" aria-label="{d:say('back-to-text', d:note-mark(.))}">{d:note-mark(.)}</a>
      </xsl:if>
      <xsl:if test="not(starts-with(lower-case(normalize-space()), lower-case(d:note-label(.))))">
        <span class="ui agent">{d:note-label(.)}</span>
        <span class="ui"><xsl:text> </xsl:text></span>
      </xsl:if>
      <xsl:apply-templates mode="d:html"><xsl:with-param name="notes-follow" select="false()" tunnel="yes"/></xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:function name="d:note-class" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'by-' || replace(($note/@type, 'author')[1], '[^A-Za-z0-9-]', '')"/>
  </xsl:function>
</xsl:stylesheet>
