<?xml version="1.0" encoding="UTF-8"?>
<!--
  The reference of the schema as one HTML page that needs no other file and no script: what diple.schema_page reads out of the
  schema and its rules, in XML, becomes sections by element, linked to each other.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page and its sections. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- The list of links at the top. -->
  <xsl:mode name="contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="style" as="xs:string" expand-text="no">
    :root { color-scheme: light dark; --quiet: light-dark(#555, #bbb); --line: light-dark(#ccc, #444); --link: light-dark(#0b4f8a, #8ec5ff); }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; }
    a { color: var(--link); } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); } h3 { margin-top: 2.5rem; }
    code, pre, dd a { font: .92em/1.45 ui-monospace, monospace; } pre { overflow-x: auto; border: 1px solid var(--line); padding: .6rem; white-space: pre-wrap; }
    dt { font-weight: 600; margin-top: .6rem; } dd { margin: 0 0 0 1.2rem; } .quiet { color: var(--quiet); }
    nav h2 { margin: 1rem 0 0; border: 0; font-size: 1rem; }
    nav ul { padding: 0; list-style: none; } nav li { display: inline-block; margin: .3rem .8rem .3rem 0; line-height: 1.6; }
    .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
    @media print { nav, .skip { display: none; } section { break-inside: avoid; } }
  </xsl:variable>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="reference"/>
  </xsl:template>

  <xsl:template match="reference" as="element()">
    <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>The schema of diple</title>
        <style>{$style}</style>
      </head>
      <body>
        <a class="skip" href="#elements">Skip to the elements</a>
        <header>
          <h1>The schema of diple</h1>
          <p>Each element and attribute that a document of the edition may have: what it is for, what it holds, where it may stand, an
            example; and each code that <code>diple validate</code> tells.</p>
        </header>
        <nav aria-label="Contents">
          <xsl:apply-templates select="section, codes" mode="contents"/>
        </nav>
        <main id="elements">
          <section id="common">
            <h2>What every element may carry</h2>
            <dl>
              <xsl:apply-templates select="common[@kind = 'all']/attribute"/>
            </dl>
            <h3>What every element of the text may carry too</h3>
            <dl>
              <xsl:apply-templates select="common[@kind = 'text']/attribute"/>
            </dl>
            <h3 id="marks">Marks</h3>
            <p>Marks may stand anywhere in the text, between and inside other elements: <xsl:apply-templates select="marks/name"/>.</p>
          </section>
          <xsl:apply-templates select="section, codes"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="section" mode="contents" as="element()+">
    <h2>{@title}</h2>
    <ul>
      <xsl:for-each select="element">
        <li>
          <a href="#{@name}">
            <code>{@name}</code>
          </a>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="codes" mode="contents" as="element()+">
    <h2>Codes</h2>
    <ul>
      <xsl:for-each select="code">
        <li>
          <a href="#{@id}">{@id}</a>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="section" as="element()">
    <section>
      <h2>{@title}</h2>
      <xsl:apply-templates select="element"/>
    </section>
  </xsl:template>

  <xsl:template match="element" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <section id="{@name}">
      <h3>
        <code>{@name}</code>
      </h3>
      <p>{gloss}</p>
      <dl>
        <xsl:apply-templates select="holds, stands, used, attribute"/>
      </dl>
      <xsl:apply-templates select="example"/>
    </section>
  </xsl:template>

  <xsl:template match="holds" as="element()+">
    <dt>Holds</dt>
    <dd>
      <xsl:call-template name="like">
        <xsl:with-param name="does" select="'hold'"/>
      </xsl:call-template>
      <xsl:text>{string-join(('text'[current()/@text = 'yes'], ''[current()/@marks = 'yes']), ', ')}</xsl:text>
      <xsl:if test="@marks = 'yes'">
        <a href="#marks">marks</a>
      </xsl:if>
      <xsl:text>{', '[current()/(@text, @marks) = 'yes' and current()/name]}</xsl:text>
      <xsl:apply-templates select="name"/>
      <xsl:text>{'nothing: it is always empty'[not(current()/(name, @like[string()], @text[. = 'yes'], @marks[. = 'yes']))]}</xsl:text>
    </dd>
  </xsl:template>

  <xsl:template match="stands" as="element()+">
    <dt>Stands in</dt>
    <dd>
      <xsl:call-template name="like">
        <xsl:with-param name="does" select="'stand in'"/>
      </xsl:call-template>
      <xsl:text>{'anywhere in the text'[current()/@marks = 'yes']}</xsl:text>
      <xsl:apply-templates select="name"/>
      <xsl:text>{'nothing: it is the outermost element'[not(current()/(name, @like[string()], @marks[. = 'yes']))]}</xsl:text>
    </dd>
  </xsl:template>

  <xsl:template match="used" as="element()+">
    <dt>Used by</dt>
    <dd>
      <xsl:analyze-string select="." regex="`(.*?)`">
        <xsl:matching-substring>
          <code>{regex-group(1)}</code>
        </xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </dd>
  </xsl:template>

  <!-- An element to which this one is likened. -->
  <xsl:template name="like" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="does" as="xs:string"/>
    <xsl:if test="@like != ''">
      <xsl:text>whatever </xsl:text>
      <a href="#{@like}">
        <code>{@like}</code>
      </a>
      <xsl:text> may {$does}{', and '[current()/name]}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="name" as="node()+">
    <xsl:text>{if (position() gt 1) then ', ' else ''}</xsl:text>
    <a href="#{.}">{.}</a>
  </xsl:template>

  <xsl:template match="attribute" as="element()+">
    <dt>
      <code>@{@name}</code>
      <xsl:if test="@required = 'yes'"> (required)</xsl:if>
    </dt>
    <dd>
      <xsl:text>{gloss} </xsl:text>
      <xsl:if test="value">
        <xsl:text>Values: </xsl:text>
        <xsl:for-each select="value">
          <code>{.}</code>
          <xsl:text>{if (position() lt last()) then ', ' else '. '}</xsl:text>
        </xsl:for-each>
      </xsl:if>
      <span class="quiet">For example <code>{example}</code></span>
    </dd>
  </xsl:template>

  <xsl:template match="example | bad | good" as="element()">
    <pre>
      <code>{.}</code>
    </pre>
  </xsl:template>

  <xsl:template match="codes" as="element()">
    <section>
      <h2>Codes</h2>
      <p>An error: the file says something that cannot be so. A warning: it lacks something that the edition promises. Advice: have a
        look. Codes that begin with R are rules, which a grammar cannot say; each has an example that breaks and one that keeps it.</p>
      <xsl:apply-templates select="code"/>
    </section>
  </xsl:template>

  <xsl:template match="code" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <section id="{@id}">
      <h3>{@id}{@level[string()] ! (' (' || . || ')')}</h3>
      <p>{reason}</p>
      <xsl:if test="bad/text()">
        <p>Not so:</p>
        <xsl:apply-templates select="bad"/>
        <p>But so:</p>
        <xsl:apply-templates select="good"/>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
