<?xml version="1.0" encoding="UTF-8"?>
<!-- What a citation of a document is made of, for the page, the metadata and the files for reference managers. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What the edition says of itself: an attribute of the edition parameter, or the empty string. -->
  <xsl:function name="d:edition" as="xs:string" visibility="public">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string($edition/*/@*[local-name() = $name])"/>
  </xsl:function>

  <!-- Who wrote the document: the header's authors, else the senders of a letter. -->
  <xsl:function name="d:authors" as="xs:string*" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="authors" as="xs:string*" select="($header/fileDesc/titleStmt/author ! normalize-space())[. ne '']"/>
    <xsl:sequence select="
        if (exists($authors)) then $authors
        else ($header/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name) ! normalize-space())[. ne '']"/>
  </xsl:function>

  <!-- The day the document was written, if it is known to the day, month or year, as an ISO date. -->
  <xsl:function name="d:written" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="replace(d:sort-date(d:creation-date($header)), 'T.*$', '')"/>
  </xsl:function>

  <!-- The address of the document: under the edition's, or relative where it has none. -->
  <xsl:function name="d:address" as="xs:string" visibility="public">
    <xsl:sequence select="d:edition('base_url') || 'documents/' || encode-for-uri($document-id) || '/'"/>
  </xsl:function>

  <xsl:function name="d:edition-year" as="xs:string" visibility="public">
    <xsl:sequence select="substring(d:edition('date'), 1, 4)"/>
  </xsl:function>
</xsl:stylesheet>
