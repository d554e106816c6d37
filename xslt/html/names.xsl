<?xml version="1.0" encoding="UTF-8"?>
<!-- Names that the register knows: links to its pages (TEI 14.2, 3.6). A name is a link where it first stands on a page of the
     source, since a link at every mention is noise to the eye and two hundred stops to the keyboard. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="persName[d:is-first-link(.)] | placeName[d:is-first-link(.)] | orgName[d:is-first-link(.)] | geogName[d:is-first-link(.)]
      | name[d:is-first-link(.)] | rs[d:is-first-link(.)] | country[d:is-first-link(.)] | region[d:is-first-link(.)]
      | settlement[d:is-first-link(.)] | district[d:is-first-link(.)]" mode="d:html" priority="1" as="element()">
    <xsl:choose>
      <xsl:when test="d:wrapper(.) = 'span'"><xsl:call-template name="d:name-link"/></xsl:when>
      <xsl:otherwise>
        <p class="{local-name()}"><xsl:call-template name="d:name-link"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:accumulator name="d:name-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//persName | text//placeName | text//orgName | text//geogName | text//name | text//rs
        | text//country | text//region | text//settlement | text//district" select="$value + 1"/>
  </xsl:accumulator>

  <!-- The names that are links, by their numbers, and of each entry's address the page of the source on which a name last led to it.
       So each name is looked at once. -->
  <xsl:accumulator name="d:linked-names" as="map(xs:anyAtomicType, xs:integer)" initial-value="map {}">
    <xsl:accumulator-rule match="text//persName | text//placeName | text//orgName | text//geogName | text//name | text//rs
        | text//country | text//region | text//settlement | text//district" select="
        if (empty($register) or not(d:is-entry-link(.))) then $value
        else if (ancestor::note) then map:put($value, accumulator-before('d:name-number'), 0)
        else let $address := string(d:entry(.)/@href), $page := accumulator-before('d:page-number') return
            if ($value($address) = $page) then $value else map:put(map:put($value, $address, $page), accumulator-before('d:name-number'), 0)"/>
  </xsl:accumulator>

  <!-- Is it a name that the register knows, and the first that leads to its entry from this page of the source? In a note, which may
       be closed, each is a link. -->
  <xsl:function name="d:is-first-link" as="xs:boolean" visibility="public">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists($register) and map:contains($name/accumulator-before('d:linked-names'), $name/accumulator-before('d:name-number'))"/>
  </xsl:function>

  <xsl:template name="d:name-link" as="element()">
    <a href="../../{d:entry(.)/@href}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="()"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </a>
  </xsl:template>

  <!-- Does the register know the name, and can it be a link: with none within it or around it, which HTML forbids? -->
  <xsl:function name="d:is-entry-link" as="xs:boolean" visibility="public">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists($register) and exists(d:entry($name)) and not(d:holds-blocks($name))
        and empty($name/descendant::*[self::note or self::pb or self::cb or self::gb or self::ref or self::ptr or self::graphic or self::media])
        and empty($name/ancestor::*[self::ref or self::ptr][d:is-link(.)])
        and not($name/ancestor::*[d:is-name(.)] ! d:is-entry-link(.) = true())"/>
  </xsl:function>

  <xsl:function name="d:is-name" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::persName | self::placeName | self::orgName | self::geogName | self::name | self::rs
        | self::country | self::region | self::settlement | self::district))"/>
  </xsl:function>

  <!-- A label that leads to the page of an entry, or the bare label. -->
  <xsl:template name="d:entry-link" as="node()">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$entry"><a href="../../{$entry/@href}">{$label}</a></xsl:when>
      <xsl:otherwise><xsl:text>{$label}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
