"""Dates in words and figures, found in running text or read from a whole line (TEI 3.6.4 and 13.4).

Nothing is taken from a clock: a day and month without a year take one only if the caller gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise, product

from diple.dateforms import DateMatch
from diple.datepatterns import FORMS, KINDS, WEAK_FORMS, Form
from diple.datequalifiers import qualified
from diple.extendeddates import parse_extended

__all__ = ["DateMatch", "find_dates", "find_qualified_dates", "parse_date"]

_FIGURES = re.compile("[0-9]+")
_FIGURES_OR_WORDS = re.compile(r"[0-9]+|nineteen|eighteen|hundred|thousand|twenty")
_YEARS_IN_WORDS = ("nineteen", "eighteen", "hundred", "thousand")
_BEFORE_FIGURES, _AFTER_FIGURES, _BEFORE_WORDS = 45, 25, 90
"""Within how many characters a date begins before its first figure, or a year in words, and names its month after."""
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "d"})
_RANKED = tuple(enumerate((*FORMS, *WEAK_FORMS)))
_QUOTES = frozenset('"“„«')

Kinds = tuple[str, ...]
Ranked = tuple[int, Form]
_OUTSIDE = re.compile(
    r"[\s\[\](){}*_#«»“”\"'.,;:~?—–]*(?:(?<=[\s,;:—–])(?:at )?\d{1,2}(?:[:.]\d\d| ?[ap]\.? ?m\.?)"
    r"(?: ?[ap]\.? ?m\.?| hours?| hrs?\.?)?(?: [A-Z]{2,4})?[\s.)\]]*)?",
    re.I,
)
"""What may stand around a date in a line that is nothing else: signs, and behind it the time of day."""
_BEFORE = re.compile(
    r"[\s\[(*_#“\"]*(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|dated?|"
    r"(?P<circa>c\.|ca\.|circa|about|around|undated|no date|n\.\s?d\.)|on|of|the|In words:)[\s,:]*){0,4}",
    re.I,
)
_NO_BRACKETS = str.maketrans("[]", "  ")


def find_dates(text: str, default_year: int | None = None) -> list[DateMatch]:
    """Return the dates in a text in order, none overlapping another; offsets count the characters of ``text``.

    Years alone are found only after a word that makes them one ("in 1957"). A day and month without year take
    ``default_year``, with ``cert`` medium, or are given as TEI's ``--MM-DD``. Takes time linear in the text.
    """
    found: list[DateMatch] = []
    for low, high in _neighbourhoods(text):
        taken = bytearray(high - low)
        for _, dated in sorted(_candidates(text, low, high, default_year)):
            if taken.find(1, dated.start - low, dated.end - low) < 0:
                taken[dated.start - low : dated.end - low] = b"\x01" * (dated.end - dated.start)
                found.append(_without_open_bracket(text, dated))
    return sorted(found)


def find_qualified_dates(text: str, default_year: int | None = None) -> list[DateMatch]:
    """Return the dates that ``find_dates`` finds, each with the words before it that qualify it ("circa May 1951")."""
    return qualified(text, find_dates(text, default_year))


def _neighbourhoods(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around figures (and around years in words, if there are any), apart from each other."""
    lower = text.lower()
    in_words = any(word in lower for word in _YEARS_IN_WORDS)
    pattern, reach = (_FIGURES_OR_WORDS, _BEFORE_WORDS) if in_words else (_FIGURES, _BEFORE_FIGURES)
    low, high = 0, -1
    for match in pattern.finditer(lower):
        if match.start() - reach > high:
            if high >= 0:
                yield low, high
            low = max(0, match.start() - reach)
        high = min(len(text), match.end() + _AFTER_FIGURES)
    if high >= 0:
        yield low, high


def _candidates(text: str, low: int, high: int, default_year: int | None) -> Iterator[tuple[int, DateMatch]]:
    """Yield what has the form of a date, with the rank of its form; weak forms may overlap others."""
    end = low
    for (start, kinds), (_, following) in pairwise(_tokens(text, low, high)):
        if start < end or not kinds:
            continue
        for rank, form in _forms(kinds, following):
            if (match := form.pattern.match(text, start)) and (dated := form.maker(match, default_year)):
                yield rank, dated
                end = dated.end if rank < len(FORMS) else end
                break


def _tokens(text: str, low: int, high: int) -> Iterator[tuple[int, Kinds]]:
    """Yield words and figures as offsets and kinds; a quotation mark belongs to the day after it. The last is empty."""
    for match in _TOKEN.finditer(text, low, high):
        token, start = match.group(), match.start()
        if token in _ORDINAL_ENDINGS:
            continue
        kinds = _kinds_of(token)
        yield (start - (text[start - 1 : start] in _QUOTES) if kinds == _DAY else start), kinds
    yield high, ("",)


_DAY: Kinds = ("day",)
_OF_FIGURES: dict[int, Kinds] = {4: ("year",), 6: ("group",)}


@lru_cache(maxsize=16384)
def _kinds_of(token: str) -> Kinds:
    """Return the kinds of a word or of figures, none for what has no part in a date."""
    if token[0].isdigit():
        return _DAY if len(token) < 3 else _OF_FIGURES.get(len(token), ())
    return KINDS.get(token.lower()) or (("word",) if token[0].isupper() else ())


@cache
def _forms(kinds: Kinds, following: Kinds) -> tuple[Ranked, ...]:
    """Return the forms that may begin with two tokens of these kinds."""
    pairs = frozenset(product(kinds, following))
    return tuple((rank, form) for rank, form in _RANKED if not pairs.isdisjoint(form.begins))


def _without_open_bracket(text: str, dated: DateMatch) -> DateMatch:
    """Return a date without a closing bracket whose opening one stands outside."""
    inside = text[dated.start : dated.end]
    if inside.endswith(")") and "(" not in inside:
        return dated._replace(end=dated.end - 1)
    return dated


def parse_date(text: str, default_year: int | None = None) -> DateMatch | None:
    """Return the one date that a whole text is, or None; brackets, a weekday or "dated" before it do not matter."""
    return (
        parse_extended(text)
        or _whole_date(text, default_year)
        or (_whole_date(text.translate(_NO_BRACKETS), default_year) if "[" in text else None)
    )


def _whole_date(text: str, default_year: int | None) -> DateMatch | None:
    lead = _BEFORE.match(text)
    start = lead.end() if lead else 0
    if len(text) - start > 200:
        return None
    found = _lone_month(text, start) or find_dates(text, default_year) or _lone_year(text, start)
    dates = qualified(text, found, through_brackets=True)
    if len(dates) != 1 or dates[0].start > start or _OUTSIDE.fullmatch(text, dates[0].end) is None:
        return None
    unsure = (lead and lead["circa"]) or any(sign in text[dates[0].end :] for sign in "?~")
    return dates[0]._replace(cert="low") if unsure else dates[0]


def _lone_month(text: str, start: int) -> list[DateMatch]:
    """Return the month that a text is in figures (ISO 8601: "1955-04"), which in running text may be two years."""
    match = re.compile(r"(1[0-9]\d\d|20\d\d)-(0[1-9]|1[0-2])(?![\w-])").match(text, start)
    return [DateMatch(*match.span(), match[0], precision="month")] if match else []


def _lone_year(text: str, start: int) -> list[DateMatch]:
    match = re.compile(r"(1[0-9]\d\d|20\d\d)(?!\d)").match(text, start)
    return [DateMatch(*match.span(), match[1], precision="year")] if match else []
