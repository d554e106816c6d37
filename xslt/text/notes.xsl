<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a sign at their place, their words at the end of the text. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes that are listed at the end: those tied to a place in the line. -->
  <xsl:function name="d:listed-notes" as="element(note)*" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="$text//note[not(@type = 'original')][not(d:stands-alone(.))]"/>
  </xsl:function>

  <xsl:template match="note" mode="d:line" as="xs:string">
    <xsl:sequence select="'{' || d:note-mark(.) || '}'"/>
  </xsl:template>
  <xsl:template match="note[@type = 'original']" mode="d:line" as="xs:string">
    <xsl:sequence select="' ' || d:say('txt-original', d:note-text(.))"/>
  </xsl:template>

  <!-- A note among blocks stands where it stands. -->
  <xsl:template match="note" mode="d:blocks" as="xs:string">
    <xsl:sequence select="if ($policy = 'critical') then '{' || d:attributed(.) || '}' else d:attributed(.)"/>
  </xsl:template>

  <xsl:function name="d:note-list" as="xs:string*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="notes" as="element(note)*" select="d:listed-notes(d:texts($document))"/>
    <xsl:if test="exists($notes)">
      <xsl:sequence select="'# ' || d:say('txt-notes'), $notes ! ('{' || d:note-mark(.) || '} ' || d:attributed(.))"/>
    </xsl:if>
  </xsl:function>

  <!-- The note with whose it is before it; in the states without the edition's words, with signs alone. -->
  <xsl:function name="d:attributed" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="by-hand" as="xs:boolean" select="exists($note/@hand) or $note/@type = 'annotation'"/>
    <xsl:sequence select="
        if ($policy = 'critical') then d:note-label($note) || ': ' || d:note-text($note)
        else if ($by-hand) then '\' || d:note-text($note) || '/'
        else d:note-text($note)"/>
  </xsl:function>

  <xsl:function name="d:note-text" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-join(d:paragraphs($note), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
