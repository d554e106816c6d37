<?xml version="1.0" encoding="UTF-8"?>
<!-- The speech table: a row for each turn, spoken or reported (TEI 7.2.2, 3.3.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What is said, without label, stage directions, and turns within the turn. -->
  <xsl:mode name="d:spoken" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:variable name="d:speech-columns" as="xs:string+"
      select="'document', 'date', 'turn', 'speaker', 'name', 'label', 'words', 'page', 'text', 'speech', 'certainty', 'id'"/>

  <xsl:function name="d:speech-rows" as="element(j:map)*" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="date" as="xs:string" select="d:written((root($text[1])//teiHeader)[1])"/>
    <xsl:variable name="turns" as="element()*" select="d:turns($text)"/>
    <xsl:variable name="said" as="xs:string*" select="d:said($turns)"/>
    <xsl:for-each select="$turns">
      <xsl:variable name="number" as="xs:integer" select="position()"/>
      <xsl:sequence select="d:row($d:speech-columns, [
          $document-id, $date, $number, d:pointers(@who), d:speaker-name(.), string(speaker[1] ! d:words-from-to(., .)), d:turn-words(.),
          d:page-of(.), $said[$number], if (d:is-reported(.)) then 'reported' else 'direct', string(@cert),
          (@xml:id, .//@xml:id, '_text')[1] ! string()])"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The words of each turn. All turns are made one tree, since a tree for each costs more than its words. -->
  <xsl:function name="d:said" as="xs:string*" visibility="public">
    <xsl:param name="turns" as="element()*"/>
    <xsl:variable name="spoken" as="document-node()">
      <xsl:document>
        <xsl:for-each select="$turns"><d:turn><xsl:apply-templates mode="d:spoken"/></d:turn></xsl:for-each>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="d:in-state($spoken, 'reading')/d:turn ! normalize-space(string-join(d:paragraphs(.), ' '))"/>
  </xsl:function>

  <xsl:template match="speaker | stage | sp | said[@who][d:holds-blocks(.)][not(ancestor::sp)]" mode="d:spoken" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>

  <!-- Pointers into the document as bare ids; others as they stand. -->
  <xsl:function name="d:pointers" as="xs:string" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! replace(., '^#', ''), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
