<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON as elements (XSLT 3.0, 22): what is empty is left out, and the order of keys is fixed. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="d:json-names" as="element()?" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:if test="exists($names)">
      <array key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:for-each select="$names"><map><string key="literal">{.}</string></map></xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:json-date" as="element()?" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:if test="matches($date, '^\d{4}(-\d\d){0,2}$')">
      <map key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <array key="date-parts"><array><xsl:for-each select="tokenize($date, '-')"><number>{xs:integer(.)}</number></xsl:for-each></array></array>
      </map>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:json-string" as="element()?" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value) ne ''">
      <string key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">{normalize-space($value)}</string>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
