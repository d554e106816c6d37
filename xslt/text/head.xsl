<?xml version="1.0" encoding="UTF-8"?>
<!-- The lines at the head of a plain text: what it is, from which source, by which policy, with which signs. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:text-head" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="($document//teiHeader)[1]"/>
    <xsl:variable name="signs" as="xs:string*" select="d:text-signs(d:texts($document))"/>
    <xsl:variable name="lines" as="xs:string*" select="
        d:title($header),
        d:date-of(d:creation-date($header)),
        d:reference($header)[. ne ''] ! d:say('txt-source', .),
        d:credits($header) ! d:say('txt-credits', (d:credit-label(.), d:credit-names(.))),
        string-join(($edition/*/@title, $edition/*/@version[. ne ''] ! d:say('version', .), $document-id), ', ')[exists($edition)] ! d:say('txt-edition', .),
        d:say('txt-policy-' || $policy), d:say('txt-lines'),
        if (exists($signs)) then (d:say('txt-signs'), $signs ! ('  ' || .)) else ()"/>
    <xsl:sequence select="string-join($lines[. ne ''] ! ('# ' || .), '&#10;')"/>
  </xsl:template>

  <xsl:function name="d:credit-label" as="xs:string">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:variable name="label" as="xs:string" select="normalize-space(string-join($statement/resp, ', '))"/>
    <xsl:sequence select="upper-case(substring($label, 1, 1)) || substring($label, 2)"/>
  </xsl:function>

  <!-- The signs that the text uses, explained; those of the state of the text and of this document, no others. -->
  <xsl:function name="d:text-signs" as="xs:string*">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="has-marks" as="xs:boolean" select="$policy = 'critical' and exists($text//metamark)"/>
    <xsl:variable name="used" as="xs:string*" select="
        'supplied'[$text//supplied[not(@reason = 'signature' or @cert = ('low', 'unknown'))]], 'doubtful'[$text//supplied[@cert = ('low', 'unknown')]], 'signature'[$text//supplied[@reason = 'signature']], 'add'[$text//(add | note[@type = 'annotation'])], 'del'[$text//del], 'alternative'[$text//seg[@type = 'alternative'][add]],
        'sic'[$policy = 'critical'][$text//sic], 'expan'[$text//(choice/expan | gloss[@resp])], 'original'[$text//note[@type = 'original']],
        'unclear'[$text//unclear], (if ($policy = 'critical') then 'gap' else 'gap-plain')[$text//gap], 'pb'[$text//pb],
        'stamp'[$text//stamp], 'note'[exists(d:listed-notes($text))], 'reported'[$policy = 'critical'][$text//said[@who][d:is-block(.)]], 'mark'[$has-marks]"/>
    <xsl:sequence select="$used ! d:say('txt-sign-' || .)"/>
  </xsl:function>
</xsl:stylesheet>
