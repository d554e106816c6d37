"""Heads of documents in a row: the lines at which, on their own showing, another document begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?(?:{_MONTHS}),? \d{{4}}\b|\b(?:{_MONTHS}) \d{{1,2}},? \d{{4}}\b|"
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b",
    re.I,
)
_KIND = (
    r"(?:cipher(?:ed)?[- ])?(?:telegrams?|cables?|airgrams?|letters?|memorand(?:um|a)|records?|minutes|reports?|notes?|"
    r"dispatch(?:es)?|despatch(?:es)?|messages?|circulars?|protocols?|resolutions?|editorial note|summary|transcript|"
    r"paper|statement|instruction|conversation|aide-m[eé]moire|information|diary|stenogram)"
)
_NUMBERED = (
    re.compile(r"(?:document|doc\.|dokument|документ)\s*(?:no\.?|nº|№|#|number)?\s*(\d{1,4})\b[.:]?(?P<rest>.*)", re.I),
    re.compile(rf"(\d{{1,4}})\.\s+(?P<rest>(?:[\w’'.-]+ ){{0,4}}?{_KIND}(?:\b|(?=\d)).*)", re.I),
    re.compile(r"(?:no\.|nº|№)\s*(\d{1,4})[.:]?\]?(?P<rest>)", re.I),
    re.compile(
        r"(?:no\.|nº|№)\s*(\d{1,4})[.:]?\]?\s*[—–-]?\s*(?P<rest>(?P<to>\S+ (?:\S+ ){0,7}?to (?:\S+ ?){1,8}))", re.I
    ),
    re.compile(rf"{_KIND}\s+(?:no\.?|nº|№|number)?\s*(\d{{1,4}}|[ivxlc]{{1,8}})\b[.:]?(?P<rest>.*)", re.I),
    re.compile(r"(?P<bare>\d{1,3}|[IVXLC]{1,8})\.?(?P<rest>)"),
)
"""Heads with a number: "Document 3", "12. Telegram From …", "No. 7" alone on its line or before "A to B", "Letter IV"
and a number alone, which counts only before a letter or cable."""
_MISSING = 2
"""How many numbers of a series may be missing between two heads."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_RULE = re.compile(r"(?:[*_=–—~-]\s?){3,}|(?:x\s){2,}x|#")
_ENCLOSED = re.compile(
    r"\W*(?:enclosures?|enclosed|attachments?|attached|annex(?:es|ure)?|appendix|appendices|addendum|draft|copy|"
    r"text of|translation|supplement|extract|excerpt|forward(?:ed|ing))\b",
    re.I,
)
_ENCLOSES = re.compile(
    r"\b(?:enclos(?:e|es|ed|ing|ure)|attach(?:ed|ing|ment)?|appended|forward(?:ed|ing)? herewith|transmit\w*|"
    r"following (?:is the )?(?:text|letter|telegram|message)|copy of (?:a|the|my|his) (?:letter|telegram)|"
    r"reads as follows)\b",
    re.I,
)
_FIELD = re.compile(r"[*_]*(from|to|subject|date|via|cc|ref(?:erence)?)[*_]*\s*[:.]\s*[*_]*\s*\S", re.I)
_TELEGRAM = re.compile(
    r"(?:(?:top )?secret\s+)?(?:incoming |outgoing |cipher(?:ed)?[- ]?)?(?:telegram|cable|cablegram)s?\b"
    r"(?!.*[.!?]$).{0,80}",
    re.I,
)
_TALK = re.compile(
    r"(?:memorandum|record|minutes|transcript|stenographic record|report) of (?:a |the )?(?:conversation|talk|meeting|"
    r"session|telephone conversation|discussion)s?\b.{0,160}",
    re.I,
)
_CABLE = re.compile(r"(?:FM|FROM|TO|INFO|[RPOZ])\s+[A-Z0-9][A-Z0-9 /.-]{3,}")
"""Lines of the head of a cable: from whom, to whom, the group of day and time."""
_GROUP = re.compile(r"\b\d{6}Z\b")
_SALUTATION = re.compile(
    r"(?:my )?(?:dear|esteemed|respected|sir|madam|excellency|your excellency|gentlemen)\b.{0,80}[,:!]?", re.I
)
_RECORD = re.compile(r"#*\s*[*_]*document information[*_]*\s*", re.I)
_FRONT = re.compile(r"---\s*")
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")

_NEAR = 12
"""How many lines after its first belong to a head."""


class Paragraph(NamedTuple):
    """Lines without a blank one between: offsets in the text, and what stands between it and the one before."""

    start: int
    end: int
    lines: tuple[str, ...]
    gap: str


def read_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; together with their gaps they are all of it but the white end."""
    found: list[Paragraph] = []
    position = 0
    for match in re.finditer(r"\S[^\n\r]*(?:(?:\r\n|\n|\r)[^\S\n\r\f]*[^\s][^\n\r]*)*", text):
        lines = tuple(line.strip() for line in re.split(r"\r\n|\n|\r", match.group()))
        found.append(Paragraph(match.start(), match.end(), lines, text[position : match.start()]))
        position = match.end()
    return found


def heads_of(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return the indices of the paragraphs with which documents begin, the first one's among them.

    Fewer than two say that the text is one document; an enclosure, a draft or a quoted letter is part of another.
    """
    rules: tuple[Callable[[Sequence[Paragraph]], list[int]], ...] = (
        _front_matters, _records, _numbered, _alike,
    )  # fmt: skip
    return next((heads for rule in rules if len(heads := rule(paragraphs)) > 1), [])


def _front_matters(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return where blocks of YAML front matter begin, if the first stands at the head of the text."""
    heads = [
        index
        for index, paragraph in enumerate(paragraphs)
        if _FRONT.fullmatch(paragraph.lines[0]) and len(paragraph.lines) > 2 and _is_front_matter(paragraph.lines)
    ]
    return heads if heads[:1] == [0] else []


def _is_front_matter(lines: tuple[str, ...]) -> bool:
    closing = next((number for number, line in enumerate(lines) if number and _FRONT.fullmatch(line)), 0)
    return closing > 1 and all(_KEY.match(line) or line.startswith("-") for line in lines[1:closing])


def _records(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return where records of an archive's web pages begin: a date alone and a title, after another record's end."""
    tails = [index for index, one in enumerate(paragraphs) if _RECORD.fullmatch(one.lines[0])]
    heads = [0]
    for before, tail in pairwise(tails):
        dates = [
            index
            for index in range(before + 1, tail - 1)
            if _is_date(paragraphs[index]) and not _is_label(paragraphs[index - 1]) and _is_title(paragraphs[index + 1])
        ]
        if dates:
            heads.append(dates[0])
    return heads if len(heads) == len(tails) and _is_date_near(paragraphs, 0) else []


def _is_date(paragraph: Paragraph) -> bool:
    line = paragraph.lines[0].strip("# *_")
    return len(paragraph.lines) == 1 and len(line) < 30 and _DATE.search(line) is not None


def _is_label(paragraph: Paragraph) -> bool:
    line = paragraph.lines[-1].strip("# *_:")
    return (
        len(line.split()) <= 4
        and re.fullmatch(r"(?:original )?(?:uploaded |publication |creation )?dates?", line, re.I) is not None
    )


def _is_title(paragraph: Paragraph) -> bool:
    line = paragraph.lines[0]
    return len(line) < 250 and line[:1] not in "([" and not line.endswith((".", ":", ";", ","))


def _numbered(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return where numbered heads stand, if their numbers follow each other and each has a date or a rule before it."""
    for pattern in _NUMBERED:
        heads = _series(paragraphs, pattern)
        if len(heads) > 1 and all(_opens_text(paragraphs, number) for number in range(heads[0])):
            return [0, *heads[1:]]
    return []


def _series(paragraphs: Sequence[Paragraph], pattern: re.Pattern[str]) -> list[int]:
    """Return where heads of one form stand whose numbers follow each other; none if one leaps ahead."""
    heads: list[int] = []
    last = 0
    for index, paragraph in enumerate(paragraphs):
        match = pattern.fullmatch(paragraph.lines[0].strip("# *_"))
        if match is None or _is_sentence(paragraph, match) or not _is_head(paragraphs, index, match):
            continue
        number = _value(match[1])
        if heads and number > last + 1 + _MISSING:
            return []
        if not heads or number > last:
            heads.append(index)
            last = number
    return heads


def _is_head(paragraphs: Sequence[Paragraph], index: int, match: re.Match[str]) -> bool:
    """Tell whether a numbered line is a head: a date is near, and nothing says that it is enclosed."""
    if not _is_date_near(paragraphs, index) or _is_enclosed(paragraphs, index):
        return False
    is_bare = "bare" in match.re.groupindex
    return not is_bare or _kind_of(paragraphs, index) in {"letter", "cable", "memo"}


def _value(number: str) -> int:
    """Return the value of an Arabic or Roman number."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[figure] for figure in number.lower()]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _is_sentence(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Tell whether a numbered paragraph is one of prose and no head."""
    if "to" in match.re.groupindex:
        return len(paragraph.lines) > 2
    return sum(map(len, paragraph.lines)) > 400 or (bool(match["rest"].strip()) and paragraph.lines[-1][-1] in ".;:,")


def _opens_text(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a paragraph before the first numbered head may be a title of the whole file."""
    return index < 3 and len(paragraphs[index].lines) <= 3


def _is_date_near(paragraphs: Sequence[Paragraph], index: int) -> bool:
    lines = [line for paragraph in paragraphs[index : index + 6] for line in paragraph.lines][:_NEAR]
    return any(_DATE.search(line) or _GROUP.search(line) for line in lines)


def _is_of_cable(line: str) -> bool:
    return _CABLE.match(line) is not None


def _is_enclosed(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether what begins here is announced, by itself or before, as part of what goes before."""
    if _ENCLOSED.match(paragraphs[index].lines[0]):
        return True
    before = paragraphs[index - 1] if index else None
    if before is not None and _is_rule(before) and index > 1:
        before = paragraphs[index - 2]
    return before is not None and (before.lines[-1].endswith(":") or bool(_ENCLOSED.match(before.lines[-1])))


def _is_rule(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) == 1 and _RULE.fullmatch(paragraph.lines[0]) is not None


# ---- heads of the same kind, each after a rule, a page end or an empty space


def _alike(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return where heads of the kind that opens the text, with a date, come again after a rule or a page end."""
    kind = _kind_of(paragraphs, 0)
    if not kind:
        return []
    heads = [0]
    for index in _after_breaks(paragraphs):
        if _kind_of(paragraphs, index) == kind and not _belongs_before(paragraphs, heads[-1], index):
            heads.append(index)
    return heads


def _after_breaks(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    for index in range(1, len(paragraphs)):
        before = paragraphs[index - 1]
        if "\f" in paragraphs[index].gap or _is_rule(before) or paragraphs[index].gap.count("\n") > 3:
            yield index


def _belongs_before(paragraphs: Sequence[Paragraph], first: int, index: int) -> bool:
    """Tell whether a head is that of something enclosed or quoted in the document that began with ``first``."""
    if _is_enclosed(paragraphs, index):
        return True
    return any(_ENCLOSES.search(line) for paragraph in paragraphs[first:index] for line in paragraph.lines)


def _kind_of(paragraphs: Sequence[Paragraph], index: int) -> str:
    """Return what kind of document a head opens: ``memo``, ``cable``, ``telegram``, ``talk``, ``letter``, or ""."""
    near = paragraphs[index : index + 6]
    lines = [line.strip("# *_") for paragraph in near for line in paragraph.lines][:_NEAR]
    if any(_GROUP.search(line) for line in lines) and sum(map(_is_of_cable, lines)) > 1:
        return "cable"
    if not any(_DATE.search(line) for line in lines):
        return ""
    fields = {match[1].casefold() for line in lines if (match := _FIELD.match(line))}
    if len(fields & {"from", "to", "subject", "date"}) >= 3:
        return "memo"
    if _TELEGRAM.fullmatch(lines[0]):
        return "telegram"
    if _TALK.fullmatch(lines[0]):
        return "talk"
    return "letter" if any(_SALUTATION.fullmatch(line) for line in lines[1:8]) else ""
