"""What a direction says, by its opening words: laughter, gestures, comings and goings. A new wording is a new row."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.stage import tongues

_LONGEST = 400
_SCENE = 160
"""The longest directions, in characters: any, and one that begins with somebody who does something."""

_NAME = r"[^\W\d_a-z][\w.’'\-]*"
_WHO = (
    rf"(?:{_NAME}(?:(?:,? and |, | ){_NAME}){{0,5}} |(?:[Tt]he|An?) (?:[A-Za-z]+ ){{1,4}}?|(?:They|He|She|Both|All|"
    rf"Everyone|"
    r"Everybody|All present|Some|Somebody|Someone) )"
)
_HOW = (
    r"(?:(?:also|all|then|again|both|loud|loudly|general|prolonged|stormy|slightly|slowly|suddenly|brief|short|long|"
    r"much|"
    r"heartily|still|some|more|light|lively|friendly) ){0,3}"
)

_TITLE = (
    r"(?:(?:Comrade|Com\.|Cde\.|Tov\.|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Gen(?:\.|eral)|Col(?:\.|onel)|Minister|Chairman|"
)
_TITLE += r"Ambassador|President|Senator|Marshal|Herr|Señor|Monsieur) )"
_PARTIES = r"(?:the )?(?:conversation|discussion|talk|meeting|delegations?|participants|sides|two sides)"
_OCCASION = (
    r"(?:the )?(?:meal|lunch|luncheon|dinner|supper|breakfast|banquet|tea|film|music|toast|session|meeting|recording|"
    r"tape|telephone|phone|performance|food|coffee|wine)s?"
)

_MANNERS = (
    "emphatical|emotional|calm|firm|sharp|thoughtful|dry|dri|cold|cool|curt|bitter|gent|grave|warm|heated|hot|"
    "hasti|hesitant|hesitating|impatient|indignant|passionate|proud|reluctant|sad|sardonical|scornful|serious|shy|"
    "slow|solemn|stern|stiff|sullen|tense|vehement|weari|wry|amiabl|cheerful|earnest|eager|kind|laughing|playful|"
    "polite|quick|rapid|rueful|smiling|sweet|tearful|timid|triumphant|vigorous|violent|casual|nervous|anxious|mild|"
    "merri|gleeful|contemptuous|derisive|hoarse|faint"
)
"""Manners of speaking, without the ending of the adverb."""
_NOISES = (
    "rustl(?:e|ing)|shuffl(?:e|ing)|scrap(?:e|ing)|clink(?:ing)?|clatter(?:ing)?|rattl(?:e|ing)|tapping|knock(?:ing)?s?|"
    "creak(?:ing)?|banging|barking|ringing|roar(?:ing)?|rumbl(?:e|ing)|splash(?:ing)?|crackl(?:e|ing)|tinkl(?:e|ing)|"
    "chim(?:e|ing)|stamping|hammering"
)
_GERMAN_HOW = r"(?:(?:gro(?:ß|ss)|lebhaft|stürmisch|allgemein|anhaltend|erneut|stark)e[rs]? ){0,2}"
_ROWS: tuple[tuple[str, str], ...] = (
    (
        "vocal",
        r"laugh(?:s|ed|ing|ter)?|chuckl(?:e|es|ed|ing)|giggl(?:es|ing)|sigh(?:s|ed|ing)?|cough(?:s|ed|ing)?|"
        r"exclamations?|exclaims|shouts?|shouting|cries(?!\w)|crying|we(?:eps|eping|pt)|acknowledges|assents|agrees$|"
        r"murmurs assent|sobs|sobbing|groans?|murmurs?|"
        r"merriment|hilarity|cheers|cheering|hums?|humming|sings|singing|whistles|shouts from|voices? from|"
        r"(?:multiple|several|many|other|various) (?:voices|speakers|people|participants|conversations)|"
        r"cross-?talk|over-?talk(?:ing)?|overlapping (?:voices|talk|speech|conversations?)|voices overlap|"
        r"simultaneous (?:talk|speech|conversations?|remarks)|(?:indistinct|background) (?:cross-?talk|voices|"
        r"conversation|talk)|(?:[\w’']+ ){0,4}(?:talk|speak|shout)(?:s|ing)? (?:at once|at the same time|together|"
        r"simultaneously|over (?:each other|one another|him|her))|snorts|sniffs|mumbl(?:es|ing)|"
        r"no (?:audible |verbal |oral )?(?:response|answer|reply)$|"
        r"(?-i:(?:Very (?:good|well|true)|Well said|Quite right|Bravo|Shame|Hear)(?:[!,.]+ |$)){1,4}$|"
        r"clears? (?:his|her) throat|hear, hear|(?:a )?voices?(?: (?:from|in) [^:]{2,40})?\s?:.+|"
        r"(?:shouts|cries|exclamations) of\b|"
        r"(?:(?:an?|several|some|many|various) )?"
        r"(?:hon(?:\.|ou?rable)?|noble|opposition|ministerial|government|labou?r) "
        r"(?:members?|lords?|senators?|deputies|benches)\s?:.+|(?:opposition|ministerial|loud|cries of) "
        r"(?:cheers|laughter|dissent|interruptions?)|"
        rf"{_GERMAN_HOW}(?:heiterkeit|gelächter|lachen|zurufe?|rufe?|bravo(?:rufe?)?|hört,? hört|"
        r"sehr (?:richtig|gut|wahr)|widerspruch|zustimmung)|"
        rf"{tongues.HOW}(?:{tongues.VOCAL})|"
        r"(?:vives? |longs? )?(?:rires?|exclamations|très bien|murmures|sourires|dénégations)",
    ),
    (
        "exit",
        r"leav(?:es|ing)(?: the| with|$)|left the (?:[a-z]+)?(?:room|hall|table|stand|chamber|house)|"
        r"goes out|went out|exits?|exeunt|departs|departed|"
        r"withdr(?:aws|ew)|(?:was|is|were|are) excused|retire[sd]|step(?:s|ped) (?:out|down)|walks out|is led out|"
        r"leaves?$|takes (?:his|her) leave",
    ),
    (
        "entrance",
        r"(?:re-?)?enters?(?:ed|ing)?(?! into)|arriv(?:es|ed|ing)|joins (?:the|them|us)|comes (?:in|back)|came in|"
        r"returns?(?! to the| to (?:his|a) )|returned$|is led in|returns to the room",
    ),
    (
        "kinesic",
        r"point(?:s|ed|ing)(?:$| (?:to|at|out|with|towards?))|nod(?:s|ded|ding)|"
        r"indicat(?:es|ed|ing)(?= (?:the|an?|his|her|to|on|with|by|defendant)\b|$)|"
        r"shak(?:e|es|ing) (?:his|her|their|hands)|"
        r"shook|gestur(?:es|ing|e)|gesticulat(?:es|ing)|smil(?:es|ed|ing)|grin(?:s|ning)|frown(?:s|ing)|"
        r"shrug(?:s|ged|ging)?|wav(?:es|ing)|ris(?:es|e|ing)|rose|stand(?:s|ing)? up|stood up|gets up|sits? down|"
        r"sat down|rais(?:es|ing) (?:his|her|a|the)|bow(?:s|ed|ing)|embrac(?:es|e|ing)|kiss(?:es|ing)?|hugs|"
        r"look(?:s|ing) (?:at|towards?|around|through)|"
        r"turn(?:s|ed|ing)? (?:round|around|away|back|his|her|towards?|to the (?:window|door|wall|table|map|board))|"
        r"count(?:s|ing) (?:on|off) (?:his|her|their) fingers|"
        r"clap(?:s|ping)|slam(?:s|ming)|pounds?|thumps?|"
        r"bang(?:s|ing)|strik(?:es|ing)|knock(?:s|ing)|show(?:s|ing) (?:with|on|the|a|him|her|them|his)|"
        r"draw(?:s|ing) (?:a|on|with)|pats|taps|leans|walks (?:to|over|up)|approaches|"
        r"gives (?:a sign|him his hand)|touches",
    ),
    (
        "business",
        r"hand(?:s|ed|ing) (?:over|him|her|a|the|out|round|it|same)|pass(?:es|ed|ing) (?:a|the|him|her|over|round)|"
        r"giv(?:es|ing) (?:him|her|the|a|them|(?-i:[A-Z]\w*))|drink(?:s|ing)|toast(?:s|ed|ing)|lights? (?:a|his)|"
        r"pour(?:s|ed|ing)|read(?:s|ing)(?:$|\. | (?:out|aloud|from|the|a|his|in|it))|writ(?:es|ing) (?:down|on|a|in)|"
        r"opens (?:the|a|his)|unfolds|tak(?:es|ing) (?:out|a|the|notes|his)|brings? (?:out|in|a|the|another)|"
        r"picks up|signs|"
        r"exhibits? (?:nos?\. ?)?[\w-]{0,8}(?: to [\w-]{1,8})? ?(?:follows?|was|were|is|are)|"
        r"(?:(?:referred|alluded) to )?(?:was|were|is|are|been|being|having been|first) (?:first |duly |thereupon |"
        r"then |here |previously ){0,3}(?:sworn|affirmed|(?:received|offered|introduced|admitted|placed) (?:in|into) "
        r"(?:evidence|the record)|read into the record|marked(?= as| for| exhibit| and|$)|recalled|shown (?:to )?the|"
        r"handed (?:to )?the)|(?:referred|alluded) to (?:is|was|appears?|will be)|"
        r"(?<= )(?:produced|tendered|offered|examin(?:es|ed)|inspect(?:s|ed)|identif(?:ies|ied)|exhibited)"
        r"(?= (?:and|as|in|to|by|the|his|it)\b|[,;]|$)|"
        r"confer(?:s|red)?(?: with| in|$)|consult(?:s|ed) (?:with|his|counsel)|having been (?:first )?duly sworn|"
        r"telephones|calls (?:in|for)|eats|clink|clinks|raise(?:s)? (?:their|his|a) (?:glass|toast)|"
        r"puts? (?:on|down|the)|show(?:s|ing) (?:(?:a|the|his|her) )?(?:map|document|photograph|letter|paper|table)|"
        r"refer(?:s|ring) to (?:(?:his|her|the|a|some) )?(?:\w+ )?(?:notes?|papers?|maps?|files?|documents?|memoranda|"
        r"briefing|table|chart|list|watch|diary)\b|"
        r"(?:is )?(?:on|answers|picks up|hangs up|puts down) (?:the )?(?:tele)?phone\b|"
        r"consults? (?:with|his|her|the|a|notes?|papers?|maps?|documents?)|"
        r"check(?:s|ing) (?:his|her|the)\b|leafs|looks up",
    ),
    (
        "narrative",
        r"turn(?:s|ed|ing)? to (?:a|another|the) (?:\w+ )?(?:topic|subject|question|issue|matter|theme)|"
        r"chang(?:es|ed|ing) (?:the|of) (?:topic|subject)|mov(?:es|ing) (?:on )?to (?:a|another|the)|"
        rf"{_PARTIES} (?:then )?(?:return(?:s|ed)?|turn(?:s|ed)?|continue[sd]?|move[sd]?|pass(?:es|ed)|shift(?:s|ed)?|"
        r"goes|went|stops?|exchange[sd]?|discuss(?:es|ed)?|begin|began|confer(?:s|red)?)|"
        r"(?:open|closed|private|public|executive) session$|"
        r"off[- ]the[- ]record|(?:back )?on the record|whereupon|thereupon|time (?:noted|now)?:? ?\d|duration:? ?\d|"
        r"at this (?:time|juncture|stage)|"
        r"(?:were|was|is|are) (?:then |again |here |briefly )?(?:interrupted|resumed|suspended|adjourned|broken off)|"
        r"adjourned (?:to|until|till|at|for|sine)\b|"
        r"at the invitation of|(?:a )?(?:vote|division|ballot|roll[- ]call) (?:was|is|by|being)|(?:the )?(?:motion|"
        r"proposal|"
        r"amendment|resolution)s? (?:was|were|is) (?:carried|adopted|put|lost|rejected|agreed|withdrawn)|"
        r"discussion|exchange of|general discussion|at this (?:point|moment)|meanwhile|"
        r"(?:the )?(?:meeting|sitting|session|committee|council|court|house|board) (?:rose|reconvened|convened|"
        r"opened|closed|"
        r"adjourned|resumed|recessed)",
    ),
    (
        "delivery",
        r"interpretation from\b|(?:spoke|speaks|speaking|continu\w+|resum\w+|revert\w*|switch\w*|said|"
        r"chang\w+) (?:(?:back )?(?:in|to|from) )(?-i:[A-Z])\w+|from (?:his|her) (?:seat|place|desk)|"
        r"interrupt(?:s|ed|ing)|interject(?:s|ing)|interven(?:es|ed|ing)|"
        r"in (?:french|german|arabic|czech|dutch|thai|hebrew|(?-i:[A-Z])[a-z]+(?:ian|ish|ese|ean))$|"
        r"aside|quietly|softly|loudly|ironically|jokingly|joking|sarcastically|angrily|irritated(?:ly)?|"
        r"excited(?:ly)?|in a (?:low|loud|raised|calm|quiet|joking)\b|"
        r"with (?:great |some |much )?(?:irony|emphasis|a (?:smile|laugh|sigh|shrug|grin)|indignation|irritation|"
        r"emotion|heat|warmth|feeling|force|vehemence|bitterness|surprise|pride|passion|sarcasm|animation|hesitation)|"
        rf"whisper(?:s|ing)|(?:{_MANNERS})ly$|"
        r"after (?:an? |some )?(?:long |short |brief |moment of |moment[’']s )?(?:pause|"
        r"while|moment|silence|thought|reflection)|(?:ironic|sarcastic|angry|agitated|excited|indignant|amused|"
        r"annoyed|surprised|nervous|emotional)$|rais(?:es|ing) "
        r"(?:his |her |their )?voice|lower(?:s|ing) (?:his |her )?voice|hesitat(?:es|ing)|ponders|mocking(?:ly)?|"
        r"(?:after|having) (?:conferr(?:ing|ed)|consult(?:ing|ed)|whisper(?:ing|ed))\b|"
        rf"(?-i:To (?:the )?{_TITLE}?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)$|"
        rf"(?-i:to (?:the )?{_TITLE}[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)$|"
        r"continu(?:es|ing)$|"
        r"address(?:es|ing)\b|(?:speaks|speaking|replies|continues|answers|reads|reading) in (?-i:[A-Z])\w+|"
        r"(?:the )?(?:interpreter|translator) (?:translates|interprets|repeats|speaks|begins)|"
        r"turn(?:s|ing|ed) to (?:(?-i:[A-Z])\w*|the (?:interpreter|ambassador|minister|chairman|comrade))|"
        r"(?:speaking )?(?:through|via) (?:(?:the|an|his|her) )?(?:interpreter|translator)|"
        r"to (?:(?:the|his|her|an?) )?(?:interpreter|translator|stenographer|audience|witness|accused|prisoner|"
        r"defendant|jury|counsel|court|clerk|marshal|usher|hall|others|secretary|aide|delegation|operator|driver|guard|"
        r"wife|husband|neighbou?r|himself|herself)(?:, (?:on|in|by|over|through) the \w+|, aside)?$",
    ),
    (
        "incident",
        rf"{tongues.HOW}(?:{tongues.INCIDENT})|"
        rf"{_GERMAN_HOW}(?:beifall|unruhe|bewegung|lärm|unterbrechung|glocke|pause)|"
        r"(?:vifs? |longs? )?(?:applaudissements?|mouvements?|bruits?|interruptions?)|"
        rf"(?:sounds?|noises?) of\b|(?:{_NOISES}) (?:of|in|on|at|from|among)\b|"
        r"(?:signs?|marks?|murmurs?|cries|expressions?|movements?) of (?:general |great |lively )?(?:approval|"
        r"approbation|assent|dissent|agreement|disagreement|disapproval|impatience|interest|protest|surprise|attention|denial|"
        r"astonishment|indignation|amusement|satisfaction)|changes? (?:in|of) (?:the )?(?:sound|noise|tone)|"
        r"repeated (?:(?:several|many|\w+) times|at length)|(?:[\w-]+ ){1,3}(?:second|minute)s? without (?:speech|talk|"
        r"sound|words)|"
        r"(?:storm|thunder|round|burst)(?:y|s)? of (?:applause|laughter)|applaud(?:s|ed|ing)?|applause|ovations?|"
        r"(?:an? )?(?:[\w-]+[- ](?:second|minute)s?[- ])?(?:pause[sd]?|silence)|noise|rings|commotion|animation|stir|"
        r"(?:tape|recorder|recording|machine|microphone|light|lights|telephone|phone) (?:is |was |are |"
        r"were )?(?:turned|switched|stopped|paused|restarted|changed|cut)\b|handshakes?|embraces|disorder|"
        r"disturbance|uproar|bell|(?:movement|stirring|sensation|excitement|unrest|protests?) (?:in|among|"
        r"on|from)|"
        r"(?:a )?(?:short |brief |ten-minute |five-minute |lunch |coffee )?(?:break|recess|intermission|interval)|"
        rf"{_OCCASION} (?:(?:is|are|was|were|has|have) )?(?:being )?(?:begins?|began|ends?|ended|served|starts?|"
        r"resumes?|resumed|rings?|rang|continues?|breaks?(?: off)?|interrupted|suspended|adjourned|stops?|over|"
        r"brought|arrives?)|"
        r"(?:is |was )?(?:interruption|interrupted by)|lights go|interpretation|static|"
        r"doors? (?:opens?|closes?|slams?|shuts?|bangs?|is|are)|background (?:noises?|sounds?|music)|hiss(?:ing)?|"
        r"(?:end|begin|beginning|start) (?:of )?(?:the )?(?:segment|clip|recording|tape|side|reel|"
        r"conversation|session|meeting|reading|"
        r"quotation|excerpt|translation|call)|"
        r"(?:end|beginning|start) of (?:the )?(?:interview|hearing|sitting|debate|proceedings|"
        r"transcript|broadcast|disc|disk|cassette|roll|part|"
        r"document|telephone)\b|(?:end|begin(?:s|ning)?|start(?:s|ed)?) (?:tape|recording|side|reel|cassette|disc|"
        r"telephone conversation)\b|(?:tape|recording|reel) (?:on$|off$|"
        r"resumes|runs out|ends|begins|starts|stops|breaks|skips|gap|cut)|"
        r"off[- ]?mi(?:ke|c|crophone)\b|(?:\d+|[\w-]+) (?:second|minute)s? of (?:music|silence|noise|talk|"
        r"conversation)|(?:luncheon|lunch|morning|afternoon|evening|noon|short|brief) (?:adjournment|recess)|dial tone|"
        r"line (?:goes|went) dead|"
        r"side (?:[ab]|one|two|[12])$|translation(?: in progress)?$|microphone|adjourn(?:s|ed|ment)",
    ),
)

_BARE = tuple((kind, re.compile(rf"(?i:{_HOW}(?:{words})(?!\w).*)", re.S)) for kind, words in _ROWS)
_WITH_SUBJECT = tuple((kind, re.compile(rf"{_WHO}(?i:{_HOW}(?:{words})(?!\w).*)", re.S)) for kind, words in _ROWS)
_ONE_WORD = re.compile(
    r"ironic|sarcastic|angry|agitated|excited|indignant|amused|annoyed|laugh(?:s|ing|ter)?|chuckl(?:es|ing)|"
    r"sigh(?:s|ing)|cough(?:s|ing)|shout(?:s|ing)|applau(?:se|ds)|ovation|pauses?|"
    r"silence|noise|commotion|animation|uproar|smil(?:es|ing)|nod(?:s|ding)|shrugs?|gesturing|gesticulating|exits|"
    r"exeunt|"
    r"interrupt(?:s|ing)|aside|\w+ly|recess|interruption|adjourned|merriment|hilarity|whisper(?:s|ing)|jok(?:es|ing)|"
    r"cross-?talk|over-?talk(?:ing)?|static"
)
"""Single words without a capital that are directions wherever they stand; others may be words supplied to the text."""

_IN_PROSE = re.compile(
    r"\b(?:see|cf|pp?(?!\.m\b)|vol|(?<!exhibit )nos?)\.|\bis (?:an?|the)\b|\bwhich\b|corrected (?:to|from)|\d{4}|"
    r"^(?:e\.g|i\.e|that is)",
    re.I,
)


_OF_THE_TEXT = re.compile(
    r"\b(?:is|are|was|were|be(?:en)?) (?:not )?(?:attached|annexed|appended|enclosed|transcribed|printed|reprinted|"
    r"corrected to|changed to|missing|wanting)\b|^(?:in|en)closure\b|"
    r"\b(?:record|text|transcript|document|manuscript|typescript|minutes) (?:breaks off|ends|begins|stops)\b|"
    r"\bin the file\b",
    re.I,
)
"""What an editor says of the text, signed or not; tapes begin and end within a talk, texts do not."""
_SOUND = re.compile(
    r"(?:clicks?|beeps?|buzz(?:er|es)?|bangs?|bells?|bleeps?|thuds?|crash|splash|shots?|whistles?|sirens?|thunder|"
    r"explosions?|footsteps|gavel|hum|rustling|typing|knocks?|ringing|tones?|squeals?|birdsong|barking|telephone|phone|"
    r"hiss|feedback|music|wind|rain|tunnel|cheerfulness|amusement|mirth|gaiety|agreement|approval|assent|dissent|"
    r"indignation|consternation|surprise|astonishment|restlessness|unrest|stir|movement|sensation|excitement)",
    re.I,
)


def is_of_the_text(text: str) -> bool:
    """Tell whether words in a bracket say how the text is, and nothing of the scene."""
    return _OF_THE_TEXT.search(text.strip()) is not None and "referred to" not in text


def is_sound(text: str) -> bool:
    """Tell whether words that stand alone between turns name what is heard in the room: "Click.", "Cheerfulness."."""
    return _SOUND.fullmatch(text.strip(" .!")) is not None


_CALLED_OUT = re.compile(
    r"[“\"‘'](?P<words>(?:(?:Hear|Oh|No|Yes|Order|Shame|Aye|Hoch|Bravo),? ?){1,4})[.!]?[”\"’']", re.I
)
"""What the benches call, in marks of quotation."""
_OF_HOUSE = re.compile(
    r"(?:(?:A |The )?(?:quorum|house|bells?|division|leave|extension of time|names?|doors?|question|motion|"
    r"amendments?|debate|"
    r"sitting|clause|bill|time|committee|vote|gallery|galleries)) (?:(?:was|were|is|has|have|having|not|then|"
    r"being) ){0,3}"
    r"(?:formed|present|counted(?: out)?|rung|ringing|granted|refused|taken|locked|put|agreed to|negatived|"
    r"resumed|suspended|"
    r"called|withdrawn|expired|carried|divided|cleared|adjourned)(?: (?:from|to|till|until|at|for|by) .{1,30})?",
    re.I,
)
"""What is done in a house between the words of a speech: "Quorum formed", "Extension of time granted"."""


_DELIVERED = re.compile(
    r"(?:The same|It|They|(?:An?|The|This|Two) [a-z ]{3,40}) (?:was|were) (?:then |here |accordingly )?"
    r"(?:delivered|handed|put|given) in\b"
)
"""What a witness lays before a committee: "The same was delivered in. Vide Appendix"."""


def is_direction(text: str) -> str | None:
    """Return the type of stage direction that the words in a bracket are (``stage/@type``), or None for other words.

    ``text`` is what stands within the brackets. TEI 7.2.3 for the types.
    """
    words = " ".join(text.split()).strip(" .!:")
    words = _CALLED_OUT.sub(r"\g<words>", words)
    if _OF_HOUSE.fullmatch(words):
        return "narrative"
    if _DELIVERED.match(words):
        return "business"
    if not words or len(words) > _LONGEST or _IN_PROSE.search(words):
        return None
    if is_of_the_text(words):
        return None
    if words.islower() and " " not in words and not _ONE_WORD.fullmatch(words):
        return None
    for kind, pattern in _BARE:
        if pattern.match(words):
            return kind
    if words[0].isupper() and len(words) <= _SCENE:
        return next((kind for kind, pattern in _WITH_SUBJECT if pattern.match(words)), None)
    return None
