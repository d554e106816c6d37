<?xml version="1.0" encoding="UTF-8"?>
<!-- One document as a chapter of a book for readers (EPUB 3.3), or what the book's contents tell of it. Parameters: document-id,
     edition, language, register, part (chapter or contents). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="html.xsl"/>
  <xsl:import href="book/epub.xsl"/>
</xsl:stylesheet>
