<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header records: the essentials at the head of the page, the rest at its foot (TEI 2). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:diple:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Above the text: kind and date, title, where it is kept, who translated it, who took part, who speaks. -->
  <xsl:template name="d:record-head" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="text" as="element()*"/>
    <header class="record-head">
      <xsl:where-populated>
        <p class="kicker">{string-join((d:kind($header), d:date-of(d:creation-date($header)))[. ne ''], ' · ')}</p>
      </xsl:where-populated>
      <h1>
        <xsl:if test="string-length(d:title($header)) gt 90"><xsl:attribute name="class" select="'long'"/></xsl:if>
        <xsl:text>{d:title($header)}</xsl:text>
      </h1>
      <xsl:where-populated>
        <dl class="facts">
          <xsl:call-template name="d:fact"><xsl:with-param name="name" select="'sent'"/><xsl:with-param name="values" select="d:correspondent($header, 'sent')"/></xsl:call-template>
          <xsl:call-template name="d:fact"><xsl:with-param name="name" select="'received'"/><xsl:with-param name="values" select="d:correspondent($header, 'received')"/></xsl:call-template>
          <xsl:call-template name="d:fact"><xsl:with-param name="name" select="d:reference-kind($header)"/><xsl:with-param name="values" select="d:reference($header)"/></xsl:call-template>
          <xsl:apply-templates select="d:credits($header)" mode="d:record"/>
        </dl>
      </xsl:where-populated>
      <xsl:apply-templates select="$header/profileDesc/particDesc" mode="d:record"/>
      <xsl:call-template name="d:ribbon"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </header>
  </xsl:template>

  <!-- A term and its values, or nothing where all are empty. -->
  <xsl:template name="d:fact" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values[. ne ''])">
      <div><dt>{d:say($name)}</dt><xsl:for-each select="$values[. ne '']"><dd>{.}</dd></xsl:for-each></div>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="d:record" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="respStmt" mode="d:record" as="element()">
    <div><dt>{d:capitalise(normalize-space(string-join(resp, ', ')))}</dt><dd>{d:credit-names(.)}</dd></div>
  </xsl:template>

  <xsl:function name="d:capitalise" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- Participants by side. -->
  <xsl:template match="particDesc" mode="d:record" as="element()?">
    <xsl:variable name="groups" as="element()*" select=".//(listPerson | listOrg)[person or personGrp or org]"/>
    <xsl:if test="exists($groups)">
      <section class="participants" aria-labelledby="_participants">
        <h2 id="_participants">{d:say(if ($groups/@type = 'side') then 'participants' else 'persons')}</h2>
        <div class="sides"><xsl:apply-templates select="$groups[d:is-one-of-no-side(.)], $groups[@type = 'side'], $groups[not(@type = 'side' or d:is-one-of-no-side(.))]" mode="#current"/></div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listPerson | listOrg" mode="d:record" as="element()">
    <div class="side">
      <xsl:where-populated><h3>{(head ! d:capitalise(normalize-space(.)), d:group-name(.))[1]}</h3></xsl:where-populated>
      <ul role="list"><xsl:apply-templates select="person | personGrp | org" mode="#current"/></ul>
    </div>
  </xsl:template>

  <!-- Is it the list of one participant alone, beside lists of sides? He is host or chair, and needs no heading. -->
  <xsl:function name="d:is-one-of-no-side" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="not($list/@type = 'side' or $list/head) and count($list/*[self::person or self::personGrp or self::org]) = 1
        and $list/person/@role = 'participant' and $list/ancestor::particDesc//listPerson/@type = 'side'"/>
  </xsl:function>

  <!-- What a list without a head holds, beside lists of sides: what its persons did, if all did one thing; else "others". -->
  <xsl:function name="d:group-name" as="xs:string?">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="roles" as="xs:string*" select="distinct-values($list/*/@role)"/>
    <xsl:sequence select="
        if ($list/@type = 'side' or not($list/ancestor::particDesc//listPerson/@type = 'side') or d:is-one-of-no-side($list)) then ()
        else if (count($roles) = 1 and $roles ne 'participant') then d:say-value('role', $roles, d:say('others'))
        else d:say('others')"/>
  </xsl:function>

  <xsl:template match="person | personGrp | org" mode="d:record" as="element()">
    <li>
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <b>
        <xsl:call-template name="d:entry-link">
          <xsl:with-param name="entry" select="d:entry(.)"/>
          <xsl:with-param name="label" select="d:person-name(.)"/>
        </xsl:call-template>
      </b>
      <xsl:for-each select="(occupation | roleName | persName[not(@type = 'short')][1]/roleName | affiliation)[normalize-space()]">
        <span class="office">, {normalize-space(.)}</span>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- Below the text: all the rest of the record. -->
  <xsl:template name="d:record" as="element()">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <section class="panel record" aria-labelledby="_record">
      <h2 id="_record">{d:say('record')}</h2>
      <dl class="facts">
        <xsl:for-each select="$header"><xsl:call-template name="d:record-facts"/></xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="d:record-facts" as="element()*">
    <xsl:variable name="text" as="element()*" select="d:texts(root())"/>
    <xsl:variable name="source" as="element()*" select="fileDesc/sourceDesc"/>
    <xsl:variable name="publication" as="element()?" select="fileDesc/publicationStmt"/>
    <xsl:variable name="facts" as="map(xs:string, xs:string*)" select="map {
        'abstract': profileDesc/abstract ! normalize-space(),
        'repository': ($source//msIdentifier/(repository | institution) ! normalize-space()),
        'shelfmark': ($source//msIdentifier/idno ! normalize-space()),
        'fond': ($source//altIdentifier[@type = 'fond']/idno ! normalize-space()),
        'opis': ($source//altIdentifier[@type = 'opis']/idno ! normalize-space()),
        'delo': ($source//altIdentifier[@type = 'delo']/idno ! normalize-space()),
        'leaves': ($source//msItem/locus ! normalize-space()),
        'classification': distinct-values($text//seg[@type = 'classification'] ! d:bare-text(.)),
        'copies': distinct-values($text//idno[@type = 'copy'] ! d:bare-text(.)),
        'published-in': ($source/bibl[not(@type = ('digital', 'citation'))] ! normalize-space()),
        'cited-as': ($source/bibl[@type = 'citation'] ! normalize-space()),
        'place': (profileDesc/(creation/placeName | settingDesc//placeName) ! normalize-space()) => distinct-values(),
        'time': (profileDesc/settingDesc//time ! normalize-space()),
        'original-language': ($source//textLang ! normalize-space()),
        'languages': (profileDesc/langUsage/language ! normalize-space()),
        'funder': (fileDesc/titleStmt/(funder | sponsor) ! normalize-space()),
        'rights': d:rights($publication/availability),
        'record-id': ($publication//idno ! normalize-space()),
        'uploaded': ($publication//date[@type = 'uploaded'] ! d:date-of(.)),
        'hands': (for $hand in $source//handNote return string-join(($hand[@xml:id] ! d:capitalise(d:say('hand', d:hand-number(.))), normalize-space($hand)), ': ')),
        'additions': ($source//physDesc/additions//(p | item | ab) ! normalize-space()),
        'conventions': (encodingDesc//(editorialDecl | samplingDecl)//(p | ab) ! normalize-space()),
        'status': (revisionDesc/@status ! d:say-value('status', ., .)),
        'changes': (revisionDesc//change ! string-join((d:date-of(.)[current()/@when], normalize-space(.)), ': ')) }"/>
    <xsl:for-each select="'abstract', 'repository', 'shelfmark', 'fond', 'opis', 'delo', 'leaves', 'classification', 'copies', 'published-in', 'place', 'time', 'original-language',
        'languages', 'funder', 'rights', 'cited-as', 'record-id', 'uploaded', 'hands', 'additions', 'conventions', 'status', 'changes'">
      <xsl:call-template name="d:fact">
        <xsl:with-param name="name" select="."/>
        <xsl:with-param name="values" select="$facts(.)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="$source//bibl[@type = 'digital']" mode="d:record"/>
    <xsl:call-template name="d:people"><xsl:with-param name="text" select="$text"/></xsl:call-template>
  </xsl:template>

  <!-- The persons of the register whom the text names and who did not take part. -->
  <xsl:template name="d:people" as="element()?">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="present" as="element()*" select="profileDesc/particDesc//person ! d:entry(.)"/>
    <xsl:variable name="people" as="element()*" select="($text//(persName | name | rs) ! d:entry(.))[@kind = 'persons'] except $present"/>
    <xsl:if test="exists($people)">
      <div><dt>{d:say('people')}</dt><dd>
        <xsl:for-each select="$people">
          <xsl:sort select="@sort"/>
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:call-template name="d:entry-link"><xsl:with-param name="entry" select="."/><xsl:with-param name="label" select="string(@name)"/></xsl:call-template>
        </xsl:for-each>
      </dd></div>
    </xsl:if>
  </xsl:template>

  <!-- The document's own rights first; then, said to be of the markup, the licence that is the edition's. -->
  <xsl:function name="d:rights" as="xs:string*">
    <xsl:param name="availability" as="element(availability)*"/>
    <xsl:variable name="statements" as="element()*" select="$availability/(p | ab | licence)"/>
    <xsl:variable name="of-markup" as="element()*" select="$statements[self::licence][d:is-of-edition(.)]"/>
    <xsl:variable name="own" as="element()*" select="$statements except $of-markup"/>
    <xsl:variable name="about-markup" as="element()*" select="$own[normalize-space() = d:edition('rights')]"/>
    <xsl:sequence select="($own except $about-markup) ! d:with-gaps(.),
        if (exists($of-markup)) then string-join((d:say('rights-of-markup', d:with-gaps($of-markup[1])), $about-markup ! normalize-space()), '. ')
        else $about-markup ! normalize-space()"/>
  </xsl:function>

  <!-- Is the licence the edition's, which is for its markup? -->
  <xsl:function name="d:is-of-edition" as="xs:boolean">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:sequence select="$licence/@target = d:edition('licence_url')[. ne ''] or normalize-space($licence) = d:edition('licence_name')[. ne '']"/>
  </xsl:function>

  <!-- The words of an element of the header, its gaps told in brackets. -->
  <xsl:function name="d:with-gaps" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join(
        $element/descendant::node()[self::text() or self::gap] ! (if (self::gap) then '[' || d:gap-words(.) || ']' else string())))"/>
  </xsl:function>

  <xsl:template match="bibl" mode="d:record" as="element()">
    <xsl:variable name="address" as="xs:string?" select="((.//@target, .//idno[@type = 'uri']) ! d:safe-address(string(.)))[1]"/>
    <div><dt>{d:say('web-source')}</dt><dd>
      <xsl:call-template name="d:link">
        <xsl:with-param name="address" select="$address"/>
        <xsl:with-param name="label" select="string((normalize-space()[. ne ''], $address)[1])"/>
      </xsl:call-template>
    </dd></div>
  </xsl:template>
</xsl:stylesheet>
