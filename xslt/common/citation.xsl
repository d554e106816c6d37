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

  <!-- Who wrote the document: the header's authors, else the senders of a letter, else those who took part as authors,
       else those who recorded it. -->
  <xsl:function name="d:authors" as="xs:string*" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="profile" as="element()?" select="$header/profileDesc"/>
    <xsl:variable name="persons" as="element(person)*" select="$profile/particDesc//person"/>
    <xsl:variable name="authors" as="xs:string*" select="d:cited-names($header/fileDesc/titleStmt/author)"/>
    <xsl:variable name="senders" as="xs:string*" select="d:cited-names($profile/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name))"/>
    <xsl:variable name="signers" as="xs:string*" select="d:cited-names($persons[@role = 'author'])"/>
    <xsl:sequence select="
        if (exists($authors)) then $authors else if (exists($senders)) then $senders
        else if (exists($signers)) then $signers else d:cited-names($persons[@role = 'recorder'])"/>
  </xsl:function>

  <!-- Names as a citation gives them: those of the persons they point to in the header, since letters write theirs in capitals. -->
  <xsl:function name="d:cited-names" as="xs:string*">
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="$names ! (let $person := (self::person, d:resolve(@ref)[self::person])[1]
        return if ($person) then d:person-name($person) else normalize-space())[. ne '']"/>
  </xsl:function>

  <!-- The web page that the transcript was taken from, where the header names one. -->
  <xsl:function name="d:web-source" as="xs:string?" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="($header/fileDesc/sourceDesc//bibl[@type = 'digital']//(@target, idno[@type = 'uri']) ! d:safe-address(string()))[matches(., '^https?:')][1]"/>
  </xsl:function>

  <!-- Where the document can be seen: its address in the edition where that has one, else the web page it was taken from. -->
  <xsl:function name="d:citable-address" as="xs:string?" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="if (d:edition('base_url') ne '') then d:address() else d:web-source($header)"/>
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
