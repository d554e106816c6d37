"""Tables of Markdown: their rows and cells by offsets (TEI 14.1.1)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.source import LINE_END

_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_LONGEST = 200_000


class Cell(NamedTuple):
    """A cell's words, outer white space left out; an empty one has ``start == end``."""

    start: int
    end: int


def claim_table(draft: Draft, block: Block) -> bool:
    """Make a block with bars and a rule under its first line a ``table``; return False if it is none."""
    if "|" not in draft.text[block.start : block.end][:_LONGEST]:
        return False
    lines = _lines(draft, block)
    if len(lines) < 2 or not _BAR.search(draft.text, *lines[0]) or _RULE.fullmatch(draft.text, *lines[1]) is None:
        return False
    if "|" not in draft.text[slice(*lines[1])] or not draft.give_role(block, Role.PARAGRAPH, tag="table"):
        return False
    rows = [_cells(draft, *line) for number, line in enumerate(lines) if number != 1]
    block.in_speech = False
    position = block.start
    for number, cells in enumerate(rows):
        role = {} if number else {"role": "label"}
        draft.span(_before(block, cells[0]), max(cells[-1].end + 1, cells[0].start + 1), "row", role, rank=30)
        for cell in cells:
            draft.sign(position, cell.start, "\n", why="rules of a table")
            _place(draft, block, cell)
            position = cell.end
    draft.sign(position, block.end, why="rules of a table")
    return True


def _before(block: Block, cell: Cell) -> int:
    """Return the offset of the space or bar before a cell, so that what stands at its head is inside."""
    return max(block.start, cell.start - 1)


def _place(draft: Draft, block: Block, cell: Cell) -> None:
    if cell.start < cell.end:
        draft.span(_before(block, cell), cell.end, "cell", rank=40)
    else:
        draft.point(cell.start, "cell", rank=40)


def _lines(draft: Draft, block: Block) -> list[tuple[int, int]]:
    """Return the lines of a block without outer white space."""
    bounds = [block.start]
    for match in LINE_END.finditer(draft.text, block.start, block.end):
        bounds += [match.start(), match.end()]
    bounds.append(block.end)
    return [_trimmed(draft.text, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _cells(draft: Draft, start: int, end: int) -> list[Cell]:
    """Return the cells of a line: what its bars divide, without the empty stretches outside the outer bars."""
    bars = [match.start() for match in _BAR.finditer(draft.text, start, end)]
    bounds = [start - 1, *bars, end]
    cells = [Cell(*_trimmed(draft.text, first + 1, last)) for first, last in pairwise(bounds)]
    first = 1 if bars and bars[0] == start else 0
    last = len(cells) - 1 if bars and bars[-1] == end - 1 and len(cells) - 1 > first else len(cells)
    return cells[first:last]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
