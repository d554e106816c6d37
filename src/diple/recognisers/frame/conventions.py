"""The wordings of openers and closers: classification, numbers, offices, formulas. A new wording is a new row."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame import elsewhere, formulas

CLASSIFICATIONS = (
    r"cosmic top secret", r"top secret", r"strictly secret", r"most secret", r"of special importance",
    r"special (?:folder|dossier)",
    r"strictly confidential", r"highly confidential", r"secret", r"confidential", r"limited official use(?: only)?",
    r"for official use only", r"official use only", r"for internal use(?: only)?", r"restricted", r"unclassified",
    r"(?:making |taking )?cop(?:ies|ying)(?: of this \w+)?(?: is| are)? (?:strictly )?(?:prohibited|forbidden)",
    r"(?:not to be|do not) (?:copied|reproduced|copy|reproduce)", r"reproduction (?:prohibited|forbidden)",
    r"(?:subject )?to (?:be )?return(?:ed)?(?: within [\w ]{2,20})?",
    r"burn after reading", r"to be kept under lock and key",
    r"(?:private|personal) and (?:confidential|secret)", r"secret and personal", r"private", r"special file",
    r"no ?dis(?:tribution)?", r"ex ?dis", r"lim ?dis", r"noforn", r"x?gds", r"sensitive", r"limit(?:ed)? distribution",
    r"not to be re-?telegraphed", r"guard",
    r"not for (?:publication|circulation|distribution)", r"eyes only", r"sov\.? ?sekretno",
    r"sovershenno sekretno",
    *elsewhere.CLASSIFICATIONS,
    r"strogo sekretno", r"sekretno", r"ss", r"streng geheim", r"geheim", r"vertraulich", r"declassified", r"top-secret",
)  # fmt: skip
PRECEDENCES = (
    r"news ?flash", r"(?:top|highest|first|high) priority", r"top urgent", r"special(?! n[or]\b)", r"important",
    r"most immediate", r"extra urgent", r"emergency",
    r"extremely urgent", r"very urgent", r"most urgent", r"urgent", r"flash", r"op(?:erational)? ?immed(?:iate)?",
    r"niact(?: immediate)?", r"immediate", r"priority", r"routine", r"lightning", r"out of turn", r"extraordinary",
)  # fmt: skip
"""Words that state how secret or how urgent a document is (contract: seg of these types)."""

NUMBER_SIGN = r"(?:(?:Nos?|N[º°o]|Nr)(?![^\W\d_])\.?|№|#)"
NUMBER = rf"{NUMBER_SIGN}\s{{0,3}}(?=[^\s,;]*\d)[\w][\w./\-–]*"

_BODIES = (
    "embassy", "ministry", "consulate(?: general)?", "legation", "mission", "committee", "department",
    "directorate", "council", "commission", "office", "bureau", "institute", "academy", "secretariat",
    "presidium", "politburo", "general staff", "agency", "delegation", "administration", "party", "union",
    "government", "cabinet", "chancery", "headquarters", "central committee", "representation", "section",
    "association", "board", "league", "bank", "company", "university", "army", "court", "parliament",
    "white house", "kremlin", "division",
    *elsewhere.BODIES,
    "assembly", "congress", "front", "federation", "guild", "society", "club", "brigade", "editorial board",
)  # fmt: skip
INSTITUTION = re.compile(rf"\b(?:{'|'.join(_BODIES)})\b", re.I)
"""Words that make a line the name of a body."""

GENRE = re.compile(
    r"^(?:(?:the|a|an|brief|short|draft|top|secret|verbatim|stenographic|abridged|official|unofficial|"
    r"preliminary|final|annual|"
    r"special|joint|ciphered|coded|encrypted|political|confidential|first|second|third|extracts? from|"
    r"excerpts? from|from|copy of|united states|u\. ?s\.|united kingdom|british|french|soviet|american|agreed|"
    r"delegation|telephone|phone|radio|television|tape[- ]recorded)"
    r"\s+(?:the\s+)?)*(?:memo(?:randum)?|memoranda|record(?:s|ing)?|minutes|protocol|report|letter|telegrams?|"
    r"ciphertelegram|cable|notes?|aide[- ]m[eé]moire|transcript(?:ion)?|stenogram|stenographic|conversation|talks?|"
    r"resolution|decree|decision|directive|instructions?|order|statement|speech|address|declaration|communiqu[eé]|agreement|"
    r"treaty|appeal|"
    r"proposal|information|summary|extract|excerpt|conclusions|draft|dispatch|despatch|diary|journal|interview|hearing|proceedings|"
    r"verbatim|survey|review|message|testimony|circular|bulletin|reference|plan|list|remarks|meeting|session|plenum|"
    rf"{elsewhere.GENRES}|"
    r"discussion|reception|account|announcement|proclamation|petition|certificate|biography|characterization|memoir|article)\b",
    re.I,
)
"""Kinds of document with which a title begins."""

STATUS = re.compile(
    r"\((?P<words>(?:(?:[\w.’'-]+ ){1,4}ha(?:s|ve) )?(?:(?:not|yet to)\s+(?:yet\s+)?(?:been\s+)?(?:proof\W?read|"
    r"checked|corrected|review(?:ed)?|edited|verified|authori[sz]ed|approved?|"
    r"revised|final)|(?:unofficial|uncorrected|unedited|unrevised|unverified|unchecked|preliminary|rough|"
    r"working|provisional)\b|"
    r"(?:first |second |final |rough )?draft\b|to be (?:checked|corrected|reviewed)|proof\W?read|"
    r"checked against|awaiting)[^()]{0,100})\)\.?",
    re.I,
)
"""A line in parentheses that says in what state the text is."""

SLOGAN = re.compile(
    r"(?:workers|proletarians|toilers) of (?:the world|all (?:countries|lands|nations)),? unite\W*", re.I
)
"""The motto above the letterhead of a party."""

STATUS_WORD = re.compile(
    r"copy\.?|(?:true|certified|photo|typewritten) ?copy|"
    r"(?:unofficial |official |free )?translation(?: from (?:the )?[A-Z]\w+)?|"
    r"translated from (?:the )?[A-Z]\w+|original|for information(?: only)?|extract|paraphrase|translation\.|extract\.",
    re.I,
)
"""A line without parentheses that says what the text is a copy of."""

BYLINE = re.compile(
    r"(?i:by|from the (?:journal|diary|notes|papers) of|(?:journal|"
    r"diary) of)\s+(?:[A-Z][\w.’'\-]*[ ,]*){1,8}(?:[a-z][^.]{0,60})?\.?"
)
"""A line that names the author: "by N. Ostrom", "From the journal of O. Quist"."""

SALUTATION = re.compile(
    r"(?:my\s+)?(?:(?:very|most|highly|deeply|much)\s+)?(?:dear(?:est)?|esteemed|respected|honou?red|beloved|"
    r"hon[’']?d(?= sir)|rever(?:en)?d (?:and dear )?(?=sir)|worthy (?=sir)|venerable)\b[^\n.?;]{0,140}"
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cde|Com|Cdes|St|[A-Z])\.[^\n.?;]{0,80}){0,4}[,!:.]?"
    r"|(?:my\s)?dr\.?\s(?:sirs?|madam|brother|sister|friend)\s?[.,:;]?[-–—]{0,2}"
    r"|(?:sirs?|gentlemen|madam|my lord|honou?red sir|excellency)\s?[.,:;]?[-–—]{0,2}"
    rf"|{elsewhere.SALUTATIONS}"
    r"|(?!.*\b(?:following|said|made|stated|follows|asked|spoke|replied|added|explained|gave)\b)"
    r"(?:comrades?|gentlemen|sirs?|madam|excellenc(?:y|ies)|your (?:excellency|majesty|highness)|"
    r"ladies and gentlemen|friends|"
    r"mr\. (?:president|minister|chairman|prime minister|ambassador|secretary(?: of state)?|consul(?: general)?|"
    r"charg[ée](?: d[’']affaires)?|commissioner|governor|senator)|"
    r"brothers?)(?:\s+[A-Z][\w’'.\-]*){0,4}\s?[,!:]"
    r"|(?:comrades?|cdes?\.) (?!.*\b(?:following|said|made|stated|follows|asked|replied)\b)[A-Z][^\n.!?;:]{2,90}:"
    r"|(?:cde\.|com\.|comrade)\s[A-Z][\w’'.\- ]{1,50}!",
    re.I,
)

CLOSING_FORMULA = re.compile(
    r"(?:with\b[^.\n]{0,70}?\b(?:greetings?|respects?|regards|wishes|esteem|salutes?|salutations|consideration|"
    r"love|thanks|gratitude|"
    r"sincerity|friendship|best|affection|kisses)\b(?:[^.\n]|\b[DM]rs?\.){0,40}"
    r"|with\b[^.\n]{0,90}\bi (?:remain|am|have the honou?r to (?:be|remain))\b(?:[^.\n]|\b[YDM][rs]{1,2}\.){0,120}"
    r"|(?:very |most )?(?:respectfully|sincerely|faithfully|truly|cordially|fraternally|affectionately|"
    r"obediently|gratefully)"
    r"(?:\s+(?:yours|submitted))?|yours(?:\s+(?:very|ever))?(?:\s+(?:sincerely|faithfully|truly|fraternally|"
    r"respectfully|cordially|"
    r"affectionately|obediently|ever))?|(?:best|kind|kindest|warm|warmest|comradely|fraternal|"
    r"communist)\s+(?:regards|wishes|greetings)"
    r"|(?:fraternal|comradely|communist|revolutionary|warm) (?:greetings|salutations)[^.\n]{0,40}"
    r"|i (?:have the honou?r to (?:be|remain)|beg to remain|remain|kiss|embrace|shake your hand|"
    r"press your hand)\b(?! (?:convinced|of the|in the|confident|sure))[^.\n]{0,60}"
    r"|i am,? (?:my |dear|sir|your|yours|respectfully|ever|always|with (?:great|deep|high))\b[^.\n]{0,60}"
    rf"|i (?:am|remain|have the honou?r to (?:be|remain))\b(?:[^.!?\n]|\b{formulas.CUT}\.){{0,200}}"
    r"\b(?:serv(?:an?)?t?s?|sert|friend|yours|consideration|respect|esteem|affectionately|obedient|affecly)"
    r"|(?:i|we) (?:have|am|are|remain|avail|beg|take)(?: the hono[u]?r)?,?(?: sir,?)?(?:\s?(?:&c|etc)\.?,?){1,3}"
    r"|(?:pray |please )?accept,?(?:\s?(?:&c|etc)\.?,?){1,3}"
    r"|(?:and )?i (?:pray|beg|request) (?:you|your \w+)(?: \w+)?,? to (?:accept|receive|believe)\b[^\n]{0,260}"
    r"|(?:hoping|trusting|awaiting|requesting|begging|assuring you|thanking you)\b[^.\n]{0,120}"
    r"\bi (?:am|remain)\b[^.\n]{0,40}"
    r"|your (?:friend|servant|obedient servant)s? and [^.\n]{0,30}|(?:most )?(?:hearty |cordial |warm )?greetings"
    rf"|{formulas.OF_WRITER}"
    r"|(?:please |pray )?(?:accept|receive)\b[^\n]{0,160}\b(?:assurances?|consideration|respect|regards|esteem|"
    r"greetings|feelings|sentiments|expression)\b[^\n]{0,60}|(?:please )?accept,\s[^\n.,]{2,40},?"
    r"|believe me,?\s[^\n.]{0,80}|ever,? (?:my dear |dear )?[^\n.]{0,30}\byours?|"
    r"i have,?|i (?:have|am),? \[?etc\.?\]?|i (?:seize|avail myself of|take|embrace|improve) (?:of )?"
    r"(?:this|the|the present) (?:opportunity|occasion)"
    r"(?=\s?[,.]?\Z|[^\n]{0,200}\b(?:assurances?|consideration|respects?|esteem|regards?|&c|etc)\b)(?:[^.\n]|\b[DM]rs?\.){0,160}"
    r"|(?:i avail myself|the (?:embassy|ministry|legation|mission|consulate)\b[^\n]{0,60}\bavails itself)\b"
    rf"[^\n]{{0,180}}|{elsewhere.FORMULAS}|{formulas.IN_COMMON}|(?:ever,? |always,? )?"
    r"yours? (?:ever |most |very |truly )?(?:devoted|obedient|affectionate|attached|loving|faithful|humble|grateful|"
    r"sincere|old)(?:,? \w+){0,3})\s?[,.!]{0,2}",
    re.I,
)
"""The words with which a letter ends, alone on their line."""

_OFFICES = (
    "secretary", "ambassador", "attach[eé]", "chairman", "chairwoman", "chairperson", "minister", "director",
    "head", "chief", "consul", "counsel+or", "president", "vice", "deputy", "premier", "general", "colonel",
    "major", "captain", "admiral", "marshal", "lieutenant", "commander", "inspector", "adviser", "advisor",
    "assistant", "aide", "master", "manager", "officer", "official", "representative", "envoy", "chargé",
    "charge d[’']affaires", "rector", "professor", "editor", "clerk", "governor", "mayor", "members?", "trainee",
    "interpreter", "translator", "referent", "expert", "specialist", "administrator", "instructor", "organizer",
    "plenipotentiary", "commissioner", "commissar", "delegate", "judge", "procurator", "prosecutor", "engineer",
    "agent", "archivist", "notary", "magistrate", "regent", "chancellor", "registrar", "treasurer", "solicitor",
    *elsewhere.OFFICES,
    "of the embassy", "for the (?:government|central committee|party|council)", "ad interim",
    "on behalf of", "by order of",
    r"your (?:\w+ ){0,2}(?:sister|brother|servant|friend|son|daughter|mother|father|comrade|wife|husband|cousin|"
    r"nephew|niece|uncle|aunt)",
)  # fmt: skip
OFFICE = re.compile(rf"\b(?:{'|'.join(_OFFICES)})\b", re.I)
"""Words that make a line of a signature block an office (or what the writer is to the reader)."""

SIGNATURE = re.compile(
    r"(?P<open>\[|\(|/|<|\{)\s*(?P<words>(?:illegible |autograph |original |"
    r"personal )?signatures?(?: (?:is )?illegible| of [^\]\)/\n]{1,60})?|"
    rf"signed(?:\s+by)?:?|sgd\.?|{elsewhere.SIGNED}|sd\.?|sign\.|[-–—]{{1,2}}|ss\.?|m\.\s?p\.|l\.\s?s\.|seal\.?|"
    r"[^\[\]()/\n]{1,60}?[’']s?\s+(?:autograph |illegible )?(?:signature|initials)|s|"
    r"(?:initial(?:l)?|in[it]+l?)[’']?e?d\.?(?:\s?(?::|by)\s[^\[\]()/\n]{1,40}|:)?|initials(?::\s[^\[\]()/\n]{1,20})?|facsimile|"
    rf"{elsewhere.SEALED}|"
    r"(?:signed|signature):?\s[^\[\]()/\n]{1,60})\s*(?P<close>\]|\)|/|>|\})",
    re.I,
)
"""The place of an autograph signature: "[signature]", "[Aune's signature]", "(signed)", "/s/"."""

SEAL = re.compile(
    r"[\[(]?(?:(?:[a-z]+ ){0,3}seals?(?: of(?-i: (?:the|of|and|[A-Z][\w’'.-]*))+)?|l\. ?s|m\. ?p)\.?[\])]?\.?", re.I
)
"""A seal on a line of its own: "[seal]", "L. S.", "(Seal of the Consulate.)"."""

SIGNED_BY = re.compile(
    r"(?P<words>signed|gez\.|gezeichnet|signé|countersigned|attest(?:ed)?|l\.\s?s\.|signature|sgd\.?|sd\.|sd/-|ss\.|sig\.|/?s/|/s|/(?:sgd\.?|signed)/)(?:\s+by)?\s*[:\-–—]?[*_]{0,3}\s+(?=(?-i:[A-Z]))",
    re.I,
)
"""Words before the name of whoever signs: "Signed: J. Oberg", "Sgd. J. Oberg"."""

OWN_HAND = re.compile(r"(?<=[^\W\d_]{2}),?\s(?P<words>(?:v\. ?r|m\. ?p|e\. ?h|s\. ?k)\.)\s*\Z")
"""Letters behind a name that say in Czech, Latin, German or Hungarian that it was signed by hand: "J. Oberg, v. r."."""

_PARTICLE = r"(?:de|von|van|der|den|la|le|al|bin|el|ibn|du|di|da|dos|ter|ten|zu)"
INITIALS_NAME = re.compile(
    rf"(?:(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][a-z]?[a-z]?\.[\s-]?){{1,3}})(?:{_PARTICLE}\s){{0,2}}[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'\-]+(?:\s[A-Z][\w’'\-]+)?"
)
"""Initials and a surname: "N. KHRUSHCHEV", "Yu. Fadeyev"."""

OFFICE_AND_NAME = re.compile(rf"(?P<office>[^.!?:;]{{3,90}}?)[\s:,]+(?P<name>{INITIALS_NAME.pattern})")
"""Office and signer on one line: "CHAIRMAN OF THE COUNCIL   T. RASK", "Secretary: T. Rask"."""

SIGNING_OFFICE = re.compile(
    r"(?P<office>(?:the )?(?:(?:acting|deputy|vice|first|general|honorary|presiding|recording|executive)[ -])*"
    r"(?:chair(?:man|woman|person)?|president|secretary|secretary[ -]general|clerk|director|premier|"
    r"(?:prime )?minister|speaker|rapporteur|teller|returning officer|scribe|registrar|governor|ambassador|head|"
    r"commander|chief)"
    r"(?: of (?:the )?[^:.!?;]{2,60})?|for the [^:.!?;]{2,60})\s*:\s*(?P<name>\S.{0,60})",
    re.I,
)
"""Office and signer on one line at the foot of minutes: "Chairman: Lund", "For the Government of Velmaria: K. Rask"."""

ADDRESS = re.compile(
    r"(?:his|her|their)\s(?:excellenc|majest|highness|eminence|holiness)|the\s(?:right\s)?hono[u]?rable\b", re.I
)
"""Where the address of the addressee begins, at the foot of a letter."""

ADDRESSED_TO = re.compile(
    r"(?:(?:to )?(?:(?:the|his|her|their)\s)?(?:right\s|rt\.?\s)?(?:hon(?:ou?rable|ble)?\b\.?|excellenc(?:y|ies)|"
    r"majesty|highness|lordship)\s?,?[^\n]{0,120}|(?:to )?(?:[A-Z][\w’'.-]*,? ){1,6}esq(?:uire|re?)?\b\.?[^\n]{0,80}|"
    r"(?:to )?messrs\.? [^\n]{3,80}|[^\n.]{3,80},\s&c\.[^\n]{0,30})",
    re.I,
)
"""The addressee as named at the foot of a letter: "Hon. T. Vale, Secretary of State", "A. B. Cole, Esq., &c., &c."."""

CAPITALS_NAME = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][A-ZÀ-ÖØ-ÞĀ-ŽА-Я’'\-.]*\s?){1,4}")
_SHORT = r"(?:Wm|Thos?|Chas|Geo|Jas|Jos|Jno|Saml|Benj|Robt|Richd|Edwd?|Alexr?|Danl|Nathl|Jona|Theo|Fredk|Abm|Hy|Fr)\.?"
"""Christian names cut short, as old hands write them."""
PLAIN_NAME = re.compile(
    rf"(?:(?:Cde|Com|Mr|Mrs|Ms|Dr|Gen|Col|Prof|Sir|Lt|Capt|Maj|U)\.?\s)?(?:{_SHORT}|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]+|[A-Z]\.)(?:\s(?:{_PARTICLE}\s)?"
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]+|[A-Z]\.)){0,4}"
)

DOCKET = re.compile(
    r"(?:dictated|recorded|written down|taken down|noted down|drafted|typed|printed|prepared|compiled|executed|"
    r"copied|certified|verified|"
    r"registered|transcribed|interpreted|translated|checked|cleared|reviewed|authenticated|received|sent|dispatched|despatched|"
    r"filed|stenographed|(?:first )?published|"
    r"minuted|approved|confirmed|this (?:cable|telegram|letter|note|report|document) was \w+|"
    r"(?:record|minutes|notes|transcript)\s(?:made|kept|taken|prepared))"
    r"(?:\s+and\s+\w+)?\s*(?:(?:by|on|from|in|to|at|for|down by)\b|:|(?=\d{1,2}[./]\d)).{0,100}"
    r"|(?:enclosures?|attachments?|encls?)\.?|(?:enclosures?|attachments?|encl\.?|annex(?:es)?)\s?:.{0,100}|(?:correct|authentic|certified|true|"
    r"verified)\s?:.{0,60}"
    r"|(?:true|certified|authentic) copy\b.{0,60}|(?:copy|copies) (?:is |are )?(?:correct|certified|"
    r"true)\b.{0,60}|typist\b.{0,60}"
    r"|(?:written|composed|drawn up|minutes|notes?|record) by\b.{0,80}|written in [A-Z][a-z]+\b.{0,160}"
    r"|written\s(?:(?:on|in|at|about) )?(?:[A-Z]\w+ )?\d.{0,60}"
    r"|(?:endorsed|endorsement|docketed|addressed|superscribed)\s?:.{0,200}"
    r"|(?:sworn|subscribed|affirmed)(?: (?:to|and) \w+)?(?: to)? before me\b.{0,80}"
    r"|(?:outgoing|incoming|ref(?:erence)?|reg(?:istration|istry)?|archive|file|case)\.?\s*(?:number\b|no\.?|nº|"
    rf"№|#).{{0,60}}|{elsewhere.DOCKETS}",
    re.I | re.S,
)
COPIES = re.compile(
    r"(?:\(?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"twenty|several|single|only)"
    r"\)?(?:\s+\w+)?\s+cop(?:y|ies)\b.{0,100}"
    r"|(?:printed|typed|made|issued|prepared|produced|executed|reproduced)\s+in\s+[\w\s]{1,24}\s*cop(?:y|ies)\b.{0,80}"
    r"|cop(?:y|ies)\s+(?:were\s+|was\s+)?(?:printed|typed|made|sent|to|distributed)\b.{0,100}|"
    r"distribution(?: list)?\s*:?.{0,40}"
    r"|(?:cc|c\.c\.|copies|copy)\s?:\s?.{0,100}|distributed to\b.{0,80}|mailing list\s*:?"
    rf"|(?:{elsewhere.DISTRIBUTED})\s?:.{{0,100}}|(?:extracts? )?sent to\s*:.{{0,100}}",
    re.I | re.S,
)
DISTRIBUTION_HEAD = re.compile(
    r"(?:distribution(?: list)?|distributed to|mailing list|recipients|sent to|"
    r"(?:received|read|seen) by|cop(?:y|ies) (?:sent )?to|"
    rf"copies|cc|c\.c\.|{elsewhere.DISTRIBUTED})\s*:?"
    r"|(?:\d{1,3}|[a-z]+) copies (?:were )?(?:sent|distributed|made)(?: to)?:?",
    re.I,
)
"""The line over a list of those who get a copy."""
TYPIST = re.compile(r"(?=[\w./\-]*[\-/.])(?=[\w./\-]*[a-z])[\w.]{1,10}(?:[\-/.]\s?[\w.]{1,10}){1,3}")
DISTRIBUTION = re.compile(
    rf"(?P<sign>(?:cop(?:y|"
    rf"ies)\s+)?(?:{NUMBER_SIGN}\s?)?(?P<n>\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}}|st\b|nd\b|rd\b|th\b)?)"
    r"(?:\s?(?:cop(?:y|ies)|ex\.|exemplars?))?"
    r"\s?(?:[-–—.):]|[x×](?=\s)|\s(?=to\s))\s*)(?P<words>\S.{0,120})",
    re.I,
)
"""One line of a distribution list: "1 – to file", "Nº 2 – to the Deputy Minister", "2 copies – addressee"."""
DISTRIBUTION_WORDS = re.compile(
    r"(?:to|for|in|into|at)\s|file\b|a/a\b|ad acta|addressee|archive|cde|comrade|secretariat|embassy|ministry|"
    r"department|mr\.|reserve|gen\.|genosse|ablage|herrn?\b|m\. (?-i:[A-Z])",
    re.I,
)

POSTSCRIPT = re.compile(formulas.POSTSCRIPT, re.S)

ENCLOSURE = re.compile(
    r"\(?(?:(?:sub-?)?(?:attachment|annex|appendix|enclosure|inclosure)|supplement|addendum|"
    r"attached document|enclosed document|annexe|tab(?= (?:\d|[A-Z])\b))s?"
    r"(?:\s*(?:(?:No\.?|Nº|№|#|number)\s*)?[“\"‘']?(?:\d{1,3}|[IVX]{1,5}|[A-F])\b[”\"’']?)?\)?,?\s*(?:[.:\-–—]\s*\S.{0,200}|(?:to|"
    r"on|in)\s.{0,200}|)",
    re.I | re.S,
)
ENCLOSED_TEXT = re.compile(
    r"(?:(?:the|a|our|my)\s+)?(?:proposed |possible |preliminary |first |rough )?(?:draft|text|ideas|thoughts|"
    r"outline|wording|copy|"
    r"translation|considerations|points|theses|suggestions|proposals?)\b.{0,40}?\b(?:of|for|to|on|from)\b.{0,160}",
    re.I | re.S,
)
ENCLOSED_KIND = re.compile(
    r"\b(?:letter|telegram|reply|answer|resolution|message|note|decree|decision|statement|instructions?|appeal|"
    r"agreement|treaty|"
    r"protocol|speech|memorandum|directive|communiqu[eé]|cable|invitation|declaration|proposal)\b",
    re.I,
)
"""Heads of enclosed documents; the second kind counts only with the third."""

FIELDS = {
    "from": "from", "to": "to", "via": "via", "through": "via", "thru": "via", "subject": "subject", "re": "subject",
    "object": "subject", "index": "reference", "reel": "reference", "box": "reference",
    "contents": "subject", "content": "subject",
    "topic": "subject", "theme": "subject", "ref": "reference", "reference": "reference",
    "our ref": "reference", "your ref": "reference", "ref. no": "reference", "ref no": "reference",
    "references": "reference", "attention": "addressee", "attn": "addressee", "addressee": "addressee",
    "memorandum for": "to", "memo for": "to", "memorandum to": "to", "memo to": "to", "subj": "subject",
    "for information": "to", "drafted": "reference", "file": "reference",
    "file no": "reference", "file ref": "reference", "action": "to", "for": "to", "by": "from", "sent by": "from",
    "addressed to": "addressee", "re:": "subject", **elsewhere.FIELDS,
    "cc": "to", "info": "to",
    "destination": "to", "to whom": "to", "level": "precedence", "urgency": "precedence", "priority": "precedence",
    "precedence": "precedence", "classification": "classification",
    "copy to": "to", "copies to": "to", "copies": "to", "c.c.": "to", "sender": "from", "recipient": "to",
    "telegram from": "from", "cable from": "from", "recipients": "to",
}  # fmt: skip
"""Labels of a letter's or telegram's head, and the type of seg each becomes."""

HANDLED = {
    "received": "received-date", "rec'd": "received-date", "recd": "received-date", "arrived": "received-date",
    "sent": "sent-date", "dispatched": "sent-date", "despatched": "sent-date", "transmitted": "sent-date",
    "processed": "handled-date", "decoded": "handled-date", "deciphered": "handled-date", "issued": "handled-date",
    "dated": "sent-date", "received in registry": "received-date", "date received": "received-date",
    "time of dispatch": "sent-date", "time of receipt": "received-date", "date of receipt": "received-date",
}  # fmt: skip
"""Labels of when a telegram was sent or received, and the field of the header each fills."""

SETTING_LABELS = frozenset(
    {"time", "date", "place", "location", "participants", "present", "attendees", "attended by",
     "in attendance", "venue", "reporter", "prepared by", "also present", "those present", "interpreter",
     "interpreters", "note taker", "notetaker", "recorder",
     "absent", "agenda",
     "from the soviet side", "source", "duration", "day", "where", "when"}
)  # fmt: skip
"""Labels of lines about the setting, which others read; they neither belong to the frame nor end it."""
