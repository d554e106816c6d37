"""What could not be read, was left out or is lost (TEI 11.3.3.1); doubtful readings (11.3.3.1); blanks (11.3.3.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple.model import Attrs
from diple.recognisers.brackets.place import Place

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "half": 0,
}  # fmt: skip
_UNITS = {
    "word": "words", "line": "lines", "page": "pages", "paragraph": "paragraphs", "letter": "chars",
    "character": "chars", "sentence": "sentences", "name": "words", "sheet": "pages", "section": "sections",
    "group": "groups", "figure": "chars", "digit": "chars", "sheets": "pages",
}  # fmt: skip


class GapWord(NamedTuple):
    """A wording and the reason of the gap it stands for."""

    reason: str
    pattern: str


GAP_WORDS = (
    GapWord(
        "redacted",
        r"(?:not|un)[- ]?declassified|redacted|sanitized|excised|classified|withheld|censored|exempted|blacked out",
    ),
    GapWord("garbled", r"garbled?|corrupt(?:ed)?|garble in (?:the )?text|apparent(?:ly)? garbled?"),
    GapWord(
        "inaudible", r"inaudible|not audible|unintelligible|indistinct|tape (?:ends|breaks)|recording (?:ends|breaks)"
    ),
    GapWord(
        "illegible",
        r"illegible|unreadable|undecipherable|indecipherable|not legible|unclear|cannot be read|blurred|faded|smudged",
    ),
    GapWord("lost", r"missing|lost|torn(?: off| away)?|cut off|damaged|not found|destroyed|not preserved|burnt|burned"),
    GapWord(
        "omitted",
        r"omitted|ellipsis|not translated|not (?:printed|reproduced|included)|deleted by the editors?|"
        r"skipped|abridged|left out",
    ),
    GapWord("blank", r"blank|left blank|blank space|space left blank|empty|blank in (?:the )?original"),
)
"""Tried in this order."""

_ANY_REASON = "|".join(f"(?P<{row.reason}>{row.pattern})" for row in GAP_WORDS)
_COUNT = (
    r"(?:(?:about|approximately|approx\.?|some|ca?\.|at least|"
    r"nearly)\s+)?(?P<{0}>\d{{1,3}}(?:[-–]\d{{1,3}})?(?:[½¼¾]|\s?1/2)?|an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|half(?: an?)?|several|few|a few|many|the rest of the|rest of|"
    r"remaining|entire|next|last|first|the|this|part of (?:a|the))"
)
_UNIT = (
    r"(?P<{0}>words?|lines?|pages?|paragraphs?|letters?|characters?|sentences?|names?|sheets?|sections?|"
    r"groups?|digits?|figures?)"
)
_VERB = r"(?:(?:is|are|was|were|has been|have been|being)\s+)?"
_HEDGE = (
    r"(?:(?:text|passage|portion|remainder|phrase|date|number|material|source text|handwriting|"
    r"handwritten|original|partly|partially|mostly|largely|entirely|deliberately|intentionally|apparently|"
    r"here|and|or)\s+)*"
)
_TAIL = (
    r"(?:\s+(?:here|in (?:the )?(?:original|source|source text|text|document|copy|manuscript|russian|"
    r"translation)|by the (?:translator|editor)s?))*"
)

_GAP = re.compile(
    rf"(?:{_COUNT.format('count')}\s+)?(?:{_UNIT.format('unit')}\s+)?{_HEDGE}{_VERB}(?:{_ANY_REASON})"
    rf"(?:\s*[:,-]?\s*(?:{_COUNT.format('count_after')}\s+)?{_UNIT.format('unit_after')})?"
    rf"(?:\s+(?:{_ANY_REASON.replace('?P<', '?P<second_')}))?{_TAIL}[.!?]*",
    re.I,
)
_DOTS = re.compile(r"(?:\.\s?){2,}|…+|-{2,}|–{1,3}|—+")
_DAMAGED_READING = re.compile(
    r"(?:illegible|unclear|inaudible|garbled?|unreadable)\s*(?:[–—:,;-]+|\bpossibly\b|\bperhaps\b|\()+\s*", re.I
)
_HEDGED_READING = re.compile(
    r"(?:possibly|perhaps|probably|maybe|apparently|presumably|reading uncertain|uncertain)[:,]?\s+", re.I
)
_MARKED_BY_ILLEGIBLE = re.compile(r"\b(?:signatures?|signed|initials?|autograph)\b", re.I)


def claim_gap(place: Place) -> bool:
    """Claim a bracket that stands for what is not there: "[2 lines illegible]", "[...]", "[page missing]"."""
    content = place.content
    attrs = gap_attrs(content)
    if attrs is None:
        return _claim_damaged_reading(place)
    place.draft.sign(place.bracket.start, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
    return True


def gap_attrs(content: str) -> Attrs | None:
    """Return ``@reason``, ``@unit``, ``@quantity`` and ``@extent`` for a wording of a gap, or None for other words."""
    if not content or _DOTS.fullmatch(content):
        return {"reason": "omitted"} if content else None
    if len(content) > 120 or (match := _GAP.fullmatch(content)) is None:
        return None
    groups = match.groupdict()
    reason = next(row.reason for row in GAP_WORDS if groups.get(row.reason))
    unit = (groups.get("unit") or groups.get("unit_after") or "").casefold()
    count = (groups.get("count") or groups.get("count_after") or "").casefold()
    return {"reason": reason, **_extent(count, unit)}


def _extent(count: str, unit: str) -> Attrs:
    if not unit:
        return {}
    name = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"), "")
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    if not number and not count and not unit.endswith("s"):
        number = 1
    if number:
        return {"unit": name, "quantity": str(number)}
    return {"unit": name, "extent": f"{count} {unit}".strip()}


def _claim_damaged_reading(place: Place) -> bool:
    """Claim a guess at what is damaged, "[illegible—men?]", or hedged, "[possibly: men]"."""
    match = _DAMAGED_READING.match(place.inner)
    hedged = _HEDGED_READING.match(place.inner) if match is None else None
    found = match or hedged
    if found is None or len(place.content.split()) > 6 or _MARKED_BY_ILLEGIBLE.search(place.content):
        return False
    reason = match.group().split()[0].strip("–—:,;-(").casefold() if match else ""
    attrs = {"cert": "low", "resp": place.resp}
    if reason:
        attrs["reason"] = (
            "inaudible" if reason == "inaudible" else "garbled" if reason.startswith("garble") else "illegible"
        )
    return doubtful(place, "unclear", attrs, found.end())


def claim_query(place: Place) -> bool:
    """Claim a doubtful reading: "[?]" about the word before, "[contrary?]" in place of a word."""
    content = place.content
    if content in ("?", "??", "(?)"):
        return _claim_bare_query(place)
    if not re.search(r"\w[”’\"')]*\s*\(?\?+\)?$", content) or len(content.split()) > 6:
        return False
    return doubtful(place, "supplied", {"reason": reason_of_doubt(place), "cert": "low", "resp": place.resp}, 0)


def reason_of_doubt(place: Place) -> str:
    """Return the reason for supplied words of this agent: a translator translates, others edit."""
    return "translation" if place.agent == "translator" else "editorial"


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


def _claim_bare_query(place: Place) -> bool:
    if not place.words_before:
        return False
    word = place.words_before[-1]
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "unclear", {"cert": "low", "resp": place.resp}, rank=60)
    return True
