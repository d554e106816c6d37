<?xml version="1.0" encoding="UTF-8"?>
<!--
  From Schematron to XSLT: makes of a schema of rules a stylesheet that lists where a document breaks them.

  Knows the constructs that diple.sch uses: ns, let (of schema, pattern and rule), pattern, rule/@context, assert and report
  with @id, @role, @test and @subject, value-of, name, emph, and xsl:key and xsl:function beside the patterns. Anything else
  in Schematron's namespace stops with an error; elements of other namespaces are passed over.

  Schematron's law of firing holds: within one pattern a node is tested by the first rule whose context it matches, and by
  that alone; other patterns do not matter to it. All patterns share one walk through the document: each rule is a template
  with a priority of its own, and hands the node on to the rest with the patterns that have fired; a rule that is alone in
  its pattern has nothing to keep from firing. A rule alone in its pattern whose context is *[…] is tried on all elements before the
  walk. The findings are therefore not in the order of the document.

  The outcome of the stylesheet made: <findings> of <finding rule level at attribute? text?>words</finding>, where @at is the
  way from the root to the element, counting older siblings, as in 0/1/4. If @subject is an attribute, @attribute names it; if
  it is text, @text counts the elements before it.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:d="urn:x-diple:transpiler" xmlns:out="urn:x-out" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes"/>

  <!-- Whether a rule is alone in its pattern and its context is any element on conditions; it then needs no walk, which would try
    its conditions on each element. Conditions with brackets in strings are not seen through. -->
  <xsl:function name="d:is-of-any-element" as="xs:boolean">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:sequence select="count($rule/../sch:rule) = 1 and starts-with($rule/@context, '*[') and d:without-predicates($rule/@context) = '*'"/>
  </xsl:function>

  <xsl:function name="d:without-predicates" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($pattern, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($shorter = $pattern) then $pattern else d:without-predicates($shorter)"/>
  </xsl:function>

  <!-- A rule that is tried on all elements at once. -->
  <xsl:mode name="any-element" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The frame of the stylesheet made. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- One pattern: its variables, then its rules. -->
  <xsl:mode name="pattern" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What stands in an assertion: words, and what is computed. -->
  <xsl:mode name="words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="rules" as="element(sch:rule)*" select="//sch:rule"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <xsl:template match="sch:schema" as="element()">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="xs">http://www.w3.org/2001/XMLSchema</xsl:namespace>
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each>
      <out:output method="xml" indent="no"/>
      <out:mode name="check" on-no-match="fail"/>
      <out:template match="/">
        <findings>
          <xsl:apply-templates select="$rules[d:is-of-any-element(.)]" mode="any-element"/>
          <out:apply-templates select="*" mode="check"/>
        </findings>
      </out:template>
      <out:template match="*" mode="check" priority="0">
        <out:apply-templates select="*" mode="check">
          <out:with-param name="fired" select="()" tunnel="yes"/>
        </out:apply-templates>
      </out:template>
      <xsl:call-template name="finding"/>
      <xsl:apply-templates select="* except (sch:ns, sch:title, sch:p)"/>
    </out:stylesheet>
  </xsl:template>

  <!-- The template by which the stylesheet made tells one finding. -->
  <xsl:template name="finding" as="element()">
    <out:template name="finding">
      <out:param name="rule" as="xs:string"/>
      <out:param name="level" as="xs:string"/>
      <out:param name="subject" as="node()?"/>
      <out:param name="words" as="xs:string"/>
      <out:variable name="element" select="($subject, .)[1]/ancestor-or-self::*[1]"/>
      <finding rule="{{$rule}}" level="{{$level}}"
          at="{{string-join($element/ancestor-or-self::*/string(count(preceding-sibling::*)), '/')}}">
        <out:if test="$subject instance of attribute()">
          <out:attribute name="attribute" select="name($subject)"/>
        </out:if>
        <out:if test="$subject instance of text()">
          <out:attribute name="text" select="count($subject/preceding-sibling::*)"/>
        </out:if>
        <out:value-of select="normalize-space($words)"/>
      </finding>
    </out:template>
  </xsl:template>

  <xsl:template match="xsl:key | xsl:function" as="element()">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <xsl:template match="sch:let" mode="#default pattern" as="element()">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:pattern[not(@abstract | @is-a)]" as="element()*">
    <xsl:apply-templates select="*" mode="pattern"/>
  </xsl:template>

  <xsl:template match="sch:title | sch:p" mode="pattern"/>

  <xsl:template match="sch:rule[d:is-of-any-element(.)]" mode="pattern" priority="1"/>

  <xsl:template match="sch:rule" mode="any-element" as="element()">
    <out:for-each select="//{@context}">
      <xsl:apply-templates select="*" mode="rule"/>
    </out:for-each>
  </xsl:template>

  <xsl:template match="sch:rule[@context][not(@abstract)]" mode="pattern" as="element()">
    <xsl:variable name="rule" as="element(sch:rule)" select="."/>
    <xsl:variable name="pattern" as="xs:integer" select="count(../preceding-sibling::sch:pattern)"/>
    <xsl:variable name="later" as="xs:integer" select="count($rules[. >> $rule])"/>
    <xsl:variable name="alone" as="xs:boolean" select="count(../sch:rule) = 1"/>
    <out:template match="{@context}" mode="check" priority="{1 + $later}">
      <xsl:choose>
        <xsl:when test="$alone">
          <xsl:apply-templates select="*" mode="rule"/>
          <out:next-match/>
        </xsl:when>
        <xsl:otherwise>
          <out:param name="fired" as="xs:integer*" tunnel="yes"/>
          <out:if test="not($fired = {$pattern})">
            <xsl:apply-templates select="*" mode="rule"/>
          </out:if>
          <out:next-match>
            <out:with-param name="fired" select="$fired, {$pattern}" tunnel="yes"/>
          </out:next-match>
        </xsl:otherwise>
      </xsl:choose>
    </out:template>
  </xsl:template>

  <!-- What stands in a rule. -->
  <xsl:mode name="rule" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="sch:let" mode="rule" as="element()">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:p" mode="rule"/>

  <xsl:template match="sch:assert | sch:report" mode="rule" as="element()">
    <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <out:call-template name="finding">
        <out:with-param name="rule" select="'{@id}'"/>
        <out:with-param name="level" select="'{(@role, 'error')[1]}'"/>
        <out:with-param name="subject" select="{if (@subject) then '(' || @subject || ')[1]' else '()'}"/>
        <out:with-param name="words" as="xs:string">
          <out:value-of>
            <xsl:apply-templates mode="words"/>
          </out:value-of>
        </out:with-param>
      </out:call-template>
    </out:if>
  </xsl:template>

  <xsl:template match="text()" mode="words" as="element()">
    <out:text>{.}</out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="words" as="element()">
    <out:value-of select="{@select}" separator=", "/>
  </xsl:template>

  <xsl:template match="sch:name" mode="words" as="element()">
    <out:value-of select="name({(@path, '.')[1]})"/>
  </xsl:template>

  <xsl:template match="sch:emph" mode="words" as="element()*">
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <!-- What is not known is not passed over in silence; what is not Schematron's is. -->
  <xsl:template match="sch:*" mode="#all" priority="-1">
    <xsl:sequence select="error(QName('urn:x-diple', 'unsupported'), 'not supported in a schema of rules: ' || name())"/>
  </xsl:template>

  <xsl:template match="*" mode="#all" priority="-2"/>

  <xsl:template match="text() | comment() | processing-instruction()" mode="#default pattern rule" priority="-2"/>

  <xsl:template match="comment() | processing-instruction()" mode="words" priority="-2"/>

</xsl:stylesheet>
