"""The forms in which dates are written, in words and figures, and the ISO values they stand for (TEI 13.4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from rapidfuzz.distance import OSA

from diple.model import Attrs

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
          "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
          "nineteenth")  # fmt: skip
_ORDINALS = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], 1)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
}
_CARDINALS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 1)
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_PARTS = {
    "beginning": (1, 3), "start": (1, 3), "early": (1, 4), "first half": (1, 6), "middle": (5, 8), "mid": (5, 8),
    "second half": (7, 12), "late": (9, 12), "end": (10, 12), "close": (11, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
}  # fmt: skip
"""Parts of a year in months; rough, so that dates read from them are never of high certainty."""


class DateMatch(NamedTuple):
    """A date found from ``start`` to ``end`` (characters of the text searched), with TEI's attributes for it.

    Either ``when`` or ``since``/``until`` (``@from``/``@to``) or ``not_before``/``not_after`` are given.
    ``precision`` is ``day``, ``month``, ``year``, ``day-month`` (the year is not said) or ``range``.
    ``problem`` says in words what is
    wrong with it as written, such as a misspelt month; ``cert`` is then low.
    """

    start: int
    end: int
    when: str = ""
    since: str = ""
    until: str = ""
    not_before: str = ""
    not_after: str = ""
    cert: str = ""
    precision: str = "day"
    problem: str = ""

    @property
    def attrs(self) -> Attrs:
        """The attributes of the TEI ``date`` element, ``@cert`` among them where it is not certain."""
        pairs = (("when", self.when), ("from", self.since), ("to", self.until), ("notBefore", self.not_before),
                 ("notAfter", self.not_after), ("cert", self.cert))  # fmt: skip
        return {name: value for name, value in pairs if value}


# A space or one line end, both optional; and the same where something has to stand.
_O = r"[^\S\n]{0,20}\n?[^\S\n]{0,20}"
_S = rf"(?=\s){_O}"
_COMMA = rf"{_O},?{_O}"
_DAY = r"(?<![\w.,/])(?:[\"“„«](?=\d{1,2}[\"”“»]))?(\d{1,2})(?:st|nd|rd|th|[\"”“»](?=\s))?"
_DAY_AFTER = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"\(?(1[0-9]\d\d|20\d\d)\)?(?!\d|[.,]\d\d\d)"
_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DASH = rf"{_O}[-–—]{{1,2}}{_O}"
_TO = rf"(?:{_DASH}|{_S}(?:to|through|until|till|and){_S})"
_WORD_DAY = "(" + "|".join(sorted((word.replace("-", "[- ]") for word in _ORDINALS), key=len, reverse=True)) + ")"
_NUMBER_WORD = f"(?:{'|'.join((*sorted(_CARDINALS, key=len, reverse=True), *_TENS, 'hundred', 'thousand', 'and'))})"
_WORD_YEAR = rf"({_NUMBER_WORD}(?:[- ]{_NUMBER_WORD}){{1,7}})\b"
_PART = "(" + "|".join(_PARTS) + ")"

Maker = Callable[[re.Match[str], int | None], DateMatch | None]
"""Makes the date of a match, given the year to take where none is written; None if it is no date after all."""


def _month(word: str) -> int:
    """Return the number of a month by its name or abbreviation, 0 if it is none."""
    key = word.lower().rstrip(".")[:3]
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(key)), 0)


def _iso(year: int, month: int, day: int) -> str:
    """Return the ISO date, or nothing if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _single(
    match: re.Match[str], year: int, month: int, day: int, cert: str = "", problem: str = ""
) -> DateMatch | None:
    start, end = match.span()
    if value := _iso(year, month, day):
        return DateMatch(start, end, value, cert=cert, problem=problem)
    if not 1 <= month <= 12 or not 28 < day <= 31:
        return None
    wrong = f"there is no day {day} in this month"
    return DateMatch(start, end, f"{year:04}-{month:02}", cert="low", precision="month", problem=wrong)


def _day_month_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    return _single(match, int(match[3]), _month(match[2]), int(match[1]))


def _month_day_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    return _single(match, int(match[3]), _month(match[1]), int(match[2]))


def _misspelt(word: str) -> int:
    """Return the month that a misspelt word most likely names, 0 if none is near enough."""
    if not word[0].isupper():
        return 0
    lower = word.lower()
    near = [(OSA.distance(lower, name, score_cutoff=2), number) for number, name in enumerate(MONTHS, 1)
            if name[0] == lower[0]]  # fmt: skip
    distance, number = min(near, default=(9, 0))
    return number if distance <= (2 if len(lower) > 5 else 1) else 0


def _misspelt_dmy(match: re.Match[str], _: int | None) -> DateMatch | None:
    month = _misspelt(match[2])
    return _single(match, int(match[3]), month, int(match[1]), "low", f"“{match[2]}” is no month") if month else None


def _misspelt_mdy(match: re.Match[str], _: int | None) -> DateMatch | None:
    month = _misspelt(match[1])
    return _single(match, int(match[3]), month, int(match[2]), "low", f"“{match[1]}” is no month") if month else None


def _iso_date(match: re.Match[str], _: int | None) -> DateMatch | None:
    return _single(match, int(match[1]), int(match[2]), int(match[3]))


def _numeric(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Read day, month, year in figures; the order is day first unless the figures forbid it."""
    first, second, year = int(match[1]), match[3], _full_year(match[4])
    cert = "" if len(match[4]) == 4 else "medium"
    if not second.isdigit():
        return _single(match, year, _ROMAN.index(second.lower()) + 1, first, cert)
    if int(second) > 12:
        return _single(match, year, first, int(second), cert)
    ambiguous = match[2] == "/" and first <= 12 and first != int(second)
    return _single(match, year, int(second), first, "low" if ambiguous else cert)


def _full_year(figures: str) -> int:
    return int(figures) if len(figures) == 4 else 1900 + int(figures)


def _range(match: re.Match[str], first: str, last: str, cert: str = "") -> DateMatch | None:
    if not first or not last or last < first:
        return None
    if match[0][:7].lower() == "between" and len(first) > 4:
        return DateMatch(*match.span(), not_before=first, not_after=last, cert=cert, precision="range")
    return DateMatch(*match.span(), since=first, until=last, cert=cert, precision="range")


def _days(match: re.Match[str], _: int | None) -> DateMatch | None:
    year, month = int(match[4]), _month(match[3])
    return _range(match, _iso(year, month, int(match[1])), _iso(year, month, int(match[2])))


def _days_after_month(match: re.Match[str], _: int | None) -> DateMatch | None:
    year, month = int(match[4]), _month(match[1])
    return _range(match, _iso(year, month, int(match[2])), _iso(year, month, int(match[3])))


def _day_to_day(match: re.Match[str], _: int | None) -> DateMatch | None:
    year = int(match[6])
    first_year = int(match[3]) if match[3] else year
    return _range(match, _iso(first_year, _month(match[2]), int(match[1])), _iso(year, _month(match[5]), int(match[4])))


def _day_to_day_american(match: re.Match[str], _: int | None) -> DateMatch | None:
    year = int(match[6])
    first_year = int(match[3]) if match[3] else year
    return _range(match, _iso(first_year, _month(match[1]), int(match[2])), _iso(year, _month(match[4]), int(match[5])))


def _months(match: re.Match[str], _: int | None) -> DateMatch | None:
    year = int(match[4])
    first_year = int(match[2]) if match[2] else year
    return _range(match, f"{first_year}-{_month(match[1]):02}", f"{year}-{_month(match[3]):02}")


def _part_of_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    first, last = _PARTS[match[1].lower().rstrip("-")]
    year = int(match[2])
    return DateMatch(*match.span(), not_before=f"{year}-{first:02}", not_after=f"{year}-{last:02}", cert="medium",
                     precision="range")  # fmt: skip


def _month_year(match: re.Match[str], _: int | None) -> DateMatch:
    return DateMatch(*match.span(), f"{match[2]}-{_month(match[1]):02}", precision="month")


def _years(match: re.Match[str], _: int | None) -> DateMatch | None:
    first, last = match[1], match[2]
    last = last if len(last) == 4 else first[:2] + last
    return _range(match, first, last) if int(last) - int(first) <= 150 and first != last else None


def _decade(match: re.Match[str], _: int | None) -> DateMatch:
    decade = match[1][:3]
    return DateMatch(*match.span(), not_before=f"{decade}0", not_after=f"{decade}9", precision="range")


def _in_words(match: re.Match[str], _: int | None) -> DateMatch | None:
    day = _ORDINALS[re.sub(r"\s", "-", match[1].lower())]
    year = int(match[3]) if match[3] else _year_in_words(match[4])
    return _single(match, year, _month(match[2]), day) if year else None


def _year_in_words(words: str) -> int:
    """Return the year that number words say ("nineteen hundred and sixty-two"), 0 if they say none."""
    total, current = 0, 0
    for word in re.split(r"[-\s]+", words.lower()):
        match word:
            case "and":
                continue
            case "thousand":
                total, current = total + current * 1000, 0
            case "hundred":
                total, current = total + current * 100, 0
            case _ if word in _TENS and 9 < current < 21:
                total, current = current * 100, _TENS[word]
            case _:
                current += _TENS.get(word) or _CARDINALS[word]
    year = total + current
    return year if 1000 <= year <= 2099 else 0


def _day_month(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    return _yearless(match, match[2], int(match[1]), default_year)


def _month_day(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    return _yearless(match, match[1], int(match[2]), default_year)


def _yearless(match: re.Match[str], word: str, day: int, default_year: int | None) -> DateMatch | None:
    if not word[0].isupper() or len(word.rstrip(".")) < 3:
        return None
    month = _month(word)
    if not _iso(2000, month, day):
        return None
    if default_year is None:
        return DateMatch(*match.span(), f"--{month:02}-{day:02}", precision="day-month")
    value = _iso(default_year, month, day)
    return DateMatch(*match.span(), value, cert="medium", precision="day-month") if value else None


def _year(match: re.Match[str], _: int | None) -> DateMatch:
    return DateMatch(*match.span(1), match[1], precision="year")


FORMS: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern, re.I), maker)
    for pattern, maker in (
        (rf"\b{_WORD_DAY}(?:{_S}day)?{_S}(?:of{_S})?{_MONTH}{_COMMA}(?:{_YEAR}|{_WORD_YEAR})", _in_words),
        (r"(?<![\d-])(1\d\d\d|20\d\d)-(\d\d)-(\d\d)(?!\d|-\d)", _iso_date),
        (r"(?<![\d.,/])(\d{1,2})\s?([./-])\s?(\d{1,2}|XI{0,2}|IX|IV|V?I{1,3}|V)\s?\2\s?((?:1[0-9]|20)\d\d|\d\d)(?![\d/]|\.\d)",
         _numeric),
        (rf"(?<![\w.,/])(\d{{1,2}}){_S}()(XI{{0,2}}|IX|IV|V?I{{1,3}}|V){_S}((?:1[0-9]|20)\d\d)(?!\d)", _numeric),
        (rf"(?:\b(?:from|between){_S}(?:the{_S})?)?{_DAY}{_TO}(?:the{_S})?{_DAY_AFTER}{_O}(?:of{_S})?{_MONTH}{_COMMA}(?:of{_S})?{_YEAR}",
         _days),
        (rf"(?:\b(?:from|between){_S}(?:the{_S})?)?{_DAY}{_O}(?:of{_S})?{_MONTH}(?:{_COMMA}{_YEAR})?{_TO}(?:the{_S})?"
         rf"{_DAY_AFTER}{_O}(?:of{_S})?{_MONTH}{_COMMA}{_YEAR}", _day_to_day),
        (rf"\b(?:(?:from|between){_S})?{_MONTH}{_S}{_DAY_AFTER}{_TO}{_DAY_AFTER}{_COMMA}{_YEAR}", _days_after_month),
        (rf"\b(?:(?:from|between){_S})?{_MONTH}{_S}{_DAY_AFTER}(?:{_COMMA}{_YEAR})?{_TO}{_MONTH}{_S}{_DAY_AFTER}{_COMMA}{_YEAR}",
         _day_to_day_american),
        (rf"{_DAY}{_O}(?:day{_S})?(?:of{_S})?{_MONTH}{_COMMA}(?:of{_S})?{_YEAR}", _day_month_year),
        (rf"\b{_MONTH}{_O}(?:the{_S})?(?<!\d){_DAY_AFTER}{_COMMA}{_YEAR}", _month_day_year),
        (rf"{_DAY}{_S}(?:of{_S})?([A-Z][a-z]{{2,10}})\.?{_COMMA}{_YEAR}", _misspelt_dmy),
        (rf"\b([A-Z][a-z]{{2,10}})\.?{_S}{_DAY_AFTER}{_COMMA}{_YEAR}", _misspelt_mdy),
        (rf"\b(?:(?:from|between){_S})?{_MONTH}(?:{_COMMA}{_YEAR})?{_TO}{_MONTH}{_COMMA}{_YEAR}", _months),
        (rf"\b(?:the{_S})?{_PART}[- ]?{_O}(?:of{_S}|in{_S})?(?:the{_S}year{_S})?{_YEAR}(?!s)", _part_of_year),
        (rf"\b{_MONTH}{_COMMA}(?:of{_S})?{_YEAR}", _month_year),
        (rf"\b(?:from|between){_S}{_YEAR}{_TO}{_YEAR}", _years),
        (r"(?<![\w.,/-])(1[0-9]\d\d|20\d\d)\s?[-–—]\s?((?:1[0-9]|20)\d\d)(?![\d/-]|[.,]\d)", _years),
        (r"(?<![\w.,/-])(1[0-9]\d\d|20\d\d)[-–/](\d\d)(?![\d/-]|[.,]\d)", _years),
        (rf"\b(?:the{_S})?(1\d\d0|20\d0)['’]?s\b", _decade),
        (rf"{_DAY}{_S}(?:of{_S})?{_MONTH}(?![\w.]*\d)", _day_month),
        (rf"\b{_MONTH}{_S}(?:the{_S})?{_DAY_AFTER}(?![\d:%]|[.,]\d|{_S}(?:per|million|thousand|percent))", _month_day),
        (rf"\b(?:in|of|since|by|during|until|till|before|after|from|to|for|year|around|about|early|late|and){_S}"
         r"(1[5-9]\d\d|20\d\d)(?![\d]|[.,]\d|-\d|\s?%)", _year),
    )
)  # fmt: skip
