<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables: an item is a paragraph with its number, a row a line of cells parted by tabs. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="item" mode="d:blocks" as="xs:string*">
    <xsl:variable name="label" as="xs:string?" select="preceding-sibling::*[1]/self::label ! d:line(.)"/>
    <xsl:variable name="paragraphs" as="xs:string*" select="d:paragraphs(.)"/>
    <xsl:sequence select="d:opened(., ($paragraphs[1] ! string-join(($label, .), ' '), subsequence($paragraphs, 2)))"/>
  </xsl:template>
  <!-- The label of an item goes with the item. -->
  <xsl:template match="label[following-sibling::*[1]/self::item]" mode="d:blocks" as="empty-sequence()"/>

  <xsl:template match="row" mode="d:blocks" as="xs:string*">
    <xsl:sequence select="string-join((cell ! string-join(d:paragraphs(.), ' '), d:line(node() except cell)[. ne '']), '&#9;')[normalize-space()]"/>
  </xsl:template>
</xsl:stylesheet>
