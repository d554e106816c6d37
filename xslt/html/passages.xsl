<?xml version="1.0" encoding="UTF-8"?>
<!-- Sentences quoted in an index, each leading to its place in the document. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:key name="d:document" match="around/document" use="@id"/>

  <xsl:function name="d:document-address" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="d:up(root($entry)/around) || 'documents/' || encode-for-uri(($entry/self::document/@id, $entry/@document)[1]) || '/index.html'"/>
  </xsl:function>

  <xsl:function name="d:passage-address" as="xs:string" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="d:document-address($entry) || $entry/@place[. ne ''] ! ('#' || encode-for-uri(.))"/>
  </xsl:function>

  <!-- A list of passages of one document; what stands twice or more in a sentence is marked in it each time. -->
  <xsl:template name="d:passages" as="element()?">
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <ul class="passages" role="list">
        <xsl:for-each-group select="$entries" group-adjacent="@document || '#' || @place || '#' || @before || @name || @after">
          <li><xsl:call-template name="d:passage"><xsl:with-param name="entries" select="current-group()"/></xsl:call-template></li>
        </xsl:for-each-group>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- One sentence, in which each of the entries is a link to it. -->
  <xsl:template name="d:passage" as="node()*">
    <xsl:param name="entries" as="element()+"/>
    <q class="sentence">
      <xsl:for-each select="$entries">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:variable name="done" as="xs:integer" select="if ($number = 1) then 0 else string-length($entries[$number - 1]/@before || $entries[$number - 1]/@name)"/>
        <xsl:text>{substring(@before, $done + 1)}</xsl:text>
        <a href="{d:passage-address(.)}">{@name}</a>
      </xsl:for-each>
      <xsl:text>{$entries[last()]/@after}</xsl:text>
    </q>
    <xsl:if test="$entries[1]/@page ne ''"><span class="of-page"> {d:say('page', $entries[1]/@page)}</span></xsl:if>
  </xsl:template>

  <!-- Title and date of the document an entry is from, as a link to it. -->
  <xsl:template name="d:of-document" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="document" as="element()?" select="key('d:document', $entry/@document, root($entry))"/>
    <a href="{d:document-address($entry)}">{($document/@title, $entry/@document)[1]}</a>
    <xsl:if test="$document/@date ne ''"><span class="of-page"> {$document/@date}</span></xsl:if>
  </xsl:template>

  <!-- What a page says where an index is empty. -->
  <xsl:template name="d:nothing" as="element()">
    <p class="nothing">{d:say('nothing-here')}</p>
  </xsl:template>
</xsl:stylesheet>
