<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcript that a document was made from: which line a passage began in. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <!-- A source element whose line children have @n, @begins (the ids of what begins there) and stretches; nothing where no transcript is at hand. -->
  <xsl:param name="transcript" as="document-node()?" select="()"/>

  <xsl:key name="d:begins" match="*:line" use="tokenize(@begins)"/>

  <!-- The line of the transcript in which the words of an element begin, where that is known. -->
  <xsl:function name="d:line-of" as="xs:string?" visibility="public">
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="if ($transcript and $id) then key('d:begins', $id, $transcript)[1]/@n ! string() else ()"/>
  </xsl:function>
</xsl:stylesheet>
