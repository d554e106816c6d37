<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of documents in other orders than by date: what a script (assets/list.js) needs to make them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt">

  <!-- What a page that sorts may do and others may not: run the edition's own scripts. -->
  <xsl:variable name="d:policy-for-sorting" as="xs:string" select="'script-src ''self'' file:; form-action ''none'''"/>

  <!-- How far the work has come, in its order. -->
  <xsl:variable name="d:stages" as="xs:string+" select="'encoded', 'checked', 'published'"/>

  <!-- What a document is sorted by in an order. -->
  <xsl:function name="d:sort-value" as="xs:string" visibility="public">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="order" as="xs:string"/>
    <xsl:sequence select="
        if ($order = 'date') then string($document/@sort-date[matches(., '^[0-9]{4}')])
        else if ($order = 'state') then string((index-of($d:stages, $document/@status), $document/@status)[1])
        else string($document/@*[local-name() = $order])"/>
  </xsl:function>

  <!-- The orders in which some documents differ. -->
  <xsl:function name="d:orders-of" as="xs:string*" visibility="public">
    <xsl:param name="documents" as="element()*"/>
    <xsl:sequence select="('date', 'kind', 'from', 'to', 'words', 'state')[let $order := . return count(distinct-values($documents ! d:sort-value(., $order))) gt 1]"/>
  </xsl:function>

  <!-- Buttons, which the script uncovers: without it the list stands by date. Their words are all that the script says. -->
  <xsl:template name="d:sorting" as="element()*">
    <xsl:param name="orders" as="xs:string*"/>
    <xsl:if test="exists($orders)">
      <div class="sorting" id="_sorting" role="group" aria-labelledby="_sort" hidden="" data-up="{d:say('sorted-up')}" data-down="{d:say('sorted-down')}">
        <span id="_sort">{d:say('sort-by')}</span>
        <xsl:for-each select="$orders">
          <button type="button" value="{.}" aria-pressed="{. = 'date'}">
            <xsl:if test=". = 'date'"><xsl:attribute name="data-way" select="1"/></xsl:if>
            <xsl:text>{d:say('sort-' || .)}</xsl:text>
          </button>
        </xsl:for-each>
      </div>
      <p class="vh" id="_sorted" role="status"></p>
    </xsl:if>
  </xsl:template>

  <!-- What one document is sorted by. -->
  <xsl:template name="d:sort-values" as="attribute()*">
    <xsl:param name="orders" as="xs:string*"/>
    <xsl:variable name="document" as="element()" select="."/>
    <xsl:for-each select="$orders"><xsl:attribute name="data-{.}" select="d:sort-value($document, .)"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
