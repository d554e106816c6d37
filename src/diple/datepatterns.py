"""The forms in which dates are written, each with the kind of word or figure it may begin with (TEI 13.4)."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple import dateforms as make
from diple import datestyles as style
from diple.dateforms import CARDINALS, ORDINALS, PARTS, TENS, Maker

# A space or one line end, both optional; and the same where something has to stand.
_O = r"[^\S\n]{0,20}+\n?+[^\S\n]{0,20}+"
_S = rf"(?=\s){_O}"
_COMMA = rf"{_O},?{_O}"
_DAY = r"(?<![^\W_]|[.,/])(?:[\"“„«](?=\d{1,2}[\"”“»]))?(\d{1,2})(?:st|nd|rd|th|(?<=[23])d(?![a-z])|[\"”“»](?=\s))?"
_DAY_AFTER = r"(\d{1,2})(?:st|nd|rd|th|(?<=[23])d(?![a-z]))?"
_YEAR = r"\(?(1[0-9]\d\d|20\d\d)\)?(?!\d|[.,]\d\d\d)"
_MONTH = (
    r"(Jan(?:uary|y?\.?)?|Feb(?:ruary|y?\.?)?|Mar(?:ch|\.)?|Apr(?:il|l?\.?)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|t?\.?)?|"
    r"Sept?(?:ember|e?m?b?r?\.?)?|Oct(?:ober|o?b?r?\.?)?|Nov(?:ember|e?m?b?r?\.?)?|Dec(?:ember|e?m?b?r?\.?)?)(?![a-z])"
)
_MONTH_ELSEWHERE = f"({'|'.join(sorted(make.MONTHS_ELSEWHERE, key=len, reverse=True))})(?![^\\W\\d_])"
_DAY_ELSEWHERE = r"(?<![\w.,/])(\d{1,2})(?:\.|er(?!\w)|[º°])?"
_DASH = rf"{_O}[-–—]{{1,2}}{_O}"
_TO = rf"(?:{_DASH}|{_S}(?:to|through|until|till|and){_S})"
_SPAN = rf"(?:(?:from|between){_S}(?:the{_S})?)?"
_OF = rf"(?:of{_S})?"
_WORD_DAY = "(" + "|".join(sorted((word.replace("-", "[- ]") for word in ORDINALS), key=len, reverse=True)) + ")"
_NUMBER_WORD = f"(?:{'|'.join((*sorted(CARDINALS, key=len, reverse=True), *TENS, 'hundred', 'thousand', 'and'))})"
_WORD_YEAR = rf"({_NUMBER_WORD}(?:[- ]{_NUMBER_WORD}){{1,7}})\b"
_PART = "(" + "|".join(PARTS) + ")"
_LEAD = "in|of|since|by|during|until|till|before|after|from|to|for|year|around|about|early|late|and"
_ROMAN_MONTH = r"XI{0,2}|IX|IV|V?I{1,3}|V"
_NO_YEAR = r"(?![\w.]*\d)"
_NO_COUNT = rf"(?![\d:%]|[.,]\d|{_S}(?:per|million|thousand|percent))"


class Form(NamedTuple):
    """A form of dates; ``begins`` holds the pairs of kinds (see ``KINDS``) that its first two tokens may be of."""

    pattern: re.Pattern[str]
    maker: Maker
    begins: frozenset[tuple[str, str]]


def _row(begins: str, pattern: str, maker: Maker) -> Form:
    pairs = (pair.split() for pair in begins.split(", "))
    return Form(re.compile(pattern, re.I), maker, frozenset((first, second) for first, second in pairs))


FORMS = (
    _row("ordinal month, ordinal of, ordinal day-word, ordinal ordinal",
         rf"\b{_WORD_DAY}(?:{_S}day)?{_S}{_OF}{_MONTH}{_COMMA}(?:{_YEAR}|{_WORD_YEAR})", make.in_words),
    _row("day day", rf"{_DAY}{_O}(?:/{_O}|\({_O}){_DAY_AFTER}\)?{_S}{_OF}{_MONTH}{_COMMA}{_YEAR}",
         style.days_of_two_styles),
    _row("month day", rf"\b{_MONTH}{_S}{_DAY_AFTER}{_O}[/(]{_O}{_DAY_AFTER}\)?{_COMMA}{_YEAR}",
         style.days_of_two_styles_american),
    _row("day month", rf"{_DAY}{_S}{_MONTH}{_O}[/(]{_O}{_DAY_AFTER}{_S}{_MONTH}\)?{_COMMA}{_YEAR}",
         style.days_of_two_months),
    _row("group word", rf"(?<![\w.])(\d\d)\d{{4}}[A-Z]{{0,2}}{_S}{_MONTH}{_O}((?:19|20)\d\d|\d\d)(?!\d)",
         style.date_time_group),
    _row("year roman, year day",
         rf"(?<![\d.,/-])(1[5-9]\d\d|20\d\d)\.\s?({_ROMAN_MONTH}|1[0-2]|0?[1-9])\.\s?(\d{{1,2}})(?!\d|[.,]\d)\.?",
         style.year_first),
    _row("year day", r"(?<![\d-])(1\d\d\d|20\d\d)-(\d\d)-(\d\d)(?!\d|-\d)", make.iso_date),
    _row("day day, day roman",
         rf"(?<![\d.,/])(\d{{1,2}})\s?([./-])\s?(\d{{1,2}}|{_ROMAN_MONTH})\s?\2\s?((?:1[0-9]|20)\d\d|\d\d)"
         r"(?!\d|/(?!\d\d:\d)|\.\d|:\d)", make.numeric),
    _row("day roman",
         rf"(?<![\d.,/])(\d{{1,2}})\s?([./-])\s?({_ROMAN_MONTH})[./ -]{{1,2}}((?:1[0-9]|20)\d\d|\d\d)"
         r"(?!\d|[./:-]\d)", make.numeric),
    _row("day roman", rf"(?<![\w.,/])(\d{{1,2}}){_S}()({_ROMAN_MONTH}){_S}((?:1[0-9]|20)\d\d)(?!\d)", make.numeric),
    _row("day day, day to, span day, span the",
         rf"{_SPAN}{_DAY}{_TO}(?:the{_S})?{_DAY_AFTER}{_O}{_OF}{_MONTH}{_COMMA}{_OF}{_YEAR}", make.days),
    _row("day month, day of, span day, span the",
         rf"{_SPAN}{_DAY}{_O}{_OF}{_MONTH}(?:{_COMMA}{_YEAR})?{_TO}(?:the{_S})?"
         rf"{_DAY_AFTER}{_O}{_OF}{_MONTH}{_COMMA}{_YEAR}", make.day_to_day),
    _row("month day, span month", rf"{_SPAN}{_MONTH}{_S}{_DAY_AFTER}{_TO}{_DAY_AFTER}{_COMMA}{_YEAR}",
         make.days_after_month),
    _row("month day, span month",
         rf"{_SPAN}{_MONTH}{_S}{_DAY_AFTER}(?:{_COMMA}{_YEAR})?{_TO}{_MONTH}{_S}{_DAY_AFTER}{_COMMA}{_YEAR}",
         make.day_to_day_american),
    _row("day month, day of, day day-word",
         rf"{_DAY}[.:]?{_O}(?:day{_S})?{_OF}{_MONTH}:?{_COMMA}(?:A\.?{_O}D\.?{_O}|{_OF}){_YEAR}",
         make.day_month_year),
    _row("month day, month the",
         rf"(?<![^\W_]){_MONTH}[,:]?{_O}(?:(?:the|ye){_S})?(?<!\d){_DAY_AFTER}[.:/]?{_COMMA}{_YEAR}",
         make.month_day_year),
    _row("day elsewhere, day de, day word",
         rf"{_DAY_ELSEWHERE}{_S}(?:de{_S})?{_MONTH_ELSEWHERE}\.?{_COMMA}(?:de[l]?{_S})?{_YEAR}", make.day_month_year),
    _row("year month", rf"(?<![\w.,/-])(1[5-9]\d\d|20\d\d)\.?{_S}{_MONTH}\.?{_S}{_DAY_AFTER}(?![\d:%]|[.,]\d)",
         style.year_month_day),
    _row("year elsewhere", rf"(?<![\w.,/-])(1[5-9]\d\d|20\d\d)\.?{_S}{_MONTH_ELSEWHERE}{_S}{_DAY_AFTER}\.?(?![\d:%])",
         style.year_month_day),
    _row("day word, day of", rf"{_DAY}{_S}{_OF}([A-Z][a-z]{{2,10}})\.?{_COMMA}{_YEAR}", make.misspelt_dmy),
    _row("word day", rf"\b([A-Z][a-z]{{2,10}})\.?{_S}{_DAY_AFTER}{_COMMA}{_YEAR}", make.misspelt_mdy),
    _row("month month, month year, month to, span month",
         rf"{_SPAN}{_MONTH}(?:{_COMMA}{_YEAR})?{_TO}{_MONTH}{_COMMA}{_YEAR}", make.months),
    _row("part year, part of, part in, part the, part part, the part",
         rf"\b(?:the{_S})?{_PART}[- ]?{_O}(?:of{_S}|in{_S})?(?:the{_S}year{_S})?{_YEAR}(?!s)", make.part_of_year),
    _row("month year, month of", rf"\b{_MONTH}{_COMMA}{_OF}{_YEAR}", make.month_year),
    _row("span year", rf"\b(?:from|between){_S}{_YEAR}{_TO}{_YEAR}", make.years),
    _row("year year", r"(?<![\w.,/-])(1[0-9]\d\d|20\d\d)\s?[-–—]\s?((?:1[0-9]|20)\d\d)(?![\d/-]|[.,]\d)", make.years),
    _row("year day", r"(?<![\w.,/-])(1[0-9]\d\d|20\d\d)[-–/](\d\d)(?![\d/-]|[.,]\d)", make.years),
    _row("year plural, the year", rf"\b(?:the{_S})?(1\d\d0|20\d0)['’]?s\b", make.decade),
)  # fmt: skip
"""Tried in this order; a date ends where the first form that fits ends."""

WEAK_FORMS = (
    _row("day day, day to, span day, span the",
         rf"{_SPAN}{_DAY}{_TO}(?:the{_S})?{_DAY_AFTER}{_S}{_OF}{_MONTH}{_NO_YEAR}", make.yearless_days),
    _row("day month, day of, span day, span the",
         rf"{_SPAN}{_DAY}{_S}{_OF}{_MONTH}{_TO}(?:the{_S})?{_DAY_AFTER}{_S}{_OF}{_MONTH}{_NO_YEAR}",
         make.yearless_day_to_day),
    _row("month day, span month", rf"{_SPAN}{_MONTH}{_S}{_DAY_AFTER}{_TO}{_DAY_AFTER}{_NO_COUNT}",
         make.yearless_days_after_month),
    _row("day month, day of", rf"{_DAY}{_S}{_OF}{_MONTH}{_NO_YEAR}", make.day_month),
    _row("month day, month the", rf"\b{_MONTH}{_S}(?:the{_S})?{_DAY_AFTER}{_NO_COUNT}", make.month_day),
    _row("lead year", rf"\b(?:{_LEAD}){_S}(1[5-9]\d\d|20\d\d)(?![\d]|[.,]\d|-\d|\s?%)", make.year),
)  # fmt: skip
"""Forms without a year, and years alone: they give way where one of ``FORMS`` overlaps them."""


_OLD_MONTHS = (
    "jany feby aprl augt septr septbr septemb septembr octr octobr octbr novr novbr novemb novembr decr decbr decemb "
    "decembr"
)
"""Months as old hands shorten them."""


def _kinds() -> dict[str, tuple[str, ...]]:
    words = {
        "ordinal": {word.split("-")[0] for word in ORDINALS},
        "span": {"from", "between"},
        "month": {short for name in make.MONTHS for short in (name, name[:3])} | set(_OLD_MONTHS.split()) | {"sept"},
        "elsewhere": set(make.MONTHS_ELSEWHERE),
        "de": {"de", "er"},
        "roman": {*"i ii iii iv v vi vii viii ix x xi xii".split()},
        "part": {word.split()[0] for word in PARTS} | {"half"},
        "the": {"the", "ye"},
        "of": {"of"},
        "in": {"in"},
        "to": {"to", "through", "until", "till", "and"},
        "day-word": {"day"},
        "plural": {"s"},
        "lead": set(_LEAD.split("|")),
    }
    return {
        word: tuple(kind for kind, members in words.items() if word in members)
        for word in frozenset().union(*words.values())
    }


KINDS = _kinds()
"""The words, in small letters, that dates begin with, and their kinds.

Figures are of kind ``day`` (one or two) or ``year`` (four); any other word with a capital letter is a ``word``.
"""
