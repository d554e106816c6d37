<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes of a chapter: marks in the line, the notes after the text, where readers take them from to show them in place
     (EPUB Structural Semantics: noteref, footnote). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Is the note tied to a place in the line, so that it leaves the text for the notes after it? -->
  <xsl:function name="d:is-footnote" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(d:stands-alone($note)) or exists($note/ancestor::head)"/>
  </xsl:function>

  <xsl:template match="note[d:is-footnote(.)]" mode="d:html" as="element()+" priority="5">
    <xsl:variable name="id" as="xs:string" select="d:note-id(.)"/>
    <a class="ui ref {d:note-class(.)}{if (d:follows-a-note(.)) then ' adjoining' else ''}" id="_ref.{$id}" href="#{$id}"
        epub:type="noteref" role="doc-noteref" title="{d:note-agent(.)}">{d:note-mark(.)}</a>
  </xsl:template>
  <!-- A head's notes follow the text as all others do. -->
  <xsl:template match="note[d:is-footnote(.)]" mode="d:note-body" as="element()*" priority="5"/>

  <xsl:template match="note" mode="d:note-body" as="element()">
    <aside>
      <xsl:call-template name="d:attributes">
        <xsl:with-param name="id" select="d:note-id(.)"/>
        <xsl:with-param name="class" select="'note', d:note-class(.), 'alone'"/>
      </xsl:call-template>
      <xsl:call-template name="d:note-words"/>
    </aside>
  </xsl:template>

  <xsl:template name="d:footnotes" as="element()?">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="notes" as="element(note)*" select="$text//note[d:is-footnote(.)]"/>
    <xsl:if test="exists($notes)">
      <section class="footnotes" aria-labelledby="_notes">
        <h2 id="_notes">{d:say('book-notes')}</h2>
        <xsl:for-each select="$notes">
          <aside epub:type="footnote" role="doc-footnote">
            <xsl:call-template name="d:attributes">
              <xsl:with-param name="id" select="d:note-id(.)"/>
              <xsl:with-param name="class" select="'note', d:note-class(.)"/>
            </xsl:call-template>
            <a class="ui back" href="#_ref.{d:note-id(.)}" role="doc-backlink" aria-label="{d:say('back-to-text', d:note-mark(.))}">{d:note-mark(.)}</a>
            <span class="ui"><xsl:text> </xsl:text></span>
            <xsl:call-template name="d:note-words"/>
          </aside>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Whose note it is, and what it says. -->
  <xsl:template name="d:note-words" as="node()*">
    <span class="ui agent">{d:note-label(.)}</span>
    <span class="ui"><xsl:text>: </xsl:text></span>
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}"><xsl:apply-templates mode="d:html"/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
