"""Whether words in a bracket go on with the sentence around them, as supplied words do (TEI 11.3.3.1).

What a translator or editor supplies can be read aloud with the sentence: a word, a name, a figure, a phrase. What he
says about the text cannot: it bids the reader do something, says how the text is, says where something ends, or
stands, no sentence itself, between two sentences.
"""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.place import Place
from diple.recognisers.brackets.words import BEFORE_VERB, FUNCTION_WORDS, PRONOUNS

_BIDS = re.compile(
    r"(?:compare|cf|consult|verify|query|vide|recte|refer to|check (?:the|this|with|against|original)|ditto|idem|"
    r"passim|stet|read(?= as\b| instead\b)|delete(?= this| the|$)|insert(?= here|$)|move (?:to|here))\b",
    re.I,
)
"""What bids the reader, the printer or a colleague do something."""
_TEXT = (
    r"(?:text|wording|words?|sentences?|passages?|paragraphs?|phrases?|lines?|pages?|dates?|names?|figures?|numbers?|"
    r"spelling|punctuation|order|sequence|meaning|sense|reading|syntax|grammar|numbering|pagination|dating|author|"
    r"authorship|addressee|speaker|signatory|source|reference|quotation|translation|transcription)"
)
_STATE = (
    r"(?:confused|uncertain|unclear|reversed|inverted|transposed|wrong|incorrect|correct|doubtful|obscure|unknown|"
    r"unidentified|misspel(?:led|t)|repeated|duplicated|inconsistent|conjectural|approximate|ambiguous|disputed|"
    r"unfinished|abbreviated|changed|altered|standardi[sz]ed|moderni[sz]ed|corrected|unconfirmed|inferred|estimated|"
    r"added|supplied|not (?:given|stated|known|identified|clear|indicated|specified|certain))"
)
_SAYS_HOW = re.compile(
    rf"(?:the |this |these )?{_TEXT}(?: (?:is|are|was|were|seems|appears|here|in (?:the )?(?:original|copy|source)))*"
    rf"(?: (?:partly|badly|probably|apparently|somewhat|rather|here))? {_STATE}(?: here| in (?:the )?\w+)?",
    re.I,
)
_OF_THE_COPY = re.compile(
    r"(?:probabl[ey]|apparent(?:ly)?|evident(?:ly)?|obvious(?:ly)?|presumabl[ey]) (?:an? |the )?(?:\w+ )?(?:errors?|"
    r"mistakes?|slip|misprint|misspelling|omission)\b[^:]{0,40}|"
    r"(?:an? |the )?(?:\w+ )?(?:error|mistake|slip|misprint|omission|typo) (?:in|of|by) (?:the )?(?:\w+ )?(?:copy|"
    r"original|source|text|manuscript|typescript|typist|scribe|clerk|copyist|author|writer|pen)|"
    r"(?:new|end of|no new) (?:paragraph|line|section|column|sentence|heading)|(?:paragraph|line|section|column) break|"
    r"(?:verify|query|check|transposed|sic|stet|ibid|idem|undated|unsigned|untitled|unpaginated|unnumbered)",
    re.I,
)
_BOUNDS = re.compile(r"(?:end|close|start|beginning) of (?:the )?(?:\w+ ){0,3}\w+", re.I)
_AFTER_PREPOSITION = frozenset("the a an at to by from until till since before after near in on its their this".split())
"""After these the end, or the beginning, of something is a part of the sentence."""
_COUNTED = re.compile(
    r"(?:cols?|fols?|ff?|pp?|ll?|nos?|vols?|figs?|tabs?|op|d|doc|ch|art|sect?)\.\s*\d[\w\s,–-]*|"
    r"(?:columns?|folios?|pages?|frames?|items?|reels?|boxe?s?|slides?)\s+\d[\w\s,–-]*(?:begins?|ends?|recto|verso)?",
    re.I,
)
"""A place in a book or a box, counted."""
_ENDS = ".!?…"
_QUOTES = "”\"’')»* _"
_FRAGMENT = 2
"""The fewest words of a fragment between sentences; a single word there may open the next."""
_FINITE = FUNCTION_WORDS & frozenset(
    "is are was were will would shall should can could may might must has have had".split()
)


def completes_sentence(place: Place) -> bool:
    """Tell whether the words of a bracket can be read as part of the sentence that they stand in."""
    if place.is_glued_before or place.is_glued_after:
        return True
    return not (_speaks_to_reader(place) or _is_apart(place))


def speaks_of_copy(content: str) -> bool:
    """Tell whether words judge the copy or its making: "probably an error", "new paragraph", "verify"."""
    return bool(_OF_THE_COPY.fullmatch(content.strip(" .!")))


def _speaks_to_reader(place: Place) -> bool:
    """Tell whether words bid the reader do something, say how the text is, or where something in it ends."""
    words, before = place.content.strip(" .!"), _last_word(place)
    if _SAYS_HOW.fullmatch(words) or speaks_of_copy(words) or _COUNTED.fullmatch(words):
        return True
    if _BIDS.match(words):
        return before not in BEFORE_VERB | PRONOUNS and before != "and"
    return bool(_BOUNDS.fullmatch(words)) and before not in _AFTER_PREPOSITION


def _is_apart(place: Place) -> bool:
    """Tell whether words stand between two sentences and are neither one themselves nor the opening of the next."""
    before, after = place.before.rstrip(_QUOTES), place.after.lstrip(_QUOTES + "“(")
    if not before or before[-1] not in _ENDS or (after and not after[0].isupper()):
        return False
    content = place.content
    words = [word.strip(".,;:“”\"'()").casefold() for word in content.split()]
    if len(words) < _FRAGMENT or content[-1] in '.!?,;:”"' or words[0] in FUNCTION_WORDS:
        return False
    titled = sum(word[:1].isupper() for word in content.split()) == len(words)
    return not titled and _FINITE.isdisjoint(words) and not any(char.isdigit() for char in content)


def _last_word(place: Place) -> str:
    word = place.word_before
    return word.text.casefold() if word else ""
