"""The wordings that stand for what is not there: why it is missing and how much of it (TEI 3.5.3, 11.3.3.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from diple import patterns as re
from diple.model import Attrs
from diple.recognisers.brackets.lacks import lack_told
from diple.recognisers.brackets.words import FUNCTION_WORDS, GAP_WORDS, ORDINARY_WORDS

_NUMBERS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "half": "0.5",
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_UNITS = {
    "word": "words", "line": "lines", "page": "pages", "paragraph": "paragraphs", "letter": "chars",
    "character": "chars", "sentence": "sentences", "sheet": "pages", "section": "sections",
    "group": "groups", "figure": "chars", "digit": "chars", "second": "seconds", "minute": "minutes",
}  # fmt: skip


class Reason(NamedTuple):
    """A value of ``gap/@reason`` and the wordings that give it."""

    value: str
    pattern: re.Pattern[str]


def _row(value: str, wordings: str) -> Reason:
    return Reason(value, re.compile(rf"\b(?:{wordings})\b", re.I))


REASONS = (
    _row(
        "redacted",
        r"(?:not|un)[- ]?(?:yet )?declassified|withdrawn (?:item|material|conversation)|redact(?:ed|ion)|sanitized|"
        r"excised|classified|withheld|censored|exempted|blacked out|privacy withdrawal|deletion|"
        r"(?:names?|text|words?|lines?|paragraphs?|matter|passage|portion|pages?|sentences?) deleted(?! by)|"
        r"(?:original )?text deleted|(?:has been|have been|was|were) withdrawn|"
        r"anonymi[sz]ed|expunged|obliterated|suppressed|"
        r"(?:portions?|texts?|passages?|pages?|documents?|segments?|lines?) (?:is |are |was |were )?withdrawn|"
        r"concealed|denied|weeded|retained|not released|cut by the censor",
    ),
    _row(
        "garbled",
        r"garbled?|corrupt(?:ed)?|groups? (?:\w+ )?(?:undec\w*|mutilated|unrecover\w*|unidentified|unread|"
        r"not (?:recovered|decrypted|deciphered|decyphered|read|identified))",
    ),
    _row(
        "inaudible",
        r"inaudible|inaud|not (?:audible|recorded|taken down|heard)|unintelligible|unint|unintel|indistinct|"
        r"unclear (?:exchange|recording|speech)",
    ),
    _row(
        "illegible",
        r"illegible|illeg|unreadable|undec(?:ipherable|ypherable|iphered|"
        r"yphered)?|indecipherable|not legible|indistinct|unclear|cannot be read|"
        r"blurred|faded|smudged|obscured|(?:inked|painted|pasted|scribbled|typed) over|blotted|blot|stained|stain|"
        r"crease",
    ),
    _row(
        "lost",
        r"gap|lacuna|missing|lost|torn|cut (?:off|out|away)|damaged|mutilated|trimmed|cropped|hole|not found|destroyed|"
        r"not preserved|burnt|burned|tape (?:skip|slip|malfunction|break|runs out)|wanting",
    ),
    _row(
        "omitted",
        r"omitted|omissions?|ellips[ie]s|not (?:translated|printed|reproduced|included|attached|enclosed)|"
        r"deleted by the editors?|"
        r"skipped|abridged|left out|"
        r"(?:material|tape) deleted",
    ),
    _row("blank", r"blank|empty"),
)
"""Tried in this order; whatever else a wording of a gap says, it says in the words of ``GAP_WORDS``."""

_COUNTED = re.compile(
    r"(?:(?P<share>less than|more than|rest of|remainder of|part of|end of|beginning of|lower|"
    r"upper|top|bottom|last|first|most of|entire|whole|"
    r"foot of|edge of|third of|quarter of|half of|half)\s+(?:third of\s+|half of\s+|"
    r"part of\s+)?)?(?:the\s+|a\s+|an\s+)?"
    r"(?:(?P<number>1/2|\d{1,3}[-–\s]1/2|\d{1,3}(?:[-–]\d{1,3}(?!/))?[½¼¾]?|[½¼¾]|half|an?|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"several|few|many|some)\s+)?(?:and (?:a|one) half\s+|and a half\s+)?(?:an?\s+|of\s+(?:the\s+|"
    r"an?\s+)?)?(?:typed\s+|handwritten\s+)?"
    r"(?P<unit>word|line|page|paragraph|letter|character|sentence|name|sheet|section|group|digit|"
    r"figure|second(?! (?:word|line|page|paragraph|letter|sentence|name|sheet|section|half|part))|minute)"
    r"(?P<plural>s?)\b",
    re.I,
)
_DURATION = re.compile(
    r"\d{1,3} ?(?:min(?:utes?)?|sec(?:onds?)?|hours?|[hms])\b\.?,? (?:and )?"
    r"\d{1,2} ?(?:min(?:utes?)?|sec(?:onds?)?|[ms])\b\.?|\d{1,3} ?(?:min|sec|[ms])\b\.?",
    re.I,
)
_NUMBERED = re.compile(r"\b(?P<unit>page|line|sheet|paragraph)s? \d{1,4}(?: ?(?:[-–,]|and|to) ?\d{1,4})*", re.I)
_NAMED = re.compile(
    r"(?:the )?(?P<what>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}?)"
    r"(?: (?:is|are|was|were|remains?|partly|partially|largely|mostly|almost|entirely|completely|still))* "
    r"(?:not (?:yet )?(?:declassified|legible|printed|attached|enclosed|found|reproduced|included|here)|"
    r"undeclassified|illegible|illeg|unreadable|inaudible|unintelligible|anonymi[sz]ed|deleted|expunged|obliterated|"
    r"suppressed|concealed|weeded|faded|"
    r"in?decipherable|undecipherable|redacted|withheld|garbled|sanitized|blacked out|excised|torn (?:off|away)|missing|"
    r"omitted|left out|inked over)(?: (?:here|in (?:the )?(?:original|source(?: text)?|text|copy|document)))?",
    re.I,
)
"""What is missing, named in a few words: "dollar amount not declassified"."""
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 120
_DOTS = re.compile(r"(?:\.\s?){2,}|(?:[.…]\s?)*…(?:[.…]\s?)*|-{2,}|-(?: -)+|–{1,3}|—+|\*(?: ?\*){2,}")
_DOTS_BEFORE = re.compile(r"(?:\.{2,}|…)\s*\??\s*(?=[^\W\d_]{3})")
"""Dots before the words that say why there is nothing: "...? page torn"."""
_BLACKED = re.compile(r"[■█▇▆▮▓▒░\s]*[■█▇▆▮▓▒░]+[■█▇▆▮▓▒░\s]*")
_DAMAGE = re.compile(r"\b(?:torn|damaged|cut|burnt|burned|hole|stain(?:ed)?|blot(?:ted)?|crease)\b", re.I)
_UNHEARD = re.compile(r"\bunclear\b", re.I)
_ON_PAPER = re.compile(r"\b(?:text|characters?|letters?|handwriting|copy|print|lines?|page)\b", re.I)
_THERE_IS = re.compile(r"there (?:is|are|was|were) ", re.I)
_SHORTENED = re.compile(r"\b(?:grp|gp)(?P<plural>s?)\b\.?", re.I)
"""How telegrams shorten a group of their code."""
_CIRCUMSTANCE = re.compile(
    r"(?P<core>.*?(?:ed|held|wn|out|over|away|cut|lost|missing|(?:il)?legible|(?:in)?audible|unintelligible|indistinct|denied|released|deletion|faded|torn),?)"
    r" (?:by the |for |under |with |because |due to |owing to |through |at the request |"
    r"in (?:accordance|transmission|this|the )"
    r"|pursuant |on grounds |as ).{2,80}",
    re.I | re.S,
)
"""A wording of a gap and, after its participle, who, why or by which rule."""
_CLAUSE_END = re.compile(r"\s*(?:[;,:–—]| - )\s*")
_BARE_COUNT = re.compile(
    r"(?:(?:ca?|circa|about|approx(?:imately)?|some)\.? ?)?(?:\d{1,3}(?:[-–]\d{1,3})?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten) (?:(?:letter|character|line|char)s?)|(?:ca?|circa|about|approx(?:imately)?)\.? ?"
    r"(?:\d{1,3}|one|two|three|four|five|six) words?",
    re.I,
)
"""So many letters, characters or lines, without a reason: what a transcriber counted and could not read."""


def gap_attrs(content: str, *, heard: bool = False) -> Attrs | None:
    """Return ``@reason``, ``@unit``, ``@quantity`` and ``@extent`` for a wording of a gap, or None for other words.

    With ``heard`` the words were taken down by ear: what is unclear was not heard, where else it was not read.
    """
    found = _gap_attrs(content, heard=heard)
    return None if found is None else dict(found)


@lru_cache(maxsize=4096)
def _gap_attrs(content: str, *, heard: bool) -> Attrs | None:
    if _BLACKED.fullmatch(content):
        return {"reason": "redacted"}
    if dots := _DOTS_BEFORE.match(content):
        return _gap_attrs(content[dots.end() :], heard=heard)
    if content.casefold() == "ill.":
        return {"reason": "illegible"}
    if not content or _DOTS.fullmatch(content):
        return {"reason": "omitted"} if content else None
    if len(content) > _LONGEST or content[-1] == "?":
        return None
    if _BARE_COUNT.fullmatch(content.strip(" .")):
        return {"reason": "illegible", **_extent(content), "cert": "medium"}
    content = _SHORTENED.sub(
        r"group\g<plural>", content[match.end() :] if (match := _THERE_IS.match(content)) else content
    )
    found = _plain_gap(content, heard=heard) or _gap_of_clauses(content, heard=heard)
    if found is None and (match := _CIRCUMSTANCE.fullmatch(content.strip(" ."))):
        found = _plain_gap(match["core"].rstrip(","), heard=heard)
    if found is None and (told := lack_told(content)):
        counted = {} if told.is_named else _extent(content)
        found = {"reason": told.reason, **(counted or ({"extent": told.what} if " " in told.what else {}))}
    return found


def _plain_gap(content: str, *, heard: bool) -> Attrs | None:
    """Return what a wording of one clause says: made of the words of gaps, or of something named that is gone."""
    words = [word.casefold() for word in _WORD.findall(content) if word.isalpha()]
    reason = next((row.value for row in REASONS if row.pattern.search(content)), "") if words else ""
    if not reason or (len(words) == 1 and words[0] in ORDINARY_WORDS):
        return _named_gap(content, reason) if reason == "" and words else None
    if reason in ("inaudible", "illegible") and (_UNHEARD.search(content) or "indistinct" in words):
        reason = "inaudible" if heard or (reason == "inaudible" and not _ON_PAPER.search(content)) else "illegible"
    if GAP_WORDS.issuperset(words):
        return {"reason": reason, **_extent(content)}
    return _named_gap(content, reason)


def _named_gap(content: str, reason: str) -> Attrs | None:
    """Return the gap for "dollar amount not declassified", "address deleted": its extent is what is named."""
    named = _NAMED.fullmatch(content.strip(" ."))
    if named is None or FUNCTION_WORDS.intersection(named["what"].casefold().split()) - {"of", "the", "and", "in"}:
        return None
    return {"reason": reason or "redacted", "extent": named["what"]}


def _gap_of_clauses(content: str, *, heard: bool) -> Attrs | None:
    """Return the gap for clauses of which one tells of it and the others how much: "passage redacted, 4 lines"."""
    clauses = [clause for clause in _CLAUSE_END.split(content) if clause]
    if not 2 <= len(clauses) <= 3:
        return None
    cores = [match["core"] if (match := _CIRCUMSTANCE.fullmatch(clause)) else clause for clause in clauses]
    told = [_plain_gap(core.strip(" ,."), heard=heard) for core in cores]
    reason = next((attrs["reason"] for attrs in told if attrs), None)
    others = [clause for clause, attrs in zip(clauses, told, strict=True) if attrs is None]
    if reason is None or not all(GAP_WORDS.issuperset(w.casefold() for w in _WORD.findall(part)) for part in others):
        return None
    return {"reason": reason, **_extent(content)}


def _extent(content: str) -> Attrs:
    """Return how much is missing: a number of units where the wording counts them, else its words as ``@extent``."""
    if duration := _DURATION.search(content):
        return {"extent": duration.group()}
    if numbered := _NUMBERED.search(content):
        return {"unit": _UNITS[numbered["unit"].casefold()], "extent": numbered.group()}
    counts = list(_COUNTED.finditer(content))
    match = next((count for count in counts if count["number"]), counts[0] if counts else None)
    if match is None or (_DAMAGE.search(content) and not (match["number"] or match["share"])):
        return {}
    if match["unit"].casefold() == "name" or (match["unit"].casefold() == "figure" and not match["number"]):
        return {"extent": " ".join(match.group().split())}
    unit = _UNITS[match["unit"].casefold()]
    number = _number((match["number"] or "").casefold(), bool(match["plural"]))
    share = (match["share"] or "").casefold()
    if share == "half":
        number, share = "0.5", ""
    if number and re.search(r"and (?:a|one) half", match.group(), re.I):
        number += ".5"
    if share in ("first", "last", "entire", "whole") and number:
        share = ""
    if share or not number:
        return {"unit": unit, "extent": " ".join(match.group().split())} if share or match["number"] else {"unit": unit}
    return {"unit": unit, "quantity": number}


def _number(word: str, is_plural: bool) -> str:
    """Return a number in figures for a word or figures of a count; a unit in the singular without number is one."""
    if not word:
        return "" if is_plural else "1"
    word = re.sub(r"[-–\s]?1/2", "½", word)
    if word[-1] in _FRACTIONS:
        return (word[:-1] or "0") + _FRACTIONS[word[-1]]
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return str(_TENS[tens] + int(_NUMBERS.get(ones, "0")))
    return word if word.isdigit() else _NUMBERS.get(word, "")
