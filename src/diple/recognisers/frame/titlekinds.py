"""What a line at the head of a document is that may be its title, its author, its letterhead or who it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diple import patterns as re
from diple.datewords import find_dates
from diple.recognisers.frame.calls import precedes_call, precedes_prose, precedes_salutation
from diple.recognisers.frame.columns import SURNAME_FIRST
from diple.recognisers.frame.conventions import BYLINE, GENRE, INITIALS_NAME, INSTITUTION, SLOGAN
from diple.recognisers.frame.headforms import BODY_NAME, BYLINE_OPEN, COMMITTEE, IN_CHAIR, SENT_BY
from diple.recognisers.frame.headtests import (
    NUMBERS,
    is_head_of_letter,
    is_loose_between,
    is_part_of_letterhead,
    reads_as_title,
)
from diple.recognisers.frame.lines import NO_SEAT, ends_open, ends_with_hour, is_capitals
from diple.recognisers.frame.placelines import BENCH, is_place_above_date
from diple.recognisers.frame.titlelines import (
    BY_OFFICE,
    GOES_ON,
    NUMBER_OF_DOCUMENT,
    SUBTITLE,
    TELLS,
    TITLE_BY,
    TOPIC,
    WITH,
    closed_up,
)
from diple.recognisers.frame.tokens import dateline_of, tokens_of

if TYPE_CHECKING:
    from diple.recognisers.frame.reading import Reading


def title_kind(reading: Reading, text: str, following: list[str], *, alone: bool) -> str:
    """Return what a line is that may be letterhead, title, subtitle or the bare name of an addressee.

    ``reading`` is what has been read above, ``following`` the words of the lines behind; empty if it is text.
    """
    if reading.in_setting or IN_CHAIR.match(text):
        return ""
    if BENCH.match(text) and ends_open(text):
        return "loose"
    if SUBTITLE.fullmatch(text) and "head" in reading.seen and not text.endswith(".)"):
        return "subtitle"
    kind = _author_kind(reading, text, following)
    if not kind and _goes_on_with_title(reading, text, following):
        kind = "head"
    kind = kind or _letterhead_kind(reading, text, following)
    if not kind and _is_title(reading, text, following, alone=alone):
        kind = "head"
    if kind:
        return kind
    if precedes_salutation(following) and BODY_NAME.fullmatch(text) and "dateline" in reading.seen:
        return "addressee"
    is_over_call = "dateline" in reading.seen and precedes_call(following)
    may_be_titled = reading.is_first and alone and "head" not in reading.seen and not is_over_call
    if may_be_titled and reads_as_title(text, following):
        return "head"
    return "loose" if alone and is_loose_between(text, following) else ""


def _author_kind(reading: Reading, text: str, following: list[str]) -> str:
    """Return whether a line names the author, or leads to the line that does."""
    if reading.awaits_author and (is_capitals(text) or INITIALS_NAME.fullmatch(text) or SURNAME_FIRST.fullmatch(text)):
        reading.awaits_author = False
        return "author"
    if BYLINE_OPEN.fullmatch(text):
        reading.awaits_author = True
        return "author"
    if BYLINE.fullmatch(text) and (reading.seen or not reading.is_first or any(map(is_capitals, following[:1]))):
        return "author"
    return ""


def _goes_on_with_title(reading: Reading, text: str, following: list[str]) -> bool:
    """Tell whether a line goes on with the title above it, or with the number below that."""
    goes_on = reading.seen[-1:] == ["head"] and not reading.is_titled
    if goes_on and ends_open(text) and (GOES_ON.fullmatch(text) or TOPIC.fullmatch(text)):
        return True
    is_below_number = "head" in reading.seen and reading.seen[-1] in NUMBERS
    if is_below_number and ends_open(text) and TOPIC.fullmatch(text):
        return True
    if reading.seen[-1:] == ["head"] and BY_OFFICE.fullmatch(text):
        return True
    return "author" in reading.seen and WITH.fullmatch(text) is not None and not precedes_prose(following)


def _letterhead_kind(reading: Reading, text: str, following: list[str]) -> str:
    """Return what a line is that is no title: a slogan, a committee for which it is, a body, its place."""
    if SLOGAN.fullmatch(text):
        return "author"
    below_title = "head" in reading.seen
    if COMMITTEE.match(text) and is_capitals(text) and not below_title and precedes_prose(following):
        return "addressee"
    if is_head_of_letter(text, following, below_title=below_title) or is_part_of_letterhead(text, reading.seen):
        return "byline"
    if reading.seen[-1:] == ["byline"] and is_capitals(text) and _OFFICE_BELOW.fullmatch(text) and following:
        return "byline"
    if _is_seat(reading, text, following):
        return "seat"
    if is_place_above_date(text, following, below_letterhead=reading.seen[-1:] == ["byline"]):
        return "place"
    return ""


_OFFICE_BELOW = re.compile(
    r"(?:OFFICE OF THE )?(?:DEPUTY |ASSISTANT |UNDER )?(?:DIRECTOR|SECRETARY|COMMISSIONER|CHIEF|MINISTER)"
    r"(?: [A-Z,&-]+){1,8}"
)
"""The office in a letterhead whose paper it is: "DIRECTOR OF RESEARCH"."""


def _is_title(reading: Reading, text: str, following: list[str], *, alone: bool) -> bool:
    """Tell whether a line is a title by its own words: in spaced letters or capitals, by the kind that it names."""
    is_spaced = closed_up(text) != text and GENRE.match(closed_up(text)) is not None
    if is_spaced and ends_open(text) and "salute" not in reading.seen:
        return True
    if TITLE_BY.fullmatch(text) and "salute" not in reading.seen and (reading.seen or reading.is_first):
        return True
    is_numbers = len(_FIGURES.findall(text)) >= _MOST_FIGURES
    if is_capitals(text) and not is_numbers and re.search(r"[^\W\d_]{4}", text) and not text.startswith(("(", "[")):
        return True
    is_unread = reading.is_first and "head" not in reading.seen and alone
    unnumbered = NUMBER_OF_DOCUMENT.sub("", text) if is_unread else text
    is_ended = ends_open(text) or ends_with_hour(text) or _ends_dated(reading, text)
    return GENRE.match(unnumbered) is not None and not TELLS.search(text) and is_ended and len(text) <= _LONGEST_TITLE


_FIGURES = re.compile(r"(?<!\S)\d+(?!\S)")
_MOST_FIGURES = 3
"""The fewest numbers apart that make a line in capitals one by which a message goes: "LENKA  31882  6  1015"."""
_LONGEST_TITLE = 300


def _ends_dated(reading: Reading, text: str) -> bool:
    """Tell whether a first line is a title with a full stop behind its date: "Treaty …, signed May 3, 1871."."""
    dates = find_dates(text) if reading.is_first and not reading.seen and len(text) < 200 else []
    return bool(dates) and dates[-1].end == len(text.rstrip(" .")) and ". " not in text


def _is_seat(reading: Reading, text: str, following: list[str]) -> bool:
    """Tell whether a line in capitals is the place of the body in the letterhead above it, over the title."""
    follows = reading.seen[-1:] == ["byline"] and bool(following)
    is_plain = len(text.split()) <= 2 and is_capitals(text) and text.replace(" ", "").isalpha()
    if not follows or not is_plain or GENRE.match(text) or INSTITUTION.search(text) or NO_SEAT.search(text):
        return False
    below = following[0]
    is_over_frame = bool(tokens_of(below)) or dateline_of(below) is not None or SENT_BY.fullmatch(below) is not None
    return is_over_frame or GENRE.match(below) is not None
