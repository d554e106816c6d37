<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the interface: looked up by name in xslt/locale/LANGUAGE.xml. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <!-- The language of the interface; English where the edition's has no file. -->
  <xsl:param name="language" as="xs:string" select="'en'"/>

  <xsl:variable name="d:locale-file" as="xs:string"
      select="let $own := '../locale/' || replace($language, '[^A-Za-z0-9-]', '') || '.xml'
              return if (doc-available(resolve-uri($own, static-base-uri()))) then $own else '../locale/en.xml'"/>

  <!-- The words themselves; who runs the stylesheet many times reads the file once and hands it over. -->
  <xsl:param name="locale" as="document-node()" select="doc($d:locale-file)"/>
  <xsl:key name="d:string" match="*:s" use="@id"/>

  <!-- The string named $id, its places {1}, {2} … filled with $values. -->
  <xsl:function name="d:say" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="
        let $string := d:strings($id)[1]
        return if (exists($string))
        then fold-left(1 to count($values), $string, function($text, $n) {
               string-join(tokenize($text, '\{' || $n || '\}'), $values[$n]) })
        else error(QName('urn:diple:xslt', 'd:no-string'), 'the locale has no string ' || $id)"/>
  </xsl:function>

  <xsl:function name="d:say" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="d:say($id, ())"/>
  </xsl:function>

  <xsl:function name="d:strings" as="xs:string*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="key('d:string', $id, $locale) ! string()"/>
  </xsl:function>

  <!-- The string for a value of a TEI attribute, such as gap/@reason: $set-$value, or $set-other where it has none. -->
  <xsl:function name="d:say-value" as="xs:string" visibility="public">
    <xsl:param name="set" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:sequence select="(d:strings($set || '-' || $value), $otherwise)[1]"/>
  </xsl:function>

  <!-- A, B and C. -->
  <xsl:function name="d:enumerate" as="xs:string" visibility="public">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
        if (count($names) le 1) then string($names)
        else string-join($names[position() lt last()], ', ') || ' ' || d:say('and') || ' ' || $names[last()]"/>
  </xsl:function>
</xsl:stylesheet>
