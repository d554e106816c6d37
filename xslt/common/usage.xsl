<?xml version="1.0" encoding="UTF-8"?>
<!-- What the page of conventions is made from: the tags and values a text really uses, and what its header declares (TEI 2.3). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The attributes whose values come from a list, by element. -->
  <xsl:function name="d:listed-values" as="attribute()*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/(self::note | self::seg | self::stage | self::div | self::idno | self::ab | self::list)/@type,
        $element/(self::note | self::add | self::metamark)/@place, $element/self::metamark/(@function, @rend),
        $element/(self::gap | self::supplied)/@reason, $element/@cert"/>
  </xsl:function>

  <!-- Each tag and each value with the number of times it stands in the text, and where first. -->
  <xsl:template name="d:usage" as="element()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:for-each-group select="$text//*" group-by="local-name()">
      <xsl:sequence select="d:use(current-grouping-key(), '', '', current-group())"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$text//* ! d:listed-values(.)" composite="yes"
        group-by="(if (local-name() = 'cert') then '' else local-name(..)), local-name(), string()">
      <xsl:variable name="key" as="xs:string+" select="current-grouping-key()"/>
      <xsl:sequence select="d:use($key[1], $key[2], $key[3], current-group()/..)"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="d:use" as="element()">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="attribute" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="instances" as="element()+"/>
    <use index="usage" sort="{$element} {$attribute} {$value}" element="{$element}" attribute="{$attribute}" value="{$value}"
        count="{count($instances)}" document="{$document-id}" place="{d:place($instances[1])}"/>
  </xsl:function>

  <!-- Declarations of the header by their kind, and those who are responsible. -->
  <xsl:template name="d:declarations" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each select="$header/encodingDesc/(editorialDecl | samplingDecl | projectDesc | tagsDecl | refsDecl)//(p | ab)">
      <xsl:variable name="kind" as="xs:string" select="local-name(parent::*)"/>
      <declaration index="declarations" sort="{$kind} {normalize-space()}" kind="{$kind}" words="{normalize-space()}" count="1" document="{$document-id}"/>
    </xsl:for-each>
    <xsl:for-each select="d:credits($header), $header/fileDesc/titleStmt/(funder | sponsor), $header/fileDesc/sourceDesc//msIdentifier/(repository | institution)">
      <xsl:variable name="kind" as="xs:string" select="if (self::respStmt) then normalize-space(string-join(resp, ', ')) else local-name()"/>
      <xsl:for-each select="if (self::respStmt) then d:agent-names(.) else normalize-space()[. ne '']">
        <credit index="credits" sort="{$kind} {.}" kind="{$kind}" words="{.}" count="1" document="{$document-id}"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
