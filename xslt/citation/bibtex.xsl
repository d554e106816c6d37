<?xml version="1.0" encoding="UTF-8"?>
<!-- BibTeX: a part of a collection, the day of writing and the archive in the note. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="d:bibtex" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="fields" as="xs:string*" select="
        d:bibtex-field('title', d:title($header)),
        d:bibtex-field('author', string-join(d:authors($header) ! ('{' || d:bibtex-text(.) || '}'), ' and '), false()),
        d:bibtex-field('translator', string-join(d:translators($header) ! ('{' || d:bibtex-text(.) || '}'), ' and '), false()),
        d:bibtex-field('booktitle', d:edition('title')),
        d:bibtex-field('publisher', d:edition('publisher')),
        d:bibtex-field('year', d:edition-year()),
        d:bibtex-field('version', d:edition('version')),
        d:bibtex-field('origdate', d:written($header)),
        d:bibtex-field('note', d:reference($header)),
        d:bibtex-field('url', d:citable-address($header), false())"/>
    <xsl:sequence select="'@incollection{' || replace($document-id, '[^A-Za-z0-9:._-]', '-') || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="d:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="d:bibtex-field($name, $value, true())"/>
  </xsl:function>

  <xsl:function name="d:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="is-text" as="xs:boolean"/>
    <xsl:sequence select="
        if (normalize-space($value) = '') then ()
        else '  ' || $name || ' = {' || (if ($is-text) then '{' || d:bibtex-text($value) || '}' else $value) || '}'"/>
  </xsl:function>

  <!-- Characters that TeX would take for commands. -->
  <xsl:function name="d:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        $text => replace('\\', '\\textbackslash ') => replace('([&amp;%$#_{}])', '\\$1')
        => replace('~', '\\textasciitilde ') => replace('\^', '\\textasciicircum ')"/>
  </xsl:function>
</xsl:stylesheet>
