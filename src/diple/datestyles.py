"""Makers of dates in two calendars, in the signal services' groups and with the year first (TEI 13.4)."""

from __future__ import annotations

import re
from datetime import date

from diple.dateforms import MONTHS_ELSEWHERE, ROMAN, DateMatch, full_year, month_number

_APART = range(9, 15)
"""The days, in number, by which the same day differs in the Julian and the Gregorian calendar since 1500."""


def _two_calendars(match: re.Match[str], old: tuple[int, int], new: tuple[int, int], year: int) -> DateMatch | None:
    """Make a date of the day and month of the old style and of the new, the new one its value."""
    try:
        later = date(year, new[1], new[0])
        earlier = date(year - (old[1] > new[1]), old[1], old[0])
    except ValueError:
        return None
    if (later - earlier).days not in _APART:
        return None
    return DateMatch(*match.span(), later.isoformat())


def days_of_two_styles(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "3/16 January 1905" and "12th (25th) March 1911"; over the end of a month, of the later one."""
    old, new, month, year = int(match[1]), int(match[2]), month_number(match[3]), int(match[4])
    before = month - 1 or 12
    if new == old + 1:
        return _night(match, year, month, old)
    return _two_calendars(match, (old, month if old < new else before), (new, month), year)


def _night(match: re.Match[str], year: int, month: int, day: int) -> DateMatch | None:
    """Make the span of a night: "5/6 May 1950"."""
    try:
        first, last = date(year, month, day).isoformat(), date(year, month, day + 1).isoformat()
    except ValueError:
        return None
    return DateMatch(*match.span(), since=first, until=last, precision="range")


def days_of_two_styles_american(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "May 5/18, 1910" and "May 5 (18), 1910"."""
    month, old, new, year = month_number(match[1]), int(match[2]), int(match[3]), int(match[4])
    return _two_calendars(match, (old, month), (new, month if old < new else month % 12 + 1), year)


def days_of_two_months(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "28 February/13 March 1911"."""
    old, new = (int(match[1]), month_number(match[2])), (int(match[3]), month_number(match[4]))
    return _two_calendars(match, old, new, int(match[5]))


def date_time_group(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the day of "091640Z MAY 73", the group of day, hour and minute that cables give."""
    try:
        value = date(full_year(match[3]), month_number(match[2]), int(match[1])).isoformat()
    except ValueError:
        return None
    return DateMatch(*match.span(), value)


def year_month_day(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "1972 September 6", as Hungarian and Chinese order it; an English month has a capital."""
    try:
        value = date(int(match[1]), month_number(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None
    return DateMatch(*match.span(), value) if match[2][0].isupper() or match[2] in MONTHS_ELSEWHERE else None


def year_first(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "1956. VII. 23." and "1956.7.23"."""
    month = int(match[2]) if match[2].isdigit() else ROMAN.index(match[2].lower()) + 1
    try:
        return DateMatch(*match.span(), date(int(match[1]), month, int(match[3])).isoformat())
    except ValueError:
        return None
