<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap.xml and robots.txt. The site element has a page for each file to be listed, and documents with their changes. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:function name="d:sitemap" as="element()" visibility="public">
    <xsl:param name="site" as="element(site)"/>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <xsl:for-each select="$site/page">
        <url>
          <loc>{d:page-address(@path)}</loc>
          <xsl:variable name="changed" as="xs:string" select="substring(max($site/document[@id = current()/@document]/change/@when/string()), 1, 10)"/>
          <xsl:variable name="day" as="xs:string" select="($changed[. ne ''], d:edition('date'))[1]"/>
          <xsl:if test="$day castable as xs:date"><lastmod>{$day}</lastmod></xsl:if>
        </url>
      </xsl:for-each>
    </urlset>
  </xsl:function>

  <!-- Everybody may read all; where the edition has an address, the sitemap is told. -->
  <xsl:function name="d:robots" as="xs:string" visibility="public">
    <xsl:variable name="address" as="xs:string" select="d:edition('base_url')"/>
    <xsl:sequence select="string-join(('User-agent: *', 'Allow: /', ('', 'Sitemap: ' || $address || 'sitemap.xml')[$address ne '']), '&#10;') || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
