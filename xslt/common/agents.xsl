<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose words: persons, hands, and those responsible for a note or an intervention (@who, @hand, @resp). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The names of those whom @resp points to: those within a respStmt, else the label that stands there. -->
  <xsl:function name="d:responsible" as="xs:string*" visibility="public">
    <xsl:param name="resp" as="attribute()?"/>
    <xsl:for-each select="d:resolve($resp)">
      <xsl:sequence select="
          if (self::respStmt) then (persName, orgName, name) ! d:responsible-name(.)
          else if (self::person) then d:person-name(.)
          else d:responsible-name(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A name within a statement of responsibility; of somebody without a name, what he did: "editor, not named in the source". -->
  <xsl:function name="d:responsible-name" as="xs:string" visibility="public">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="did" as="xs:string" select="lower-case(string-join($name/ancestor::respStmt[1]/resp, ' '))"/>
    <xsl:variable name="office" as="xs:string" select="
        if (contains($did, 'transl')) then 'translator' else if (matches($did, 'transcr|internet|online')) then 'transcriber'
        else if (contains($did, 'edit')) then 'editor' else 'somebody'"/>
    <xsl:sequence select="if ($name/ancestor::respStmt and d:is-unnamed($name)) then d:say('unnamed-' || $office) else normalize-space($name)"/>
  </xsl:function>

  <!-- What those whom @resp points to did ("translated by"), as the header words it. -->
  <xsl:function name="d:responsibility" as="xs:string?" visibility="public">
    <xsl:param name="resp" as="attribute()?"/>
    <xsl:sequence select="(d:resolve($resp)/ancestor-or-self::respStmt[1]/resp[1] ! normalize-space())[1]"/>
  </xsl:function>

  <!-- "hand 2" by the order of handDesc; the only hand of a document has no number to tell. -->
  <xsl:function name="d:hand-name" as="xs:string" visibility="public">
    <xsl:param name="hand" as="attribute()?"/>
    <xsl:variable name="note" as="element()?" select="d:resolve($hand)[1]"/>
    <xsl:sequence select="
        if ($note/self::handNote) then d:say('hand', d:hand-number($note))
        else if ($note) then d:person-name($note)
        else d:say('hand-unknown')"/>
  </xsl:function>

  <!-- The hands that the header describes. -->
  <xsl:function name="d:hands" as="element(handNote)*" visibility="public">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="$document//teiHeader//handNote[@xml:id]"/>
  </xsl:function>

  <xsl:function name="d:hand-number" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(handNote)"/>
    <xsl:sequence select="string(index-of(d:hands(root($note))/@xml:id, $note/@xml:id)[1])"/>
  </xsl:function>

  <!-- A person as a reader knows him: the short form where there is one, else the name. -->
  <xsl:function name="d:person-short" as="xs:string" visibility="public">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="
        normalize-space(($person/*[ends-with(local-name(), 'Name')][@type = 'short'], $person/*[ends-with(local-name(), 'Name')], $person/label, $person)[1])"/>
  </xsl:function>

  <xsl:function name="d:person-name" as="xs:string" visibility="public">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="
        normalize-space(($person/*[ends-with(local-name(), 'Name')][not(@type = 'short')], $person/*[ends-with(local-name(), 'Name')], $person/label, $person)[1])"/>
  </xsl:function>

  <!-- Who is speaking in an sp or said, in words: the persons @who names, else the label, else "unnamed". -->
  <xsl:function name="d:speaker-name" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:variable name="persons" as="element()*" select="d:resolve($turn/@who)"/>
    <xsl:sequence select="
        if (exists($persons)) then d:enumerate($persons ! d:person-short(.))
        else (($turn/speaker ! d:bare-text(.))[normalize-space()], tokenize($turn/@who) ! replace(., '^.*#', ''), d:say('nobody-named'))[1]"/>
  </xsl:function>

  <!-- The text of an element without its notes, white space made one. -->
  <xsl:function name="d:bare-text" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join(
        $element/descendant::node()[self::text() or self::lb or self::pb][not(ancestor::note[ancestor::* intersect $element])]
        ! (if (self::text() or @break = 'no') then string() else ' ')))"/>
  </xsl:function>
</xsl:stylesheet>
