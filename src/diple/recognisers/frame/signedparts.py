"""Signatures with text below them: under each meeting of a book, each note of a file, a petition (TEI 4.2.2).

Who signs closes what stands above, so that each part of the text is a division of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import CLOSING_FORMULA
from diple.recognisers.frame.datelines import dateline_of, mark_dateline
from diple.recognisers.frame.footcells import ON_BEHALF
from diple.recognisers.frame.lines import OUTSIDE, divide, give, inner, is_prose, lines_of
from diple.recognisers.frame.signatories import are_persons, give_signatory

_PASSED = OUTSIDE | {Role.NOTE, Role.MILESTONE, Role.OPENER}
_DATED = re.compile(
    r"(?P<name>(?:[^\W\d_a-z]\.[ ]?|[^\W\d_a-z][\w’'-]*\.?[ ]){0,5}[^\W\d_a-z][\w’'-]*\.?)"
    r"[.,]?[ ]?(?:[—–-]{1,2}[ ]?)?(?P<date>(?P<day>\d{1,2}[-./]\d{1,2}[-./])(?P<year>\d{4}|\d{2}))\.?"
)
"""Who signs a note in a file, with the day in figures: "H. C. HOLM,—17-4-94."."""
_LONGEST_DATED, _LONGEST_DATE = 60, 90
_FEWEST_DATED = 2
"""The notes, in number, each signed and dated, that show such lines to be signatures."""
_MOST_ABOVE = 3
"""The most lines of a foot over those who sign."""
_TEXT = frozenset({None, Role.PARAGRAPH, Role.ITEM, Role.SPEECH, Role.SECTION})
_ENDS_SENTENCE = re.compile(r"\w[.!?][”\"’')\]]*$")
_FEWEST_LINES = 3
_LITTLE = 0.25
"""The share of a text that stands below those who signed it and is no part of its own."""


class _Run(NamedTuple):
    """The block in which somebody signs, with its place in the text, and the lines of the foot above it, by kind."""

    place: int
    block: Block
    above: tuple[tuple[str, Block], ...] = ()


def recognise_signed_parts(draft: Draft, blocks: list[Block]) -> None:
    """Give those who sign amid a text their roles, and part the text below them."""
    text = [block for block in blocks if block.role not in _PASSED]
    listed = [run for number in range(1, len(text)) if (run := _run_at(draft, text, number)) is not None]
    dated = [number for number in range(1, len(text)) if _is_dated(draft, text, number)]
    signed = [_Run(number, text[number]) for number in dated] if len(dated) >= _FEWEST_DATED else []
    runs = sorted([*listed, *signed], key=_place)
    if not runs:
        return
    below = [text[run.place + 1] for run in runs if run.place + 1 < len(text)]
    last = text[runs[-1].place + 1 :]
    if last and _length(last) <= _LITTLE * _length(text) and all(block.role is None for block in last):
        del below[-1]
        for block in last:
            give(draft, block, Role.POSTSCRIPT, why="below those who signed")
    for block in [text[0], *_with_margins(draft, blocks, below)] if below else []:
        if block.role not in {Role.SECTION, Role.ENCLOSURE, Role.CLOSER, Role.POSTSCRIPT}:
            block.division = block.division or "section"
    for run in runs:
        _give(draft, run)


def _place(run: _Run) -> int:
    return run.place


def _with_margins(draft: Draft, blocks: list[Block], firsts: list[Block]) -> Iterator[Block]:
    """Yield the first block of each part: what stands in the margin of its first paragraph, or that paragraph."""
    beside = sorted(
        one.start for one in draft.spans if one.tag == "note" and one.attrs.get("place", "").startswith("margin")
    )
    numbers = {id(block): number for number, block in enumerate(blocks)}
    for first in firsts:
        number = numbers[id(first)]
        while number and (above := blocks[number - 1]).role is Role.NOTE:
            if bisect_left(beside, above.start) == bisect_left(beside, above.end):
                break
            number -= 1
        yield blocks[number]


def _length(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks)


def _run_at(draft: Draft, text: list[Block], number: int) -> _Run | None:
    """Return the list of those who sign that stands at a place of the text, below running text, or None."""
    block = text[number]
    if block.role is not None or block.joined or draft.lined.count("\n", block.start, block.end) < _FEWEST_LINES - 1:
        return None
    if not are_persons(lines_of(draft, block)):
        return None
    above: list[tuple[str, Block]] = []
    for one in reversed(text[max(0, number - _MOST_ABOVE - 1) : number]):
        words = draft.clean_block(one)
        if one.role in _TEXT and (is_prose(words) or _ENDS_SENTENCE.search(words)):
            return _Run(number, block, tuple(above))
        kind = _kind_above(one, words)
        if words and not kind:
            break
        above[:0] = [(kind, one)] if words else []
    return None


def _kind_above(block: Block, words: str) -> str:
    """Return what a line over those who sign is: of the day, a formula, for whom they sign; "" if it is none."""
    if block.role is not None or len(words) > _LONGEST_DATE:
        return ""
    found = dateline_of(words)
    if found is not None and found.date.precision == "day":
        return "dateline"
    return "salute" if CLOSING_FORMULA.fullmatch(words) else "signed" if ON_BEHALF.match(words) else ""


def _is_dated(draft: Draft, text: list[Block], number: int) -> bool:
    """Tell whether a block is a name with the day, below a note that it signs."""
    block, above = text[number], text[number - 1]
    if block.role not in {None, Role.CLOSER} or block.joined or block.end - block.start > _LONGEST_DATED:
        return False
    return _DATED.fullmatch(draft.clean_block(block)) is not None and above.role is not Role.HEAD


def _give(draft: Draft, run: _Run) -> None:
    """Make signatures of a list of signers, or of a name with the day."""
    for kind, block in run.above:
        if give(draft, block, Role.CLOSER, kind, why="over those who signed") and kind == "dateline":
            mark_dateline(draft, *inner(draft, block))
    start, end = inner(draft, run.block)
    match = _DATED.fullmatch(draft.text, start, end)
    if match is None:
        for part in divide(draft, run.block, [line.start for line in lines_of(draft, run.block)]):
            give_signatory(draft, part)
        return
    if run.block.role is Role.CLOSER:  # the last of them looks like the foot, its day like that of the document
        draft.spans = [span for span in draft.spans if not start <= span.start < span.end <= end]
        run.block.role = None
    if give(draft, run.block, Role.CLOSER, "signed", why="a name with its day"):
        draft.span(*match.span("name"), "persName")
        for date in find_dates(match["day"] + _year(draft, match["year"])):
            draft.span(*match.span("date"), "date", date.attrs)


def _year(draft: Draft, figures: str) -> str:
    """Return the year that two figures mean, if a year in the text ends with them."""
    years = re.findall(rf"(?<!\d)(?:1[5-9]|20){figures}(?!\d)", draft.text[:_YEAR_REACH]) if len(figures) == 2 else []
    return years[0] if years else figures


_YEAR_REACH = 4000
"""The characters of the text in which a year is looked for that two figures mean."""
