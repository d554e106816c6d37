<?xml version="1.0" encoding="UTF-8"?>
<!-- Words in the line: emphasis, other languages, names, dates, works, links (TEI 3.3, 3.6, 14). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements that only say what their words are. -->
  <xsl:template match="roleName | surname | forename | addName | genName | nameLink | country | settlement | region | district | bloc | street | postCode | postBox
      | measureGrp | unit | term | mentioned | soCalled | distinct | g | email | ref | ptr | bibl | biblScope | author | publisher | pubPlace | editor | title | label | desc | occupation | affiliation
      | seg[@type = 'marked'] | expan | reg | ex | am | rdg | rdgGrp | app | choice" mode="d:html" as="element()">
    <xsl:call-template name="d:phrase"/>
  </xsl:template>

  <xsl:template name="d:phrase" as="element()">
    <xsl:element name="{d:phrase-element(.)}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="local-name()[not(current()/@type = 'marked')], @type[. = 'marked']"/></xsl:call-template>
      <xsl:apply-templates select="." mode="d:phrase-attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Names, dates and numbers that nothing points at and nothing sets apart need no element of their own on the page. -->
  <xsl:template match="persName | placeName | orgName | geogName | name | rs | date | time | num | measure | w | c | s | cl | phr | pc | orig | abbr | lem"
      mode="d:html" priority="-0.1" as="node()*">
    <xsl:choose>
      <xsl:when test="@xml:id or @xml:lang or parent::signed or d:wrapper(.) = 'div'"><xsl:call-template name="d:phrase"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="d:phrase-element" as="xs:string">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="
        if (d:wrapper($phrase) = 'div') then (if (d:holds-blocks($phrase)) then 'div' else 'p')
        else if ($phrase/(self::ref | self::ptr)[d:is-link(.)]) then 'a'
        else if ($phrase/self::title[not(@level = 'a')]) then 'cite'
        else 'span'"/>
  </xsl:function>

  <!-- Has it an address, and no link within it, which HTML forbids? -->
  <xsl:function name="d:is-link" as="xs:boolean" visibility="public">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="exists(d:safe-address($reference/@target))
        and empty($reference/descendant::*[self::note or self::pb or self::cb or self::gb or self::ref or self::ptr or self::graphic or self::media or @xml:id])
        and empty($reference/ancestor::*[self::ref or self::ptr])"/>
  </xsl:function>

  <xsl:mode name="d:phrase-attributes" on-no-match="deep-skip"/>
  <xsl:template match="ref[d:is-link(.)] | ptr[d:is-link(.)]" mode="d:phrase-attributes" as="attribute()">
    <xsl:attribute name="href" select="d:safe-address(@target)"/>
  </xsl:template>

  <xsl:template match="foreign" mode="d:html" as="element()">
    <xsl:element name="{if (d:wrapper(.) = 'div') then 'div' else 'i'}">
      <xsl:call-template name="d:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="hi | emph" mode="d:html" as="element()">
    <xsl:variable name="rend" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:element name="{
        if (d:wrapper(.) = 'div') then 'div'
        else if ($rend = ('sup', 'superscript')) then 'sup' else if ($rend = ('sub', 'subscript')) then 'sub'
        else if ($rend = ('bold', 'b')) then 'b' else if (self::emph) then 'em'
        else if ($rend = ('italic', 'i', 'italics') or empty($rend)) then 'i' else 'span'}">
      <xsl:call-template name="d:attributes"><xsl:with-param name="class" select="local-name(), $rend ! replace(., '[^A-Za-z0-9-]', '')"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lb" mode="d:html" as="element()">
    <xsl:choose>
      <xsl:when test="@break = 'no'"><wbr/></xsl:when>
      <xsl:otherwise><br/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Images are not fetched from elsewhere: the picture is a link. -->
  <xsl:template match="graphic | media" mode="d:html" as="element()?">
    <xsl:if test="d:safe-address(@url)"><a class="ui graphic" href="{d:safe-address(@url)}">{d:say('figure')}</a></xsl:if>
  </xsl:template>

  <!-- What an index is to say of this place: no words of the line, but words all the same. -->
  <xsl:template match="index[normalize-space()]" mode="d:html" as="element()">
    <span>
      <xsl:call-template name="d:attributes"/>
      <span class="ui">{d:say('index-entry')} </span>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>
  <xsl:template match="anchor | index" mode="d:html" as="element()">
    <span><xsl:call-template name="d:attributes"/></span>
  </xsl:template>
</xsl:stylesheet>
