<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns with hanging labels, stage directions, reported speech (TEI 7.2, 3.3.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="spGrp" mode="d:html" as="element()">
    <div><xsl:call-template name="d:attributes"/><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <xsl:template match="sp" mode="d:html" as="element()">
    <div>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'sp', d:tone(.)"/></xsl:call-template>
      <xsl:call-template name="d:permalink"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else if (parent::sp) then 'b' else if (d:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'speaker'[d:holds-blocks(current()) or not(current()/parent::sp)]"/></xsl:call-template>
      <xsl:call-template name="d:label"/>
    </xsl:element>
  </xsl:template>

  <!-- A label is the link to its turn: there are hundreds, and each stands once. -->
  <xsl:template name="d:label" as="node()*">
    <xsl:choose>
      <xsl:when test="d:is-label-link(.)"><a href="#{../@xml:id}"><xsl:apply-templates mode="d:html"/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="d:html"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Is it the first label of a turn with an id, and can it be a link: with none within it, which HTML forbids? -->
  <xsl:function name="d:is-label-link" as="xs:boolean" visibility="public">
    <xsl:param name="speaker" as="element(speaker)"/>
    <xsl:sequence select="exists($speaker/parent::sp[@xml:id][speaker[1] is $speaker]) and normalize-space($speaker) ne '' and not(d:holds-blocks($speaker))
        and empty($speaker//(note | pb | cb | gb | ref | ptr | graphic | media)) and empty($speaker//*[d:is-name(.)][d:is-first-link(.)])"/>
  </xsl:function>

  <xsl:template match="stage | move | camera | sound | caption | tech | view | incident | kinesic | vocal | writing" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else if (d:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'stage', @type"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs that report one person's words: a bar beside them, and above them who it is and how sure that is. -->
  <xsl:template match="said[@who][d:is-block(.)]" mode="d:html" priority="2" as="element()">
    <div>
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'said', d:tone(.), @cert ! ('cert-' || .)"/></xsl:call-template>
      <xsl:attribute name="role" select="'group'"/>
      <xsl:variable name="label" as="xs:string" select="d:say('reported', d:speaker-name(.))"/>
      <xsl:variable name="certainty" as="xs:string?" select="@cert ! d:say-value('certainty', ., .)"/>
      <xsl:attribute name="aria-label" select="string-join(($label, $certainty), ', ')"/>
      <p class="ui who" aria-hidden="true">{$label}<xsl:if test="$certainty"><span> · {$certainty}</span></xsl:if></p>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="q | said" mode="d:html" priority="-1" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'q'"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- One tone for each speaker, by the order in which they first speak; the ninth has the first's again. -->
  <xsl:function name="d:tone" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:variable name="number" as="xs:integer" select="index-of($turn/accumulator-before('d:speakers'), d:speaker-key($turn))[1]"/>
    <xsl:sequence select="'t' || ($number - 1) mod 8 + 1"/>
  </xsl:function>
</xsl:stylesheet>
