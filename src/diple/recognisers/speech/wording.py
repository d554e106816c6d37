"""Words that labels of turns are, or are not, made of. A new wording is a new row."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.wording import vocabulary

NO_LABELS = vocabulary("""
    art arts sec sect cap chap par tit kap abs clause schedule proviso
    senate house parliament assembly congress session sitting
    betr betreff bezug anwesend ort datum teilnehmer tagesordnung beginn ende vorsitz protokoll
    présents objet lieu
    creator length access restrictions copyright series collection by
    held gentlemen sirs madam in pro con pros cons appearances cross-examination examination approve disapprove
    adopted amendment amendments announcement appointed attended decree decrees discussed exchange heard informed
    instructed invited listened motion motions noted order rapporteur rapporteurs reported revised signatories
    signatory speakers speeches spoke vote voted votes voting
    beginning began closed end ended opened start started
    abstaining abstained abstentions favour favor
    above absent abstract accordingly action addendum address advantages again against agenda agreed aim aims also annex
    answers appendix approved april archive archives article articles assessment assignment attached attachment
    attachments attendance attending august authors background bcc because below biography but caution cc
    chapter circulation citation classification comment comments conclusion conclusions conditions consequently
    contents context copies copy created credits crimes date deadline december decided decision decisions
    declassified demands description details dictated disadvantages distribution document documents donors draft
    drafted duration elsewhere encl enclosed enclosure enclosures evaluation evidence example examples
    explanation extract fact facts february fifth file finally findings first firstly footnote footnotes for
    form formula fourth friday from further furthermore goal goals hence hour however id imprint indeed index
    information instructions interpreter interpreters introduction issue issues item items january july june key
    keywords language lastly later letter list listen location look march mark may meaning memo memorandum
    message method monday moreover namely nb nevertheless no nonetheless note note-taker notes notetaker notice
    november now number objective objectives observation observations october office only opinion option options
    or orders origin original otherwise outline page pages paragraph part participants passed personnel place
    plan point points policy postscript preamble preface present presented printed problem problems procedure
    program programme proposal proposals proposed protocol ps purpose quote rating re reason reasons received
    recipients recommendation recommendations record recorder ref reference references register remark remarks
    report reservation resolution resolutions resolved responsible result results rights risk saturday second
    secondly section sent september seventh signature signed similarly sixth so solution source sources stenographer
    stenographers
    specifically statement status step steps still story subject subjects suggestion summary sunday supplement
    table task tasks telegram text theme then therefore thesis third thirdly thursday thus time title titles to
    today tomorrow topic topics total translated translation tuesday type typed typist unclassified undertaken
    venue version via viz warning wednesday well whereas yes yesterday
""")
"""Words before a colon that announce something and name nobody (compared in lower case, a label of one word)."""

NO_FIRST_WORDS = vocabulary("am im zum zur bei held")
"""Words that lead to a place, and begin no label of several words: "Am Regierungstisch: …", "HELD AT: …"."""

NO_LABEL_WORDS = vocabulary("""
    about birth nationality surname occupation profession citizenship
    attached conversation conversations date document following information keyword list location meeting number
    original participants place point problem question record regarding resolution result source subject summary time
    title translation uploaded version
    history tape reel
    statement statements testimony examination cross-examination evidence deposition interview
""")
"""Words that no label of several words holds."""

SPEAKING_OFFICES = vocabulary("""
    a accused advocate all ambassador announcer answer applicant atty attorney attorney-general audience bailiff both
    chair chairman
    chairperson chairwoman chancellor chorus clerk commissioner comrades coordinator coroner correspondent counsel
    court defence defendant defense delegate deputy everyone foreign foreman general governor host interpreter
    interrogator interviewee
    interviewer investigator journalist judge juror king magistrate man marshal mayor member minister moderator
    narrator operator participant pm premier presenter president prime prince prisoner
    prosecution prosecutor q queen question registrar reporter secretary secretary-general solicitor-general speaker
    usher voice voices witness woman
""")
"""Offices and parts in a talk that are labels without a name."""


def is_office(name: str) -> bool:
    """Tell whether a label is an office or a part in a talk, or of somebody whom nobody named."""
    if (french := _FRENCH_OFFICE.match(name)) is not None:
        return french["office"].lower() in _FRENCH_OFFICES
    words = name.lower().removeprefix("the ").split()
    if words[0] in _LEADING and len(words) > 1:
        words = words[1:]
    is_short = len(words) < 4 or words[1] == "for"
    return VOICE.fullmatch(name) is not None or (words[0] in SPEAKING_OFFICES and is_short)


_FRENCH_OFFICE = re.compile(r"(?:M\.|Mme|Mlle|MM\.) (?:les? |la |l[’'])(?P<office>[\w-]+)")
_FRENCH_OFFICES = vocabulary("""
    président présidente vice-président vice-présidente premier ministre rapporteur rapporteure garde secrétaire
    sous-secrétaire commissaire haut-commissaire doyen procureur greffier témoin
""")
"""Offices behind a form of address in French: "M. le rapporteur"."""
_LEADING = vocabulary("vice acting presiding assistant temporary honorary lord first second under")
"""Words that lead to an office: "The VICE CHAIRMAN"."""


GROUPS = vocabulary("voices all everyone audience chorus both comrades members lords")

VOICE = re.compile(
    r"(?:(?:an?|some|several|many) )?(?:(?:right )?hon(?:\.|ou?rable)|opposition|government|noble|labou?r|liberal|"
    r"conservative|nationalist|independent|ministerial|republican|democratic) "
    r"(?:members?|gentlem[ae]n|senators?|lords?|deput(?:y|ies))|"
    r"(?:an? |one |another |several |many |multiple |other |unidentified |unknown |general )*(?:voices?|shouts?|cry|"
    r"cries|exclamations?|speakers?|man|woman|male|female|questioner|heckler|correspondents?|reporters?|journalists?|"
    r"delegates?|deput(?:y|ies)|audience member|member of the (?:audience|press|public|commission|committee))"
    r"(?: (?:from|in|on) .{3,40})?|"
    r"from (?:the )?(?:presidium|hall|floor|audience|gallery|seats?|rostrum|podium|benches|left|right|cent(?:er|re)|"
    r"back|public|press|podium)(?: .{3,20})?|"
    r"(?:(?:une|plusieurs|diverses|nombreuses) )?voix(?: .{3,30})?|"
    r"(?:un|plusieurs|quelques|divers) (?:membres?|députés?|sénateurs?)(?: .{3,30})?|(?:stimmen?|zurufe?)(?: .{3,30})?|"
    r"(?:una |varias )?(?:voz|voces)(?: .{3,30})?|(?:una )?(?:voce|voci)(?: .{3,30})?",
    re.I,
)
"""A label of somebody whom nobody named: "A VOICE FROM THE HALL", "UNIDENTIFIED SPEAKER", "FROM THE PRESIDIUM"."""

ADDRESSED = re.compile(
    r"(?:(?:the|el|la|un|una|il|lo|o|a) )?(?:comrade|cde|com|mr|mrs|ms|miss|dr|prof|sir|lord|lady|ambassador|amb|"
    r"minister|president|premier|chairman|secretary|general|gen|col|colonel|marshal|admiral|senator|sen|rep|king|"
    r"prime minister|foreign minister|delegate|judge|justice|madame|tov|pm|capt|captain|representative|chancellor|"
    r"prince|congressman|commissioner|deputy|attorney|atty|sergeant|lieutenant|lt|major|maj|governor|mayor|rabbi|"
    r"father|sister|herr|frau|monsieur|m|cds|cdes|coms|shri|shrimati|smt|kumari|signor|sr|sra|srta|señora?|senhora?|"
    r"diputad[oa]|deputad[oa]|on|onorevole|pan|pani|towarzysz|soudruh|abg|domnul|doamna)\.? "
    r"(?=(?-i:[^\W\d_a-z]))",
    re.I,
)
"""A form of address or office and what follows it: "Mr. Oberg", "Ambassador Varga"."""

SHORT_FORM = re.compile(
    r"""(?:(?:here(?:in)?after|henceforth|below|from[ ](?:here|now)[ ]on|subsequently|further)[,:]?[ ]*)?
    (?:(?:to[ ]be[ ])?(?:referred[ ]to|abbreviated|called|known|cited|given)[ ]*
    (?:here(?:in)?after[ ]|below[ ])?(?:as|to)?[ ]*)?(?:the[ ])?
    ["“'‘]?(?:the[ ])?(?P<short>[^\W\d_a-z][\w.’'\- ]*?)["”'’]?
    (?:[,]?[ ]+(?:here(?:in)?after|below|henceforth))?""",
    re.X,
)
SHORT_FORM_SIGN = re.compile(r"here(?:in)?after|henceforth|referred to|abbreviated|\bbelow$|^below|^[“\"]")
ADDRESSEE = re.compile(
    r"(?:(?:turning|turns|speaking|addressing himself|replying|responding|in reply|whispering|aside) to|"
    r"addressing|addresses|to)\s+(?P<who>[^,;]+)(?:[,;].*)?",
    re.I,
)
_TALK = r"(?:conversation|meeting|talks?|discussions?|session|reception|audience|interview|hearing|record|transcript)"
CLOSING = tuple(
    re.compile(pattern, re.X)
    for pattern in (
        rf"""(?:The|This|Our)[ ](?:\w+[ ])?(?:{_TALK}|dinner|luncheon)(?:,[^,.]{{3,80}},)?[ ]
        (?:was[ ]|were[ ]|then[ ]|has[ ])?
        (?:ended|lasted|concluded|closed|adjourned|finished|over|took[ ]place|proceeded|passed|
        held(?![ ](?:within|with|on|in)\b)|recorded|interpreted|translated|ends|concludes|broke[ ]up|began)\b""",
        rf"(?:With|On|At)[ ](?:this|that),?[ ](?:the|our)[ ]{_TALK}[ ](?:was[ ])?(?:ended|concluded|closed|finished)\b",
        rf"(?:At|Towards?|In)[ ](?:the[ ])?(?:end|close|conclusion|closing)(?:[ ]of[ ](?:the|this|our)[ ]{_TALK}|,)",
        r"""(?:Record(?:ed)?|Notes?|Minutes|Record[ ]made|Transcribed|Interpreted|Translated|Typed|Written|Taken|
        Dictated|Drafted|Checked|Approved|Prepared|Submitted)(?:[ ]down|[ ]taken)?(?:[ ]from[ ]the[ ]\w+)?[ ]by\b""",
        r"(?:Opened|Closed|Begun|Ended|Finished|Adjourned|Concluded)[ ](?:at[ ]\d|on[ ]\d|\d)",
        r"(?:Recorder|Note-?taker|Interpreter|Stenographer|Secretary[ ]of[ ]the[ ]meeting)\b",
        rf"""(?:Then|After[ ](?:this|that|which)|Thereupon|Afterwards?|Following[ ]this),?[ ](?:the[ ])?
        (?:participants|sides|parties|two[ ]sides|both[ ]sides|delegations|comrades|guests|everyone|{_TALK})\b""",
        r"""(?:The[ ](?:participants|sides|parties|delegations|two[ ]sides)|Both[ ]sides)[ ](?:then[ ]|also[ ])?
        (?:exchanged|agreed|passed|discussed|signed|parted|moved|proceeded|continued|went)\b""",
        rf""".{{3,200}}?[ ](?:recorded|transcribed|interpreted|took[ ]notes[ ]of|took[ ]down|wrote[ ]down)[ ]
        (?:at[ ])?the[ ]{_TALK}""",
        r"""(?:The|This)[ ](?:commission|committee|meeting|council|bureau|presidium|politburo|plenum|assembly|
        conference|board|secretariat|government|cabinet)[ ](?:was[ ])?(?:then[ ]|also[ ]|next[ ]|unanimously[ ])?
        (?i:fixed|decided|resolved|agreed|heard|elected|approved|adopted|passed[ ]to|turned[ ]to|proceeded|took[ ]up|
        opened)\b""",
        r"[^,]{3,80}(?:,[ ][^.]{3,150},)?[ ](?:interpreted|translated|recorded|took[ ]notes)(?:[.]|$)",
        r"(?:Resolved|Decided|Decision|Resolution|Adopted)\b[ ]?:?",
        r"(?:(?:Voting[ ])?(?:[Ii]n[ ]favou?r|For|Against)|Abstaining|Abstentions?|Absent|Not[ ]voting|Votes)[ ]?:",
        rf".{{3,250}}?[ ]and[ ]the[ ]{_TALK}[ ](?:was[ ])?(?:ended|adjourned|concluded|closed|broke[ ]up)\b",
        r"""(?!(?:I|We|He|She|They|You|It|If|When|After)\b)[A-Z][^.?!]{3,80}[ ](?:joined|left|entered|rejoined)[ ]
        the[ ](?:conversation|meeting|room|talks|discussion|group|table|hall)\b[^.?!]{0,60}[.]?$""",
        rf"(?:After|Following)[ ](?:the|this|our)[ ]{_TALK}\b",
        r".{3,100}?[ ](?:was|were)[ ](?:then|next|thereupon|finally|afterwards)[ ]\w+ed\b",
        r"It[ ]was[ ](?:then[ ]|also[ ]|further[ ]|finally[ ]|mutually[ ])?(?:agreed|arranged|resolved)\b",
        r"(?:Present|Also[ ](?:present|attending|taking[ ]part)|In[ ]attendance|Participating|Taking[ ]part)\b"
        r".{0,60}?[ ](?:was|were)\b",
        rf"(?:At|During|In)[ ](?:the|this|our)[ ]{_TALK},?[ ](?:there[ ])?(?:was|were)[ ](?:also[ ])?present\b",
        r".{3,1500}?[ ]took[ ]part[ ](?:in[ ]the|from[ ]the|on[ ]the)\b",
        r".{3,600}?[ ](?:was|were)[ ](?:also[ ])?present[ ](?:at|during|throughout)[ ]the\b",
        r"At[ ]this[ ](?:point|moment|juncture),?[ ]"
        r"(?:(?!\b(?:I|we|you|our|my)\b)[^.?!]){3,80}?[ ](?:was|were|left|entered|"
        r"joined|arrived|withdrew)\b(?:(?!\b(?:I|we|you|our|my)\b)[^.?!]){0,120}[.]?$",
        r"A[ ](?:\w+[ -]?\w*[ ])?vote[ ]was[ ]taken\b|The[ ]meeting[ ](?:rose|was[ ](?:called|suspended|resumed))\b",
        r"The[ ](?:draft[ ])?(?:resolution|amendment|motion|proposal|agenda|decision)\b[^.]{0,60}[ ]was[ ](?:then[ ])?"
        r"(?:adopted|rejected|carried|approved)\b",
        rf"(?:END[ ]OF|End[ ]of)[ ](?:(?:THE|the)[ ])?(?i:{_TALK}|document)",
    )
)
"""How a narrator's paragraph begins that is nobody's speech: the talk ends, somebody recorded it."""
