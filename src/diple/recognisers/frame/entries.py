"""Entries of diaries and journals: a division for each day, its head the date (TEI 4.1.1)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import DateMatch, find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import SALUTATION
from diple.recognisers.frame.datelines import dateline_of, mark_dateline
from diple.recognisers.frame.days import (
    Reckoning,
    ShortDay,
    cased,
    days_in,
    full_day_end,
    lone_month,
    reckoned,
    short_day,
)
from diple.recognisers.frame.footcells import signature_in
from diple.recognisers.frame.lines import give, inner

_LONGEST = 110
"""The most characters that a date on its line has, with place and weekday."""
_YEAR_FIRST = re.compile(
    r"(?P<year>1[5-9]\d\d|20\d\d)\s*[–—,:-]\s*(?P<day>(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))\.?"
)
"""A date whose year comes first: "1916 – June 8"."""
_LONE_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[.:,]?", re.I)


class Opening(NamedTuple):
    """The beginning of an entry: a block that opens with its day, and the offset behind that (0: the whole block).

    ``at`` is the day that a number alone means.
    """

    block: Block
    end: int
    day: ShortDay | None = None
    at: Reckoning | None = None


def recognise_entries(draft: Draft, blocks: list[Block], *, is_diary: bool) -> None:
    """Make an entry of what stands under each date that is alone on its line: from two in a diary, else from three.

    In a diary the date may open the paragraph, and need be no more than the number of the day behind fuller ones. The
    date of the first day, which looks like the document's own where it stands under the title, counts as well.
    """
    is_diary = is_diary or _is_called_journal(draft, blocks) or _are_days(draft, blocks)
    before, first = _reckoning_at(draft, blocks[0] if blocks else None), _date_above(draft, blocks)
    if first is not None:
        before = reckoned(days_in(draft.clean_block(first), before), before)
    openings = list(_openings(draft, blocks, before, is_diary=is_diary))
    needed = 1 if is_diary and first is not None and _is_excerpt(draft, first) else 2 if is_diary else 3
    if len(openings) + (first is not None) < needed or (not is_diary and _are_datelines(draft, blocks, openings)):
        return
    if first is not None:
        first.role, first.tag, first.attrs, first.by = Role.SECTION, "", {"type": "entry"}, draft.recogniser
    for opening in openings:
        head = draft.split_block(opening.block, opening.end)[0] if opening.end else opening.block
        before = _year_above(draft, head, before)
        head.role = None
        give(draft, head, Role.SECTION, attrs={"type": "entry"}, why="date of an entry")
        before = _mark_day(draft, head, opening, before)


def _are_datelines(draft: Draft, blocks: list[Block], openings: list[Opening]) -> bool:
    """Tell whether a day stands under who signs or over a salutation: these are letters, and no days of a diary."""
    at = {block.start: number for number, block in enumerate(blocks)}
    places = [at[opening.block.start] for opening in openings if opening.block.start in at]
    below = (draft.clean_block(block) for place in places for block in blocks[place + 1 : place + 2])
    above = [block for place in places for block in blocks[max(0, place - 2) : place]]
    lines = [draft.clean_block(block) for block in above if block.end - block.start < _LONGEST]
    return any(map(signature_in, lines)) or any(SALUTATION.fullmatch(words) for words in below)


def _is_called_journal(draft: Draft, blocks: list[Block]) -> bool:
    """Tell whether a line above the first block is nothing but the word for a journal."""
    above = draft.text[max(0, blocks[0].start - _HEAD) : blocks[0].start] if blocks else ""
    return _JOURNAL.search(above) is not None


_JOURNAL = re.compile(r"^\W*(?:the )?(?:journal|log|log-?book)\W*$|\bdiaries\b", re.I | re.M)


def _openings(draft: Draft, blocks: list[Block], before: Reckoning | None, *, is_diary: bool) -> Iterator[Opening]:
    """Yield what opens the entries: dates alone, in a diary also those run in, and days alone that go on from them."""
    in_list = False
    for number, block in enumerate(blocks):
        is_short = block.end - block.start < _LONGEST
        if is_short and (month := lone_month(draft.clean_block(block), before)):
            before, in_list = month, False
        if not _may_be_dated(block):
            continue
        is_over_text = number + 1 < len(blocks) and _is_entered(blocks[number + 1])
        if is_diary and before and (short := _short_opening(draft, block, before, is_over_text=is_over_text)):
            opening = short
        elif is_diary and _is_short_entry(draft, block):
            opening = Opening(block, _end_of_date(draft, block))
        elif is_over_text and _is_date_of_entry(draft, block, is_diary):
            opening = Opening(block, 0)
        elif end := _end_of_dated_line(draft, block, is_diary) or (_end_of_date(draft, block) if is_diary else 0):
            opening = Opening(block, end)
        else:
            in_list = in_list or _ITEM.match(draft.text, block.start) is not None
            continue
        if in_list and opening.day and opening.day.is_bare:
            continue  # an item of a list, of which the first number is no day
        in_list = False
        goes_on = before.after(opening.day.day) if before and opening.day and opening.day.day else None
        yield opening._replace(at=goes_on)
        head = draft.clean(block.start, opening.end or block.end).text
        before = goes_on or reckoned(days_in(head, before), before)


_ITEM = re.compile(r"\s*\d{1,2}[.)]\s")


def _is_short_entry(draft: Draft, block: Block) -> bool:
    """Tell whether a line is a day and words of the language, and not a day and a place: "14 March. Rain."."""
    end = _end_of_date(draft, block) if block.end - block.start < _LONGEST else 0
    rest = draft.clean(end, block.end).text.strip() if end else ""
    words = re.findall(r"[^\W\d_]+", rest)
    return rest.endswith((".", "!", "?")) and bool(words) and all(map(is_english, words))


def _end_of_dated_line(draft: Draft, block: Block, is_diary: bool) -> int:
    """Return where the first of several lines of a block ends if it is the date of an entry, 0 if it is none."""
    if block.role is not None or block.joined:
        return 0
    end = draft.text.find("\n", block.start, min(block.end, block.start + _LONGEST))
    if end < 0 or not draft.text[end : block.end].strip():
        return 0
    return end + 1 if _is_date(draft.clean(block.start, end).text.strip(), is_diary) else 0


def _short_opening(draft: Draft, block: Block, before: Reckoning, *, is_over_text: bool) -> Opening | None:
    """Return the opening of an entry that a day without its month makes, if it goes on from the day before it."""
    if block.role is not None or block.joined or not before.month:
        return None
    line = draft.text.find("\n", block.start, min(block.end, block.start + _LONGEST))
    above = short_day(draft.clean(block.start, line).text) if line > 0 else None
    if above and not above.is_bare and above.day and before.after(above.day):
        return Opening(block, line + 1, above)
    clean = draft.clean(block.start, min(block.end, block.start + _LONGEST))
    day = short_day(clean.text)
    if day is None or (day.day and before.after(day.day, is_bare=day.is_bare) is None):
        return None
    is_alone = day.end >= len(clean.text.rstrip()) and block.end - block.start < _LONGEST
    if is_alone:
        return Opening(block, 0, day) if is_over_text else None
    return Opening(block, clean.offsets[day.end], day) if day.day else None


def _reckoning_at(draft: Draft, block: Block | None) -> Reckoning | None:
    """Return the year that the title, or the only one that the lines above a block, names; its month is not known."""
    above = draft.text[max(0, block.start - _HEAD) : block.start] if block else ""
    if above.strip() and (month := lone_month(above.rstrip().rpartition("\n")[2], None)):
        return month
    years = set(_YEAR.findall(above))
    return Reckoning(int(years.pop()), 0, 0) if len(years) == 1 else None


def _year_above(draft: Draft, block: Block, before: Reckoning | None) -> Reckoning | None:
    """Return the last day, in the year that stands alone on a line between it and a block, if one does."""
    years = _LONE_YEAR.findall(draft.text, max(0, block.start - _YEAR_REACH), block.start)
    if not years or (before and before.year >= int(years[-1])):
        return before
    return before._replace(year=int(years[-1])) if before else Reckoning(int(years[-1]), 0, 0)


def _mark_day(draft: Draft, block: Block, opening: Opening, before: Reckoning | None) -> Reckoning | None:
    """Mark the date of an entry; return the day it is."""
    start, end = inner(draft, block)
    if match := _YEAR_FIRST.fullmatch(draft.text, start, end):
        for date in find_dates(match["day"], int(match["year"])):
            draft.span(start, match.end("day"), "date", date.attrs)
            return reckoned([date], before)
    if opening.day is None:
        known = days_in(draft.clean(start, end).text, before)
        _mark_full_day(draft, start, end, known)
        return reckoned(known, before)
    after = opening.at
    if after is None:
        return before
    if before and before.year and not after.year:
        after = after._replace(year=before.year)
    clean = draft.clean(block.start, block.end)
    first, last = clean.offsets[opening.day.start], clean.offsets[opening.day.words_end - 1] + 1
    draft.span(first, last, "date", {"when": after.value, "cert": "medium"})
    return after


def _mark_full_day(draft: Draft, start: int, end: int, known: list[DateMatch]) -> None:
    """Mark date and place of an entry's head; ``known`` are its dates in the year that the diary has reached."""
    marked = len(draft.spans)
    if mark_dateline(draft, start, end) is None:
        offsets = draft.clean(start, end).offsets
        for date in known:
            draft.span(offsets[date.start], offsets[date.end - 1] + 1, "date", date.attrs)
    for span in draft.spans[marked:] if len(known) == 1 else ():
        if span.tag == "date" and (span.attrs.get("when") or span.attrs.get("from", "")).startswith("--"):
            draft.withdraw([span])
            draft.span(span.start, span.end, "date", known[0].attrs)


_HEAD = 400
"""The characters above the first entry in which the year of a diary is looked for."""
_YEAR = re.compile(r"(?<![\w/.-])(1[5-9]\d\d|20\d\d)(?![\w/])")


def _may_be_dated(block: Block) -> bool:
    """Tell whether a block may be the date over an entry: a line that is nothing else, or a heading."""
    return block.role is None or (block.heading > 0 and block.role in {Role.HEAD, Role.SECTION})


def _is_entered(block: Block) -> bool:
    """Tell whether a block may be the first of an entry."""
    return block.role in {None, Role.ITEM, Role.SPEECH, Role.NOTE, Role.PARAGRAPH}


def _date_above(draft: Draft, blocks: list[Block]) -> Block | None:
    """Return the last block of the head if it is the date of a day and text stands right under it."""
    first = next((block for block in blocks if block.role not in {Role.OPENER, Role.HEAD}), None)
    if first is None or first.role is not None:
        return None
    index = bisect_left(draft.blocks, first.start, key=lambda block: block.start) - 1
    while index >= 0 and draft.blocks[index].role in {Role.VOID, Role.META, Role.NOTE_BODY}:
        index -= 1
    above = draft.blocks[index] if index >= 0 else None
    is_date = above is not None and not above.joined and (
        (above.role is Role.OPENER and above.tag == "dateline") or (above.role is Role.HEAD and above.heading > 1)
    )  # fmt: skip
    return above if above is not None and is_date and _is_date_of_entry(draft, above, is_diary=False) else None


def _is_excerpt(draft: Draft, first: Block) -> bool:
    """Tell whether the editor left out what stands above the first date, so that one day is an excerpt of a diary."""
    index = bisect_left(draft.blocks, first.start, key=lambda block: block.start) - 1
    above = draft.blocks[index] if index >= 0 else None
    if above is None or draft.clean_block(above):
        return False
    gaps = [span.start for span in draft.spans if span.tag == "gap"]
    gaps += [point.offset for point in draft.points if point.tag == "gap"]
    return any(above.start <= offset <= above.end for offset in gaps)


_DAY_PART = r"(?:[^.–—\n]|(?<=\w)[–—](?=\d)|(?<=[A-Z][a-z]{2})\.(?=\s\d))"
_RUN_IN = re.compile(
    rf"\W{{0,2}}(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{_DAY_PART}{{0,30}}?|{_DAY_PART}{{0,6}}?)"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|[A-Z][a-z]{{2,8}}){_DAY_PART}{{0,24}}?\.?)(?P<stop>\s*[–—]+\s*|(?<=\.)\s+)(?=[^\s\d])"
)
"""The date with which the paragraph of a diary begins: "Tuesday, 7th. – Fog.", "20 August. In the evening …"."""


def _are_days(draft: Draft, blocks: list[Block]) -> bool:
    """Tell whether paragraphs are those of a diary without a title: three or more, and most, open with a day.

    As much is told by three weekdays with their numbers that stand alone over what was written on them.
    """
    opened = [block for block in blocks if block.role is None and not block.joined]
    days = sum(_end_of_date(draft, block) > 0 for block in opened)
    over = (
        one for one, below in pairwise(opened) if one.end - one.start < _LONGEST and below.end - below.start > _LONGEST
    )
    alone = sum(_WEEKDAY_ALONE.fullmatch(draft.clean_block(block)) is not None for block in over)
    return (days > 2 and 2 * days > len(opened)) or alone > 2


_WEEKDAY_ALONE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? (?:the )?\d{1,2}(?:st|nd|rd|th)?\.?|"
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)?,? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
)
"""A weekday with the number of the day and no month: "Tuesday 16th"."""


_YEAR_REACH = 20_000
"""The characters before an entry in which the year over it is looked for."""
_LONE_YEAR = re.compile(r"^[ \t*_#]*(1[5-9]\d\d|20\d\d)[ \t*_.:]*$", re.M)
"""The year alone on its line, over the entries of a diary."""


def _end_of_date(draft: Draft, block: Block) -> int:
    """Return the offset behind the date that opens a paragraph, 0 if none does."""
    if block.role is not None or block.joined:
        return 0
    clean = draft.clean(block.start, min(block.end, block.start + 120))
    if end := full_day_end(clean.text):
        return clean.offsets[end]
    match = _RUN_IN.match(clean.text)
    words = _LAST_WEEKDAY.sub("", match["date"]) if match else ""
    if match is None or not (_WEEKDAY.match(words) or _names_day(words.rstrip("."))):
        return 0
    return clean.offsets[match.end()]


def _names_day(words: str) -> bool:
    """Tell whether words are a date that names a day, and not "In April 1940"."""
    found = dateline_of(words)
    return found is not None and found.date.precision in {"day", "day-month"}


_WEEKDAY_BEHIND = re.compile(r"\s\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?\)\.?$")
_PLACE_BEHIND = re.compile(r"(?<=[\d.])\s*[–—-]+\s*(?:At |On |In |Near )?[A-Za-z][\w’' -]{2,30}\.?$")
"""Where the diarist was, behind the date over an entry: "December 12, 1941. — At sea"."""
_SUPPLIED = re.compile(r"\[([\w., ]{1,20})\]")
"""Part of a date that an editor supplied: "[7] May"."""
_LAST_WEEKDAY = re.compile(r",?\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?$")
_WEEKDAY = re.compile(r"\W?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _is_date_of_entry(draft: Draft, block: Block, is_diary: bool) -> bool:
    return _is_date(draft.clean_block(block) if block.end - block.start <= _LONGEST else "", is_diary)


def _is_date(text: str, is_diary: bool) -> bool:
    """Tell whether words are the date over an entry, with its place perhaps; in a diary a weekday alone is one."""
    text = _WEEKDAY_BEHIND.sub("", _SUPPLIED.sub(r"\1", text)).removesuffix(":")
    if _YEAR_FIRST.fullmatch(text) or (is_diary and _LONE_WEEKDAY.fullmatch(text)):
        return True
    return bool(text) and _names_day(_PLACE_BEHIND.sub("", cased(text)))
