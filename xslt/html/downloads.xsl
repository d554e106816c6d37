<?xml version="1.0" encoding="UTF-8"?>
<!-- Files to take away: the whole edition, and each document in each of its forms. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <xsl:template match="around[@page = 'downloads']" mode="d:around" as="element()*">
    <p class="lead">{d:say('about-downloads')}</p>
    <xsl:if test="whole">
      <section class="in-document">
        <h2>{d:say('whole-edition')}</h2>
        <ul class="files" role="list"><xsl:for-each select="whole"><li><a href="{@href}" download="">{d:file-label(tokenize(@href, '/')[last()])}</a></li></xsl:for-each></ul>
      </section>
    </xsl:if>
    <xsl:if test="empty(document)"><xsl:call-template name="d:nothing"/></xsl:if>
    <xsl:for-each select="document">
      <xsl:variable name="document" as="element()" select="."/>
      <section class="in-document">
        <h2><a href="{d:document-address(.)}">{@title}</a><xsl:if test="@date ne ''"><span class="of-page"> {@date}</span></xsl:if></h2>
        <ul class="files" role="list">
          <xsl:for-each select="../form[not(starts-with(@suffix, 'speech.')) or $document/@turns ne '0']">
            <li><a href="documents/{encode-for-uri($document/@id)}/{encode-for-uri($document/@id)}.{@suffix}" download="">{d:file-label(@suffix)}</a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
