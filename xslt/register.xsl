<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of one file of the register: for each an entry element with @ref, as documents point to it, and what its page shows.
     Parameters: register-file (as documents point to it, "register/persons.xml"), language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>

  <xsl:param name="register-file" as="xs:string" select="'register/register.xml'"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="element()">
    <register><xsl:apply-templates select="//(person | personGrp | place | org)[@xml:id][not(ancestor::teiHeader)]" mode="d:registered"/></register>
  </xsl:template>

  <xsl:mode name="d:registered" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="*" mode="d:registered" as="element()">
    <xsl:variable name="names" as="xs:string*" select="d:entry-names(.)"/>
    <entry ref="{$register-file}#{@xml:id}" name="{$names[1]}" kind="{if (self::place) then 'places' else if (self::org) then 'organizations' else 'persons'}"
        sort="{d:surname-first($names)}" type="{@type}"
        href="{replace($register-file, '\.xml$', '') ! tokenize(., '/') ! encode-for-uri(.) => string-join('/')}/{encode-for-uri(@xml:id)}.html"
        file="{replace($register-file, '\.xml$', '')}/{@xml:id}.html" born="{d:date-of(birth)}" died="{d:date-of(death)}">
      <xsl:for-each select="distinct-values($names[position() gt 1])"><variant>{.}</variant></xsl:for-each>
      <xsl:for-each select="occupation | roleName | affiliation | state"><office>{normalize-space()}</office></xsl:for-each>
      <xsl:for-each select="note | desc"><note>{normalize-space()}</note></xsl:for-each>
      <xsl:for-each select="idno"><idno type="{@type}">{normalize-space()}</idno></xsl:for-each>
      <xsl:for-each select="location/geo"><geo>{normalize-space()}</geo></xsl:for-each>
    </entry>
  </xsl:template>

  <!-- The names of an entry, the one that the edition uses first. -->
  <xsl:function name="d:entry-names" as="xs:string*" visibility="public">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entry/(persName | placeName | orgName | name | geogName | country | region | settlement | district)"/>
    <xsl:sequence select="(($names[not(@type = ('variant', 'short'))], $names[@type = ('variant', 'short')]) ! normalize-space())[. ne ''], string($entry/@xml:id)[empty($names[normalize-space()])]"/>
  </xsl:function>

  <!-- What the entry is sorted by: the name by which one is known alone (a variant that is a word of the name), else what follows
       the initials; then the whole name. -->
  <xsl:function name="d:surname-first" as="xs:string" visibility="public">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="known-as" as="xs:string?" select="$names[position() gt 1][. = tokenize($names[1])][1]"/>
    <xsl:sequence select="d:sort-key(string-join(($known-as, replace($names[1], '^((\p{Lu}\p{Ll}?\.)+\s*)+', '')[empty($known-as)], $names[1]), ' '))"/>
  </xsl:function>
</xsl:stylesheet>
