<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of the edition: persons, places and organizations that names in a document point to (TEI 14.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What the register holds, an element whose entry children have @ref, as documents point to it, @href, @name and @kind. -->
  <xsl:param name="register" as="document-node()?" select="()"/>

  <xsl:key name="d:entry" match="*:entry" use="@ref"/>

  <!-- The entry that an element means: the one it points to, or the one that a person it points to in its own document has as @corresp. -->
  <xsl:function name="d:entry" as="element()?" visibility="public">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        if ($register and $element) then (d:register-pointers($element) ! key('d:entry', ., $register))[1] else ()"/>
  </xsl:function>

  <!-- The pointers out of the document that an element has, or those that the element it points to has in its place. -->
  <xsl:function name="d:register-pointers" as="xs:string*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pointers" as="xs:string*" select="($element/@ref, $element/@corresp, $element/@sameAs, $element/@who) ! tokenize(.)"/>
    <xsl:sequence select="
        $pointers[contains(., '#')][not(starts-with(., '#'))],
        ($pointers[starts-with(., '#')] ! key('d:id', substring(., 2), root($element))[1])/(@corresp, @sameAs, @ref) ! tokenize(.)[not(starts-with(., '#'))]"/>
  </xsl:function>

  <!-- Letters and digits alone, in lower case, without accents: what an index is sorted by. -->
  <xsl:function name="d:sort-key" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="normalize-space(replace(replace(normalize-unicode(lower-case($words), 'NFD'), '\p{M}', ''), '[^\p{L}\p{N}]+', ' '))"/>
  </xsl:function>
</xsl:stylesheet>
