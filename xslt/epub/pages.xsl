<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the source in a chapter: numbers at their place, which the book's list of pages leads to. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="pb | cb | gb" mode="d:html" as="node()+">
    <xsl:if test="d:parts-words(.)"><xsl:text> </xsl:text></xsl:if>
    <span>
      <xsl:call-template name="d:attributes">
        <xsl:with-param name="class" select="'pb', 'inside'[current()/@break = 'no'], 'between'[current()/parent::*[d:is-structure(.)]]"/>
        <xsl:with-param name="id" select="d:break-id(.)"/>
      </xsl:call-template>
      <xsl:if test="self::pb">
        <xsl:attribute name="epub:type" select="'pagebreak'"/>
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="d:break-words(.)"/>
      </xsl:if>
      <span class="ui number-of-page">{@n}</span>
    </span>
  </xsl:template>

  <xsl:function name="d:break-id" as="xs:string" visibility="public">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="string(($break/@xml:id, d:page-id($break))[1])"/>
  </xsl:function>

  <xsl:function name="d:break-words" as="xs:string" visibility="public">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
        if (normalize-space($break/@n) = '') then d:say('page-unnumbered') else if ($break/self::cb) then d:say('column', $break/@n) else d:say('page', $break/@n)"/>
  </xsl:function>
</xsl:stylesheet>
