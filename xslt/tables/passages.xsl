<?xml version="1.0" encoding="UTF-8"?>
<!-- The passages of a document: each block or note that a link can lead to, with the words it holds of its own, for a search.
     Each word of the text is in one passage, but for the labels of speakers, who are told beside it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The words of a passage without those of passages within it; of two readings both, since either may be sought. -->
  <xsl:mode name="d:sought" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:function name="d:is-passage" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::note | self::text | self::sourceDoc | self::*[@xml:id][d:is-block(.)]))"/>
  </xsl:function>

  <xsl:function name="d:passage-rows" as="element(j:map)*" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="(root($text[1])//teiHeader)[1]"/>
    <xsl:variable name="passages" as="element()*" select="$text/descendant-or-self::*[d:is-passage(.)]"/>
    <xsl:variable name="sought" as="xs:string*" select="d:sought-words($passages)"/>
    <xsl:for-each select="$passages">
      <xsl:variable name="words" as="xs:string" select="subsequence($sought, position(), 1)"/>
      <xsl:if test="translate($words, $d:no-letters || ' ', '') ne ''"><xsl:sequence select="d:passage-row(., $words, $header)"/></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="d:passage-row" as="element(j:map)" visibility="public">
    <xsl:param name="passage" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="turn" as="element()?" select="$passage/ancestor-or-self::*[self::sp or self::said[@who]][1][not($passage/self::note)]"/>
    <j:map>
      <xsl:sequence select="d:cell('document', $document-id), d:cell('id', d:passage-id($passage)), d:cell('title', d:title($header)),
          d:cell('date', d:written($header)), d:cell('page', d:page-of($passage)), d:cell('text', $words)"/>
      <xsl:sequence select="d:cells('kind', $header/profileDesc/textClass/keywords//term ! normalize-space()), d:cells('speaker', $turn ! d:speakers-of(.)),
          d:cells('person', $passage//persName[ancestor::*[d:is-passage(.)][1] is $passage]/@ref ! d:persons-of(.))"/>
    </j:map>
  </xsl:function>

  <!-- Who speaks: entries of the register, else names. -->
  <xsl:function name="d:speakers-of" as="xs:string*">
    <xsl:param name="turn" as="element()"/>
    <xsl:variable name="persons" as="xs:string*" select="$turn/@who ! d:persons-of(.)"/>
    <xsl:sequence select="if (exists($persons)) then $persons else d:speaker-name($turn)"/>
  </xsl:function>

  <!-- Those whom pointers name: the entry of the register for a person of the document that has one, else the name; other pointers as
       they stand. -->
  <xsl:function name="d:persons-of" as="xs:string*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:sequence select="tokenize($pointers)[not(starts-with(., '#'))],
        d:resolve($pointers) ! (if (normalize-space(@corresp)) then tokenize(@corresp)[1] else d:person-name(.))"/>
  </xsl:function>

  <xsl:function name="d:cell" as="element(j:string)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <j:string key="{$key}">{$value}</j:string>
  </xsl:function>
  <xsl:function name="d:cells" as="element(j:array)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <j:array key="{$key}"><xsl:for-each select="distinct-values($values[. ne ''])"><j:string>{.}</j:string></xsl:for-each></j:array>
  </xsl:function>

  <!-- The words of each passage, all passages made one tree. -->
  <xsl:function name="d:sought-words" as="xs:string*" visibility="public">
    <xsl:param name="passages" as="element()*"/>
    <xsl:variable name="own" as="document-node()">
      <xsl:document>
        <xsl:for-each select="$passages"><d:passage><xsl:apply-templates mode="d:sought"/></d:passage></xsl:for-each>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$own/d:passage ! normalize-space(string-join(d:paragraphs(.), ' '))"/>
  </xsl:function>

  <xsl:template match="*[d:is-passage(.)]" mode="d:sought" as="processing-instruction()" priority="3">
    <xsl:processing-instruction name="space"/>
  </xsl:template>
  <xsl:template match="gap | space | metamark | speaker" mode="d:sought" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>
  <xsl:template match="pb | cb | gb" mode="d:sought" as="processing-instruction()">
    <xsl:processing-instruction name="{if (@break = 'no') then 'join' else 'space'}"/>
  </xsl:template>
  <xsl:template match="supplied | unclear | sic | surplus | add | del | stamp | seg | hi | subst" mode="d:sought" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template match="choice | app" mode="d:sought" as="node()*">
    <xsl:for-each select="*"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates mode="#current"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="seg[@type = 'alternative']/add | subst/add | gloss" mode="d:sought" as="node()*" priority="1">
    <xsl:text> </xsl:text><xsl:apply-templates mode="#current"/>
  </xsl:template>
</xsl:stylesheet>
