<?xml version="1.0" encoding="UTF-8"?>
<!-- Page numbers of the source, at their very place; no word is cut or glued by them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="pb | cb | gb" mode="d:line" as="xs:string">
    <xsl:variable name="sign" as="xs:string" select="if (@n) then d:say('txt-page', @n) else d:say('txt-new-page')"/>
    <xsl:sequence select="if (@break = 'no') then $d:joined || $sign || $d:joined else $d:parted || $sign || $d:parted"/>
  </xsl:template>

  <xsl:template match="fw" mode="d:line" as="xs:string*">
    <xsl:sequence select="$d:parted"/><xsl:apply-templates mode="#current"/><xsl:sequence select="$d:parted"/>
  </xsl:template>
</xsl:stylesheet>
