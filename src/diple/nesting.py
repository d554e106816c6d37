"""Spans that cross made to nest: one that begins inside another and ends outside it becomes two linked parts."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from diple.model import Attrs, Point, Span

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
    def _turn(self) -> int:
        """Say what comes first at one offset: tables and rows, cells without words, cells, points, all else."""
        is_point = self.start == self.end
        match self.tag:
            case "table" | "row":
                return 0
            case "cell":
                return 1 if is_point else 2
            case _:
                return 3 if is_point else 4


def piece_of(origin: Span | Point, order: int) -> Piece:
    """Return the piece for a span or point that is not yet divided."""
    if isinstance(origin, Point):
        at = origin.offset
        return Piece(at, at, origin.tag, origin.attrs, origin.label, origin.rank, order, origin, origin.after)
    if origin.move_to is not None:
        at, moved = origin.move_to, (origin.start, origin.end)
        return Piece(at, at, origin.tag, origin.attrs, origin.label, origin.rank, order, origin, True, moved)
    return Piece(origin.start, origin.end, origin.tag, origin.attrs, origin.label, origin.rank, order, origin)


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
