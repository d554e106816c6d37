<?xml version="1.0" encoding="UTF-8"?>
<!-- Hands: \added/ and ⟦struck out⟧. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="add" mode="d:line" as="xs:string">
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="hand" as="xs:string?" select="if (count(d:hands(root())) gt 1 and @hand) then d:hand-name(@hand) || ': ' else ()"/>
    <xsl:sequence select="
        (if (parent::seg[@type = 'alternative'] and preceding-sibling::node()[normalize-space()]) then '| ' else '')
        || '\' || $hand || string-join($words) || '/'"/>
  </xsl:template>

  <xsl:template match="del" mode="d:line" as="xs:string">
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:sequence select="'⟦' || string-join($words) || '⟧'"/>
  </xsl:template>

  <xsl:template match="addSpan | delSpan" mode="d:line" as="xs:string?">
    <xsl:if test="$policy = 'critical'">
      <xsl:sequence select="'{' || (if (self::addSpan) then d:say('addition-begins', d:hand-name(@hand)) else d:say('deletion-begins')) || '}'"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
