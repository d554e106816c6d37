<?xml version="1.0" encoding="UTF-8"?>
<!-- What is a block and what stands in the line, for both outputs (TEI 1.3 on chunks, phrases and inter-level elements). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="d:id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The texts of a file: one, or several in a corpus; a transcription by surfaces where there is no text. -->
  <xsl:function name="d:texts" as="element()*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/* ! d:texts-within(.)"/>
  </xsl:function>

  <!-- The texts of a TEI or corpus, and those of the TEI and corpora in it, at any depth. -->
  <xsl:function name="d:texts-within" as="element()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="$holder/(text | sourceDoc), $holder/(TEI | teiCorpus) ! d:texts-within(.)"/>
  </xsl:function>

  <!-- Elements that are blocks wherever they stand. -->
  <xsl:variable name="d:always-blocks" as="xs:string*" select="
      'text', 'front', 'body', 'back', 'group', 'floatingText', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7',
      'p', 'ab', 'head', 'addrLine', 'opener', 'closer', 'postscript', 'trailer', 'argument', 'epigraph', 'titlePage', 'docTitle', 'titlePart',
      'docAuthor', 'docDate', 'docImprint', 'docEdition', 'imprimatur', 'sp', 'lg', 'l', 'list', 'item', 'table', 'row', 'cell',
      'figure', 'figDesc', 'castList', 'castItem', 'castGroup', 'set', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'person', 'place', 'org', 'listEvent',
      'event', 'entryFree', 'cit', 'spGrp', 'prologue', 'epilogue', 'performance'"/>

  <!-- Elements that hold blocks only, so that white space between their children says nothing. -->
  <xsl:variable name="d:structures" as="xs:string*" select="
      'text', 'front', 'body', 'back', 'group', 'floatingText', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7',
      'sp', 'spGrp', 'lg', 'postscript', 'argument', 'epigraph', 'titlePage', 'docTitle', 'castList', 'castGroup', 'figure', 'cit', 'list', 'table', 'row',
      'TEI', 'teiCorpus', 'entry', 'superEntry', 'hom', 'sense', 'form', 're', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'prologue', 'epilogue', 'performance', 'address'"/>

  <!-- The same names to be looked up: every element is asked for, again and again. -->
  <xsl:variable name="d:block-names" as="map(xs:string, xs:boolean)" select="map:merge($d:always-blocks ! map:entry(., true()))"/>
  <xsl:variable name="d:structure-names" as="map(xs:string, xs:boolean)" select="map:merge($d:structures ! map:entry(., true()))"/>

  <!-- Milestones: empty, so that their place and not their kind says how they are shown. -->
  <xsl:variable name="d:points" as="xs:string*" select="'pb', 'cb', 'gb', 'lb', 'anchor', 'metamark', 'handShift', 'addSpan', 'delSpan', 'damageSpan', 'index', 'fw'"/>

  <!-- Does the element hold other elements as lines or blocks, and no text of its own? -->
  <xsl:function name="d:is-structure" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="
        if (d:is-run-in($element)) then false()
        else if (map:contains($d:structure-names, $name)) then true()
        else if ($element/text()[normalize-space()]) then false()
        else if ($name = ('opener', 'closer', 'signed', 'stamp')) then $name = ('opener', 'closer') and exists($element/*)
        else exists($element/*[map:contains($d:block-names, local-name()) or d:holds-blocks(.)])"/>
  </xsl:function>

  <!-- Is the node to be set as a block, with a line of its own? -->
  <xsl:function name="d:is-block" as="xs:boolean" visibility="public">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if (not($node instance of element())) then false()
        else if (local-name($node) = $d:points) then false()
        else if (local-name($node) = 'gap' or d:is-run-in($node)) then false()
        else if (map:contains($d:block-names, local-name($node))) then true()
        else if (local-name($node) = 'note') then exists($node/parent::*[d:is-structure(.)])
        else if (d:holds-blocks($node)) then true()
        else exists($node/parent::*[d:is-structure(.)])"/>
  </xsl:function>

  <!-- Does the element hold a block at some depth, so that no paragraph or phrase of HTML may hold it?
       A note counts by what it holds: a short note is a phrase. -->
  <xsl:function name="d:holds-blocks" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/descendant::*[map:contains($d:block-names, local-name())][not(d:is-run-in(.))])
        or exists($element/descendant-or-self::*[map:contains($d:structure-names, local-name())]/*[not(d:is-run-in(.))])"/>
  </xsl:function>

  <!-- Is the element a list that runs on in the line, or an item of one? -->
  <xsl:function name="d:is-run-in" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::list, self::item/parent::list)[@rend = ('inline', 'run-in')])"/>
  </xsl:function>

  <!-- The sign of a break within a text: as written, if @rend is the sign itself ("x x x"); three asterisks if it is a name. -->
  <xsl:function name="d:milestone-sign" as="xs:string" visibility="public">
    <xsl:param name="milestone" as="element(milestone)"/>
    <xsl:variable name="rend" as="xs:string" select="normalize-space($milestone/@rend)"/>
    <xsl:sequence select="if ($rend = '' or matches($rend, '^[a-z][a-z-]+$') and not(matches($rend, '^(.)\1+$'))) then '* * *' else $rend"/>
  </xsl:function>

  <!-- The elements that the pointers in an attribute (such as @target or @hand) name within the document. -->
  <xsl:function name="d:resolve" as="element()*" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="
        if ($pointers) then tokenize($pointers)[starts-with(., '#')] ! key('d:id', substring(., 2), root($pointers))[1] else ()"/>
  </xsl:function>

  <!-- An address fit for a link, or nothing: http, https, mailto, or within the site; never script or data. -->
  <xsl:function name="d:safe-address" as="xs:string?" visibility="public">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string" select="replace(string($address), '[\s\p{Cc}\p{Cf}]', '')"/>
    <xsl:sequence select="
        if ($plain = '') then ()
        else if (matches($plain, '^(https?://|mailto:)', 'i')) then $plain
        else if (matches($plain, '^[^/?#]*:') or starts-with($plain, '//')) then ()
        else $plain"/>
  </xsl:function>
</xsl:stylesheet>
