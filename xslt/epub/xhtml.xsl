<?xml version="1.0" encoding="UTF-8"?>
<!-- From HTML to the XHTML of a book: the namespace, and links only to what the book holds and to the web. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops">

  <xsl:mode name="d:xhtml" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:key name="d:html-id" match="*[@id]" use="@id"/>

  <xsl:template match="*" mode="d:xhtml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@* | node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Languages are told in both ways that readers know. -->
  <xsl:template match="@lang" mode="d:xhtml" as="attribute()+">
    <xsl:attribute name="lang" select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <xsl:template match="a[not(d:leads-somewhere(.))]" mode="d:xhtml" as="element()">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@* except (@href, @download, @rel) | node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="d:leads-somewhere" as="xs:boolean" visibility="public">
    <xsl:param name="link" as="element()"/>
    <xsl:variable name="address" as="xs:string" select="string($link/@href)"/>
    <xsl:sequence select="
        if (starts-with($address, '#')) then exists(key('d:html-id', substring($address, 2), root($link)))
        else matches($address, '^(https?://[^/\s]+\.[^\s]+|mailto:\S+)$', 'i') and $address castable as xs:anyURI"/>
  </xsl:function>

  <!-- Of two elements with one id the first has it. -->
  <xsl:template match="@id[not(key('d:html-id', .)[1] is ..)]" mode="d:xhtml" as="empty-sequence()"/>
</xsl:stylesheet>
