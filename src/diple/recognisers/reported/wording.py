"""The words by which minutes report speech: verbs, what stands between subject and verb, what makes no subject."""

from __future__ import annotations

from diple.recognisers.participants.wording import vocabulary

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
    specified speculated ventured vowed
""")
"""Verbs whose subject is reported, most of them in the past."""


def _present(past: str) -> set[str]:
    """Return what may be the third person of a verb in -ed: acknowledged, added, submitted, replied."""
    if past.endswith("ied"):
        return {past[:-3] + "ies"}
    return {past[:-1] + "s", past[:-2] + "s", past[:-3] + "s"} if past.endswith("ed") else set()


VERBS = _TOLD.union(*map(_present, _TOLD))
"""Verbs whose subject is reported; their forms in the past and in the present of minutes."""

VERB_PHRASES = (
    "began by", "began with", "begged leave", "begged to", "could not agree", "could not share", "could not accept",
    "desired to know", "delivered a report", "gave a report", "made a report", "shared the view",
    "shared the opinion", "reserved his", "reserved her", "took the position", "took the view", "was prepared to",
    "brought up", "called attention", "called for", "closed by", "concluded by", "drew attention",
    "drew the attention", "ended by", "familiarized himself", "finished by", "gave a brief", "gave a detailed",
    "gave a high", "gave a positive", "gave an account", "gave an overview", "gave as an example", "gave assurances",
    "gave his agreement", "gave his approval", "gave his consent", "gave her consent", "gave a promise",
    "gave to understand", "backed", "spoke against", "spoke for", "spoke in favor", "spoke in favour", "was against",
    "was in favor", "was in favour", "gave examples", "gave his opinion", "gave his view", "gave his views",
    "gave information", "gave the following", "gives", "had in mind", "held that", "is of the opinion", "laid out",
    "lays out", "let it be known", "made a statement", "made clear", "made it clear", "made the following",
    "made the point", "made the remark", "moved on to", "moved that", "moved the", "moved for", "opened by",
    "opened the conversation", "opened the discussion", "opened the session", "opened the meeting", "passed to",
    "points out", "put a question", "put forward", "put the question", "replied in the affirmative", "returned to",
    "set forth", "set out", "started by", "took note", "took the floor", "turned to", "turned to the",
    "turned to the question", "wanted to know", "wants to know", "was interested", "was interested in",
    "was of the opinion", "was pleased", "went on", "would like",
)  # fmt: skip

WEAK_VERBS = vocabulary(
    "believed considered continued felt presented proceeded read shared showed shows thinks thought"
)
"""Verbs that go on with a report but hand nothing over in mid-paragraph."""

BETWEEN = (
    r"(?:(?:then|also|again|further|next|first|later|in (?:reply|response|conclusion|turn|his turn|addition|passing|"
    r"this connection|particular)|(?:for|on) (?:his|her) part|once more|once again|again and again|thereupon|"
    r"therefore|thus|here|so|afterwards|at length|in detail|on (?:behalf|instructions) of [^,.]{3,60}|[a-z]+ly|"
    r"has|had|did not|could not|would)\s*,?\s*){0,4}"
)
"""Adverbs between a subject and its verb."""

FIRST_ACTS = (
    r"(?:called|came|arrived|opened|smiled|laughed|nodded|paused|began|rose|listened|looked|read|turned|sat down|"
    r"stood up|interrupted|agreed|disagreed|took|handed|welcomed|greeted|thanked|visited)\b"
)
"""What somebody does before "and said"."""

NO_SUBJECT_AFTER = vocabulary("""
    about according after against and as asked at because before between by congratulate during for from how if
    in informed into like meet met near of on over said since than thank thanked that the through to told toward
    towards under until upon visited when where whether which while who whom whose why with without
""")
"""Words right before a name that make it an object, or the subject of a clause that does not report (lower case)."""

TITLES = (
    r"(?:(?:[Cc]omrades?|[Cc]des?\.?|[Cc]om\.|Mr\.?|Messrs\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|M\.|MM\.|Mme\.?|Sir|Lord|Lady|"
    r"Gen\.?|General|Marshal|Field Marshal|Air Marshal|Air Chief Marshal|Admiral|Adm\.?|Vice Admiral|Rear Admiral|"
    r"Brigadier|Major|Captain|Capt\.?|Lt\.?|Lieutenant|Commander|Ambassador|Amb\.?|Minister|Premier|President|Chairman|"
    r"Secretary|Foreign Minister|Prime Minister|Foreign Secretary|First Secretary|General Secretary|Under Secretary|"
    r"(?:Vice|Deputy|Acting|Assistant) (?=[A-Z])|Governor|Senator|Congressman|Judge|Chancellor|Counsel+or|Herr|Colonel|"
    r"Col\.?|the)\s+)*"
)
OFFICE_SUBJECT = (
    r"(?P<office>(?:[Tt]he|THE) (?:[A-Z][\w’'.\-]*|[Aa]mbassador|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|"
    r"[Pp]resident|[Pp]remier|[Cc]hairman|[Gg]eneral [Ss]ecretary|[Ff]irst [Ss]ecretary|[Ss]ecretary|[Cc]ounsel+or|"
    r"[Cc]hancellor|[Mm]arshal|[Cc]hargé|[Cc]onsul|[Dd]eputy [Mm]inister|[Mm]inister|[Kk]ing|[Pp]rince|"
    r"[Vv]ice[- ][Pp]resident)(?:(?: (?i:of|for|to|and|the|d[’']affaires|a\.i\.)){0,2} [A-Z][\w’'.\-]*){0,8})"
)
"""An office with its article, as the subject of a sentence: "The Secretary of State for War", "THE PRIME MINISTER"."""

BODIES = vocabulary("""
    administration agency army assembly authorities board bureau cabinet cc chancery committee commission conference
    congress council court delegation department directorate embassy government group institute leadership legation
    meeting ministers ministry mission movement office parliament party people peoples plenum politburo powers
    presidium press regime secretariat senate side sides staff state union working
""")
"""Words that make an office a body's, whose acts are nobody's words (compared in lower case)."""

_ADVERBS = (
    r"(?:(?:then|also|further|next|thereupon|thus|finally|unanimously|hereby|has|have|had|therefore|\w+ly),?\s+){0,3}"
)
_DECIDED = (
    r"(?:decided|decides|resolved|resolves|agreed|agrees|approved|approves|adopted|adopts|instructed|instructs|"
    r"takes? note|took note|invited|invites|authori[sz]ed|authori[sz]es|endorsed|endorses|rejected|rejects|concluded|"
    r"heard|hears|considered|considers|discussed|discusses|elected|elects|appointed|appoints|requested|requests|were|"
    r"was|voted|votes|noted|notes|had|passed|confirmed|confirms|recommended|recommends|adjourned|postponed)"
)
_BODY = (
    r"(?i:cabinet|bureau|committee|council|commission|board|presidium|politburo|secretariat|meeting|plenum|conference|"
    r"congress|assembly|senate|government|sitting|session)(?: of (?:the )?[A-Z][\w ]{1,50}?)?"
)
_ALL = (
    r"(?:All|Everyone|Those present|(?:Both|All) (?:sides|parties|delegations|members)|The (?:two )?(?:sides|parties|"
    r"members|ministers|delegations|participants))"
)
IMPERSONAL = (
    r"(?:(?:As|With|In|On|After|Following|Finally|Thus)\b[^.;]{0,90}, )?[Ii]t (?:is|was|has been|had been) "
    rf"{_ADVERBS}(?:agreed|arranged|resolved|decided|stated|noted|pointed out|suggested|generally|mentioned|recalled|"
    r"recommended|explained|argued|urged|left|felt|emphasi[sz]ed|proposed|recogni[sz]ed|understood|reported)\b",
    rf"(?:The|THE|This) (?:[\w’'.\-]+ ){{0,4}}?{_BODY}\s*(?:[:—–-]|{_ADVERBS}{_DECIDED}\b)",
    rf"{_ALL} {_ADVERBS}(?:agreed|were|was|approved|voted|exchanged|discussed|raised their glasses|rose|signed)\b",
    r"(?i:resolved|decided|decision|resolution|adopted|agreed|conclusions?|voting)\s*:",
    r"In (?:the )?(?:further |ensuing |general |subsequent )?discussion,?(?: it was|,? the following|\s*[:—–-]|$)",
    r"There (?:was|followed|ensued|then followed) (?:a |an |some |further |general )?\w* ?(?:discussion|exchange|pause|"
    r"silence|agreement|debate)\b",
    r"A (?:discussion|vote|pause|silence|debate)\b[^.]{0,40}\b(?:followed|ensued|was taken)\b",
)
"""How a sentence of minutes begins that is nobody's: a decision, a body's act, what was felt in general."""
