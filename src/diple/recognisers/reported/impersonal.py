"""Sentences of minutes that are nobody's words: decisions, acts of a body, what was felt in general, remarks."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants import elsewhere

_ADVERBS = (
    r"(?:(?:so|then|also|further|next|thereupon|thus|finally|unanimously|hereby|has|have|had|therefore|"
    r"\w+ly),?\s+){0,3}"
)
_DECIDED = (
    r"(?:decided|decides|resolved|resolves|agreed|agrees|approved|approves|adopted|adopts|instructed|instructs|"
    r"takes? note|took note|invited|invites|authori[sz]ed|authori[sz]es|endorsed|endorses|rejected|rejects|concluded|"
    r"heard|hears|considered|considers|discussed|discusses|elected|elects|appointed|appoints|requested|requests|"
    r"voted|votes|noted|notes|passed|confirmed|confirms|recommended|recommends|adjourned|postponed|had before|"
    r"(?:was|were) (?:informed|asked|invited|adjourned|suspended|resumed|opened|closed|of opinion|called to order))"
)
_BODY = (
    r"(?i:cabinet|bureau|committee|council|commission|board|presidium|politburo|secretariat|meeting|plenum|conference|"
    r"congress|assembly|senate|sitting|session)(?: of (?:the )?[A-Z][\w ]{1,50}?)?"
)
_ALL = (
    r"(?:All|Everyone|Those present|(?:Both|All) (?:sides|parties|delegations|members)|The (?:two )?(?:sides|parties|"
    r"members|ministers|delegations|participants))"
)
_SETTLED = (
    r"agreed|granted|approved|accepted|adopted|received|admitted|permitted|allowed|refused|declined|deferred|postponed|"
    r"referred|noted|left|passed|confirmed|sanctioned|dismissed|discussed|rejected|lapsed|lost|filed|withdrawn|"
    r"laid on the table|laid over|authori[sz]ed|seconded|defeated|tabled|acknowledged"
)
"""What became of a matter, as minutes say it without a subject: "Granted.", "Left to the committee."."""
_WHO = r"(?:(?:Cde|Com|Comr|Mr|Mrs|Dr|Cllr|Bro|Rev|Revd|Sgt|Capt|Col|Hon|Prof)\. ?|[A-Z]\.\s?|[^.,;:])"
"""A letter of what is said of somebody, or an abbreviation with its full stop."""
_SENTENCES = (
    r"(?:(?:As|With|In|On|After|Following|Finally|Thus)\b[^.;]{0,90},? )?[Ii]t (?:is|was|has been|had been) "
    rf"{_ADVERBS}(?i:agreed|arranged|resolved|decided|stated|noted|pointed out|suggested|generally|mentioned|recalled|"
    r"recommended|explained|argued|urged|left|felt|emphasi[sz]ed|proposed|recogni[sz]ed|understood|reported|moved|"
    r"ordered|directed|put to the vote|(?:answered|objected)(?= (?:by [a-z ]{3,30},? )?that\b)|"
    r"carried|approved|granted|lost|unanimous|"
    r"held(?= that| on\b))\b",
    rf"(?:The|THE|This) (?:[\w’'.\-]+ ){{0,4}}?{_BODY}\s*(?:[:—–-]|$|{_ADVERBS}{_DECIDED}\b)",
    r"(?:Up)?[Oo]n (?:an?|the|being|going)\b[^.;]{0,60}?\b(?:division|vote|show of hands|ballot|poll|put)\b",
    r"(?:Moved|Resolved|RESOLVED|Ordered|ORDERED|Carried|CARRIED|Voted|VOTED|Read)\b(?! on\b| out\b)",
    rf"{_ALL} {_ADVERBS}(?:agreed|were|was|approved|voted|exchanged|discussed|raised their glasses|rose|signed)\b",
    r"(?i:resolved|decided|decision|resolution|adopted|agreed|conclusions?|voting)\s*:",
    r"In (?:the |a |an )?(?:further |ensuing |general |subsequent |brief |short )?discussion,?"
    r"(?: it was|,? the following|\s*[:—–-]|$)",
    r"(?:On this |Thereupon |Here )?[Tt]here (?:was|followed|ensued|arose|then followed) (?:no |a |an |some |further |"
    r"general )?(?:\w+ )?(?:discussion|exchange|pause|silence|agreement|debate)\b",
    r"\((?=[^()]*\b(?:our|my|we|us)\b)[^()]*\)\.?$",
    r"(?:He|She) (?:also |then )?(?:did not |was visibly |was obviously )?(?:seem|appear|look|smil|laugh|nod|shrug|"
    r"sigh|hesitat|paus)(?:e|ed|ged|ded)?\b(?! (?:and|that|to (?:have|be)|at|into|for|before|forward)\b)",
    r"A (?:discussion|vote|pause|silence|debate)\b[^.]{0,40}\b(?:followed|ensued|was taken)\b",
    r"(?:The )?[Nn]ext (?:meeting|session|sitting)\b",
    r"No (?:(?:further|other|more) )?(?:matters?|questions?|issues?|points?|business|subjects?)\b[^.;]{0,40}? "
    r"(?:was|were) (?:discussed|raised|touched|brought)\b",
    rf"(?:The )?{_WHO}{{3,60}}? (?:is|was|has been) (?:then )?given the floor\b",
    rf"(?:Ad \d{{1,2}}[.)] )?(?![^.;:]{{0,60}}\b(?i:that|said|if|when|whether|he|she|they|i|we)\b){_WHO}{{0,60}}?"
    r"\b(?i:motions?|proposals?|amendments?|resolutions?|suggestions?|announcement|application|draft|minutes|agenda|"
    r"report)(?: of [^.,;:]{3,50})? (?:on [^.,;:]{3,50} )?(?:was|were|is|are) (?:then |also |unanimously |not )?"
    r"(?:postponed|adopted|carried|rejected|lost|accepted|approved|passed|withdrawn|put to the vote|"
    r"taken (?:in)?to (?:consideration|account|note)|confirmed|tabled|deferred|seconded)\b",
    rf"{_WHO}{{3,160}}? (?:is|was|were|are) (?:then )?under (?:discussion|consideration)\b",
    r"(?:The )?(?:[Mm]otion|[Aa]mendment|[Rr]esolution)s? (?:was |were )?(?:then )?"
    r"(?:passed|carried|failed|lost|prevailed)\b",
    r"The (?:first|second|third|next|last|following|only) speakers? (?:was|is|were)\b",
    r"(?:The |A )?(?:[Vv]otes?|[Vv]oting|[Vv]oted)(?: (?:on|for|against) [^:]{3,80})?\s?:",
    r"(?:For|In favou?r|Those in favou?r|Against|Abstain(?:ed|ing)|Abstentions?)\s?[:—–-]\s?(?:\d|[A-Z]|none|nobody)",
    elsewhere.DECISIONS,
    r"(?:The )?(?:minutes|protocol|record|accounts?|letters?|motions?|report)\b[^.;,:]{0,40}? (?:was|were) "
    r"(?:then |also )?(?:read|laid|signed|approved|closed|examined|passed)\b",
    rf"(?=[A-Z]){_WHO}{{2,50}}? (?:moved|proposed),? and {_WHO}{{2,50}}? seconded\b",
    rf"{_WHO}{{2,50}}? (?:received|obtained|polled|got) (?:\d+|[a-z]+) votes?\b",
    rf"(?!(?:He|She|They|I|We|It)\b)(?=[A-Z]){_WHO}{{2,50}}? (?:was|were) (?:then |duly |unanimously |re-?)*(?:elected|"
    r"appointed|called in|admitted|excused|thanked by)\b(?! (?:in|on|by) (?:\d|the))",
    rf"(?!(?:He|She|They|I|We|It)\b)(?=[A-Z]){_WHO}{{2,50}}? (?:then |here |now )?(?:withdrew|took the chair|left the "
    r"(?:room|meeting|hall|table|chair)|entered the (?:room|hall)|took (?:his|her|their) seats?)\b",
    rf"(?:(?:Unanimously|Duly|Then|Also|So|Not) )?(?i:{_SETTLED})(?:[.!]?$|\.? \(|"
    r"[,:;]? (?:to|until|till|for|by|as|subject|unanimously|nem|without|with|upon|on|in principle|up|at|and|[Ff]rom"
    r"|one|two|half|[\d£$]))",
    r"(?i:agreed|ordered|resolved|decided|voted) (?:(?:also|further|unanimously|then|likewise) )?(?:that|to|by|upon)\b",
    r"(?:An?|One|Another|Several|Some|Many|Two|Three) (?:other )?(?:of the )?"
    r"(?:members?|delegates?|speakers?|voices?|others?|comrades?|brothers?|ratepayers?|shareholders?|parishioners?|"
    r"residents?|settlers?|men|women)(?: present| of [^.,;]{3,40})? (?:then |also )?"
    r"(?:asked|said|thought|objected|called|cried|spoke|wished|wanted|proposed|moved|suggested|remarked)\b",
    rf"(?!(?:He|She|They|I|We|It|This|That)\b)(?=[A-Z]){_WHO}{{2,50}}? (?:was|were) (?:then |also )?asked "
    r"(?:what|whether|if|how|why|who|when|where|for|about|to)\b",
    r"(?:The )?(?:Further )?(?i:amendment|motion|counter-motion|addendum)(?: to [^.;,:]{3,40})?[,:] ",
    r"So (?:amended|corrected|altered|completed|revised|modified),? (?:it|they|he|she|the)\b",
    r"The (?:atmosphere|tone|mood|climate|tenor)\b[^.;]{0,80}? (?:was|were|remained|had been)\b",
    r"(?:To|In) (?:certify|witness|attest|certification|attestation|testimony|faith)\b[^.;]{0,80}?"
    r"\b(?:minutes|protocol|record|whereof|which)\b",
    r"(?:This|That|So much) (?:was|is) (?:then |also |unanimously )?(?:agreed|approved|accepted|decided|resolved)\b",
    r"(?:The|This|These|Those|His|Her|Their) (?:information|messages?|statements?|remarks?|communication|requests?|"
    r"words?|suggestions?|proposals?|letters?|texts?)\b[^.;,]{0,80}? (?:was|were) (?:then |also )?"
    r"(?:noted|taken|received|accepted|passed|handed|delivered|transmitted|listened)\b",
)
"""How a sentence begins that is nobody's: a decision, a body's act, what was felt in general."""
_REMARKS = (
    r"(?:My |Our |The |Some |General |Personal |Own )?(?:\w+ )?(?i:impressions?|comments?|remarks?|conclusions?|"
    r"suggestions?|recommendations?|proposals?|evaluation|assessment|note|summary)(?: (?:of|by|on) [^.:]{3,50})?\s*:",
    r"(?:My|Our) (?:own |personal |general )?(?:impression|feeling|conclusion|assessment) is\b",
    r"(?:\w ){4,}\w\s*:?\s*$",
    r"(?:Session|Sitting|Item|Point) (?:[IVX]{1,4}|\d{1,2})\s?[:.–—-]",
    r"(?:Re|Ad|Zu|(?:Re |Ad |Zu |To |On )(?:[Aa]genda )?(?:[Ii]tem|[Pp]oint|[Pp]unkt)|TOP) "
    r"(?:[IVX]{1,4}|\d{1,2}[a-z]?)\s?[:–—]",
    r"(?i:responsible|verantwortlich|deadline|termin|time limit|to be reported by|execution|actions?|action by)\s?:",
    r"[(\[][^()\[\]]{3,300}[)\]]\.?\s*$",
    rf"{elsewhere.DRAFTERS}",
    r"(?:The|A|An|This|His|Their) (?:[a-z]+ ){0,2}(?:letters?|telegrams?|petitions?|circulars?|notes?|wires?|reply|"
    r"notice|communications?|estimates?|tenders?|applications?)(?: (?:from|of|by) [^.;,]{3,60}?)? "
    r"(?:stated|said|says|states|reported|asked|announced|"
    r"(?:was|were|is|had been) (?:then |also )?(?:read|handed|laid|received|tabled|opened))\b",
    r"(?:The|This) (?:\w+ )?(?:session|meeting|sitting|conversation|talk|conference) (?:was )?(?:then )?(?:suspended|"
    r"adjourned|resumed|interrupted|broke up)\b",
)
"""How a whole paragraph begins that is its drafter's and no party's: a remark on the talk, a heading, a stage."""

_LEAD = re.compile(
    r"(?:(?:In|At|By|With|On|After|Before|During) (?:(?:the|this|that|these|a) )?[a-z][a-z ]{2,40}?|"
    r"Finally|Then|Thereupon|Next|Lastly|Afterwards?|Thereafter|Subsequently|Accordingly),? "
    r"(?=(?:both|all|everyone|those present|the|it|no|a) )"
)
"""What stands before the subject of a sentence: "In conclusion", "After a short break"."""
_IMPERSONAL = tuple(re.compile(pattern) for pattern in _SENTENCES)
_OWN = tuple(re.compile(pattern) for pattern in _REMARKS)


def opens_decision(sentence: str) -> bool:
    """Tell whether a sentence gives a decision behind a word and a colon: "Decided: Holm speaks to him"."""
    return _DECISION.match(sentence) is not None


_DECISION = re.compile(
    r"(?i:resolved|decided|agreed|ordered|decisions?|resolution|actions?|voted)\s?:|"
    r"(?:Further )?(?:Amendment|Motion)[,:] "
)


def is_impersonal(sentence: str) -> bool:
    """Tell whether a sentence of minutes is nobody's words: a decision, a body's act, what was felt in general."""
    lead = _LEAD.match(sentence)
    rest = sentence[lead.end() :] if lead else ""
    return any(
        pattern.match(words) for words in (sentence, rest[:1].upper() + rest[1:]) if words for pattern in _IMPERSONAL
    )


def is_drafters(paragraph: str) -> bool:
    """Tell whether a paragraph is its drafter's own: a remark on the talk, a heading, what happened in brackets."""
    return any(pattern.match(paragraph) for pattern in _OWN)
