"""Dates in words and figures, found in running text or read from a whole line (TEI 3.6.4 and 13.4).

Nothing is taken from a clock: a day and month without a year take one only if the caller gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diple.dateforms import FORMS, DateMatch

__all__ = ["DateMatch", "find_dates", "parse_date"]

_ANCHOR = re.compile(
    r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)|\d[./-][\dXVI]|hundred|nineteen|eighteen|twenty|"
    r"January|February|March|April|May|June|July|August|September|October|November|December",
    re.I,
)
"""Something that every date holds, so that only its neighbourhood need be searched."""
_REACH = 90
_OUTSIDE = re.compile(r"[\s\[\](){}*_#«»“”\"'.,;:~?]*")
_BEFORE = re.compile(
    r"[\s\[(*_#“\"]*(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|dated?|(?P<circa>c\.|ca\.|circa|about|around)|on|of|the|"
    r"In words:)[\s,:]*){0,4}",
    re.I,
)


def find_dates(text: str, default_year: int | None = None) -> list[DateMatch]:
    """Return the dates in a text in order, none overlapping another; offsets count the characters of ``text``.

    Years alone are found only after a word that makes them one ("in 1957"). A day and month without year take
    ``default_year``, with ``cert`` medium, or are given as TEI's ``--MM-DD``. Takes time linear in the text.
    """
    found: list[DateMatch] = []
    for low, high in _neighbourhoods(text):
        taken = bytearray(high - low)
        for pattern, make in FORMS:
            for match in pattern.finditer(text, low, high):
                dated = make(match, default_year)
                if dated is None or taken.find(1, dated.start - low, dated.end - low) >= 0:
                    continue
                taken[dated.start - low : dated.end - low] = b"\x01" * (dated.end - dated.start)
                found.append(_without_open_bracket(text, dated))
    return sorted(found)


def _neighbourhoods(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which dates may stand, apart from each other."""
    low, high = 0, -1
    for match in _ANCHOR.finditer(text):
        if match.start() - _REACH > high:
            if high >= 0:
                yield low, high
            low = max(0, match.start() - _REACH)
        high = min(len(text), match.end() + _REACH)
    if high >= 0:
        yield low, high


def _without_open_bracket(text: str, dated: DateMatch) -> DateMatch:
    """Return a date without a closing bracket whose opening one stands outside."""
    inside = text[dated.start : dated.end]
    if inside.endswith(")") and "(" not in inside:
        return dated._replace(end=dated.end - 1)
    return dated


def parse_date(text: str, default_year: int | None = None) -> DateMatch | None:
    """Return the one date that a whole text is, or None; brackets, a weekday or "dated" before it do not matter."""
    lead = _BEFORE.match(text)
    start = lead.end() if lead else 0
    if len(text) - start > 200:
        return None
    dates = find_dates(text, default_year) or _lone_year(text, start)
    if len(dates) != 1 or dates[0].start > start or _OUTSIDE.fullmatch(text, dates[0].end) is None:
        return None
    unsure = (lead and lead["circa"]) or "?" in text[dates[0].end :]
    return dates[0]._replace(cert="low") if unsure else dates[0]


def _lone_year(text: str, start: int) -> list[DateMatch]:
    match = re.compile(r"(1[0-9]\d\d|20\d\d)(?!\d)").match(text, start)
    return [DateMatch(*match.span(), match[1], precision="year")] if match else []
