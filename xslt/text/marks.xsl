<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks in the margin: signs where the words begin and end, and a list at the end. Only the critical text has them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- An element at which marks begin or end, in the line. -->
  <xsl:template match="*[@xml:id][$policy = 'critical'][exists(key('d:marks-from', @xml:id)) or exists(key('d:marks-to', @xml:id))]"
      mode="d:line" priority="10" as="xs:string*">
    <xsl:sequence select="d:marks-opening(.)"/>
    <xsl:next-match/>
    <xsl:sequence select="d:marks-closing(.)"/>
  </xsl:template>

  <xsl:function name="d:marks-opening" as="xs:string*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$policy = 'critical' and $element/@xml:id">
      <xsl:sequence select="key('d:marks-from', $element/@xml:id, root($element)) ! ('{m' || d:mark-number(.) || '}')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:marks-closing" as="xs:string*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$policy = 'critical' and $element/@xml:id">
      <xsl:sequence select="reverse(key('d:marks-to', $element/@xml:id, root($element))) ! ('{/m' || d:mark-number(.) || '}')"/>
    </xsl:if>
  </xsl:function>

  <!-- A mark whose words are not known shows where the note of it stands. -->
  <xsl:template match="metamark" mode="d:line" as="xs:string*">
    <xsl:if test="$policy = 'critical'">
      <xsl:sequence select="
          if (exists(d:mark-start(.)) and not(d:mark-start(.) is .)) then '' else '{m' || d:mark-number(.) || '}'"/>
    </xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:function name="d:mark-list" as="xs:string*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="marks" as="element(metamark)*" select="d:texts($document)//metamark[$policy = 'critical']"/>
    <xsl:if test="exists($marks)">
      <xsl:sequence select="'# ' || d:say('txt-marks'),
          $marks ! ('{m' || d:mark-number(.) || '} ' || d:mark-words(.) || (if (d:mark-start(.)) then '' else '. ' || d:say('unresolved')))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
