<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of notes and interventions: a row for each thing that somebody did to the text (TEI 3.5, 3.9, 12.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What was done, in the row's terms. -->
  <xsl:mode name="d:intervention" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What kind of it: the attribute that says so. -->
  <xsl:mode name="d:intervention-type" on-no-match="deep-skip" on-multiple-match="fail"/>
  <!-- The words the intervention gives. -->
  <xsl:mode name="d:offered" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>
  <!-- The words of the document it stands by. -->
  <xsl:mode name="d:beside" on-no-match="fail" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:variable name="d:note-columns" as="xs:string+" select="
      'document', 'number', 'kind', 'type', 'resp', 'hand', 'name', 'place', 'certainty', 'text', 'words', 'page', 'id', 'passage'"/>

  <xsl:function name="d:note-rows" as="element(j:map)*" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:for-each select="$text//(note | supplied | add | del | choice | sic[not(parent::choice)] | (corr | reg | expan)[not(parent::choice)] | app | surplus | secl | damage | gloss
        | gap | space | unclear | stamp | metamark | handShift | addSpan | delSpan)">
      <xsl:variable name="agent" as="element()" select="(@resp/.., @hand/.., *[@resp], *[@hand], .)[1]"/>
      <xsl:variable name="kind" as="xs:string"><xsl:apply-templates select="." mode="d:intervention"/></xsl:variable>
      <xsl:variable name="type" as="xs:string*"><xsl:apply-templates select="." mode="d:intervention-type"/></xsl:variable>
      <xsl:variable name="offered" as="xs:string?"><xsl:apply-templates select="." mode="d:offered"/></xsl:variable>
      <xsl:variable name="beside" as="xs:string?"><xsl:apply-templates select="." mode="d:beside"/></xsl:variable>
      <xsl:sequence select="d:row($d:note-columns, [
          $document-id, position(), $kind, $type, d:pointers($agent/@resp), d:pointers(($agent/@hand, @new)[1]), d:names-of-agents($agent),
          string(@place), string((@cert, $agent/@cert)[1]), $offered, $beside, d:page-of(.), string(@xml:id), d:passage-id(.)])"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Those who answer for it by name, else the hand. -->
  <xsl:function name="d:names-of-agents" as="xs:string" visibility="public">
    <xsl:param name="agent" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="d:responsible($agent/@resp)[. ne '']"/>
    <xsl:sequence select="
        if (exists($names)) then string-join($names, '; ') else if ($agent/@hand) then d:hand-name($agent/@hand) else ''"/>
  </xsl:function>

  <xsl:template match="*" mode="d:intervention" as="xs:string"><xsl:sequence select="local-name()"/></xsl:template>
  <xsl:template match="choice" mode="d:intervention" as="xs:string">
    <xsl:sequence select="if (corr) then 'correction' else if (expan or ex) then 'expansion' else if (reg) then 'regularisation' else 'choice'"/>
  </xsl:template>
  <xsl:template match="corr" mode="d:intervention" as="xs:string"><xsl:sequence select="'correction'"/></xsl:template>
  <xsl:template match="reg" mode="d:intervention" as="xs:string"><xsl:sequence select="'regularisation'"/></xsl:template>
  <xsl:template match="expan" mode="d:intervention" as="xs:string"><xsl:sequence select="'expansion'"/></xsl:template>
  <xsl:template match="app" mode="d:intervention" as="xs:string"><xsl:sequence select="'variant'"/></xsl:template>
  <xsl:template match="metamark" mode="d:intervention" as="xs:string"><xsl:sequence select="'mark'"/></xsl:template>

  <xsl:template match="gap | supplied | unclear" mode="d:intervention-type" as="xs:string"><xsl:sequence select="string(@reason)"/></xsl:template>
  <xsl:template match="note | gloss | stamp" mode="d:intervention-type" as="xs:string"><xsl:sequence select="string(@type)"/></xsl:template>
  <xsl:template match="metamark" mode="d:intervention-type" as="xs:string"><xsl:sequence select="string(@function)"/></xsl:template>
  <xsl:template match="del" mode="d:intervention-type" as="xs:string"><xsl:sequence select="string(@rend)"/></xsl:template>

  <xsl:template match="*" mode="d:offered" as="xs:string"><xsl:sequence select="d:plain(node())"/></xsl:template>
  <xsl:template match="choice" mode="d:offered" as="xs:string">
    <xsl:sequence select="d:plain((corr, reg, expan, *[last()])[1]/node())"/>
  </xsl:template>
  <!-- All readings beside the one that stands in the text. -->
  <xsl:template match="app" mode="d:offered" as="xs:string">
    <xsl:sequence select="string-join((.//rdg except (lem, rdg)[1]) ! d:plain(node()), '; ')"/>
  </xsl:template>
  <xsl:template match="sic | surplus | secl" mode="d:offered" as="xs:string"><xsl:sequence select="''"/></xsl:template>
  <xsl:template match="gap | space" mode="d:offered" as="xs:string"><xsl:sequence select="d:gap-words(.)"/></xsl:template>
  <xsl:template match="metamark" mode="d:offered" as="xs:string"><xsl:sequence select="d:mark-words(.)"/></xsl:template>
  <xsl:template match="stamp" mode="d:offered" as="xs:string"><xsl:sequence select="d:words-from-to(., .)"/></xsl:template>

  <xsl:template match="*" mode="d:beside" as="xs:string"><xsl:sequence select="d:words-near(.)"/></xsl:template>
  <xsl:template match="app" mode="d:beside" as="xs:string">
    <xsl:sequence select="string((lem, rdg)[1] ! d:words-from-to(., .))"/>
  </xsl:template>
  <!-- Of an abbreviation written out, what stands on the paper. -->
  <xsl:template match="expan[abbr]" mode="d:beside" as="xs:string"><xsl:sequence select="normalize-space(string-join(abbr))"/></xsl:template>
  <xsl:template match="sic | surplus | secl | damage | unclear" mode="d:beside" as="xs:string"><xsl:sequence select="d:words-from-to(., .)"/></xsl:template>
  <xsl:template match="choice" mode="d:beside" as="xs:string">
    <xsl:sequence select="d:words-from-to((sic, abbr, orig, *[1])[1], (sic, abbr, orig, *[1])[1])"/>
  </xsl:template>
  <xsl:template match="metamark" mode="d:beside" as="xs:string">
    <xsl:sequence select="if (d:mark-start(.) and d:mark-end(.)) then d:words-from-to(d:mark-start(.), d:mark-end(.)) else ''"/>
  </xsl:template>
  <!-- A note that points at words stands by them. -->
  <xsl:template match="note[d:resolve(@target)[ancestor::text]]" mode="d:beside" as="xs:string" priority="1">
    <xsl:variable name="targets" as="element()+" select="d:resolve(@target)[ancestor::text]/."/>
    <xsl:sequence select="d:words-from-to($targets[1], ($targets[last()]/@spanTo ! d:resolve(.), $targets[last()])[1])"/>
  </xsl:template>
  <xsl:template match="stamp | note[d:stands-alone(.)]" mode="d:beside" as="xs:string"><xsl:sequence select="''"/></xsl:template>
</xsl:stylesheet>
