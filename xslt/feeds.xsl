<?xml version="1.0" encoding="UTF-8"?>
<!-- What search engines and feed readers ask for: sitemap.xml (sitemaps.org 0.9), an Atom feed of changes (RFC 4287), robots.txt (RFC 9309).
     Parameters: document-id, edition, language, form. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="feeds/changes.xsl"/>
  <xsl:include href="feeds/sitemap.xsl"/>
  <xsl:include href="feeds/atom.xsl"/>

  <!-- changes (of one document, which is the input), sitemap, atom or robots (of the edition, whose site element is the input). -->
  <xsl:param name="form" as="xs:string" select="'changes'"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="xs:string">
    <xsl:choose>
      <xsl:when test="$form = 'changes'"><xsl:sequence select="d:as-xml(d:changes(.))"/></xsl:when>
      <xsl:when test="$form = 'sitemap'"><xsl:sequence select="d:as-xml(d:sitemap(*))"/></xsl:when>
      <xsl:when test="$form = 'atom'"><xsl:sequence select="d:as-xml(d:atom(*))"/></xsl:when>
      <xsl:when test="$form = 'robots'"><xsl:sequence select="d:robots()"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="error(QName('urn:diple:xslt', 'd:no-form'), 'there is no form of feed called ' || $form)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="d:as-xml" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        (if ($form = 'changes') then '' else '&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?>&#10;')
        || serialize($element, map { 'method': 'xml', 'indent': $form ne 'changes', 'omit-xml-declaration': true() }) || '&#10;'"/>
  </xsl:function>

  <!-- The time of a day or moment as RFC 3339 wants it; nothing for what is less than a day. -->
  <xsl:function name="d:moment" as="xs:string?" visibility="public">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
        if ($date castable as xs:date) then substring($date, 1, 10) || 'T00:00:00Z'
        else if ($date castable as xs:dateTime and matches($date, '(Z|[+-]\d\d:\d\d)$')) then $date
        else if ($date castable as xs:dateTime) then $date || 'Z'
        else ()"/>
  </xsl:function>

  <!-- The address of a page of the edition, given its path. -->
  <xsl:function name="d:page-address" as="xs:string" visibility="public">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="d:edition('base_url') || string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>
</xsl:stylesheet>
