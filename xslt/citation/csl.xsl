<?xml version="1.0" encoding="UTF-8"?>
<!-- CSL-JSON, built as elements, so that the order of keys is fixed. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="d:csl" as="xs:string" visibility="public">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="item" as="element()">
      <array xmlns="http://www.w3.org/2005/xpath-functions">
        <map>
          <xsl:sequence select="d:json-string('id', $document-id), d:json-string('type', 'chapter'), d:json-string('title', d:title($header)),
              d:json-names('author', d:authors($header)), d:json-names('translator', d:translators($header)),
              d:json-string('container-title', d:edition('title')), d:json-string('publisher', d:edition('publisher')),
              d:json-string('version', d:edition('version')), d:json-date('issued', d:edition('date')), d:json-date('original-date', d:written($header)),
              d:json-string('archive_location', d:reference($header)), d:json-string('language', $language),
              d:json-string('URL', d:citable-address($header)), d:json-string('abstract', string($header/profileDesc/abstract))"/>
        </map>
      </array>
    </xsl:variable>
    <xsl:sequence select="xml-to-json($item) || '&#10;'"/>
  </xsl:function>

</xsl:stylesheet>
