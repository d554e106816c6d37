"""Tables on the pages of a PDF: lines one below the other whose gaps end at the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diple.formats.merging import merged
from diple.formats.pdf.lines import Line
from diple.formats.pieces import Cell, Paragraph, Run, Table

_ALIGNED = 2.0
"""By how many points the beginnings of cells of one column may differ."""
_NEXT = 3.0
"""How far below a row the next may stand, in parts of its size."""
_ROWS = 2


def tables_in(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Yield each table among the lines of a page: the places of its first line and of the one after its last."""
    first = 0
    while first < len(lines):
        columns, last = _reach(lines, first)
        if last - first >= _ROWS:
            yield first, last, Table([_row(line, columns) for line in lines[first:last]])
        first = max(last, first + 1)


def _reach(lines: Sequence[Line], first: int) -> tuple[list[float], int]:
    """Return where columns begin that a line and those after it share, and the place after the last of these."""
    columns = [left for _, left in lines[first].stops]
    last = first + bool(columns)
    while 0 < last < len(lines) and columns and first < last:
        line, above = lines[last], lines[last - 1]
        shared = [left for left in columns if any(abs(left - other) <= _ALIGNED for _, other in line.stops)]
        if not shared or len(line.stops) != len(columns) or not 0 < above.bottom - line.bottom <= _NEXT * line.size:
            break
        columns, last = shared, last + 1
    return columns, last


def _row(line: Line, columns: Sequence[float]) -> list[Cell]:
    cuts = [offset for offset, left in line.stops if any(abs(left - column) <= _ALIGNED for column in columns)]
    bounds = [0, *cuts, len(line.text)]
    return [Cell([Paragraph(_between(line.runs, start, end))]) for start, end in pairwise(bounds)]


def _between(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the part of runs between two offsets, without the white space around it."""
    found, position = [], 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            found.append(run._replace(text=text))
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return merged(found)
