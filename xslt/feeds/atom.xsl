<?xml version="1.0" encoding="UTF-8"?>
<!-- The feed: an entry for the edition as it is, and one for each change of a document, the newest first (RFC 4287). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns="http://www.w3.org/2005/Atom">

  <!-- A feed is for what is new: no more than this many entries. -->
  <xsl:variable name="d:feed-length" as="xs:integer" select="100"/>

  <xsl:function name="d:atom" as="element()" visibility="public">
    <xsl:param name="site" as="element()"/>
    <xsl:variable name="edition-day" as="xs:string?" select="d:moment(d:edition('date'))"/>
    <xsl:variable name="changes" as="element()*" select="$site/*:document/*:change"/>
    <feed xml:lang="{$language}">
      <id>{d:edition('base_url')}</id>
      <title>{d:edition('title')}</title>
      <xsl:where-populated><subtitle>{d:edition('subtitle')}</subtitle></xsl:where-populated>
      <updated>{d:newest(($edition-day, $changes/@when ! string()))}</updated>
      <author><name>{(d:edition('publisher')[. ne ''], d:edition('title'))[1]}</name></author>
      <xsl:where-populated><rights>{(d:edition('rights')[. ne ''], d:edition('licence_name'))[1]}</rights></xsl:where-populated>
      <link rel="self" type="application/atom+xml" href="{d:page-address('feed.xml')}"/>
      <link rel="alternate" type="text/html" href="{d:page-address('index.html')}"/>
      <xsl:variable name="entries" as="element()*">
        <xsl:if test="$edition-day"><xsl:sequence select="d:edition-entry($edition-day)"/></xsl:if>
        <xsl:sequence select="$changes ! d:change-entry(.)"/>
      </xsl:variable>
      <xsl:sequence select="sort($entries, (), function($entry) { d:age($entry/*:updated) })[position() le $d:feed-length]"/>
    </feed>
  </xsl:function>

  <xsl:function name="d:edition-entry" as="element()">
    <xsl:param name="day" as="xs:string"/>
    <entry>
      <id>{d:edition('base_url')}#version-{encode-for-uri((d:edition('version')[. ne ''], $day)[1])}</id>
      <title>{string-join((d:edition('title'), d:edition('version')[. ne ''] ! d:say('version', .)), ', ')}</title>
      <updated>{$day}</updated>
      <link rel="alternate" type="text/html" href="{d:page-address('index.html')}"/>
      <summary>{(d:edition('citation')[. ne ''], d:edition('subtitle')[. ne ''], d:edition('title'))[1]}</summary>
    </entry>
  </xsl:function>

  <!-- The id of an entry is the document's address with the day of the change and a number made of its words, so that it stays when
       others come before or after it. -->
  <xsl:function name="d:change-entry" as="element()">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="address" as="xs:string" select="d:page-address('documents/' || $change/../@id || '/index.html')"/>
    <xsl:variable name="number" as="xs:integer"
        select="fold-left(string-to-codepoints($change), 7, function($sum, $letter) { ($sum * 31 + $letter) mod 2147483647 })"/>
    <entry>
      <id>{$address}#change-{substring($change/@when, 1, 10)}-{$number}</id>
      <title>{$change/../@title}</title>
      <updated>{$change/@when}</updated>
      <xsl:if test="$change/@who ne ''"><author><name>{$change/@who}</name></author></xsl:if>
      <link rel="alternate" type="text/html" href="{$address}"/>
      <summary>{$change}</summary>
    </entry>
  </xsl:function>

  <xsl:function name="d:newest" as="xs:string">
    <xsl:param name="moments" as="xs:string*"/>
    <xsl:sequence select="string(sort($moments, (), function($moment) { d:age($moment) })[1])"/>
  </xsl:function>

  <!-- How long before a day far off a moment was: what is newest sorts first. -->
  <xsl:function name="d:age" as="xs:dayTimeDuration">
    <xsl:param name="moment" as="item()"/>
    <xsl:sequence select="xs:dateTime('9999-12-31T00:00:00Z') - xs:dateTime(string($moment))"/>
  </xsl:function>
</xsl:stylesheet>
