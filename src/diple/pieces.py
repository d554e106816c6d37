"""The pieces of markup that belong to one leaf of the tree, found quickly among all of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from diple.draft import Draft
from diple.model import Point, Role, Span
from diple.nesting import Piece, kept_to_cells, piece_of
from diple.stretches import Stretches
from diple.units import Leaf

_WINDOW = 4_000
"""Spans longer than this many characters are looked up apart, so that finding a leaf's spans stays quick."""

_NAMES = frozenset({"date", "name", "orgName", "persName", "placeName", "roleName"})


class Pieces:
    """All spans and points of a draft; each point and each moved span is given out until it has been built."""

    def __init__(self, draft: Draft, stretches: Stretches) -> None:
        origins: list[Point | Span] = [*draft.points, *draft.spans]
        pieces = [piece_of(origin, order) for order, origin in enumerate(origins)]
        self._stretches = stretches
        self._pieces = sorted(pieces, key=lambda piece: piece.start)
        self._starts = [piece.start for piece in self._pieces]
        self._long = [piece for piece in self._pieces if piece.end - piece.start > _WINDOW]
        self.built: set[int] = set()

    def of(self, leaf: Leaf) -> list[Piece]:
        """Return the pieces of a leaf; a point at an open end belongs to what follows.

        A note or milestone that stands between paragraphs is no part of a name that goes on behind it.
        """
        found = kept_to_cells(self.between(leaf.start, leaf.end))
        if not leaf.tag and leaf.blocks[0].role in {Role.NOTE, Role.MILESTONE}:
            found = [piece for piece in found if piece.tag not in _NAMES or _is_within(piece, leaf.start, leaf.end)]
        return [piece for piece in found if not leaf.ends_open or piece.start < leaf.end]

    def inside(self, start: int, end: int) -> list[Piece]:
        """Return the pieces all of whose characters stand in a moved stretch; what encloses it stays behind."""
        return [piece for piece in self.between(start, end) if _is_within(piece, start, end)]

    def between(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that touch a stretch, cut to it, points at both ends included."""
        first = bisect_left(self._starts, start - _WINDOW)
        last = bisect_right(self._starts, end)
        near = [piece for piece in self._pieces[first:last] if piece.end - piece.start <= _WINDOW]
        far = [piece for piece in self._long if piece.start <= end]
        touching = [piece for piece in near + far if _touches(piece, start, end) and self._is_wanted(piece)]
        cut = [
            replace(piece, start=max(piece.start, start), end=min(piece.end, end), children=[]) for piece in touching
        ]
        return [piece for piece in cut if piece.start == piece.end or self._is_worth(piece)]

    def _is_wanted(self, piece: Piece) -> bool:
        """Tell whether a piece is yet to be built, and not inside a stretch whose place is elsewhere."""
        hole_end = self._stretches.hole_end
        before = piece.start if piece.start < piece.end else piece.start - 1
        in_hole = hole_end(before) > piece.start and hole_end(piece.start) > piece.start
        return id(piece.origin) not in self.built and not in_hole

    def _is_worth(self, piece: Piece) -> bool:
        """Tell whether a piece cut by a paragraph's end still holds a word; an undivided one always stands."""
        origin = piece.origin
        whole = isinstance(origin, Point) or (piece.start == origin.start and piece.end == origin.end)
        return whole or self._stretches.has_text(piece.start, piece.end)


def _touches(piece: Piece, start: int, end: int) -> bool:
    if piece.start == piece.end:
        return start <= piece.start <= end
    return piece.start < end and piece.end > start


def _is_within(piece: Piece, start: int, end: int) -> bool:
    origin = piece.origin
    return isinstance(origin, Point) or (start <= origin.start and origin.end <= end)
