<?xml version="1.0" encoding="UTF-8"?>
<!-- A table as CSV (RFC 4180: commas, a head, cells with commas, quotes or line ends quoted) or as JSON Lines. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:j="http://www.w3.org/2005/xpath-functions">

  <!-- The table in each of the formats asked for. Rows are j:map elements, whose children are cells in the order of the columns. -->
  <xsl:function name="d:table" as="xs:string+" visibility="public">
    <xsl:param name="columns" as="xs:string*"/>
    <xsl:param name="rows" as="element(j:map)*"/>
    <xsl:sequence select="tokenize($format) ! d:table-as(., $columns, $rows)"/>
  </xsl:function>

  <xsl:function name="d:table-as" as="xs:string">
    <xsl:param name="form" as="xs:string"/>
    <xsl:param name="columns" as="xs:string*"/>
    <xsl:param name="rows" as="element(j:map)*"/>
    <xsl:variable name="lines" as="xs:string*" select="
        if ($form = 'jsonl') then $rows ! xml-to-json(.)
        else if ($form = 'csv') then (d:csv-line($columns), $rows ! d:csv-line(* ! string()))
        else error(QName('urn:diple:xslt', 'd:no-format'), 'there is no format of tables called ' || $form)"/>
    <xsl:sequence select="string-join($lines ! (. || (if ($form = 'csv') then '&#13;&#10;' else '&#10;')))"/>
  </xsl:function>

  <xsl:function name="d:csv-line" as="xs:string" visibility="public">
    <xsl:param name="cells" as="xs:string*"/>
    <xsl:sequence select="string-join($cells ! (
        if (matches(., '[,&quot;&#10;&#13;]')) then '&quot;' || replace(., '&quot;', '&quot;&quot;') || '&quot;' else .), ',')"/>
  </xsl:function>

  <!-- A row: its cells are strings, but for numbers and, in JSON alone, lists. -->
  <xsl:function name="d:row" as="element(j:map)" visibility="public">
    <xsl:param name="columns" as="xs:string+"/>
    <xsl:param name="cells" as="array(item()*)"/>
    <j:map>
      <xsl:for-each select="$columns">
        <xsl:variable name="value" as="item()*" select="$cells(index-of($columns, .))"/>
        <xsl:element name="j:{if ($value instance of xs:integer) then 'number' else 'string'}">
          <xsl:attribute name="key" select="."/>
          <xsl:value-of select="$value ! string()" separator=" "/>
        </xsl:element>
      </xsl:for-each>
    </j:map>
  </xsl:function>
</xsl:stylesheet>
