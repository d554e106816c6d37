<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:d="urn:x-diple:functions"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                exclude-result-prefixes="#all">
   <xsl:output method="xml" indent="no"/>
   <xsl:mode name="check" on-no-match="fail"/>
   <xsl:template match="/">
      <findings>
         <xsl:for-each select="//*[exists($lost)][@* intersect $pointers]">
            <xsl:variable name="wrong" select="(@* intersect $pointers)[d:ids(.) = $lost]"/>
            <xsl:if test="exists($wrong)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R001'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="($wrong)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>there is no </xsl:text>
                        <xsl:value-of select="d:ids($wrong)[. = $lost] ! ('xml:id=&#34;' || . || '&#34;')"
                                      separator=", "/>
                        <xsl:text> in this file:
        correct the pointer, or give the id to what is meant</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[exists($no-speakers)][@who or @toWhom][not(self::t:change or self::t:setting)]">
            <xsl:variable name="wrong" select="d:targets(@who | @toWhom)[@xml:id = $no-speakers]"/>
            <xsl:if test="not(empty($wrong))">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R002'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="((@who | @toWhom))[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`#</xsl:text>
                        <xsl:value-of select="$wrong/@xml:id" separator=", "/>
                        <xsl:text>` is a
        `</xsl:text>
                        <xsl:value-of select="$wrong/name()" separator=", "/>
                        <xsl:text>`: whoever speaks or is spoken to must be a person of the header</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[exists($no-hands)][@hand or @new]">
            <xsl:variable name="wrong" select="d:targets(@hand | @new)[@xml:id = $no-hands]"/>
            <xsl:if test="not(empty($wrong))">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R003'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="((@hand | @new))[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`#</xsl:text>
                        <xsl:value-of select="$wrong/@xml:id" separator=", "/>
                        <xsl:text>` is a
        `</xsl:text>
                        <xsl:value-of select="$wrong/name()" separator=", "/>
                        <xsl:text>`: a hand must be a `handNote` of the header</xsl:text>
                        <xsl:value-of select="if (exists($hands)) then ', one of ' || string-join($hands ! ('#' || .), ', ') else ''"
                                      separator=", "/>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[exists($no-agents)][@resp]">
            <xsl:variable name="wrong" select="d:targets(@resp)[@xml:id = $no-agents]"/>
            <xsl:if test="not(empty($wrong))">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R004'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@resp)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`#</xsl:text>
                        <xsl:value-of select="$wrong/@xml:id" separator=", "/>
                        <xsl:text>` is a
        `</xsl:text>
                        <xsl:value-of select="$wrong/name()" separator=", "/>
                        <xsl:text>`: whoever is responsible must be named in a `respStmt` or be a person</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[@spanTo]">
            <xsl:variable name="start" select="(d:targets(@target), .)[1]"/>
            <xsl:variable name="end" select="d:targets(@spanTo)[1]"/>
            <xsl:if test="not(empty($end) or $end &gt;&gt; $start)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R005'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@spanTo)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>the place where this stretch ends stands before
        its beginning: put the anchor `#</xsl:text>
                        <xsl:value-of select="$end/@xml:id" separator=", "/>
                        <xsl:text>` after it</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[exists($bare)][@* intersect $pointers]">
            <xsl:variable name="wrong"
                          select="(@who | @toWhom | @hand | @new | @resp | @ref | @spanTo | @next | @prev | @wit)[tokenize(.) = $bare]"/>
            <xsl:if test="exists($wrong)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R006'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="($wrong)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`</xsl:text>
                        <xsl:value-of select="$wrong[1]" separator=", "/>
                        <xsl:text>` lacks its #: write
        `</xsl:text>
                        <xsl:value-of select="$wrong[1] ! string-join(tokenize(.) ! (if (starts-with(., '#')) then . else '#' || .), ' ')"
                                      separator=", "/>
                        <xsl:text>`</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[@next][d:targets(@next)]">
            <xsl:if test="not(d:targets(@next)[1]/@prev ! d:ids(.) = @xml:id)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R007'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@next)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>the part that goes on,
        `#</xsl:text>
                        <xsl:value-of select="d:ids(@next)" separator=", "/>
                        <xsl:text>`, does not point back: give it `prev="#</xsl:text>
                        <xsl:value-of select="@xml:id" separator=", "/>
                        <xsl:text>"`</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[@from and @to][matches(@from, '^\d{4}')][matches(@to, '^\d{4}')][not(self::t:locus | self::t:biblScope | self::t:citedRange)]">
            <xsl:if test="not(substring(@from, 1, string-length(@to)) le @to)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R303'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@from)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>the period ends,
        </xsl:text>
                        <xsl:value-of select="@to" separator=", "/>
                        <xsl:text>, before it begins, </xsl:text>
                        <xsl:value-of select="@from" separator=", "/>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[@notBefore and @notAfter][matches(@notBefore, '^\d{4}')][matches(@notAfter, '^\d{4}')]">
            <xsl:if test="not(substring(@notBefore, 1, string-length(@notAfter)) le @notAfter)">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R304'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@notBefore)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`@notBefore` is
        later than `@notAfter`</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:for-each select="//*[@when-custom]">
            <xsl:if test="not(matches(@when-custom,           '^(-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?|Y-?\d{5,}|\.\.)?(/(-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?|\.\.)?)?$') and @when-custom ne '')">
               <xsl:call-template name="finding">
                  <xsl:with-param name="rule" select="'R607'"/>
                  <xsl:with-param name="level" select="'error'"/>
                  <xsl:with-param name="subject" select="(@when-custom)[1]"/>
                  <xsl:with-param name="words" as="xs:string">
                     <xsl:value-of>
                        <xsl:text>`</xsl:text>
                        <xsl:value-of select="@when-custom" separator=", "/>
                        <xsl:text>` is no date of the Extended Date/Time Format: write 1961-07~ for about July 1961, 196X for some year of the sixties, 1961/.. for 1961
        and after</xsl:text>
                     </xsl:value-of>
                  </xsl:with-param>
               </xsl:call-template>
            </xsl:if>
         </xsl:for-each>
         <xsl:apply-templates select="*" mode="check"/>
      </findings>
   </xsl:template>
   <xsl:template match="*" mode="check" priority="0">
      <xsl:apply-templates select="*" mode="check">
         <xsl:with-param name="fired" select="()" tunnel="yes"/>
      </xsl:apply-templates>
   </xsl:template>
   <xsl:template name="finding">
      <xsl:param name="rule" as="xs:string"/>
      <xsl:param name="level" as="xs:string"/>
      <xsl:param name="subject" as="node()?"/>
      <xsl:param name="words" as="xs:string"/>
      <xsl:variable name="element" select="($subject, .)[1]/ancestor-or-self::*[1]"/>
      <finding rule="{$rule}"
               level="{$level}"
               at="{string-join($element/ancestor-or-self::*/string(count(preceding-sibling::*)), '/')}">
         <xsl:if test="$subject instance of attribute()">
            <xsl:attribute name="attribute" select="name($subject)"/>
         </xsl:if>
         <xsl:if test="$subject instance of text()">
            <xsl:attribute name="text" select="count($subject/preceding-sibling::*)"/>
         </xsl:if>
         <xsl:value-of select="normalize-space($words)"/>
      </finding>
   </xsl:template>
   <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
   <xsl:key name="note"
            match="t:note"
            use="@n || ' ' || @place || ' ' || @type"/>
   <xsl:key name="person"
            match="t:person"
            use="t:persName[1] ! normalize-space()"/>
   <xsl:function name="d:ids" as="xs:string*">
      <xsl:param name="pointers" as="attribute()*"/>
      <xsl:sequence select="$pointers ! (if (contains(., ' ')) then tokenize(.) else string(.))[starts-with(., '#')] ! substring(., 2)"/>
   </xsl:function>
   <xsl:function name="d:pointed" as="xs:string*">
      <xsl:param name="pointers" as="attribute()*"/>
      <xsl:sequence select="distinct-values($pointers) ! (if (contains(., ' ')) then tokenize(.) else .)[starts-with(., '#')] ! substring(., 2)"/>
   </xsl:function>
   <xsl:function name="d:targets" as="element()*">
      <xsl:param name="pointers" as="attribute()*"/>
      <xsl:sequence select="d:ids($pointers) ! key('id', ., $document)"/>
   </xsl:function>
   <xsl:function name="d:words" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:sequence select="normalize-space(if (empty($element/descendant::t:note)) then $element         else string-join($element//text()[not(ancestor::t:note[ancestor::* intersect $element])]))"/>
   </xsl:function>
   <xsl:function name="d:usual" as="xs:string*">
      <xsl:param name="when" as="xs:string"/>
      <xsl:variable name="year" select="substring($when, 1, 4)"/>
      <xsl:variable name="month"
                    select="$months[position() = number(substring($when, 6, 2))]"/>
      <xsl:variable name="day" select="replace(substring($when, 9), '^0', '')"/>
      <xsl:sequence select="if (not($month)) then $year else if (not($day)) then $month || ' ' || $year         else ($day || ' ' || $month || ' ' || $year, $month || ' ' || $day || ', ' || $year, $day || ' ' || $month, $month || ' ' || $day)"/>
   </xsl:function>
   <xsl:function name="d:month" as="xs:integer?">
      <xsl:param name="name" as="xs:string"/>
      <xsl:sequence select="index-of(('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'),         lower-case(substring($name, 1, 3)))"/>
   </xsl:function>
   <xsl:function name="d:day-and-month" as="xs:integer*">
      <xsl:param name="words" as="xs:string"/>
      <xsl:variable name="months"
                    select="'(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?'"/>
      <xsl:analyze-string select="$words"
                          regex="^\D*?(\d{{1,2}})(st|nd|rd|th)?\s+(day\s+)?(of\s+)?{$months}(\W.*)?$">
         <xsl:matching-substring>
            <xsl:sequence select="xs:integer(regex-group(1)), d:month(regex-group(5))"/>
         </xsl:matching-substring>
         <xsl:non-matching-substring>
            <xsl:analyze-string select="." regex="^\D*?{$months}\s+(\d{{1,2}})(st|nd|rd|th)?(\D.*)?$">
               <xsl:matching-substring>
                  <xsl:sequence select="xs:integer(regex-group(2)), d:month(regex-group(1))"/>
               </xsl:matching-substring>
            </xsl:analyze-string>
         </xsl:non-matching-substring>
      </xsl:analyze-string>
   </xsl:function>
   <xsl:variable name="document" select="/"/>
   <xsl:variable name="ids" select="map:merge(//@xml:id ! map:entry(string(.), true()))"/>
   <xsl:variable name="pointers"
                 select="//(@who | @toWhom | @hand | @new | @resp | @scribeRef | @ref | @target | @spanTo | @corresp | @next | @prev       | @facs | @source | @change | @wit | @calendar | @scheme)"/>
   <xsl:variable name="pointed" select="d:pointed($pointers)"/>
   <xsl:variable name="lost" select="$pointed[not(map:contains($ids, .))]"/>
   <xsl:variable name="bare"
                 select="distinct-values(//(@who | @toWhom | @hand | @new | @resp | @ref | @spanTo | @next | @prev | @wit))       [contains(., ' ') or not(starts-with(., '#'))] ! tokenize(.)[map:contains($ids, .)]"/>
   <xsl:variable name="no-speakers"
                 select="d:pointed(//*[not(self::t:change or self::t:setting)]/(@who | @toWhom)) ! key('id', ., $document)       [not(self::t:person or self::t:personGrp or self::t:org)]/@xml:id"/>
   <xsl:variable name="no-hands"
                 select="d:pointed(//(@hand | @new)) ! key('id', ., $document)[not(self::t:handNote)]/@xml:id"/>
   <xsl:variable name="no-agents"
                 select="d:pointed(//@resp) ! key('id', ., $document)[not(self::t:respStmt or self::t:editor or self::t:author       or self::t:principal or self::t:person or self::t:org or self::t:persName or self::t:orgName or self::t:name or self::t:application       or self::t:handNote)]/@xml:id"/>
   <xsl:variable name="months"
                 select="('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',       'November', 'December')"/>
   <xsl:variable name="white" select="' &#x9;&#xA;&#xD;'"/>
   <xsl:variable name="hands" select="//t:handNote/@xml:id"/>
   <xsl:variable name="created"
                 select="string((//t:creation/t:date/(@when, @to, @notAfter))[1])"/>
   <xsl:template match="t:metamark[@target] | t:note[@target]"
                 mode="check"
                 priority="47">
      <xsl:if test="not(every $one in d:targets(@target) satisfies exists($one/ancestor::t:text))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R008'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="(@target)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>this
        stands beside words of the text, but points to something in the header</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:add[not(@hand)][not(@type = 'tracked' and @resp)][not(ancestor::*[self::t:subst | self::t:add | self::t:handNote | self::t:note][@hand])] | t:addSpan[not(@hand)]"
                 mode="check"
                 priority="46">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R101'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@hand` is missing: say whose hand this is</xsl:text>
                  <xsl:value-of select="if (exists($hands)) then ', ' || (if (count($hands) gt 1) then 'one of ' else '') || string-join($hands ! ('#' || .), ', ')           else ', and describe it in a handNote of the header'"
                                separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:note[@type = 'annotation'][not(@hand)]"
                 mode="check"
                 priority="45">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R102'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@hand` is missing: an annotation was written by somebody's hand</xsl:text>
                  <xsl:value-of select="if (exists($hands)) then ', one of ' || string-join($hands ! ('#' || .), ', ') else ''"
                                separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:note[@type = ('translator', 'transcriber', 'original')][not(@resp)]"
                 mode="check"
                 priority="44">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R103'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@resp` is missing: say whose note this is</xsl:text>
                  <xsl:value-of select="//t:respStmt/@xml:id ! (', #' || .)" separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="(t:supplied | t:corr | t:expan | t:reg)[not(@resp)][ancestor::t:text][not(ancestor::*[@resp][self::t:note | self::t:choice])]"
                 mode="check"
                 priority="43">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R104'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@resp` is missing on `</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>`: say who put these words in</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:sp[not(@who)]" mode="check" priority="42">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R105'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@who` is missing: say which person of the header speaks</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:said[not(@who)]" mode="check" priority="41">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R106'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@who` is missing: say whose words are reported, or take `said` away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:speaker" mode="check" priority="40">
      <xsl:if test="matches(d:words(.), ':$')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R107'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the speaker's label ends in a colon: leave it out, the
        pages put it in</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:metamark[not(@target | @spanTo)]"
                 mode="check"
                 priority="39">
      <xsl:if test="not(@cert = 'unknown')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R108'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the mark stands beside nothing: point to the words with `@target` or
        `@spanTo`, or write `cert="unknown"` if they cannot be known</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:text//t:note[not(@type)]" mode="check" priority="38">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R109'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@type` is missing: say whose note this is, or what it says</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:pb[@n castable as xs:integer]" mode="check" priority="37">
      <xsl:variable name="frame"
                    select="ancestor::*[self::t:text | self::t:floatingText][1]"/>
      <xsl:variable name="last"
                    select="preceding::t:pb[ancestor::*[self::t:text | self::t:floatingText][1] is $frame][string(@ed) = string(current()/@ed)][1]"/>
      <xsl:variable name="number"
                    select="$last/@n[. castable as xs:integer] ! xs:integer(.)"/>
      <xsl:if test="$number = xs:integer(@n)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R201'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="(@n)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>page </xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text> begins twice</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="$number gt xs:integer(@n)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R202'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="(@n)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>page </xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text> follows page
        </xsl:text>
                  <xsl:value-of select="$number" separator=", "/>
                  <xsl:text>: correct the number, or the order</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="$number + 1 lt xs:integer(@n)           and not($last/@n = $last/preceding::t:pb[ancestor::*[self::t:text | self::t:floatingText][1] is $frame][1]/@n)           and preceding::*[self::t:pb or self::t:gap[@unit = ('page', 'pages', 'leaf', 'leaves')] or self::t:note][1][self::t:pb]">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R203'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="(@n)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>page
        </xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text> follows page </xsl:text>
                  <xsl:value-of select="$number" separator=", "/>
                  <xsl:text>: mark what is missing with a `gap` of unit page, or say
        in a note why</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:pb | t:lb | t:cb" mode="check" priority="36">
      <xsl:variable name="text-before"
                    select="preceding-sibling::node()[not(self::comment() | self::processing-instruction())][1][self::text()]"/>
      <xsl:variable name="text-after"
                    select="following-sibling::node()[not(self::comment() | self::processing-instruction())][1][self::text()]"/>
      <xsl:variable name="before"
                    select="substring($text-before, string-length($text-before))"/>
      <xsl:variable name="after" select="substring($text-after, 1, 1)"/>
      <xsl:if test="not(@break) and (parent::t:p or not(self::t:lb)) and matches($before, '\p{L}$')           and matches($after, '^\p{Ll}')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R204'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>two words may have run together here, or one was cut: put a space before `</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>`, or write `break="no"`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="@break = 'no' and (matches($before, '\s$') or matches($after, '^\s'))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R205'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="(@break)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>no word is
        cut here, since a space stands beside the break: take out the space or `break="no"`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:text//t:note[@n][@place = ('foot', 'end')]"
                 mode="check"
                 priority="35">
      <xsl:variable name="page" select="preceding::t:pb[1]"/>
      <xsl:variable name="twin"
                    select="key('note', @n || ' ' || @place || ' ' || @type)[. &lt;&lt; current()][last()]           [empty($page) or $page &lt;&lt; .][ancestor::t:div[1] is current()/ancestor::t:div[1]]"/>
      <xsl:variable name="anew"
                    select="if (exists($twin)) then ancestor::t:div[1]//t:note[@n = '1'][. &gt;&gt; $twin]           [. &lt;&lt; current() or . is current()][preceding::t:note[@n][@n != '1'][. is $twin or . &gt;&gt; $twin]] else ()"/>
      <xsl:if test="exists($twin) and empty($anew) and not(matches(@n, '^\*+$'))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R206'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="(@n)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>note </xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text> is there twice
        on this page: number it anew, or take one away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:note[@n]" mode="check" priority="34">
      <xsl:variable name="words" select="replace(d:words(.), '^\[', '')"/>
      <xsl:variable name="next" select="substring($words, string-length(@n) + 1, 2)"/>
      <xsl:if test="starts-with($words, @n)           and matches($next, if (@n castable as xs:integer) then '^[.)\]]' else '^([.)\]]|\s)')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R207'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the note begins with its own mark, `</xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text>`: it
        stands in `@n` already, so take it out of the words</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:date[@when][not(@calendar)]" mode="check" priority="33">
      <xsl:variable name="words" select="d:words(.)[not(. = d:usual(current()/@when))]"/>
      <xsl:variable name="year"
                    select="(tokenize($words, '\D+')[matches(., '^(1[0-9]|20)\d\d$')])[1]"/>
      <xsl:variable name="said" select="$words ! d:day-and-month(.)"/>
      <xsl:if test="not(empty($year) or not(matches(@when, '^\d{4}')) or starts-with(@when, $year))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R301'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="(@when)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the date is
        printed with the year </xsl:text>
                  <xsl:value-of select="$year" separator=", "/>
                  <xsl:text>, but `@when` says </xsl:text>
                  <xsl:value-of select="substring(@when, 1, 4)" separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(empty($said) or contains($words, '/') or not(matches(@when, '^\d{4}-\d\d-\d\d'))           or (xs:integer(substring(@when, 6, 2)) = $said[2] and xs:integer(substring(@when, 9, 2)) = $said[1]))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R302'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="(@when)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the printed date,
        `</xsl:text>
                  <xsl:value-of select="$words" separator=", "/>
                  <xsl:text>`, and `@when`, </xsl:text>
                  <xsl:value-of select="@when" separator=", "/>
                  <xsl:text>, differ in day or month</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:date[@when][@from | @to | @notBefore | @notAfter] | t:time[@when][@from | @to | @notBefore | @notAfter]"
                 mode="check"
                 priority="30">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R305'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="(@when)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@when` says one day and the other attributes a period: keep one of the
        two</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:date[@when gt $created][ancestor::t:text][not(ancestor::t:note or ancestor::t:postscript or ancestor::t:stamp)]"
                 mode="check"
                 priority="29">
      <xsl:if test="$created castable as xs:date and @when castable as xs:date">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R306'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="(@when)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>this day,
        </xsl:text>
                  <xsl:value-of select="@when" separator=", "/>
                  <xsl:text>, is later than the document, </xsl:text>
                  <xsl:value-of select="$created" separator=", "/>
                  <xsl:text>: see whether one of the two is
        misread</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:date[not(@when | @from | @to | @notBefore | @notAfter | @when-custom)][not(ancestor::t:publicationStmt)]"
                 mode="check"
                 priority="28">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R307'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the date has no value: write it into `@when`, or take `date` away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:persName | t:placeName | t:orgName | t:date | t:hi | t:title | t:foreign | t:speaker | t:seg | t:term"
                 mode="check"
                 priority="27">
      <xsl:if test="(contains($white, substring(., 1, 1)) or contains($white, substring(., string-length()))) and normalize-space()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R401'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>white space at the edge of `</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>`: move it
        outside the tags</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:p | t:ab | t:head | t:item | t:l | t:speaker | t:stage | t:seg | t:hi | t:persName | t:placeName | t:orgName         | t:title | t:foreign | t:sic | t:corr | t:abbr | t:expan | t:add | t:supplied | t:quote | t:note | t:salute | t:dateline | t:label"
                 mode="check"
                 priority="26">
      <xsl:if test="empty(descendant::text()[normalize-space(substring(., 1, 9))]) and not(normalize-space()) and empty(.//*[self::t:gap | self::t:space | self::t:graphic | self::t:figure           | self::t:pb | self::t:lb | self::t:milestone | self::t:metamark | self::t:anchor | self::t:ptr | self::t:handShift])">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R402'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>` is
        empty: fill it, mark what is missing with `gap`, or take it away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:text//t:supplied[parent::t:p or parent::t:ab]"
                 mode="check"
                 priority="25">
      <xsl:if test="string-length(normalize-space()) gt 40           and normalize-space(string-join(..//text()[not(ancestor::t:supplied)])) = ''">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R403'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the whole paragraph is `supplied`: if it is a translator's
        or editor's remark, make it a `note`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:choice[t:sic and t:corr]" mode="check" priority="24">
      <xsl:if test="t:corr[not(node()[not(self::text())])] = t:sic[not(node()[not(self::text())])]">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R404'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the correction is the
        same as what it corrects</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:choice[t:abbr and t:expan]" mode="check" priority="23">
      <xsl:if test="normalize-space(t:expan[1]) = normalize-space(t:abbr)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R405'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the expansion is the same as the
        abbreviation</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:gap[@quantity | @extent | @atLeast | @atMost]"
                 mode="check"
                 priority="22">
      <xsl:if test="not(@unit or @extent)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R406'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@unit` is missing: </xsl:text>
                  <xsl:value-of select="@quantity" separator=", "/>
                  <xsl:text> of what?</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:text//t:hi[not(@rend | @hand)]" mode="check" priority="21">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R407'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@rend` is missing: say how the words look, as in `rend="underline"`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:foreign[not(@xml:lang)]" mode="check" priority="20">
      <xsl:if test="true()">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R408'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`@xml:lang` is missing: say which language, as in `xml:lang="ru-Latn"`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:item[@n] | t:text//t:p[@n]" mode="check" priority="19">
      <xsl:variable name="number" select="replace(@n, '\W+$', '')"/>
      <xsl:variable name="words" select="d:words(.)"/>
      <xsl:if test="$number and starts-with($words, $number)           and matches(substring($words, string-length($number) + 1, 2), '^[.)]\s')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R409'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the number
        `</xsl:text>
                  <xsl:value-of select="@n" separator=", "/>
                  <xsl:text>` stands in `@n` and in the words: take it out of the words</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:text//t:p[not(ancestor::t:note)]"
                 mode="check"
                 priority="18">
      <xsl:if test="exists(descendant::text()[contains(., '[')]) and matches(., '\[(sic|illegible|inaudible|\?|translator|editor)[^\]]*\]', 'i')">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R410'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>a bracket that should be markup
        stands in the words: </xsl:text>
                  <xsl:value-of select="replace(., '^.*?(\[(sic|illegible|inaudible|\?|translator|editor)[^\]]*\]).*$', '$1', 'is')"
                                separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:body[not(parent::t:floatingText)]"
                 mode="check"
                 priority="17">
      <xsl:if test="not(t:div)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R411'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the text stands in no `div`: put it into `&lt;div type="document"&gt;</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:floatingText//t:closer/t:signed | t:closer/t:signed"
                 mode="check"
                 priority="16">
      <xsl:if test="count(../preceding-sibling::t:closer/t:signed[normalize-space() = normalize-space(current())]) gt 0">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R412'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the same
        signature stands twice</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:said | t:note | t:quote | t:q | t:item | t:cell | t:stage | t:metamark | t:figure | t:licence | t:change         | t:additions | t:handNote | t:provenance | t:origin | t:acquisition"
                 mode="check"
                 priority="15">
      <xsl:variable name="loose" select="text()[normalize-space()]"/>
      <xsl:if test="(t:p or t:ab or t:sp) and exists($loose)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R413'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="($loose)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>words stand beside paragraphs in
        `</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>`: put them into a paragraph too</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:TEI[t:text]" mode="check" priority="14">
      <xsl:if test="not(@xml:id)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R501'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the document has no `@xml:id`: give it the name of its file</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(@xml:lang)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R502'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the document has no `@xml:lang`: say which language its text is in</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:sourceDesc[ancestor::t:TEI/t:text]"
                 mode="check"
                 priority="13">
      <xsl:if test="not(normalize-space(string-join(t:msDesc/t:msIdentifier/t:repository)) or t:bibl)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R503'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the source is not named: give the archive in
        `repository`, or the print in `bibl`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(not(t:msDesc) or t:msDesc/t:msIdentifier//t:idno[normalize-space()])">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R504'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the archival document has no shelfmark: give
        it in `idno`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:teiHeader[../t:text]" mode="check" priority="12">
      <xsl:if test="not(t:profileDesc/t:creation//t:date/(@when | @from | @to | @notBefore | @notAfter | @when-custom))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R505'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the date of the document is
        not told: give it in `profileDesc/creation/date`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(t:fileDesc/t:publicationStmt/(t:availability | t:p))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R506'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>nothing is said of rights: say in `availability` what may be done with
        the document</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:textLang[@mainLang][ancestor::t:TEI/@xml:lang]"
                 mode="check"
                 priority="11">
      <xsl:if test="tokenize(@mainLang, '-')[1] ne tokenize(ancestor::t:TEI/@xml:lang, '-')[1]           and not(//t:respStmt/t:resp[matches(., 'transl', 'i')])">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R507'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the text is a translation, and nobody is named who made it: add a `respStmt`</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:titleStmt/t:title" mode="check" priority="10">
      <xsl:if test="not(normalize-space())">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R508'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the title is empty</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:handNote[@xml:id]" mode="check" priority="9">
      <xsl:if test="not(@xml:id = $pointed)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R509'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>no words are in this hand, `#</xsl:text>
                  <xsl:value-of select="@xml:id" separator=", "/>
                  <xsl:text>`: point to it with `@hand`, or take it
        away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:change[@when]" mode="check" priority="8">
      <xsl:variable name="older" select="following-sibling::t:change[@when][1]"/>
      <xsl:if test="not(empty($older) or string(@when) ge string($older/@when))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R510'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="(@when)[1]"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the changes are not in order: the latest comes
        first</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:person[t:persName]" mode="check" priority="7">
      <xsl:variable name="name" select="t:persName[1] ! normalize-space()"/>
      <xsl:variable name="twin" select="key('person', $name)[1][. &lt;&lt; current()]"/>
      <xsl:if test="exists($twin)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R601'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:value-of select="$name" separator=", "/>
                  <xsl:text> is there twice, as `#</xsl:text>
                  <xsl:value-of select="$twin/@xml:id" separator=", "/>
                  <xsl:text>` and
        `#</xsl:text>
                  <xsl:value-of select="@xml:id" separator=", "/>
                  <xsl:text>`: make one person of the two, or tell them apart</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:person[@xml:id][ancestor::t:particDesc]"
                 mode="check"
                 priority="6">
      <xsl:if test="not(@xml:id = $pointed)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R602'"/>
            <xsl:with-param name="level" select="'advice'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>nothing in the text points to `#</xsl:text>
                  <xsl:value-of select="@xml:id" separator=", "/>
                  <xsl:text>`: mark where the person speaks or
        is named</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:person | t:place | t:org | t:personGrp"
                 mode="check"
                 priority="5">
      <xsl:if test="not(@xml:id)">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R603'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>` has no `@xml:id`, so nothing can point to it</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(t:p or *[self::t:persName | self::t:placeName | self::t:orgName | self::t:name][normalize-space()])">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R604'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`</xsl:text>
                  <xsl:value-of select="name(.)"/>
                  <xsl:text>` has no
        name</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:idno[@type = ('wikidata', 'viaf', 'geonames', 'gnd', 'uri')]"
                 mode="check"
                 priority="4">
      <xsl:variable name="shape"
                    select="map{'wikidata': '^Q[1-9]\d*$', 'viaf': '^[1-9]\d{1,21}$', 'geonames': '^[1-9]\d{0,8}$',           'gnd': '^(1[0123]?\d{7}[0-9X]|[47]\d{6}-\d|[1-9]\d{0,7}-[0-9X]|3\d{7}[0-9X])$', 'uri': '^[A-Za-z][A-Za-z0-9+.\-]*:\S+$'}"/>
      <xsl:variable name="sample"
                    select="map{'wikidata': 'Q5816', 'viaf': '97033183', 'geonames': '1581130', 'gnd': '118577425', 'uri': 'https://example.org/x'}"/>
      <xsl:if test="not(matches(normalize-space(), $shape(@type)))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R605'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`</xsl:text>
                  <xsl:value-of select="normalize-space()" separator=", "/>
                  <xsl:text>` is not of the form of
        </xsl:text>
                  <xsl:value-of select="@type" separator=", "/>
                  <xsl:text>, which is like </xsl:text>
                  <xsl:value-of select="$sample(@type)" separator=", "/>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:geo" mode="check" priority="3">
      <xsl:variable name="numbers" select="tokenize(normalize-space(), '[\s,]+')"/>
      <xsl:if test="not(count($numbers) = 2 and (every $one in $numbers satisfies $one castable as xs:decimal)           and (if (every $one in $numbers satisfies $one castable as xs:decimal) then abs(xs:decimal($numbers[1])) le 90 and abs(xs:decimal($numbers[2])) le 180 else false()))">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R606'"/>
            <xsl:with-param name="level" select="'error'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>`</xsl:text>
                  <xsl:value-of select="normalize-space()" separator=", "/>
                  <xsl:text>` is no position: write latitude and longitude in degrees, as in 21.03 105.85</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="t:idno[@type]" mode="check" priority="1">
      <xsl:if test="not(normalize-space())">
         <xsl:call-template name="finding">
            <xsl:with-param name="rule" select="'R608'"/>
            <xsl:with-param name="level" select="'warning'"/>
            <xsl:with-param name="subject" select="()"/>
            <xsl:with-param name="words" as="xs:string">
               <xsl:value-of>
                  <xsl:text>the number is empty: fill it in, or take `idno` away</xsl:text>
               </xsl:value-of>
            </xsl:with-param>
         </xsl:call-template>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
</xsl:stylesheet>
