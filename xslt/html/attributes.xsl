<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes that elements of HTML take over from TEI: id, language, class; and the link to a place. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- id, lang, class and the anchors of marks, for the element of the context. -->
  <xsl:template name="d:attributes" as="attribute()*">
    <xsl:param name="class" as="xs:string*" select="local-name()"/>
    <xsl:param name="id" as="xs:string?" select="@xml:id"/>
    <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
    <xsl:if test="exists($class[. ne ''])"><xsl:attribute name="class" select="$class[. ne '']" separator=" "/></xsl:if>
    <xsl:if test="@xml:lang[. ne '']"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
    <xsl:variable name="anchors" as="xs:string*" select="d:anchor-names(.)"/>
    <xsl:if test="exists($anchors)"><xsl:attribute name="style" select="'--anchor:' || string-join($anchors, ',')"/></xsl:if>
  </xsl:template>

  <!-- The link to this very place, shown as ¶ on hover and focus; its words are the id, so that each has a name of its own.
       The first paragraph of a turn leaves it to the turn, and a turn to its label. -->
  <xsl:template name="d:permalink" as="element()*">
    <xsl:if test="@xml:id and not(self::p and parent::sp[@xml:id]/p[1] is .)">
      <xsl:if test="not(self::sp and speaker[1][d:is-label-link(.)])"><a class="pl" href="#{@xml:id}">{@xml:id}</a></xsl:if>
      <xsl:call-template name="d:line-link"/>
    </xsl:if>
  </xsl:template>

  <!-- The link to the line of the transcript in which the words begin: that of a turn's label, else of its first paragraph. -->
  <xsl:template name="d:line-link" as="element()?">
    <xsl:variable name="line" as="xs:string?" select="(d:line-of(@xml:id), d:line-of((.//@xml:id)[1]))[1]"/>
    <xsl:if test="$line"><a href="source.html#L{$line}">{$line}</a></xsl:if>
  </xsl:template>

  <!-- Words of the interface that only a screen reader or a copied text needs. -->
  <xsl:template name="d:said-only" as="element()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$words ne ''"><span class="ui vh">{$words}</span></xsl:if>
  </xsl:template>

  <!-- The element of HTML that can hold what the element of the context holds. -->
  <xsl:function name="d:wrapper" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (d:is-block($element) or d:holds-blocks($element)) then 'div' else 'span'"/>
  </xsl:function>
</xsl:stylesheet>
