"""The words by which minutes report speech: verbs, what stands between subject and verb, what makes no subject."""

from __future__ import annotations

from diple.recognisers.participants import elsewhere
from diple.recognisers.participants.wording import longest_of, vocabulary

_TOLD = vocabulary("""
    acknowledged acknowledges added adds admitted advised advises affirmed agreed agrees announced announces
    answered answers apologized appealed approved argued asked asks asserted assessed assured assures believed
    believes briefed characterized cited cites clarified commented comments complained complains concluded concludes
    confessed confirmed confirms congratulated conjectured considered considers continued continues conveyed conveys
    countered criticized criticizes declared declares declined demanded denied denies described describes disagreed
    disagrees dwelled dwelt elaborated emphasised emphasized emphasizes enquired estimated evaluated exclaimed
    explained explains expounded expressed expresses familiarised familiarized felt greeted hinted hoped illustrated
    indicated informed informs inquired inquires insisted insists interjected interposed opposed seconded interjects
    interrupted interrupts invited invites joked jokes lamented maintained mentioned mentions mused narrated noted
    notes objected objects observed observes offered offers opined outlined pointed posed praised predicted
    presented pressed proceeded promised proposed proposes protested protests quipped quoted quotes raised raises
    read reaffirmed recalled recalls recommended recommends recounted recounts referred refers reiterated reiterates
    rejected rejects related remarked remarks reminded reminds repeated repeats replied replies reported reports
    requested requests responded responds restated retorted retorts revealed said says shared shares showed shows
    speaks spoke stated states stipulated stressed stresses submitted suggested suggests summarised summarized
    summarizes summed supported supports surmised tells thanked thanks thinks thought told touched underlined
    underlines underscored underscores urged urges voiced volunteered warned warns welcomed welcomes wished wishes
    wondered wonders accused advocated alluded assented asserted averred boasted cautioned challenged claimed
    conceded confided contended concurred concurs contested corrected deplored disclosed disputed doubted endorsed
    enumerated favored favoured feared guessed implied insinuated intervened intimated justified pleaded pledged
    preferred queried questioned reasoned reassured recapitulated refused refuted regretted rejoined remonstrated
    specified speculated ventured vowed adverted alleged analysed analyzed apologised attacked attributed begged blamed
    castigated characterised commended compared condemned contrasted criticised defended denounced discussed
    elucidated enlarged exhorted extolled lauded listed marveled marvelled mocked postulated proclaimed
    proffered provided reckoned recognised recognized reflected reviewed scoffed sketched summarised swore
    sympathised sympathized testified theorized toasted traced yielded lectured launched undertook directed
    instructed ordered ruled transmitted relayed
    named retracted reverted recanted rebutted rebuked reproached reprimanded interpolated ejaculated expatiated
    expostulated dilated digressed discounted dismissed dissented demurred deprecated entreated implored exhorted
    inferred instanced likened minimised minimized notified owned parried persisted pleaded prayed predicted premised
    prophesied recited scolded solicited speculated subscribed threatened vouched vouchsafed whispered acquiesced
    apprised canvassed supplemented supplements chided complimented commiserated cross-examined bade conjured
    forecast foresaw insinuated shouted muttered murmured grumbled quibbled hedged exulted bemoaned sided
    theorised tendered vented
""")
"""Verbs whose subject is reported, most of them in the past."""


def _present(past: str) -> set[str]:
    """Return what may be the third person of a verb in -ed: acknowledged, added, submitted, replied."""
    if past.endswith("ied"):
        return {past[:-3] + "ies"}
    return {past[:-1] + "s", past[:-2] + "s", past[:-3] + "s"} if past.endswith("ed") else set()


VERBS = _TOLD.union(vocabulary(elsewhere.VERBS), *map(_present, _TOLD))
"""Verbs whose subject is reported; their forms in the past and in the present of minutes."""

VERB_PHRASES = (
    "began by", "begun by", "began with", "begged leave", "begged to", "could not agree", "could not share",
    "could not accept",
    "desired to know", "delivered a report", "gave a report", "made a report", "shared the view",
    "shared the opinion", "reserved his", "reserved her", "took the position", "took the view", "was prepared to",
    "brought up", "called attention", "called for", "closed by", "concluded by", "drew attention",
    "drew the attention", "ended by", "familiarized himself", "finished by", "gave a brief", "gave a detailed",
    "gave a high", "gave a positive", "gave an account", "gave an overview", "gave as an example", "gave assurances",
    "gave his agreement", "gave his approval", "gave his consent", "gave her consent", "gave a promise",
    "gave to understand", "backed", "spoke against", "spoke for", "spoke in favor", "spoke in favour", "was against",
    "was in favor", "was in favour", "gave examples", "gave his opinion", "gave his view", "gave his views",
    "gave information", "gave the following", "gives", "had in mind", "held that", "is of the opinion", "laid out",
    "laid before", "followed on the same", "followed in the same", "spoke in the same", "spoke on the same",
    "lays before",
    "lays out", "let it be known", "made a statement", "made clear", "made it clear", "made the following",
    "made the point", "made the remark", "moved on to", "moved that", "moved the", "moved for", "opened by",
    "opened the conversation", "opened the discussion", "opened the session", "opened the meeting", "passed to",
    "points out", "put a question", "put forward", "put the question", "replied in the affirmative", "returned to",
    "set forth", "set out", "started by", "took note", "took the floor", "turned to", "turned to the",
    "turned to the question", "wanted to know", "wants to know", "was interested", "was interested in",
    "was of the opinion", "was pleased", "went on", "would like", "went over", "went into", "made reference",
    "made mention", "made known", "made some remarks", "made a few remarks", "made a few comments", "made the comment",
    "made the observation", "made a proposal", "made the proposal", "made the suggestion", "laid stress",
    "laid emphasis", "put emphasis", "placed emphasis", "put it to", "dealt with", "took the line", "took issue",
    "took exception", "gave it as", "gave the council", "gave the committee", "gave an outline", "gave a survey",
    "gave a summary", "gave a description", "gave his assessment", "gave his impressions", "gave the reasons",
    *(f"{verb} {oneself} to" for verb in ("limited", "confined", "restricted")
      for oneself in ("myself", "himself", "herself", "themselves", "ourselves")),
    "saw no", "saw little", "saw some", "saw great", "had no", "had nothing", "had some doubts", "had doubts",
    "had reservations", "found it", "called on", "came back to", "came out", "spoke of", "spoke about",
    "hat Bedenken", "hat rechtliche Bedenken", "hat Zweifel", "hat keine Einwände", "hat keine Bedenken",
    "withdrew his", "withdrew her", "withdrew its", "withdrew the",
    "put the figure", "put the number", "put the cost", "put the loss", "put the case", "put in a word", "put in that",
    "put in", "let fall", "let drop", "let slip", "let it be understood", "gave notice", "gave warning", "gave vent",
    "gave reasons", "gave figures", "gave the figures", "went so far as", "made light of", "made no secret",
    "made bold", "made much of", "made an appeal", "made a plea", "made objection", "made objections",
    "made reservations", "made a reservation", "made the request", "made the suggestion", "had heard", "had to admit",
    "had to confess", "had to say", "was obliged to", "was compelled to", "was forced to", "was constrained to",
    "was bound to", "was inclined to", "was at one with", "was in agreement", "was in complete agreement",
    "was in sympathy", "was averse", "was emphatic", "was positive", "was adamant", "was categorical",
    "came to speak", "came to the question", "came to the conclusion", "drew the conclusion", "drew a comparison",
    "drew a parallel", "drew a distinction", "drew a picture", "took the opportunity", "took occasion",
    "took a different view", "took the same view", "took the contrary view", "took up the", "took up this",
    "expressed himself", "expressed herself", "broke in", "cut in", "chimed in", "joined in", "burst out",
    "held forth", "held the view", "held the opinion", "held it", "threw in", "threw doubt", "ran through",
    "summed up", "spoke up", "stood by", "stuck to", "wound up", "went back to", "got up and said", "rose to say",
    "rose to a point", "rose to object", "rose to ask", "rose to move", "begged pardon", "called in question",
    "called into question", "cast doubt", "lodged a protest", "lodged a complaint", "entered a protest",
    "entered a caveat", "associated himself", "associated herself", "dissociated himself", "dissociated herself",
    "pronounced himself", "pronounced against", "pronounced for", "declared himself", "declared for",
    "declared against", "sought to know", "sought information", "sought clarification", "sought an assurance",
    "sought assurances", "was understood to say", "was heard to say", "was understood to have said",
)  # fmt: skip

STATES = (
    r"(?:(?:was|were|is) (?:(?:not|also|quite|very|rather|fully|entirely|still|most|much|somewhat|so|too|certainly|"
    r"himself|herself|personally|in general|on the whole|by no means)\s+){0,3}"
    r"(?:inclined|disposed|anxious|glad|sure|certain|convinced|confident|doubtful|reluctant|concerned|sorry|surprised|"
    r"opposed|sceptical|skeptical|afraid|unable|ready|willing|unwilling|prepared|aware|unaware|satisfied|dissatisfied|"
    r"impressed|troubled|disturbed|worried|struck|persuaded|hopeful|eager|grateful|happy|unhappy|at a loss|at pains|"
    r"of (?:the|this|that|like|a different) (?:same )?(?:opinion|view|belief|mind))|"
    r"(?:did|does|could|would|can) not (?:(?:really|himself|herself|personally|quite|at all)\s+)?"
    r"(?:think|believe|agree|consider|see|know|share|like|want|wish|favou?r|feel|understand|object|dispute|accept|deny|"
    r"recall|remember|rule out|exclude|doubt|say|mean|regard|intend|expect|comment|approve|support|recommend|propose|"
    r"conceal|hide|contest|answer|reply|insist|press|mind|regret|reveal|specify|elaborate|name|explain|pretend|contradict|"
    r"go into|go so far|touch|mention|suppose|imagine|find|feel able|hesitate|fail|omit|care|hold|ask|advise|admit)|"
    r"did not express|drew (?:\w+[’']s? |the \w+[’']s? )?attention)"
)
"""What somebody is, or does not think, as minutes have it for what somebody says."""

WEAK_VERBS = vocabulary(
    "believed considered continued felt presented proceeded read shared showed shows thinks thought"
)
"""Verbs that go on with a report but hand nothing over in mid-paragraph."""

BETWEEN = (
    r"(?:(?:then|also|again|further|next|first|later|in (?:reply|response|conclusion|turn|his turn|addition|passing|"
    r"this connection|particular)|(?:for|on) (?:his|her) part|once more|once again|again and again|thereupon|"
    r"therefore|thus|here|so|very|"
    r"quite|afterwards|at length|in detail|on (?:behalf|instructions) of [^,.]{3,60}|[a-z]+ly|"
    r"has|had|did not|could not|would)\s*,?\s*){0,4}"
)
"""Adverbs between a subject and its verb."""

_NO_REPORT = (
    r"(?!(?:\s+\w+){0,3}\s+as follows\s*:)"
    r"(?!\s+(?:(?:a|the|his|another)\s+toast|for (?:an?|the|this) (?:appointment|meeting|talk|conversation|audience|"
    r"visit|interview))\b)"
    r"(?!\s+(?:the|this) (?:meeting|session|sitting|assembly|proceedings|conference) (?:open|closed|"
    r"adjourned|suspended|at an end|over|resumed|ended)\b)"
)
_SHOWN = r"(?!(?:showed|shows|read|reads|handed|hands) (?:him|her|them|me|us)\b)"
"""What somebody does with a paper, and does not say: "shows him a copy"."""
_MATTER = (
    r"(?:(?:on |upon |of |to |out |in |as )?(?:the|his|her|their|a|an|some|great|no) (?:[a-z]+ )?(?:point|fact|view|"
    r"opinion|hope|fear|belief|conviction|impression|wish|regret|concern|surprise|doubt|suspicion|expectation|feeling|"
    r"condition|ground|assurance|thesis|certainty|confidence|astonishment|reservation|proviso|understanding) )"
)
_CLAUSE = (
    r"(?!(?:enter|visit|cross|us|sign|receiv|attend|open|clos|reach|pass|load|carri|call|arriv|remember|return|happen|"
    r"occurr|need|work|want)ed\b)"
    r"[a-z]{3,}ed(?: (?:it|out|in|home|back|clear|plain|him|her|them|me|us|himself|herself))?"
    r"(?: (?:to|before|upon|on|against) (?:[\w’'.-]+ ){0,3}?[\w’'-]+)?,? "
    rf"{_MATTER}?(?:that|whether|why|how)"
)
"""Whatever verb with a clause behind it that gives what is said: "hammered home to the Board the point that"."""
VERB = rf"(?P<verb>{_SHOWN}(?:{STATES}|{longest_of([*VERB_PHRASES, *VERBS])}|{_CLAUSE})\b{_NO_REPORT})"
"""The verb of a sentence that reports, as the group ``verb``."""
_FROM = (
    r"(?: (?:of|from|for|representing|on behalf of) (?:the |our )?[A-Z][\w’'&.-]*"
    r"(?: (?:of |and |the |de |& )*[A-Z][\w’'-]*){0,5})?"
)
_ASIDE_LETTER = r"(?:[^,.;]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr))\.|(?<=\b(?:Bro|Rev|Cde|Mrs))\.)"
ASIDE = rf"{_FROM}(?:\s*\([^()]{{2,80}}\))?(?:\s*,{_ASIDE_LETTER}{{2,160}},)?"
"""What may stand between a subject and its verb: of what somebody is, or what is in commas or brackets."""

FIRST_ACTS = (
    r"(?:was called in|was admitted|attended|appeared|"
    r"called|came|arrived|opened|smiled|laughed|nodded|paused|began|rose|listened|looked|read|turned|sat down|"
    r"stood up|interrupted|agreed|disagreed|took|handed|welcomed|greeted|thanked|visited|apologi[sz]ed|shrugged|sighed|"
    r"calls|comes|arrives|opens|smiles|laughs|nods|pauses|begins|rises|listens|looks|reads|turns|sits down|stands up|"
    r"interrupts|agrees|disagrees|takes|hands|welcomes|greets|thanks|visits|apologi[sz]es|shrugs|sighs)\b"
)
"""What somebody does before "and said"."""

CALLED = (
    r"(?:then |again |also )?(?:called|came|telephoned|phoned|rang|dropped in|asked to see|visited|received|invited|"
    r"summoned|sent for)\b[^.;]{0,60}?\b(?:me|us|my|(?:his|her|their) (?:own )?request|appointment|to see|today|"
    r"this (?:morning|noon|afternoon|evening))\b"
)
"""How the author's partner came to the talk: "called at his request"."""

NO_SUBJECT_AFTER = vocabulary("""
    about according after against and as asked at because before between by congratulate during for from how if
    in informed into like meet met near of on over said since than thank thanked that the through to told toward
    towards under until upon visited when where whether which while who whom whose why with without
""")
"""Words right before a name that make it an object, or the subject of a clause that does not report (lower case)."""

TITLES = (
    r"(?:(?:[Cc]omrades?|[Cc]des?\.?|[Cc]om\.|Mr\.?|Messrs\.?|Mrs\.?|Miss|Ms\.?|Dr\.?|Prof\.?|M\.|MM\.|Mme\.?|Sir|Lord|Lady|"
    r"Gen\.?|General|Marshal|Field Marshal|Air Marshal|Air Chief Marshal|Admiral|Adm\.?|Vice Admiral|Rear Admiral|"
    r"Brigadier|Major|Captain|Capt\.?|Lt\.?|Lieutenant|Commander|Ambassador|Amb\.?|Minister|Premier|President|Chairman|"
    r"Secretary|Foreign Minister|Prime Minister|Foreign Secretary|First Secretary|General Secretary|Under Secretary|"
    r"(?:Vice|Deputy|Acting|Assistant) (?=[A-Z])|Governor|Senator|Congressman|Judge|Chancellor|Counsel+or|Herr|Colonel|"
    r"Col\.?|Lt\.? Col\.?|Lt\.? Gen\.?|Maj\.? Gen\.?|Director|Attach[eé]|Baron|Count|Earl|Viscount|Duke|Bishop|"
    r"Archbishop|Cardinal|Privy Councillor|Councillor|Engineer|Envoy|Consul|Charg[eé](?: d[’']Affaires)?|Delegate|"
    r"Representative|Commissioner|Commissar|Mayor|Justice|Professor|Academician|Inspector|Signor|Señor|Monsieur|Madame|"
    r"Genoss(?:e|en|in)|Gen\.|Botschafter|Gesandter|Vorsitzender|(?:El |La |Il |L[’'])?(?:Sr|Sra|Sig)\.|"
    r"U(?= [A-Z])|Daw|Ato|Ras|Tun|Dato|Datuk|Haji|Hadji|Father|Pastor|Provost|Dean|Rabbi|Imam|Meister|"
    r"(?:El )?[Ss]eñora?|Don|Doña|D\.|[Ii]l [Ss]ignor|Onorevole|On\.|Der|Die|Herrn|Mlle\.?|Frau|"
    r"MRS?\.?|MS\.?|MISS|DR\.?|PROF\.?|SIR|LORD|LADY|GENERAL|GEN\.?|AMBASSADOR|MINISTER|COMRADE|CDE\.?|CAPT\.?|CAPTAIN|"
    r"COL\.?|COLONEL|SHRI|SENATOR|REVD?\.?|CANON|Shri|Shrimati|Smt\.?|Canon|Archdeacon|Archd\.?|Sister|Brother|Elder|Chief|"
    r"Sheikh|Shaykh|Cllr\.?|Alderman|Ald\.|Revd?\.?|Citizen|Bro\.|"
    rf"Vice President|Vice Premier|Rt\.? Hon\.?|Right Hon\.?|the|{elsewhere.TITLES})\s+)*"
)
OFFICE_SUBJECT = (
    rf"(?P<office>{elsewhere.OFFICE}|"
    r"(?:[Tt]he|THE|(?:Comrade|Cde\.?|Mr\.?)(?= (?:Ambassador|Minister|Chairman|President|Premier|Secretary|"
    r"Counsel+or|Consul|Chargé)\b)) (?:[A-Z][\w’'.\-]*|[Aa]mbassador|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|"
    r"[Pp]resident|[Pp]remier|[Cc]hairman|[Gg]eneral [Ss]ecretary|[Ff]irst [Ss]ecretary|[Ss]ecretary|[Cc]ounsel+or|"
    r"[Cc]hancellor|[Mm]arshal|[Cc]hargé|[Cc]onsul|[Dd]eputy [Mm]inister|[Mm]inister|[Kk]ing|[Pp]rince|"
    r"[Vv]ice[- ][Pp]resident)(?:(?: (?i:of|for|to|and|the|d[’']affaires|a\.i\.)){0,2} [A-Z][\w’'.\-]*){0,8})"
)
"""An office with its article, as the subject of a sentence: "The Secretary of State for War", "THE PRIME MINISTER"."""

BARE_OFFICE = r"(?P<office>[A-Z][\w’'-]+(?: (?:of (?:the )?)?[A-Z][\w’'-]+){0,3})"
"""What may be an office without its article, if somebody holds it: "Foreign Secretary said"."""
SMALL_OFFICE = r"(?P<office>[Tt]he [a-z][a-z-]{2,}(?: (?:of (?:the )?)?[a-z][a-z-]{2,}){0,3}?)"
"""What may be an office in small letters, if somebody holds it: "The dike reeve", "the chief engineer"."""

BODIES = vocabulary("""
    administration agency army assembly authorities board bureau cabinet cc chancery committee commission conference
    congress council court delegation department directorate embassy government group institute leadership legation
    meeting ministers ministry mission movement office parliament party people peoples plenum politburo powers
    presidium press regime secretariat senate side sides staff state union working
""")
"""Words that make an office a body's, whose acts are nobody's words (compared in lower case)."""

VIEWS = (
    r"(?:(?:own|personal) )?(?:reply|answer|response|question|view|opinion|position|words|judge?ment|estimation|"
    r"assessment|estimate|remark|comment|argument|contention|objection|impression|conclusion|advice|thesis|suggestion|"
    r"proposal)"
)
"""What somebody's view or word is called."""
