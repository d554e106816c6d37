<?xml version="1.0" encoding="UTF-8"?>
<!-- What the indexes of the edition take from one document: an entries element, each child with the index (@index) and the place in
     its order (@sort) it belongs to. Parameters: document-id, language, register. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="common/common.xsl"/>
  <xsl:include href="common/sentences.xsl"/>
  <xsl:include href="common/usage.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <!-- The number of the page of the source that has begun last. -->
  <xsl:accumulator name="d:page-of-source" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="text" select="''"/>
    <xsl:accumulator-rule match="text//pb" select="string(@n)"/>
  </xsl:accumulator>

  <xsl:template match="/" as="element()">
    <xsl:variable name="header" as="element(teiHeader)?" select="(//teiHeader)[1]"/>
    <xsl:variable name="text" as="element()*" select="d:texts(.)"/>
    <entries document="{$document-id}">
      <xsl:apply-templates select="$header" mode="d:written"/>
      <xsl:apply-templates select="$header//(person | personGrp | org)[d:entry(.)], $header/profileDesc/correspDesc/correspAction/*[d:entry(.)]" mode="d:role"/>
      <xsl:call-template name="d:speakers"><xsl:with-param name="turns" select="d:turns($text)"/></xsl:call-template>
      <xsl:for-each select="$text//*[d:indexed(.)]/d:block-of(.)"><xsl:call-template name="d:quoted-entries"/></xsl:for-each>
      <xsl:call-template name="d:usage"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      <xsl:call-template name="d:declarations"><xsl:with-param name="header" select="$header"/></xsl:call-template>
    </entries>
  </xsl:template>

  <!-- Is the element a name of the register, a date with a value, a work or an abbreviation? -->
  <xsl:function name="d:indexed" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="is" as="xs:boolean?"><xsl:apply-templates select="$element" mode="d:is-indexed"/></xsl:variable>
    <xsl:sequence select="boolean($is)"/>
  </xsl:function>

  <xsl:template match="persName | placeName | orgName | geogName | name | rs | country | region | settlement | district" mode="d:is-indexed" as="xs:boolean">
    <xsl:sequence select="exists(d:entry(.))"/>
  </xsl:template>
  <xsl:template match="date" mode="d:is-indexed" as="xs:boolean"><xsl:sequence select="d:sort-date(.) ne ''"/></xsl:template>
  <xsl:template match="title | bibl" mode="d:is-indexed" as="xs:boolean">
    <xsl:sequence select="matches(., '[\p{L}\p{N}]') and not(self::title/parent::bibl)"/>
  </xsl:template>
  <xsl:template match="abbr" mode="d:is-indexed" as="xs:boolean"><xsl:sequence select="matches(., '[\p{L}\p{N}]')"/></xsl:template>

  <!-- The entries of a block, each with its sentence and where it stands. -->
  <xsl:template name="d:quoted-entries" as="element()*">
    <xsl:variable name="pieces" as="item()*"><xsl:call-template name="d:pieces"/></xsl:variable>
    <xsl:variable name="elements" as="element()*" select="$pieces[. instance of element()]"/>
    <xsl:for-each select="d:quotes($pieces)">
      <xsl:variable name="element" as="element()" select="$elements[number(current()/@n)]"/>
      <xsl:apply-templates select="$element" mode="d:entry">
        <xsl:with-param name="quote" as="attribute()*" tunnel="yes">
          <xsl:attribute name="document" select="$document-id"/>
          <xsl:attribute name="place" select="d:place($element)"/>
          <xsl:attribute name="page" select="$element/accumulator-before('d:page-of-source')"/>
          <xsl:sequence select="@before, @name, @after"/>
        </xsl:with-param>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- The id on the document's page nearest around the element. -->
  <xsl:function name="d:place" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" as="element()?" select="
        $element/ancestor-or-self::*[ancestor::text or ancestor::sourceDoc][self::note or @xml:id][not(self::front or self::body or self::back or self::group)]
        [self::note or d:is-block(.)][1]"/>
    <xsl:sequence select="if ($around/self::note) then d:note-id($around) else string(($around/@xml:id, '_text')[1])"/>
  </xsl:function>

  <xsl:mode name="d:entry" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="*" mode="d:entry" as="element()" priority="-1">
    <xsl:param name="quote" as="attribute()*" tunnel="yes"/>
    <mention index="{d:entry(.)/@ref}" sort=""><xsl:sequence select="$quote"/></mention>
  </xsl:template>

  <xsl:template match="date" mode="d:entry" as="element()">
    <xsl:param name="quote" as="attribute()*" tunnel="yes"/>
    <date index="chronology" sort="{d:chronological(.)}" words="{d:date-of(.)}"><xsl:sequence select="@cert, $quote"/></date>
  </xsl:template>

  <xsl:template match="title | bibl" mode="d:entry" as="element()">
    <xsl:param name="quote" as="attribute()*" tunnel="yes"/>
    <xsl:variable name="work" as="xs:string" select="replace(d:bare-text((title[normalize-space()], .)[1]), '^[\s“”„«»&quot;‘’]+|[\s,;:“”„«»&quot;‘’]+$', '')"/>
    <work index="works" sort="{d:sort-key($work)}" work="{$work}"><xsl:sequence select="$quote"/></work>
  </xsl:template>

  <xsl:template match="abbr" mode="d:entry" as="element()">
    <xsl:param name="quote" as="attribute()*" tunnel="yes"/>
    <xsl:variable name="expansion" as="element()?" select="../self::choice/expan[1]"/>
    <abbreviation index="abbreviations" sort="{d:sort-key(d:bare-text(.))}" form="{d:bare-text(.)}" expansion="{$expansion ! d:bare-text(.)}"
        by="{d:enumerate(d:responsible($expansion/@resp))}"><xsl:sequence select="$quote"/></abbreviation>
  </xsl:template>

  <!-- The document itself, among the dates. -->
  <xsl:template match="teiHeader" mode="d:written" as="element()?">
    <xsl:variable name="date" as="element()?" select="d:creation-date(.)"/>
    <xsl:if test="d:sort-date($date) ne ''">
      <written index="chronology" sort="{d:chronological($date)}" words="{d:date-of($date)}" document="{$document-id}"/>
    </xsl:if>
  </xsl:template>

  <!-- Who took part, sent or received. -->
  <xsl:mode name="d:role" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:template match="person | personGrp | org" mode="d:role" as="element()">
    <role index="{d:entry(.)/@ref}" sort="" document="{$document-id}" role="{@role}" place="{@xml:id}" name="{d:person-name(.)}"
        side="{../self::*[@type = 'side']/head ! normalize-space()}"
        office="{string-join((occupation | roleName | persName[1]/roleName | affiliation) ! normalize-space()[. ne ''], ', ')}"/>
  </xsl:template>
  <xsl:template match="correspAction/*" mode="d:role" as="element()">
    <role index="{d:entry(.)/@ref}" sort="" document="{$document-id}" role="{if (../@type = 'sent') then 'author' else 'addressee'}" place="" name="{normalize-space()}" side="" office=""/>
  </xsl:template>

  <!-- Who of the register speaks or is reported, how often and how much. -->
  <xsl:template name="d:speakers" as="element()*">
    <xsl:param name="turns" as="element()*"/>
    <xsl:for-each-group select="$turns[d:entry(.)]" group-by="d:entry(.)/@ref">
      <speech index="{current-grouping-key()}" sort="" document="{$document-id}" place="{d:place(.)}" turns="{count(current-group())}"
          words="{sum(current-group() ! d:turn-words(.))}" reported="{count(current-group()[d:is-reported(.)])}"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Dates in their order; those without a year come after all others. -->
  <xsl:function name="d:chronological" as="xs:string" visibility="public">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="replace(d:sort-date($date), '^--', '~')"/>
  </xsl:function>
</xsl:stylesheet>
