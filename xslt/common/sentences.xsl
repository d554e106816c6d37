<?xml version="1.0" encoding="UTF-8"?>
<!-- The sentence in which an element stands, for the indexes: found in the text of its block, notes aside. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Characters that no text may hold: where an indexed element begins, where it ends, where a sentence may end. -->
  <xsl:variable name="d:opens" as="xs:string" select="'&#xFDD2;'"/>
  <xsl:variable name="d:closes" as="xs:string" select="'&#xFDD3;'"/>
  <xsl:variable name="d:stop" as="xs:string" select="'&#xFDD4;'"/>

  <!-- How much of a sentence stands on either side of an indexed element, in characters. -->
  <xsl:param name="sentence-limit" as="xs:integer" select="400"/>

  <!-- What ends in a full stop and no sentence: initials, and short forms of English and German. -->
  <xsl:variable name="d:short-forms" as="xs:string" select="
      '^[“‘«&quot;(\[&#xFDD2;]*((\p{L}\.)*(\p{Lu}|[clpfd]|Yu|Ya|Ye|Ch|Kh|Sh|Ts|Zh|Th|Ph|Dzh)|Mrs?|Ms|Messrs|Dr|Prof|St|Nos?|Nr|[Vv]ol|Cdes?|Com|Gen|Col|Lt|Maj|Capt|Sgt|Hon|Rev|Sen|Rep|Gov|vs|[Cc]f|pp|ff|op|ll|eds?|[Aa]rt|[Ss]ec|ch|[Ff]ig|ca|viz|al|Hrsg|hrsg|Bd|bzw|vgl|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.[”’&quot;)\]&#xFDD3;]*$'"/>

  <!-- Is the element one that an index lists? The stylesheet that makes an index overrides this by templates in the mode. -->
  <xsl:mode name="d:is-indexed" on-no-match="deep-skip"/>
  <!-- The text of a block as a sequence of strings and, where they begin, of indexed elements. -->
  <xsl:mode name="d:plain" on-no-match="shallow-skip" on-multiple-match="fail" use-accumulators="#all"/>

  <xsl:template match="text()" mode="d:plain" as="xs:string">
    <xsl:sequence select="translate(., '&#xFDD2;&#xFDD3;&#xFDD4;', '')"/>
  </xsl:template>
  <xsl:template match="*" mode="d:plain" as="item()*">
    <xsl:variable name="is-indexed" as="xs:boolean?"><xsl:apply-templates select="." mode="d:is-indexed"/></xsl:variable>
    <xsl:if test="$is-indexed"><xsl:sequence select="."/></xsl:if>
    <xsl:sequence select="'[' [current()/self::supplied]"/>
    <xsl:choose>
      <xsl:when test="self::choice"><xsl:apply-templates select="*[1]" mode="#current"/></xsl:when>
      <xsl:when test="self::gap"><xsl:sequence select="'[…]'"/></xsl:when>
      <xsl:when test="self::lb or self::pb or self::cb"><xsl:sequence select="' '[not(current()/@break = 'no')]"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="']'[current()/self::supplied]"/>
    <xsl:if test="$is-indexed"><xsl:sequence select="$d:closes"/></xsl:if>
  </xsl:template>
  <!-- Notes and blocks within a block have sentences of their own. -->
  <xsl:template match="*[self::note or self::fw or d:is-block(.)]" mode="d:plain" priority="1" as="xs:string?">
    <xsl:sequence select="' '[d:is-block(current())]"/>
  </xsl:template>

  <!-- The pieces of a block that is looked at for itself, one that an index lists as a whole among them. -->
  <xsl:template name="d:pieces" as="item()*">
    <xsl:variable name="is-indexed" as="xs:boolean?"><xsl:apply-templates select="." mode="d:is-indexed"/></xsl:variable>
    <xsl:if test="$is-indexed"><xsl:sequence select="."/></xsl:if>
    <xsl:apply-templates mode="d:plain"/>
    <xsl:if test="$is-indexed"><xsl:sequence select="$d:closes"/></xsl:if>
  </xsl:template>

  <!-- The block whose sentences hold the element. -->
  <xsl:function name="d:block-of" as="element()" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/ancestor-or-self::*[self::note or d:is-block(.)][1], $element)[1]"/>
  </xsl:function>

  <!-- For each indexed element of a block its sentence: an s element with @n, the element's number in the block, and before, name, after. -->
  <xsl:function name="d:quotes" as="element(d:quote)*" visibility="public">
    <xsl:param name="pieces" as="item()*"/>
    <xsl:variable name="text" as="xs:string" select="string-join($pieces ! (if (. instance of element()) then $d:opens else .))"/>
    <xsl:iterate select="d:sentences(normalize-space($text))">
      <xsl:param name="seen" as="xs:integer" select="0"/>
      <xsl:variable name="sentence" as="xs:string" select="."/>
      <xsl:variable name="parts" as="xs:string*" select="tokenize($sentence, $d:opens)"/>
      <xsl:for-each select="2 to count($parts)">
        <xsl:variable name="rest" as="xs:string" select="string-join($parts[position() ge current()], $d:opens)"/>
        <xsl:variable name="length" as="xs:integer" select="
            if (contains($parts[current()], $d:closes)) then string-length(substring-before($parts[current()], $d:closes)) else d:length-within($rest)"/>
        <d:quote n="{$seen + . - 1}" before="{d:cut-before(string-join($parts[position() lt current()]))}" name="{d:unmarked(substring($rest, 1, $length))}"
            after="{d:cut-after(substring($rest, $length + 1))}"/>
      </xsl:for-each>
      <xsl:next-iteration><xsl:with-param name="seen" select="$seen + count($parts) - 1"/></xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The sentences of a text. -->
  <xsl:function name="d:sentences" as="xs:string*" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="marked" as="xs:string" select="
        replace($text, '([.!?…][”’»&quot;)\]&#xFDD3;]*) ([&#xFDD2;“‘«&quot;(\[]*[\p{Lu}\p{N}])', '$1&#xFDD4;$2')"/>
    <xsl:iterate select="tokenize($marked, $d:stop)">
      <xsl:param name="open" as="xs:string" select="''"/>
      <xsl:on-completion select="$open[. ne '']"/>
      <xsl:variable name="grown" as="xs:string" select="string-join(($open[. ne ''], .), ' ')"/>
      <xsl:choose>
        <xsl:when test="matches(tokenize(., ' ')[last()], $d:short-forms)"><xsl:next-iteration><xsl:with-param name="open" select="$grown"/></xsl:next-iteration></xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$grown"/>
          <xsl:next-iteration><xsl:with-param name="open" select="''"/></xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- How many characters of a text lie before the end of an element that has just begun. -->
  <xsl:function name="d:length-within" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:iterate select="analyze-string($text, '[&#xFDD2;&#xFDD3;]')/*">
      <xsl:param name="depth" as="xs:integer" select="1"/>
      <xsl:param name="length" as="xs:integer" select="0"/>
      <xsl:on-completion select="$length"/>
      <xsl:variable name="deeper" as="xs:integer" select="$depth + (if (. = $d:opens) then 1 else if (. = $d:closes) then -1 else 0)"/>
      <xsl:choose>
        <xsl:when test="$deeper = 0"><xsl:break select="$length"/></xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="depth" select="$deeper"/>
            <xsl:with-param name="length" select="$length + string-length(.)"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="d:unmarked" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="translate($text, '&#xFDD2;&#xFDD3;', '')"/>
  </xsl:function>

  <xsl:function name="d:cut-before" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="d:unmarked($text)"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($whole)"/>
    <xsl:sequence select="
        if ($length le $sentence-limit) then $whole
        else '… ' || replace(substring($whole, $length - $sentence-limit + 1), '^\S*\s', '')"/>
  </xsl:function>

  <xsl:function name="d:cut-after" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="d:unmarked($text)"/>
    <xsl:sequence select="if (string-length($whole) le $sentence-limit) then $whole else replace(substring($whole, 1, $sentence-limit), '\s\S*$', '') || ' …'"/>
  </xsl:function>
</xsl:stylesheet>
