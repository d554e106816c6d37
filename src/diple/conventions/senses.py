"""What the words of a key say that a sign means: "struck out", "über der Zeile", "biffé", "начало листа"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Sense(NamedTuple):
    """What words about a sign tell: a meaning, its keys, and the words."""

    means: str
    keys: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]


def _sense(means: str, words: str, **keys: str) -> Sense:
    return Sense(means, tuple(keys.items()), re.compile(rf"\b(?:{words})\b", re.I))


AGENTS: Final = (
    ("translator", r"translator\w*|übersetzer\w*|traduct(?:eur|or|rice)\w*|traduttor\w+|tłumacz\w*|переводчик\w*"),
    ("transcriber", r"transcri(?:ber|pteur|ptor|ttore)\w*|typist\w*"),
    ("editor", r"editor\w*|bearbeiter\w*|herausgeber\w*|[ée]diteur\w*|curator\w*|wydawc\w+|redakto\w+|"
               r"vydavatel\w*|udgiver\w*|utgiver\w*|uitgever\w*|szerkeszt\w+|редактор\w*|"
               r"составител\w+|публикатор\w*|sisters|society|archivist\w*|compiler\w*|"
               r"catalogu?er\w*|annotator\w*"),
)  # fmt: skip
"""Those who set signs, by the words for them."""
_PERSON: Final = "|".join(words for _, words in AGENTS[:2]) + (
    r"|bearbeiter\w*|herausgeber\w*|[ée]diteur\w*|curator\w*|wydawc\w+|редактор\w*|составител\w+|публикатор\w*"
)
_PUT_IN: Final = (
    r"add\w*|suppl(?:y|ies|ied)|words|insert\w+|expan\w+|complet\w+|provided|zus[aä]tze?n?|ergänz\w+|erläuter\w+|"
    r"gesetzt\w*|einfügung\w*|adici\w+|añad\w+|ajout\w+|restitu\w+|complét\w+|interpola\w+|uzupełni\w+|"
    r"dopis\w+|dodan\w+|dopln\w+|дополн\w+|добавл\w+|вставк\w+|восстановл\w+|integra\w+|aggiunt\w+"
)
"""Words for what an editor puts in."""
_NOTED: Final = r"(?:notes?|notations?|remarks?|comments?|observations?|explanations?|descriptions?)"
_LEAF: Final = r"(?:page|folio|leaf|sheet|side|column)s?"
_PAGE: Final = (
    rf"(?:end|beginning|start|change|number|foot|top|turn|break)s? of (?:(?:a|the|each|every|new|next) )*{_LEAF}|"
    rf"{_LEAF}[- ]?(?:breaks?|changes?|ends?|turns?|numbers?|divisions?|begin\w*|starts?|N+\b)|turn(?:s|ed|"
    rf"ing)? the page|"
    rf"(?:pages|leaves|leaf|folios|sheets|columns) of (?:(?:the|our|this|that|each) )?(?:\w+ )?(?:book|"
    rf"notebook|volume|manuscript|"
    rf"typescript|carbon|copy|original|register|file|diary|print|printed|edition|minute|record|ms|[A-Z]\b)|"
    rf"{_LEAF} of [\w ]{{3,40}} (?:ends?|begins?|starts?)|"
    rf"(?:begins?|ends?|starts?|turns?) (?:(?:a|the|each|new|next) )*{_LEAF}|(?:new|next) {_LEAF}|"
    rf"(?:of|to) the {_LEAF} of the (?:book|manuscript|original|register|notebook|typescript|volume)|foliation|"
    rf"pagination|"
    r"(?:seiten|blatt)(?:wechsel|umbruch|ende|anfang|grenze|zahl\w*)|neuen? (?:seite|blatt)|"
    r"(?:changements?|fin|début|saut|numéros?) d[eu] (?:la |nouvelle )?(?:page|folio|feuillet)s?|"
    r"(?:cambio|fin|final|comienzo|principio) de (?:la |nueva )?(?:folio|página|hoja)|"
    r"(?:fine|cambio|inizio) (?:di |della )?(?:pagina|carta)|(?:koniec|początek|nowa|zmiana|numery?) (?:strony|"
    r"karty|strona|karta)|"
    r"(?:конец|начало|граница|номер\w*) (?:страниц\w*|лист\w*)"
)
_LINE: Final = (
    r"(?:end|beginning|start|change|division|break)s? of (?:(?:a|the|each|every|new) )*lines?|"
    r"line[- ]?(?:breaks?|ends?|endings?|divisions?|changes?)|(?:new|next) line|"
    r"zeilen(?:wechsel|umbruch|ende|fall)|neue zeile|(?:changement|fin|saut) de (?:la )?ligne|à la ligne|"
    r"(?:cambio|fin|final|salto) de (?:línea|renglón)|fine (?:di )?riga|(?:koniec|nowy) wiersz\w*|(?:конец|"
    r"начало) строки"
)

SENSES: Final = (
    _sense("deletion", r"delet(?:ed|ions?)|cross(?:ed|ings?)[- ](?:out|through)|"
           r"str(?:uck|icken)(?:[- ](?:out|through|off))?|strike-?(?:throughs?|outs?)|cancell?(?:ed|ations?)|"
           r"erased|erasures?|"
           r"(?:scor|scratch|blott|rubb)(?:ed|ings?)[- ](?:out|through)|crossings?[- ]out|lined through|"
           r"suppress(?:ed|ions?)|"
           r"(?:durch|aus|ge)?ge?str?ichen\w*|getilgt\w*|streichung\w*|tilgung\w*|bif+[ée]\w*|biffures?|ray[ée]e?s?|"
           r"ratur\w+|supprim\w+|tach(?:ad|adur)\w+|borrad\w+|suprimid\w+|(?:s|prze|wy)kreśl\w+|(?:за|вы)ч[её]ркнут\w*|"
           r"cancellat[aeio]|cassat\w+|doorgehaald\w*|överstruk\w+|overstreg\w+|overstrøk\w+|tăiat\w*|precrtan\w*|riscad\w+|(?:pře)?škrt\w+|áthúz\w+",
           rend="strikethrough"),
    _sense("unclear", r"uncertain|not (?:sure|certain)|unsure|questionable|doubtful|conjectur\w+|"
           r"(?:unclear|tentative|probable) readings?|hard to read|"
           r"unclear|guess(?:es|work)?|not (?:heard |legible |read )?clear(?:ly)?(?: heard| read| legible)?|"
           r"unsicher\w*|fraglich\w*|zweifelhaft\w*|incertain\w*|douteu\w+|dudos\w+|wątpliw\w+|niepewn\w+|"
           r"предположительн\w*|неуверенн\w*|incert[aeio]"),
    _sense("gap", r"illegible|unreadable|undecipher\w+|(?:could|can)(?:not| not|[’']t|n[’']t) (?:be )?(?:read|"
                  r"made? out|decipher(?:ed)?)|"
           r"(?:nobody|no one|none) (?:can|could) (?:read|make out|decipher)|(?:give|gave|given) up|"
           r"not (?:read|legible|deciphered)|unleserlich\w*|unlesbar\w*|illisibles?|ilegibles?|nieczyteln\w+|"
           r"неразборчив\w*|illeggibil\w+|onleesba\w+|nečiteln\w+", reason="illegible"),
    _sense("gap", r"inaudible|unintelligible|(?:(?:can)?not|n[’']t) (?:be )?(?:heard|understood|caught|"
                  r"made out by ear)|unverständlich\w*|inaudibles?",
           reason="inaudible"),
    _sense("gap", r"(?:groups?|words?|passages?) (?:\w+ ){0,2}not (?:recovered|deciphered)|unrecovered|"
                  r"(?:missing|garbled|"
           r"corrupt) groups?|gaps? in the (?:cipher|code)\w*", reason="garbled"),
    _sense("note", rf"{_NOTED} (?:\w+ ){{0,3}}(?:by|in) (?:an? ?)?(?:other|later|second|different|third|"
                   rf"unknown) (?:hands?|"
           rf"readers?|persons?)|{_NOTED} (?:\w+ ){{0,2}}by (?:(?:the|a|his|her) )?(?:readers?|recipients?|"
           rf"superiors?|minister|"
           r"chief|king|governor)", type="annotation", place="unspecified"),
    _sense("note", rf"{_NOTED} (?:\w+ ){{0,2}}in (?:the|his|her|their) (?:\w+[’']s )?hands?(?: of)?|"
                   rf"(?:hand-?written|manuscript|pencil(?:led)?|ink) {_NOTED}|"
           r"(?:\w+[’']s )?initials", type="annotation", place="unspecified"),
    _sense("highlight", r"underlin\w+ (?:by|in) (?:hand|ink|pencil|the|\w+ (?:ink|pencil))\b", rend="underline"),
    _sense("note", r"marginalia|marginal (?:notes?|notations?|remarks?|comments?)|(?:notes?|remarks?) in the margins?|"
           r"randbemerkung\w*|randnotiz\w*|randvermerk\w*|notes? marginales?|notas? marginal\w*|"
           r"(?:пометы|пометки) на полях", type="annotation", place="margin"),
    _sense("mark", r"highlighted (?:\w+ ){0,4}in|(?:marked|lined|sidelined|mark|line|lines|"
                   r"stroke) (?:\w+ ){0,2}in the margins?|side-?lined|"
           r"am rande? (?:angestrichen|markiert)\w*"),
    _sense("addition", r"(?:added|inserted|written|wrote|writes?|set|placed|entered|stands?|stood|"
                       r"additions?|insertions?|words?) (?:\w+ ){0,2}"
           r"(?:(?:in|on) the margins?|(?:at|on|along|by) the (?:edge|side|border)s?(?: of (?:the|a|his|her|each) "
           r"(?:page|leaf|sheet|paper|folio)s?)?)|"
           r"am rande?\b(?: \w+)?|en marge|al margen|na marginesie|на полях", place="margin"),
    _sense("stage", r"non-?verbal|sounds?|shouts?|interjections?|exclamations?|cries|noises|actions?|"
                    r"gestures?|stage directions?|(?:else |"
                    r"otherwise )?(?:is |was )?heard|"
           r"audible", type="incident"),
    _sense("remark", rf"(?:(?:{_PERSON}|editor\w*|redakto\w+|archivist\w*|"
                     rf"(?!author|writer|minister|reader|recipient|king|bishop)\w+(?=[’']))(?:[’']s|s[’']?)?|our|my|editorial)"
           rf" (?:own )?{_NOTED}|"
           rf"{_NOTED} (?:(?:added|made|supplied|on the (?:text|page)|of (?:ours|mine)) )*(?:of|by|from) (?:the |our )?"
           rf"(?:{_PERSON}|editors?|archivists?|catalogu?ers?|us|me)\b|"
           rf"{_NOTED}(?= (?:in|between|within|set|put|with) )|"
           r"(?:say|says|said|tell|tells|describes?|observes?) or (?:say|says|said|tell|tells|describes?|observes?)|"
           r"handwrit\w+,? (?:and|or) (?:everything|anything|all|whatever)|stamps?,? (?:seals?,? )?(?:and|or|"
           r",) (?:hand|sign|"
           r"everything)\w*|(?:everything|anything|all|whatever|what)(?: else)?(?: that)? (?:is|"
           r"was) not (?:typed|typewritten|"
           r"printed|part of)"),
    _sense("supplied", rf"(?:our|my) (?:own )?(?:{_PUT_IN})|(?:we|i)(?: have)?(?: here)? (?:{_PUT_IN}|put in)|"
           rf"(?:{_PUT_IN}) by (?:us|me)\b|"
           rf"(?:{_PERSON}|editors?)(?: \w+)? (?:{_PUT_IN})|(?:{_PUT_IN}) (?:\w+[’' ]{{1,2}}){{0,3}}(?:{_PERSON})|"
           rf"(?:{_PERSON})(?:[’']s|s[’'])? (?:own )?(?:add\w+|supplied|words|insert\w+|brackets?|ergänz\w+|"
           rf"zus[aä]tz\w*)"),
    _sense("addition", r"interlin\w+|(?:added|inserted|written|set|placed|entered|words?|put|stand|stands|text) "
           r"(?:\w+ ){0,2}(?:above|between|over) (?:the |a )?(?:lines?|words?)|above (?:the )?lines?|superscript\w*|"
           r"über (?:der|die) zeile\w*|darüber\w*|übergeschrieb\w+|zwischen den zeilen|interligne\w*|"
           r"entre (?:líneas|renglones|lignes)|sobre la línea|nad (?:wierszem|linią)|(?:над|между) строк\w+|"
           r"interlinea\w*|nad řádk\w+|over linj?en|boven de regel|entrelinhas?|fölé|deasupra rândului|iznad retka",
           place="above"),
    _sense("addition", r"hand-?written|by hand|manuscript (?:additions?|insertions?)|"
           r"in (?:(?:red|blue|green|black|violet) )?(?:ink|pencil|crayon|manuscript)|"
           r"put in\b|(?:writ|put|add)\w+ (?:in )?(?:later|afterwards|subsequently)|written in\b|"
           r"(?:autograph|penci?ll?ed)(?: \w+)?|(?:in|another|second|other|later|different) hand|"
           r"(?:added|inserted|written|entered) (?:later )?on (?:the |a )?(?:lines?|words?)|(?:authorial|the "
           r"(?:writer|author)[’']s|later) (?:additions?|insertions?)|(?:additions?|insertions?) (?:by|of|in) the "
           r"(?:author|writer|same hand|original)|handschriftlich\w*|nachgetragen\w*|nachträg\w*|nachtrag\w*|"
           r"eingefügt\w*|"
           r"einfügung\w*|zusatz|zusätze|ajout\w*|añadid\w+|dopisan\w+|dopisk\w+|вписан\w*|вставлен\w*|приписан\w*|"
           r"aggiunt\w+|inserit\w+|toegevoegd\w*|tillag\w+|přips\w+|vepsán\w+|dopsán\w+|tilføj\w+|tilføyd\w*|acrescent\w+|beszúr\w+|"
           r"adăug\w+|adăog\w+|dopisan\w+|upisan\w+"),
    _sense("highlight", r"(?:double |doubly )?underlin\w+|underscor(?:ed|ing)|unterstrich\w*|unterstreich\w*|"
                        r"soulign\w+|"
           r"subrayad\w+|podkreśl\w+|подч[её]ркнут\w*|sottolineat\w+|onderstreep\w+|understruk\w+", rend="underline"),
    _sense("gap", r"(?:words?|letters?|text|lines?|passages?) (?:\w+ ){0,2}(?:lost|missing|torn away)|"
                  r"lacunae?|gaps?|lost|"
           r"torn away|textverlust|zerstört\w*|lacunes?|laguna\w*|perdid\w+|brak tekstu|утрачен\w*|утрат\w+",
           reason="lost"),
    _sense("gap", r"omitted|left out|omissions?|auslassung\w*|ausgelassen\w*|omissions?|omis\w*|omitid\w+|opuszczon\w+|"
           r"opuszczeni\w+|опущен\w*|пропуск\w*", reason="omitted"),
    _sense("page", _PAGE),
    _sense("line", _LINE),
    _sense("text", r"not editorial|(?:those )?of the (?:delegations?|drafters?|parties|committee|governments?)|"
           r"not (?:yet )?(?:been )?agreed|still in dispute"),
    _sense("supplied", r"supplied|editorial(?:ly)?|interpolat\w+|not (?:in|part of) the (?:original|source|text)|"
           r"(?:added|inserted|completed|expanded|provided) (?:by|for)|added|inserted|insertions?|additions?|"
           r"(?:\w+ )(?:by|of|from) the (?:translator|editor|transcriber)s?|"
           r"(?:translator|editor|transcriber)(?:[’']s|s[’']?)(?: own)?|ours|mine|ergänz\w+|restitu\w+|conjetur\w+|"
           r"uzupełni\w+|dopln\w+|восстановлен\w*|дополнен\w*|integra\w+"),
    _sense("text", r"in (?:the )?originals?|of the originals?|original to the (?:text|document|source)|original|"
           r"the (?:author|writer|speaker|drafter)(?:[’']s|s[’'])(?: own)?|im original|dans l[’']original|"
           r"(?:belong to|part of) the (?:original|document|text)|so in the manuscript"),
    _sense("", r"pauses?|paus(?:e|en)|laugh\w*|interrupt\w*|overlap\w*|speak at once|stress(?:ed)?|emphatic\w*|"
               r"empha(?:sis|si[sz]ed)|silence"),
)  # fmt: skip
"""Tried in this order: what was done to words tells more than that it was done in the original."""

LOOKS: Final = (
    ("italic", re.compile(r"\bitalics?\b|\bitalici[sz]ed\b|\bkursiv\w*|\bitaliques?\b|\bcursivas?\b|"
                          r"\bkursyw\w+", re.I)),
    ("bold", re.compile(r"\bbold(?:face)?\b|\bfett\w*\b|\ben gras\b|\bnegritas?\b", re.I)),
    ("capitals", re.compile(r"\b(?:in )?(?:block )?(?:capitals?(?: letters)?|upper case)\b|\bversalien\b|"
                            r"\bgroßbuchstaben\b|"
                            r"\bcapitales\b|\bmayúsculas\b", re.I)),
    ("spaced", re.compile(r"\bspaced(?: out)?\b|\bletter-?spac\w+|\bgesperrt\w*|\bsperrdruck\b|\bespac[ée]\w*", re.I)),
)  # fmt: skip
"""Looks of words, which are a sign where something else is said of them, and a meaning where a sign is named."""


def sense_of(words: str) -> Sense | None:
    """Return what words say of a sign, or None."""
    return next((sense for sense in SENSES if sense.pattern.search(words)), None)


def agent_of(words: str) -> str:
    """Return who set a sign, as the words tell it: "translator", "transcriber", "editor", or ""."""
    return next((name for name, pattern in AGENTS if re.search(rf"\b(?:{pattern})", words, re.I)), "")
