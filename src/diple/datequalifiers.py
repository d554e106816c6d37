"""Dates with the words that qualify them: "circa March 1951", "not later than 5 May", "early May" (TEI 13.4).

In running text the words of a date are marked and what qualifies them stays outside; in a dateline, and where a record
gives the date of a document, both are its date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, NamedTuple

from diple.dateforms import DateMatch

_LOOK_BACK: Final = 32
"""Characters before a date in which a word that qualifies it may begin."""
_SPACE: Final = r"[\s,:]*"
_BRACKET: Final = re.compile(r"[\s,:]*[\[(]\Z")

_Qualifies = Callable[[DateMatch, re.Match[str]], DateMatch | None]


class _Qualifier(NamedTuple):
    pattern: re.Pattern[str]
    make: _Qualifies


def qualified(text: str, dates: Iterable[DateMatch], *, through_brackets: bool = False) -> list[DateMatch]:
    """Return the dates of a text, in order, each with the words before it that qualify it.

    ``through_brackets`` says that a bracket may stand between: "undated [May 1951]".
    """
    found: list[DateMatch] = []
    end = 0
    for dated in dates:
        low, high = max(end, dated.start - _LOOK_BACK), dated.start
        bracket = _BRACKET.search(text, low, high) if through_brackets else None
        found.append(_qualified(text, low, bracket.start() if bracket else high, dated))
        end = dated.end
    return found


def _qualified(text: str, low: int, high: int, dated: DateMatch) -> DateMatch:
    if dated.when.startswith("--"):
        return dated
    for qualifier in _QUALIFIERS if dated.when else (_NIGHT,):
        match = qualifier.pattern.search(text, low, high)
        if match and (made := qualifier.make(dated, match)):
            return made._replace(start=match.start())
    return dated


def _unsure(dated: DateMatch, _: re.Match[str]) -> DateMatch:
    return dated._replace(cert="low")


def _as_it_is(dated: DateMatch, _: re.Match[str]) -> DateMatch:
    return dated


def _not_after(dated: DateMatch, _: re.Match[str]) -> DateMatch:
    return dated._replace(when="", not_after=dated.when, precision="range")


def _not_before(dated: DateMatch, _: re.Match[str]) -> DateMatch:
    return dated._replace(when="", not_before=dated.when, precision="range")


def _part_of_month(dated: DateMatch, match: re.Match[str]) -> DateMatch | None:
    if dated.precision != "month":
        return None
    year, month = (int(part) for part in dated.when.split("-"))
    length = monthrange(year, month)[1]
    first, last = next(days for name, days in _PARTS.items() if match["part"].lower().startswith(name))
    return dated._replace(
        when="",
        not_before=f"{dated.when}-{first:02}",
        not_after=f"{dated.when}-{min(last, length):02}",
        cert="medium",
        precision="range",
    )


_PARTS: Final = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "first half": (1, 15), "mid": (11, 20),
    "second half": (16, 31), "late": (21, 31), "end": (21, 31), "close": (21, 31),
}  # fmt: skip
"""Days of a month; rough, so that dates read from them are never of high certainty."""


def _one_of_two(dated: DateMatch, match: re.Match[str]) -> DateMatch | None:
    """Make the span within which "12 or 13 March 1951" lies."""
    if dated.precision != "day":
        return None
    last = date.fromisoformat(dated.when)
    if not 0 < int(match["day"]) < last.day:
        return None
    return dated._replace(
        when="", not_before=last.replace(day=int(match["day"])).isoformat(), not_after=dated.when, precision="range"
    )


def _row(pattern: str, make: _Qualifies) -> _Qualifier:
    return _Qualifier(re.compile(rf"(?<![\w.])(?:{pattern}){_SPACE}\Z", re.I), make)


_THE: Final = r"(?:(?:in|on|at|during)\s+)?(?:the\s+)?"

_NIGHT: Final = _row(rf"{_THE}(?:night|evening|morning|afternoon|course|day)(?:\s+(?:of|before|to))?", _as_it_is)
_QUALIFIERS: Final = (
    _row(r"(?:undated|no date|n\.\s?d\.|without (?:a )?date|s\.\s?d\.)[,;:.]?", _unsure),
    _row(r"c\.|ca\.?|circa|about|around|approx(?:imately|\.)|probably|perhaps|possibly|presumably|prob\.|~", _unsure),
    _row(r"(?:not|no) later than|(?:on or )?before|prior to|(?:not|no) after|until|up to", _not_after),
    _row(r"(?:not|no) earlier than|(?:on or )?after|since|not before", _not_before),
    _row(rf"{_THE}(?P<part>early|beginning|start|mid(?:dle)?|late|end|close|first half|second half)(?:\s+(?:of|in))?-?",
         _part_of_month),
    _NIGHT,
    _row(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+or(?:\s+the)?", _one_of_two),
)  # fmt: skip
"""Tried in this order."""
