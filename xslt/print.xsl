<?xml version="1.0" encoding="UTF-8"?>
<!-- One document as HTML to be set on paper: as its page has it, notes within the text, so that a style sheet can float them to the
     foot. Parameters: document-id, edition, language, register. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="html.xsl"/>
  <xsl:import href="book/print.xsl"/>
</xsl:stylesheet>
