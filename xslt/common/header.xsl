<?xml version="1.0" encoding="UTF-8"?>
<!-- What the TEI header says, as strings that both outputs and the list of documents use (TEI 2). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="d:title" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:sequence select="head(((($titles[@type = 'main'], $titles) ! normalize-space())[. != ''], $document-id))"/>
  </xsl:function>

  <xsl:function name="d:creation-date" as="element()?" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="($header/profileDesc/creation/date, $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date,
        $header/profileDesc/settingDesc/setting/date)[1]"/>
  </xsl:function>

  <!-- "Memorandum of Conversation": the kinds the keywords name. -->
  <xsl:function name="d:kind" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="string-join($header/profileDesc/textClass/keywords//term ! normalize-space(), ', ')"/>
  </xsl:function>

  <!-- The archival reference as given; where none is, repository and numbers; where no archive, the printed source. -->
  <xsl:function name="d:reference" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="identifier" as="element()?" select="($header/fileDesc/sourceDesc//msIdentifier)[1]"/>
    <xsl:variable name="given" as="xs:string?" select="($identifier/idno ! normalize-space())[. != ''][1]"/>
    <xsl:variable name="repository" as="xs:string?" select="($identifier/(repository, institution) ! normalize-space())[. != ''][1]"/>
    <xsl:variable name="printed" as="xs:string?" select="($header/fileDesc/sourceDesc/bibl[not(@type = 'digital')] ! normalize-space())[. != ''][1]"/>
    <xsl:sequence select="
        if ($given) then (if ($repository and not(starts-with($given, $repository))) then $repository || ', ' || $given else $given)
        else string(($repository, $printed)[1])"/>
  </xsl:function>

  <!-- What the reference is: of an archive, of a print, or the citation that the document came with. -->
  <xsl:function name="d:reference-kind" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="source" as="element()*" select="$header/fileDesc/sourceDesc"/>
    <xsl:sequence select="
        if (($source//msIdentifier)[1]/(idno | repository | institution)[normalize-space()]) then 'archive'
        else if ($source/bibl[not(@type = 'digital')][normalize-space()][1]/@type = 'citation') then 'cited-as' else 'published-in'"/>
  </xsl:function>

  <!-- The statements of responsibility that name somebody, in order: "translated by" → names. -->
  <xsl:function name="d:credits" as="element(respStmt)*" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="$header/fileDesc/titleStmt/respStmt[exists(d:agent-names(.))]"/>
  </xsl:function>

  <xsl:function name="d:credit-names" as="xs:string" visibility="public">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:sequence select="d:enumerate(d:agent-names($statement))"/>
  </xsl:function>

  <!-- The names in a statement; words that stand for a name nobody gave are none. -->
  <xsl:function name="d:agent-names" as="xs:string*" visibility="public">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:sequence select="$statement/(persName | orgName | name)[not(d:is-unnamed(.))] ! normalize-space()"/>
  </xsl:function>

  <xsl:function name="d:is-unnamed" as="xs:boolean" visibility="public">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name/@type = 'unnamed' or normalize-space($name) = ('', 'not named in the source')"/>
  </xsl:function>

  <xsl:function name="d:translators" as="xs:string*" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="d:credits($header)[resp[matches(., 'transl', 'i')]] ! d:agent-names(.)"/>
  </xsl:function>

  <!-- The other party of a correspondence: names of sender or addressee. -->
  <xsl:function name="d:correspondent" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="string-join(d:cited-names($header/profileDesc/correspDesc/correspAction[@type = $type]/(persName | orgName | name | rs)), '; ')"/>
  </xsl:function>
</xsl:stylesheet>
