"""Days as diaries name them over their entries: by the number of the day or the weekday, behind fuller dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import DateMatch, find_dates

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_NUMBER = r"(?:the )?(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th|d)?"
_STOP = (
    r"(?P<stop>[.:]?[_*]{1,2}[.:]?\s*(?:[–—]+|-{1,3})?\s*|"
    r"[.:]?\s*[–—]+\s*|[.:]-{1,2}\s*|[.:]\s+|\s+-{1,2}\s+)(?=[^\s\d])"
)
"""What parts a day from the entry, with the end of italics perhaps: "._--"."""
_SHORT = re.compile(
    rf"[\W_]{{0,2}}(?P<words>(?:{_WEEKDAY},?\s+)?{_NUMBER}(?:,?\s+{_WEEKDAY})?|{_WEEKDAY})(?:[.,:]?\s*\Z|{_STOP})"
)
"""A day without its month at the head of a paragraph, or alone on a line: "Tuesday, 7th.—", "8.", "Fri 7th"."""
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\w)"
)
_DAYS = r"\d{1,2}(?:st|nd|rd|th|d)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th|d)?)?"
_FULL = re.compile(
    rf"[\W_]{{0,2}}(?:{_WEEKDAY},?\s+)?(?:{_DAYS}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAYS})"
    rf"(?:,?\s+\[?(?:1[5-9]|20)\d\d\]?)?(?:,?\s+\(?{_WEEKDAY}\)?)?"
    r"(?:,\s(?:morning|noon|afternoon|evening|night|midnight|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\.?))?"
    rf"(?:(?<=\.)\s+(?=[^\s\d–—-])|{_STOP}|\s+(?-i:(?=[A-Z“\"(][\w’'])))",
    re.I,
)
"""A day with its month and a stop at the head of a paragraph: "Tues. 12th Mar. Went", "March 12: Cabinet"."""
_LEAP = 12
"""The most days from one entry to the next that only names its day."""
_LAST_OF_MONTH = 20
"""The day from which on a smaller number is one of the next month."""


class Reckoning(NamedTuple):
    """The last day that an entry of a diary has: year (0 if it is not told), month and day."""

    year: int
    month: int
    day: int

    def after(self, day: int, *, is_bare: bool = False) -> Reckoning | None:
        """Return the next day of this number, if it is near enough to be that of the next entry.

        A bare number, which may be that of an item, has to be a later day of the same month.
        """
        if is_bare and day <= self.day:
            return None
        if self.day <= day <= self.day + _LEAP or not self.day:
            return self._replace(day=day)
        if day < self.day and self.day >= _LAST_OF_MONTH and day <= _LEAP:
            year = self.year + 1 if self.year and self.month == 12 else self.year
            return Reckoning(year, self.month % 12 + 1, day)
        return None

    @property
    def value(self) -> str:
        """The day as ``@when`` has it, without the year if that is not told."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else f"--{self.month:02}-{self.day:02}"


class ShortDay(NamedTuple):
    """A day without its month: the number (0 for a weekday alone), and the offsets of its words and behind its stop.

    ``is_bare`` says that it is nothing but the number, as that of an item may be.
    """

    day: int
    start: int
    words_end: int
    end: int
    is_bare: bool


def short_day(text: str) -> ShortDay | None:
    """Return the day that opens a paragraph, or is a line of its own, by number or weekday alone."""
    match = _SHORT.match(text)
    if match is None:
        return None
    day = int(match["day"] or 0)
    is_bare = match["words"].isdigit()
    return ShortDay(day, match.start("words"), match.end("words"), match.end(), is_bare) if day < 32 else None


def reckoned(dates: Iterable[DateMatch], before: Reckoning | None) -> Reckoning | None:
    """Return the last day that dates name; the year of one that has none is that of the day before it."""
    found = before
    for date in dates:
        value = date.attrs.get("when") or date.attrs.get("to") or ""
        if match := re.fullmatch(r"(?P<year>\d{4}|-)-(?P<month>\d\d)-(?P<day>\d\d)", value):
            year = int(match["year"]) if match["year"] != "-" else (found.year if found else 0)
            found = Reckoning(year, int(match["month"]), int(match["day"]))
    return found


def days_in(words: str, before: Reckoning | None) -> list[DateMatch]:
    """Return the dates in the head of an entry, in the year of the entry before it unless they have their own."""
    words = cased(words.replace("_", " ")).rstrip(" .:–—-")
    return find_dates(words, before.year) if before and before.year else find_dates(words)


def full_day_end(text: str) -> int:
    """Return the offset behind the day, with its month, that opens a paragraph, 0 if none does."""
    match = _FULL.match(text)
    return match.end() if match else 0


def cased(text: str) -> str:
    """Return words in capitals as dates are written, of the same length: "WEDNESDAY, 13TH MARCH"."""
    if not text.isupper():
        return text
    words = re.sub(r"[^\W\d_]{3,}", lambda match: match[0].capitalize(), text)
    return re.sub(r"(?<=\d)(?:ST|ND|RD|TH)\b", lambda match: match[0].lower(), words)


def lone_month(text: str, before: Reckoning | None) -> Reckoning | None:
    """Return the month, of this year or that of the day before, that stands alone on a line over the days of it."""
    match = _LONE_MONTH.fullmatch(cased(text.strip()))
    if match is None:
        return None
    year = int(match["year"] or 0) or (before.year if before else 0)
    found = find_dates(f"{match['month']} 1, {year or 2000}")
    return Reckoning(year, int(found[0].attrs["when"][5:7]), 0) if found and "when" in found[0].attrs else None


_LONE_MONTH = re.compile(rf"\W{{0,2}}(?P<month>{_MONTH}),?\s?(?P<year>1[5-9]\d\d|20\d\d)?\W{{0,2}}")
