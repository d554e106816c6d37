<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page of a book: what it is, from which edition and version, under which licence. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xmlns:epub="http://www.idpf.org/2007/ops" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:template name="d:title-page" as="element()">
    <html lang="{$language}" xml:lang="{$language}">
      <head><title>{d:book-title(.)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
      <body epub:type="frontmatter">
        <section epub:type="titlepage" class="title-page" aria-label="{d:book-title(.)}">
          <h1>{d:book-title(.)}</h1>
          <xsl:choose>
            <xsl:when test="@whole"><xsl:where-populated><p>{d:edition('subtitle')}</p></xsl:where-populated></xsl:when>
            <xsl:otherwise>
              <xsl:where-populated><p>{chapter/@date}</p></xsl:where-populated>
              <xsl:where-populated><p>{chapter/@reference}</p></xsl:where-populated>
              <xsl:if test="chapter/translator"><p>{d:say('translated-by', d:enumerate(chapter/translator))}</p></xsl:if>
            </xsl:otherwise>
          </xsl:choose>
          <p class="imprint">{string-join((d:edition('title')[not(current()/@whole)], d:edition('version')[. ne ''] ! d:say('version', .),
              d:date-words(d:edition('date')), d:edition('publisher'))[. ne ''], ' · ')}</p>
          <xsl:where-populated><p class="imprint">{string-join((d:edition('licence_name')[. ne ''] ! (d:say('licence') || ': ' || .), d:edition('rights'))[. ne ''], '. ')}</p></xsl:where-populated>
          <xsl:where-populated><p class="imprint">{d:edition('base_url')}</p></xsl:where-populated>
        </section>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
