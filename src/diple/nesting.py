"""Spans that cross made to nest: one that begins inside another and ends outside it becomes two linked parts."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from diple.model import Attrs, Point, Span

_NAMING = frozenset({"date", "time", "persName", "placeName", "orgName", "roleName", "name", "title", "bibl"})
"""Elements that say what words are, and say it wrongly of words in two cells."""
_TABLE = frozenset({"table", "row", "cell"})

_UNDIVIDED = frozenset({"choice", "subst", "app"})
"""Elements that mean nothing in parts."""


@dataclass(slots=True, eq=False)
class Piece:
    """A span, a part of one, or a point (``start == end``), with what nests in it.

    ``moved`` is the stretch of the source that an element standing elsewhere is made of.
    """

    start: int
    end: int
    tag: str
    attrs: Attrs
    label: str
    rank: int
    order: int
    origin: Span | Point
    after: bool = True
    moved: tuple[int, int] | None = None
    part: int = 0
    children: list[Piece] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, int, int, int, int]:
        """Order of events: points before what begins at their offset, but in their cell; the longer outside."""
        return (self.start, self._turn, -self.end, self.rank, self.order)

    @property
    def is_point(self) -> bool:
        """Tell whether a piece holds no characters where it stands."""
        return self.start == self.end

    @property
    def _turn(self) -> int:
        """Say what comes first at one offset: tables and rows, cells without words, cells, points, all else."""
        match self.tag:
            case "table" | "row":
                return 0
            case "cell":
                return 1 if self.is_point else 2
            case _:
                return 3 if self.is_point else 4


def piece_of(origin: Span | Point, order: int) -> Piece:
    """Return the piece for a span or point that is not yet divided."""
    if isinstance(origin, Point):
        at = origin.offset
        return Piece(at, at, origin.tag, origin.attrs, origin.label, origin.rank, order, origin, origin.after)
    if origin.move_to is not None:
        at, moved = origin.move_to, (origin.start, origin.end)
        return Piece(at, at, origin.tag, origin.attrs, origin.label, origin.rank, order, origin, True, moved)
    return Piece(origin.start, origin.end, origin.tag, origin.attrs, origin.label, origin.rank, order, origin)


def kept_to_cells(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a leaf with those that run over cells of a table cut where each cell ends.

    What would stand in a row between two cells goes to the end of the cell before it (TEI 14.1.1: a row holds cells).
    """
    cells = sorted(
        (piece for piece in pieces if piece.tag == "cell" and not piece.is_point), key=lambda cell: cell.start
    )
    if not cells:
        return pieces
    starts = [cell.start for cell in cells]
    kept: list[Piece] = []
    for piece in pieces:
        first = max(bisect_right(starts, piece.start) - 1, 0)
        if piece.tag in _TABLE or piece.end <= cells[first].end:
            kept.append(piece)
        elif piece.is_point:
            row_goes_on = first + 1 < len(cells) and piece.tag != "pb"
            kept.append(
                replace(piece, start=cells[first].end, end=cells[first].end, after=False) if row_goes_on else piece
            )
        else:
            kept += _within_cells(piece, cells[first : bisect_left(starts, piece.end)])
    return kept


def _within_cells(piece: Piece, cells: list[Piece]) -> list[Piece]:
    if piece.tag in _NAMING:
        return []
    parts = [
        replace(piece, start=max(piece.start, cell.start), end=min(piece.end, cell.end), part=number, children=[])
        for number, cell in enumerate(cells)
        if piece.start < cell.end
    ]
    return parts[:1] if piece.tag in _UNDIVIDED else parts


def nested(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the outermost pieces in order, each with its children; crossing ones are divided where the outer ends."""
    heap = [(piece.key, number, piece) for number, piece in enumerate(pieces)]
    heapq.heapify(heap)
    counter = len(heap)
    roots: list[Piece] = []
    stack: list[Piece] = []
    while heap:
        _, _, piece = heapq.heappop(heap)
        while stack and not _holds(stack[-1], piece):
            stack.pop()
        for rest in _rests(stack, piece):
            counter += 1
            heapq.heappush(heap, (rest.key, counter, rest))
        while stack and not _holds(stack[-1], piece):
            stack.pop()
        (stack[-1].children if stack else roots).append(piece)
        if piece.start < piece.end:
            stack.append(piece)
    return roots


def _rests(stack: list[Piece], piece: Piece) -> list[Piece]:
    """Divide what crosses: the new piece where its surroundings end, or the surroundings, if it must stay whole."""
    if not stack or piece.end <= stack[-1].end:
        return []
    if piece.tag not in _UNDIVIDED:
        return [_cut(piece, stack[-1].end)]
    crossing = [outer for outer in stack if outer.end < piece.end and outer.start < piece.start]
    return [_cut(outer, piece.start) for outer in crossing]


def _holds(outer: Piece, piece: Piece) -> bool:
    """Tell whether a piece begins inside an outer one; a point at its very end only if it says so."""
    return piece.start < outer.end or (piece.start == piece.end == outer.end and not piece.after)


def _cut(piece: Piece, offset: int) -> Piece:
    """Shorten a piece to end at an offset and return the rest of it."""
    rest = Piece(
        offset,
        piece.end,
        piece.tag,
        piece.attrs,
        piece.label,
        piece.rank,
        piece.order,
        piece.origin,
        part=piece.part + 1,
    )
    piece.end = offset
    return rest
