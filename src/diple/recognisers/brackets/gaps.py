"""What could not be read, was left out or is lost, doubtful readings, and blanks to fill in (TEI 11.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Attrs
from diple.recognisers.brackets.place import Place, reason_of_doubt
from diple.recognisers.brackets.words import FUNCTION_WORDS, GAP_WORDS, ORDINARY_WORDS

_NUMBERS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "half": "0.5",
}  # fmt: skip
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_UNITS = {
    "word": "words", "line": "lines", "page": "pages", "paragraph": "paragraphs", "letter": "chars",
    "character": "chars", "sentence": "sentences", "name": "words", "sheet": "pages", "section": "sections",
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
        r"(?:not|un)[- ]?declassified|withdrawn item|redacted|sanitized|excised|classified|withheld|censored|exempted|"
        r"blacked out",
    ),
    _row("garbled", r"garbled?|corrupt(?:ed)?"),
    _row("inaudible", r"inaudible|not audible|unintelligible|indistinct|(?:tape|recording) (?:ends|breaks(?: off)?)"),
    _row(
        "illegible",
        r"illegible|unreadable|undecipherable|indecipherable|not legible|unclear|cannot be read|blurred|faded|smudged",
    ),
    _row(
        "lost",
        r"gap|lacuna|missing|lost|torn|cut (?:off|out|away)|damaged|not found|destroyed|not preserved|burnt|burned",
    ),
    _row(
        "omitted",
        r"omitted|ellipsis|not (?:translated|printed|reproduced|included)|deleted by the editors?|"
        r"skipped|abridged|left out|"
        r"(?:words?|lines?|sentences?|paragraphs?|pages?|passages?|text|material|tape) deleted",
    ),
    _row("blank", r"blank|empty"),
)
"""Tried in this order; whatever else a wording of a gap says, it says in the words of ``GAP_WORDS``."""

_COUNTED = re.compile(
    r"(?:(?P<share>less than|more than|rest of|remainder of|part of|end of|beginning of|lower|"
    r"upper|top|bottom|last|first|most of|entire|whole|"
    r"third of|quarter of|half of|half)\s+(?:third of\s+|half of\s+|part of\s+)?)?(?:the\s+|a\s+|an\s+)?"
    r"(?:(?P<number>\d{1,3}(?:[-–]\d{1,3})?(?:[½¼¾]|\s1/2)?|[½¼¾]|half|an?|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|"
    r"several|few|many|some)\s+)?(?:an?\s+|of\s+(?:the\s+|an?\s+)?)?"
    r"(?P<unit>word|line|page|paragraph|letter|character|sentence|name|sheet|section|group|digit|"
    r"figure|second|minute)(?P<plural>s?)\b",
    re.I,
)
_DURATION = re.compile(
    r"\d{1,3} ?(?:min(?:utes?)?|sec(?:onds?)?|hours?)\b\.?,? (?:and )?\d{1,2} ?(?:min(?:utes?)?|sec(?:onds?)?)\b\.?|"
    r"\d{1,3} ?(?:min|sec)\b\.?",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 120
_DOTS = re.compile(r"(?:\.\s?){2,}|…+|-{2,}|-(?: -)+|–{1,3}|—+")
_DAMAGED_READING = re.compile(
    r"(?P<gap>[^:;–—(?]{0,40}\b(?:illegible|unclear|inaudible|garbled?|unreadable)\b[^:;–—(?]{0,10}?)"
    r"\s*(?:[–—:;]+|,(?=[^,]*\?)|--?(?=\s)|\bpossibly\b|\bperhaps\b|\()+\s*",
    re.I,
)
HEDGED_READING = re.compile(
    r"(?:possibly|perhaps|probably|maybe|apparently|presumably|reading uncertain|uncertain)[:,]?\s+", re.I
)
_SIGNATURE = re.compile(r"\b(?:signatures?|signed|initials?|autograph)\b", re.I)
_DAMAGE = re.compile(r"\b(?:torn|damaged|cut|burnt|burned)\b", re.I)
PAGE_END = re.compile(r"(?:page break|new page|next page)", re.I)
_PARENTHESIS = re.compile(
    r"(?:(?<![\w/])/(?!\s)|(?<!\w)[({<])"
    r"(?P<words>(?=[^(){}<>/\[\]\n]{0,60}(?:inaudible|unintelligible|illegible|indistinct|garbled|unreadable|missing|"
    r"torn|omitted|deleted))[^(){}<>/\[\]\n]{4,60})(?:(?<!\s)/(?![\w/])|[)}>])",
    re.I,
)
"""What may be the wording of a gap, in parentheses, braces, angle brackets or slashes."""
_DOTS_BRACKETED = re.compile(r"<\s?(?:\.{2,4}|…)\s?>|\((?:\.{3}|…)\)|\{(?:\.{3}|…)\}|/(?:\.{3}|…)/")
_BLANK = re.compile(r"(?<=[^\W_][\s(“\"$£№])_{3,}(?=[\s.,;:)”\"%])|(?<=[^\W_][\s(“\"$£№])(?:\.\s?){6,}(?=\s\w)")


def claim_gap(place: Place) -> bool:
    """Claim a bracket that stands for what is not there: "[2 lines illegible]", "[...]", "[page missing]"."""
    if PAGE_END.fullmatch(place.content):
        place.draft.sign(place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "pb")
        return True
    attrs = gap_attrs(place.content)
    if attrs is None:
        return _claim_damaged_reading(place)
    place.draft.sign(place.bracket.start, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
    return True


def gap_attrs(content: str) -> Attrs | None:
    """Return ``@reason``, ``@unit``, ``@quantity`` and ``@extent`` for a wording of a gap, or None for other words."""
    if not content or _DOTS.fullmatch(content):
        return {"reason": "omitted"} if content else None
    words = [word.casefold() for word in _WORD.findall(content[: _LONGEST + 1]) if word.isalpha()]
    if len(content) > _LONGEST or not words or not GAP_WORDS.issuperset(words) or content[-1] == "?":
        return None
    if len(words) == 1 and words[0] in ORDINARY_WORDS:
        return None
    reason = next((row.value for row in REASONS if row.pattern.search(content)), "")
    return {"reason": reason, **_extent(content)} if reason else None


def _extent(content: str) -> Attrs:
    """Return how much is missing: a number of units where the wording counts them, else its words as ``@extent``."""
    if duration := _DURATION.search(content):
        return {"extent": duration.group()}
    match = _COUNTED.search(content)
    if match is None or (_DAMAGE.search(content) and not (match["number"] or match["share"])):
        return {}
    unit = _UNITS[match["unit"].casefold()]
    number = _number((match["number"] or "").casefold(), bool(match["plural"]))
    share = (match["share"] or "").casefold()
    if share == "half":
        number, share = "0.5", ""
    if share in ("first", "last", "entire", "whole") and number:
        share = ""
    if share or not number:
        return {"unit": unit, "extent": " ".join(match.group().split())} if share or match["number"] else {"unit": unit}
    return {"unit": unit, "quantity": number}


def _number(word: str, is_plural: bool) -> str:
    """Return a number in figures for a word or figures of a count; a unit in the singular without number is one."""
    if not word:
        return "" if is_plural else "1"
    word = word.replace(" 1/2", "½")
    if word[-1] in _FRACTIONS:
        return (word[:-1] or "0") + _FRACTIONS[word[-1]]
    return word if word.isdigit() else _NUMBERS.get(word, "")


def _claim_damaged_reading(place: Place) -> bool:
    """Claim a guess at what is damaged, "[illegible—men?]", or hedged, "[possibly: men]"."""
    match = _DAMAGED_READING.match(place.inner)
    attrs = gap_attrs(match["gap"].strip()) if match else None
    found = match if attrs else HEDGED_READING.match(place.inner)
    if found is None or len(place.content.split()) > 8 or _SIGNATURE.search(place.content):
        return False
    reading: Attrs = {"cert": "low", "resp": place.resp}
    if attrs and "unit" in attrs:
        place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
        return doubtful(place, "supplied", {"reason": reason_of_doubt(place), **reading}, found.end())
    if attrs:
        reading["reason"] = attrs["reason"]
    return doubtful(place, "unclear", reading, found.end())


def claim_query(place: Place) -> bool:
    """Claim a doubtful reading: "[?]" about the word before, "[contrary?]" in place of a word."""
    content = place.content
    if content in ("?", "??", "(?)"):
        return _claim_bare_query(place)
    attrs = {"reason": _reason(place), "cert": "low", "resp": place.resp}
    if content.startswith("?") and len(content.split()) <= 6:
        return doubtful(place, "supplied", attrs, len(place.inner) - len(place.inner.lstrip("? ")))
    if not re.search(r"\w[”’\"')]*\s*\(?\?+\)?$", content) or len(content.split()) > 6:
        return False
    return doubtful(place, "supplied", attrs, 0)


def _reason(place: Place) -> str:
    """Return the reason for a doubtful reading: it completes the word it is glued to, or is its agent's."""
    return "completion" if place.is_glued_before or place.is_glued_after else reason_of_doubt(place)


def doubtful(place: Place, tag: str, attrs: Attrs, skip: int) -> bool:
    """Make the words after the first ``skip`` an element; a question mark that ends them is a sign of the doubt."""
    start = place.bracket.inner_start + skip
    end = place.bracket.inner_end
    while end > start and (place.draft.text[end - 1] in "?()" or place.draft.text[end - 1].isspace()):
        end -= 1
    if start >= end:
        return False
    place.take_signs(start, end)
    place.draft.span(start, end, tag, attrs)
    return True


def _pairs(words: str) -> bool:
    """Tell whether words close with the sign that answers the one they open with."""
    return words[0] + words[-1] in ("()", "{}", "<>", "//")


def _claim_bare_query(place: Place) -> bool:
    if not place.words_before:
        return False
    word = place.words_before[-1]
    if word.text.casefold() in FUNCTION_WORDS:
        place.draft.sign(place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "gap", {"reason": "illegible", "cert": "low", "resp": place.resp})
        return True
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "unclear", {"cert": "low", "resp": place.resp}, rank=60)
    return True


def claim_unbracketed(draft: Draft, resp: Callable[[], str]) -> None:
    """Claim blanks to fill in, "______", amid the words of a paragraph, and "(inaudible)" in parentheses."""
    for block in draft.body_blocks():
        for match in _PARENTHESIS.finditer(draft.text, block.start, block.end):
            if _SIGNATURE.search(match["words"]):
                continue
            if (attrs := gap_attrs(match["words"])) and _pairs(match.group()) and draft.sign(*match.span()):
                draft.point(match.start(), "gap", {**attrs, "resp": resp()})
        for match in _DOTS_BRACKETED.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                doubt = {} if match.group().startswith("<") else {"cert": "medium"}
                draft.point(match.start(), "gap", {"reason": "omitted", **doubt, "resp": resp()})
        for match in _BLANK.finditer(draft.text, block.start, block.end):
            if draft.sign(*match.span()):
                draft.point(match.start(), "space", {"unit": "chars", "quantity": str(len(match.group()))})
