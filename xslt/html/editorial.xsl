<?xml version="1.0" encoding="UTF-8"?>
<!-- What translator, transcriber and editors did: supplied, sic and corr, expansions, glosses, gaps (TEI 3.5, 12.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="supplied" mode="d:html" as="element()">
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else if (d:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'supplied', 'signature'[current()/@reason = 'signature'], @cert ! ('cert-' || .)"/></xsl:call-template>
      <xsl:if test="not(@reason = 'signature')"><xsl:call-template name="d:other-agent"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Who answers for what is supplied or offered, where that is not the one whom the legend names for all the rest. -->
  <xsl:template name="d:other-agent" as="attribute()?">
    <xsl:param name="usual-agent" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="who" as="xs:string?" select="d:by(.)"/>
    <xsl:if test="$who ne $usual-agent"><xsl:attribute name="title" select="d:say('supplied-by', $who)"/></xsl:if>
  </xsl:template>

  <!-- Those who answer for most of what is supplied and offered in a text, by name; nothing where nobody is named. -->
  <xsl:function name="d:usual-agent" as="xs:string" visibility="public">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="by-number" as="xs:string*">
      <xsl:for-each-group select="$text//(supplied[not(@reason = 'signature')] | choice/(corr | expan | reg))[@resp][empty(d:resolve(@resp)/descendant-or-self::*[self::persName or self::orgName or self::name][d:is-unnamed(.)])]" group-by="string(@resp)">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sequence select="d:by(.)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string($by-number[1])"/>
  </xsl:function>

  <!-- Who answers for an intervention: the names behind @resp. -->
  <xsl:function name="d:by" as="xs:string?" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="d:responsible($element/@resp)"/>
    <xsl:sequence select="if (exists($names)) then d:enumerate($names) else ()"/>
  </xsl:function>

  <xsl:template match="sic | surplus" mode="d:html" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(parent::choice)">
        <span class="ui sic-sign"> [sic]</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The second part of a choice, in thin brackets after the first, with a word that says what it is. -->
  <xsl:template match="choice/corr | choice/expan | choice/reg" mode="d:html" priority="2" as="element()+">
    <xsl:variable name="word" as="xs:string" select="if (self::corr) then 'corrected' else if (self::expan) then 'expanded' else 'regularised'"/>
    <span class="ui"><xsl:text> </xsl:text></span>
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'offered', local-name()"/></xsl:call-template>
      <xsl:call-template name="d:other-agent"/>
      <xsl:variable name="said" as="element()?">
        <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say($word)"/></xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="$said"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="corr" mode="d:html" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'corr-only'"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Readings beside the lemma. -->
  <xsl:template match="app/rdg[preceding-sibling::*] | rdgGrp/rdg" mode="d:html" priority="2" as="element()+">
    <span class="ui"><xsl:text> </xsl:text></span>
    <xsl:element name="{if (d:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'offered', 'rdg'"/></xsl:call-template>
      <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('variant')"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- White space inside choice and app is the file's, not the text's. -->
  <xsl:template match="choice/text()[not(normalize-space())] | app/text()[not(normalize-space())] | subst/text()[not(normalize-space())]" mode="d:html" priority="2" as="empty-sequence()"/>

  <xsl:template match="gloss" mode="d:html" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="if (@resp or preceding-sibling::foreign) then ('offered', 'gloss') else 'gloss-own'"/></xsl:call-template>
      <xsl:if test="@resp or preceding-sibling::foreign">
        <xsl:call-template name="d:said-only"><xsl:with-param name="words" select="d:say('meaning')"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="unclear | damage" mode="d:html" as="element()">
    <xsl:element name="{d:wrapper(.)}">
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="self::unclear"><span class="ui unclear-sign">(?)</span></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="gap | space" mode="d:html" as="element()">
    <xsl:element name="{if (d:is-block(.)) then 'p' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="'gap', @reason"/></xsl:call-template>
      <span class="ui">[{d:gap-words(.)}]</span>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
