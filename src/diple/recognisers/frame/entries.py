"""Entries of diaries and journals: a division for each day, its head the date (TEI 4.1.1)."""

from __future__ import annotations

import re
from bisect import bisect_left

from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import give, inner
from diple.recognisers.frame.tokens import dateline_of, mark_dateline

_LONGEST = 110
"""The most characters that a date on its line has, with place and weekday."""
_YEAR_FIRST = re.compile(
    r"(?P<year>1[5-9]\d\d|20\d\d)\s*[–—,:-]\s*(?P<day>(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))\.?"
)
"""A date whose year comes first: "1916 – June 8"."""
_LONE_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[.:,]?")


def recognise_entries(draft: Draft, blocks: list[Block], *, is_diary: bool) -> None:
    """Make an entry of what stands under each date that is alone on its line: from two in a diary, else from three.

    The date of the first day, which looks like the document's own where it stands under the title, counts as well.
    """
    is_diary = is_diary or _are_days(draft, blocks)
    if is_diary:
        blocks = _with_dates_apart(draft, blocks)
    dated = [
        block
        for number, block in enumerate(blocks[:-1])
        if _may_be_dated(block) and _is_date_of_entry(draft, block, is_diary) and _is_entered(blocks[number + 1])
    ]
    first = _date_above(draft, blocks) if dated or is_diary else None
    needed = 1 if is_diary and first is not None and _is_excerpt(draft, first) else 2 if is_diary else 3
    if len(dated) + (first is not None) < needed:
        return
    if first is not None:
        first.role, first.tag, first.attrs, first.by = Role.SECTION, "", {"type": "entry"}, draft.recogniser
    for block in dated:
        block.role = None
        give(draft, block, Role.SECTION, attrs={"type": "entry"}, why="date of an entry")
        _mark_date(draft, block)


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


def _mark_date(draft: Draft, block: Block) -> None:
    start, end = inner(draft, block)
    match = _YEAR_FIRST.fullmatch(draft.text, start, end)
    if match is None:
        mark_dateline(draft, start, end)
        return
    for date in find_dates(match["day"], int(match["year"])):
        draft.span(start, match.end("day"), "date", date.attrs)


_DAY_PART = r"(?:[^.–—\n]|(?<=\w)[–—](?=\d)|(?<=[A-Z][a-z]{2})\.(?=\s\d))"
_RUN_IN = re.compile(
    rf"\W{{0,2}}(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b{_DAY_PART}{{0,30}}?|{_DAY_PART}{{0,6}}?)"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|[A-Z][a-z]{{2,8}}){_DAY_PART}{{0,24}}?\.?)(?P<stop>\s*[–—]+\s*|(?<=\.)\s+)(?=[^\s\d])"
)
"""The date with which the paragraph of a diary begins: "Tuesday, 7th. – Fog.", "20 August. In the evening …"."""


def _are_days(draft: Draft, blocks: list[Block]) -> bool:
    """Tell whether paragraphs are those of a diary without a title: three or more, and most, open with a day."""
    opened = [block for block in blocks if block.role is None and not block.joined]
    days = sum(_end_of_date(draft, block) > 0 for block in opened)
    return days > 2 and 2 * days > len(opened)


def _with_dates_apart(draft: Draft, blocks: list[Block]) -> list[Block]:
    """Divide the paragraphs of a diary behind the date that opens them; return all blocks, if two are so opened."""
    places = [(number, end) for number, block in enumerate(blocks) if (end := _end_of_date(draft, block))]
    alone = sum(block.role is None and _is_date_of_entry(draft, block, is_diary=True) for block in blocks)
    if not places or len(places) + alone < 2:
        return blocks
    parts: dict[int, list[Block]] = {number: draft.split_block(blocks[number], end) for number, end in places}
    for first, *_ in parts.values():
        give(draft, first, Role.SECTION, attrs={"type": "entry"}, why="date of an entry")
        _mark_entry(draft, first)
    return [part for number, block in enumerate(blocks) for part in parts.get(number, [block])]


def _mark_entry(draft: Draft, block: Block) -> None:
    """Mark the date of an entry, in the year that stands over it or in the last entry that has one."""
    start, end = inner(draft, block)
    years = _LONE_YEAR.findall(draft.text, max(0, start - _YEAR_REACH), start)
    words = draft.text[start:end]
    for date in find_dates(words, int(years[-1])) if years else find_dates(words):
        draft.span(start + date.start, start + date.end, "date", date.attrs)


_YEAR_REACH = 20_000
"""The characters before an entry in which the year over it is looked for."""
_LONE_YEAR = re.compile(r"^[ \t*_#]*(1[5-9]\d\d|20\d\d)[ \t*_.:]*$", re.M)
"""The year alone on its line, over the entries of a diary."""


def _end_of_date(draft: Draft, block: Block) -> int:
    """Return the offset behind the date that opens a paragraph, 0 if none does."""
    if block.role is not None or block.joined:
        return 0
    clean = draft.clean(block.start, min(block.end, block.start + 120))
    match = _RUN_IN.match(clean.text)
    words = _LAST_WEEKDAY.sub("", match["date"]) if match else ""
    if match is None or not (_WEEKDAY.match(words) or dateline_of(words.rstrip("."))):
        return 0
    return clean.offsets[match.end()]


_SUPPLIED = re.compile(r"\[([\w., ]{1,20})\]")
"""Part of a date that an editor supplied: "[7] May"."""
_LAST_WEEKDAY = re.compile(r",?\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?$")
_WEEKDAY = re.compile(r"\W?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _is_date_of_entry(draft: Draft, block: Block, is_diary: bool) -> bool:
    text = draft.clean_block(block) if block.end - block.start <= _LONGEST else ""
    text = _SUPPLIED.sub(r"\1", text)
    if _YEAR_FIRST.fullmatch(text) or (is_diary and _LONE_WEEKDAY.fullmatch(text)):
        return True
    found = dateline_of(text) if text else None
    return found is not None and found.date.precision in {"day", "day-month"}
