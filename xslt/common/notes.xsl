<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: their marks, their ids, and whose they are (TEI 3.9). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes in the text are counted twice: all of them, for their ids; those without a mark of their own, for a letter. -->
  <xsl:accumulator name="d:note-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="d:note-letter" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[not(@n)][not(d:stands-alone(.))]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- The mark of a note: the source's own (@n), else a letter. -->
  <xsl:function name="d:note-mark" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        if (normalize-space($note/@n)) then normalize-space($note/@n)
        else format-integer($note/accumulator-before('d:note-letter'), 'a')"/>
  </xsl:function>

  <xsl:function name="d:note-id" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@xml:id, '_note.' || $note/accumulator-before('d:note-number'))[1])"/>
  </xsl:function>

  <!-- Does the note speak of a mark in the margin? It then stands with the metamark, or points where the metamark points. -->
  <xsl:function name="d:is-on-mark" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = ('translator', 'editor', 'transcriber', 'description')
        and exists($note/preceding-sibling::node()[not(self::text()[not(normalize-space())])][1]/self::metamark)"/>
  </xsl:function>

  <!-- Whose the note is, in words, as a reader wants to know first. -->
  <xsl:function name="d:note-agent" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="type" as="xs:string?" select="$note/@type"/>
    <xsl:sequence select="
        if ($type = 'annotation' and not($note/@hand)) then d:say('agent-annotation-plain')
        else d:say-value('agent', $type, (d:responsible($note/@resp)[1], d:say('agent-author'))[1])"/>
  </xsl:function>
  <!-- Whose it is; where it stands on the page; who by name, where several answer for the same kind. -->
  <xsl:function name="d:note-label" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="agent" as="xs:string" select="d:note-agent($note)"/>
    <xsl:variable name="place" as="xs:string" select="if ($note/@hand or $note/@type = 'annotation') then d:say-value('place', $note/@place, '') else ''"/>
    <xsl:variable name="hands" as="xs:integer" select="count(d:hands(root($note)))"/>
    <xsl:variable name="hand" as="xs:string?" select="if ($note/@hand and $hands gt 1) then d:hand-name($note/@hand) else ()"/>
    <xsl:sequence select="
        (if ($hand) then d:say('note-by', ($agent, $hand)) else $agent) || $place
        || (if (d:is-on-mark($note)) then ', ' || d:say('on-mark') else '')"/>
  </xsl:function>

  <!-- Does the note stand among blocks, tied to no place in the line? -->
  <xsl:function name="d:stands-alone" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/parent::*[d:is-structure(.)])"/>
  </xsl:function>
</xsl:stylesheet>
