"""Tables: their rows and cells by offsets, between bars, in columns of figures, or over dotted lines (TEI 14.1.1)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
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
    if "|" not in draft.text[slice(*lines[1])]:
        return False
    return _claim(draft, block, [_cells(draft, *line) for number, line in enumerate(lines) if number != 1], heads=1)


def recognise(draft: Draft) -> None:
    """Make tables of lines with bars, of lines with columns of figures, and of contents with dotted lines."""
    for block in list(draft.blocks):
        if block.role is None and not block.heading and block.end - block.start < _LONGEST:
            _claim_lines(draft, block)


def _claim_lines(draft: Draft, block: Block) -> None:
    """Make a table of the run of lines in a block that are rows; what stands before and after is parted from it."""
    if "\n" not in draft.lined[block.start : block.end]:
        return
    lines = [_trimmed(draft.text, *line) for line in _lines(draft, block)]
    for cells_of in (_between_bars, _over_dots, _between_gaps):
        rows = [cells_of(draft.lined, *line) for line in lines]
        first, last = _widest_run(rows, alike=cells_of is not _between_bars)
        if last - first < _FEWEST_ROWS or not _is_table(draft, rows[first:last], cells_of):
            continue
        cut = [offset for offset in (lines[first][0], lines[last - 1][1]) if block.start < offset < block.end]
        parts = draft.split_block(block, *cut) if cut else [block]
        part = next(part for part in parts if part.start == lines[first][0])
        _claim(
            draft, part, rows[first:last], heads=int(cells_of is not _over_dots and _has_heads(draft, rows[first:last]))
        )
        return


def _has_heads(draft: Draft, rows: list[list[Cell]]) -> bool:
    """Tell whether the first row names the columns: it has no figure, and others have."""
    return not _has_figure(draft, rows[0]) and any(_has_figure(draft, row) for row in rows[1:])


def _widest_run(rows: list[list[Cell]], *, alike: bool) -> tuple[int, int]:
    """Return the longest run of lines that have cells, ``alike`` as many each, from and to."""
    best = start = 0
    last = 0
    for number in range(1, len(rows) + 1):
        goes_on = number < len(rows) and min(len(rows[number]), len(rows[start])) > 1
        if not goes_on or (alike and len(rows[number]) != len(rows[start])):
            if len(rows[start]) > 1 and number - start > last - best:
                best, last = start, number
            start = number
    return best, last


def _is_table(draft: Draft, rows: list[list[Cell]], cells_of: Callable[[str, int, int], list[Cell]]) -> bool:
    """Tell whether rows are a table: by their bars or dots, or by a column of figures behind the first."""
    if cells_of is not _between_gaps:
        return True
    if any(draft.text[row[0].end - 1] == ":" for row in rows):
        return False  # labels with their values
    columns = list(zip(*rows, strict=True))[1:]
    figures = [sum(_FIGURE.fullmatch(draft.text, *cell) is not None for cell in column) for column in columns]
    if any(number >= len(rows) - 1 for number in figures):
        return True
    return any(
        _are_aligned(draft, column) and all(_MEASURE.fullmatch(draft.text, *cell) for cell in column[1:])
        for column in columns
    )


def _are_aligned(draft: Draft, column: tuple[Cell, ...]) -> bool:
    """Tell whether cells begin at one place of their lines, or end at one."""
    starts = [draft.lined.rfind("\n", 0, cell.start) for cell in column]
    edges = [[cell[edge] - start for cell, start in zip(column, starts, strict=True)] for edge in (0, 1)]
    return any(max(places) - min(places) <= 1 for places in edges)


_MEASURE = re.compile(r"(?:[$£¥€]\s?)?\d[\d.,:/½¼¾-]*(?: ?[a-z]{1,7}\.?(?: ?\d{1,3} ?[a-z]{1,4}\.?){0,2})?")
"""A sum or a measure in its units: "1s. 0d.", "12 tons"."""


def _has_figure(draft: Draft, row: list[Cell]) -> bool:
    return any(form.fullmatch(draft.text, *cell) for cell in row[1:] for form in (_FIGURE, _MEASURE))


_FEWEST_ROWS = 3
_FIGURE = re.compile(
    r"(?=[^\n]*\d|[-–—.…]+$|nil$)(?:[$£¥€]\s?)?[-–—+(]?[\d.,:/½¼¾·–—…-]*(?:nil)?\)?(?:\s?(?:%|p\.?c\.?))?"
)
"""A figure of a table, a sign that there is none, or "nil"."""
_GAP = re.compile(r"[ \xa0]{2,}|[ \xa0]*\t\s*")
_DOTS = re.compile(r"\s*(?:\.[ ]?){4,}\s*|(?:\s\.){2,}\s+|\s*…{2,}\s*|\s+_{4,}\s*|\s+-{4,}\s*")
_LEADER = re.compile(r"(?<=\w)\s*(?:\.[ ]?){4,}$")
"""The dotted line from the words of a row to its figures."""
_LEAF = re.compile(r"\d{1,4}|[ivxlcIVXLC]{1,7}")


def _between_bars(text: str, start: int, end: int) -> list[Cell]:
    """Return the cells of a line that bars divide, two or more of them; empty ones at its end are none."""
    bars = [match.start() for match in _BAR.finditer(text, start, end)]
    if len(bars) < 2 or end - start < _SHORTEST_ROW:
        return []
    first = [] if bars[0] == start else [start - 1]
    cells = [Cell(*_trimmed(text, before + 1, after)) for before, after in pairwise([*first, *bars, end])]
    while cells and cells[-1].start == cells[-1].end:
        cells.pop()
    return cells


_SHORTEST_ROW = 5


def _over_dots(text: str, start: int, end: int) -> list[Cell]:
    """Return the two cells of a line of contents: what a dotted line parts from the page."""
    match = _DOTS.search(text, start, end)
    if match is None or match.start() == start or _LEAF.fullmatch(text, match.end(), end) is None:
        return []
    return [Cell(start, match.start()), Cell(match.end(), end)]


def _between_gaps(text: str, start: int, end: int) -> list[Cell]:
    """Return the cells of a line that wide gaps or tabs divide."""
    gaps = [match.span() for match in _GAP.finditer(text, start, end)]
    bounds = [start, *(offset for gap in gaps for offset in gap), end]
    cells = [Cell(first, last) for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
    leader = _LEADER.search(text, *cells[0])
    return [Cell(cells[0].start, leader.start()), *cells[1:]] if leader and len(cells) > 1 else cells


def _claim(draft: Draft, block: Block, rows: list[list[Cell]], *, heads: int) -> bool:
    """Make a table of a block; the first rows, as many as ``heads`` says, are labels of columns."""
    if not draft.give_role(block, Role.PARAGRAPH, tag="table"):
        return False
    block.in_speech = False
    position = block.start
    for number, cells in enumerate(rows):
        role = {} if number >= heads else {"role": "label"}
        end = cells[-1].end + (draft.text[cells[-1].end : cells[-1].end + 2].lstrip(" ")[:1] == "|")
        draft.span(_before(draft, block, cells[0]), max(end, cells[0].start + 1), "row", role, rank=30)
        for cell in cells:
            draft.sign(position, cell.start, "\n", why="rules of a table")
            _place(draft, block, cell)
            position = cell.end
    draft.sign(position, block.end, why="rules of a table")
    return True


def _before(draft: Draft, block: Block, cell: Cell) -> int:
    """Return the offset of the bar or space before a cell, if bars divide them: what stands at its head is inside."""
    is_barred = "|" in draft.text[max(block.start, cell.start - 2) : cell.start]
    return cell.start - 1 if is_barred else cell.start


def _place(draft: Draft, block: Block, cell: Cell) -> None:
    if cell.start < cell.end:
        draft.span(_before(draft, block, cell), cell.end, "cell", rank=40)
    else:
        draft.point(cell.start, "cell", rank=40)


def _lines(draft: Draft, block: Block) -> list[tuple[int, int]]:
    """Return the lines of a block without outer white space."""
    bounds = [block.start]
    for match in LINE_END.finditer(draft.lined, block.start, block.end):
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
