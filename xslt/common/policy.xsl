<?xml version="1.0" encoding="UTF-8"?>
<!-- The states of the text, as passes from TEI to TEI: both outputs then show what a pass has left.
     critical: everything. diplomatic: without the words of translator, transcriber and editors.
     typed: diplomatic, without the hands. reading: corrected, with nothing in the way but brackets round doubtful words.
     Where something in the line is left out stands the processing instruction "joint", so that spaces can be closed there. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="d:diplomatic" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="d:typed" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="d:reading" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The document in one of the four states; white space, ids and header are kept. -->
  <xsl:function name="d:in-state" as="document-node()" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="policy" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$policy = 'critical'"><xsl:sequence select="$document"/></xsl:when>
      <xsl:when test="$policy = 'diplomatic'"><xsl:sequence select="d:diplomatic($document)"/></xsl:when>
      <xsl:when test="$policy = 'typed'">
        <xsl:document><xsl:apply-templates select="d:diplomatic($document)" mode="d:typed"/></xsl:document>
      </xsl:when>
      <xsl:when test="$policy = 'reading'">
        <xsl:document><xsl:apply-templates select="$document" mode="d:reading"/></xsl:document>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="error(QName('urn:diple:xslt', 'd:no-policy'), 'there is no state of the text called ' || $policy)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="d:diplomatic" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:document><xsl:apply-templates select="$document" mode="d:diplomatic"/></xsl:document>
  </xsl:function>

  <!-- The place of something left out in the line. -->
  <xsl:template name="d:joint" as="processing-instruction()">
    <xsl:processing-instruction name="joint"/>
  </xsl:template>

  <!-- What an index is to say is no part of the document's words. -->
  <xsl:template match="index" mode="d:diplomatic d:reading" as="processing-instruction()"><xsl:call-template name="d:joint"/></xsl:template>

  <!-- The header is no text: no state changes it. -->
  <xsl:template match="teiHeader | standOff | facsimile" mode="d:diplomatic d:typed d:reading" priority="5" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- Notes that are not the document's own: of translator, transcriber, editor, describing, or answered for by somebody. -->
  <xsl:template match="note[@type = ('translator', 'editor', 'transcriber', 'description', 'original', 'source')]
      | note[@resp][not(@type = ('author', 'annotation'))]" mode="d:diplomatic" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>

  <xsl:template match="supplied | gloss[@resp or parent::*/foreign or preceding-sibling::foreign] | ex" mode="d:diplomatic" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>

  <!-- An autograph that the transcript only tells of ("[signature]") stood on the paper: it is shown, in brackets. -->
  <xsl:template match="supplied[@reason = 'signature']" mode="d:diplomatic" priority="2" as="element()">
    <xsl:copy><xsl:copy-of select="@*"/><xsl:apply-templates mode="#current"/></xsl:copy>
  </xsl:template>

  <!-- Of two readings the document's: what stands there, abbreviated, unregularised. -->
  <xsl:template match="choice[sic or abbr or orig]" mode="d:diplomatic" as="node()*">
    <xsl:apply-templates select="sic | abbr | orig" mode="#current"/>
  </xsl:template>
  <!-- "sic" is the editor's word; what it stands by is the document's. -->
  <xsl:template match="sic | surplus" mode="d:diplomatic" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <xsl:template match="corr[@resp][not(parent::choice)] | expan[@resp][not(parent::choice)] | reg[@resp][not(parent::choice)]" mode="d:diplomatic" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>
  <xsl:template match="app[lem]" mode="d:diplomatic d:reading" as="node()*">
    <xsl:apply-templates select="lem/node()" mode="#current"/>
  </xsl:template>
  <xsl:template match="app[not(lem)]" mode="d:diplomatic d:reading" as="node()*">
    <xsl:apply-templates select="rdg[1]/node()" mode="#current"/>
  </xsl:template>

  <!-- A block that held nothing but what was left out is left out with it. -->
  <xsl:template match="p[d:is-only-intervention(.)] | ab[d:is-only-intervention(.)] | signed[d:is-only-intervention(.)]
      | closer[d:is-only-intervention(.)]" mode="d:diplomatic" as="empty-sequence()"/>

  <xsl:function name="d:is-only-intervention" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block//(supplied | note)) and empty($block//(pb | supplied[@reason = 'signature'])) and
        empty($block//text()[normalize-space()][not(ancestor::supplied or ancestor::note[not(@type = ('author', 'annotation', 'status'))])])"/>
  </xsl:function>

  <!-- As typed: the hands' words go, what they struck out comes back. -->
  <xsl:template match="add | note[@type = 'annotation'] | note[@hand] | metamark | handShift | stamp | supplied[@reason = 'signature']" mode="d:typed" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>
  <xsl:template match="p[d:is-only-autograph(.)] | signed[d:is-only-autograph(.)] | closer[d:is-only-autograph(.)]" mode="d:typed" as="empty-sequence()"/>
  <xsl:function name="d:is-only-autograph" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block//supplied[@reason = 'signature']) and empty($block//pb) and empty($block//text()[normalize-space()][not(ancestor::supplied)])"/>
  </xsl:function>
  <xsl:template match="del | seg[@type = ('alternative', 'marked')] | subst" mode="d:typed" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Reading: nothing in the way. -->
  <xsl:template match="note | metamark | fw | stamp | del | gloss[preceding-sibling::foreign] | supplied[@reason = 'signature'] | handShift"
      mode="d:reading" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>
  <xsl:template match="add | supplied | sic | unclear | subst | surplus | seg[@type = 'marked']" mode="d:reading" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
  <!-- A word that the editors are not sure of stays in its brackets: it may be meant to replace the word before it. -->
  <xsl:template match="supplied[@cert = ('low', 'unknown')]" mode="d:reading" priority="1" as="element()">
    <xsl:copy><xsl:copy-of select="@*"/><xsl:apply-templates mode="#current"/></xsl:copy>
  </xsl:template>
  <xsl:template match="choice" mode="d:reading" as="node()*" priority="2">
    <xsl:apply-templates select="(corr, reg, expan, unclear, *)[1]/node()" mode="#current"/>
  </xsl:template>
  <xsl:template match="seg[@type = 'alternative'][add]" mode="d:reading" as="node()*" priority="2">
    <xsl:apply-templates select="add[last()]/node()" mode="#current"/>
  </xsl:template>

  <!-- A page's number goes; "join" stands where it cut a word, "space" where it parted two. -->
  <xsl:template match="pb | cb | gb" mode="d:reading" as="processing-instruction()">
    <xsl:processing-instruction name="{if (@break = 'no') then 'join' else 'space'}"/>
  </xsl:template>
  <!-- The hyphen of a word cut by a page or line end is no letter of the word. -->
  <xsl:template match="pc[@force = 'weak'][following-sibling::node()[not(self::text()[not(normalize-space())])][1][self::pb | self::lb | self::cb][@break = 'no']]"
      mode="d:reading" as="processing-instruction()">
    <xsl:call-template name="d:joint"/>
  </xsl:template>
</xsl:stylesheet>
