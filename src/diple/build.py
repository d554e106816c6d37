"""The TEI tree, made in one pass from the skeleton, spans, signs and points; each character's way is noted down."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from diple.content import EMPTY, is_complete, may_hold
from diple.draft import Draft
from diple.ids import Ids
from diple.model import Attrs, Point, Sign, Span
from diple.nesting import Piece, nested, piece_of
from diple.source import LINE_END
from diple.structure import Branch, Leaf
from diple.xmlio import NSMAP, XML, tei

_BREAK = re.compile(rf"[^\S\n\r\x85\u2028\u2029]*(?:{LINE_END.pattern})\s*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_SPACE = re.compile(r"\S")
ILLEGAL = "a character that XML cannot carry"
_XML_PREFIX = f"{{{XML}}}"
LAYOUT = "layout"
ELSEWHERE = "elsewhere"


class Run(NamedTuple):
    """Characters of the source that are text of the edition: they stand in ``home`` at its character ``at``."""

    start: int
    end: int
    home: etree._Element
    at: int


class Consumed(NamedTuple):
    """Characters of the source that are a sign; ``text`` stands in ``home`` in their place, if anything does."""

    start: int
    end: int
    by: str
    text: str
    home: etree._Element | None
    at: int


class Built(NamedTuple):
    """The ``body`` element and what became of each character that reached it."""

    body: etree._Element
    runs: list[Run]
    consumed: list[Consumed]


class Builder:
    """Builds ``body`` from its skeleton; use once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.ids = Ids()
        self.runs: list[Run] = []
        self.consumed: list[Consumed] = []
        self._signs = sorted(draft.signs + _unsigned_facts(draft), key=lambda sign: sign.start)
        self._sign_starts = [sign.start for sign in self._signs]
        origins: list[Point | Span] = [*draft.points, *draft.spans]
        pieces = [piece_of(origin, order) for order, origin in enumerate(origins)]
        self._pieces = sorted(pieces, key=lambda piece: piece.start)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._holes = _holes(draft)
        self._hole_starts = [hole[0] for hole in self._holes]
        self._long = sorted(
            (piece for piece in pieces if piece.end - piece.start > _WINDOW), key=lambda piece: piece.start
        )
        self._home: etree._Element | None = None
        self._at = 0
        self._building: set[int] = set()
        self._built: set[int] = set()

    def build(self, skeleton: Branch) -> Built:
        """Return the body with its ``xml:id`` given and its pointers resolved."""
        body = etree.Element(tei("body"), nsmap=NSMAP)
        for child in skeleton.children:
            self._add(body, child)
        self.ids.assign(body)
        self.ids.resolve(body, self._home_at)
        return Built(body, self.runs, self.consumed)

    # ---- skeleton

    def _add(self, parent: etree._Element, node: Leaf | Branch | Point) -> None:
        match node:
            case Point():
                self._add_empty(parent, piece_of(node, 0))
            case Branch():
                self._add_branch(parent, node)
            case Leaf():
                self._add_leaf(parent, node)

    def _add_branch(self, parent: etree._Element, branch: Branch) -> None:
        attrs = {name: value for name, value in branch.attrs.items() if name != "group"}
        element = self._element(parent, branch.tag, attrs)
        for child in branch.children:
            self._add(element, child)

    def _add_leaf(self, parent: etree._Element, leaf: Leaf) -> None:
        tag = leaf.tag or self._tag_for_loose_text(parent, leaf)
        element = self._element(parent, tag, leaf.attrs) if tag else parent
        outer_home, outer_at = self._home, self._at
        self._home, self._at = (element, 0) if tag else (None, 0)
        self._fill(element, leaf.start, leaf.end, self._pieces_of(leaf), self._joins(leaf))
        self._home, self._at = outer_home, outer_at

    def _tag_for_loose_text(self, parent: etree._Element, leaf: Leaf) -> str:
        """Return the element that must hold a leaf's words where no span of the leaf does, or ""."""
        name = etree.QName(parent).localname
        position = leaf.start
        roots = [piece for piece in nested(self._pieces_of(leaf)) if may_hold(name, piece.tag)]
        for piece in [*roots, None]:
            stop = piece.start if piece else leaf.end
            if self._has_text(position, stop):
                return {"sp": "speaker", "opener": "seg", "closer": "seg"}.get(name, "p")
            position = piece.end if piece else stop
        return ""

    def _has_text(self, start: int, end: int) -> bool:
        """Tell whether any character that is neither white space nor sign stands between two offsets."""
        for begin, stop, sign in self._stretches(start, end):
            if sign is None and _NOT_SPACE.search(self.text, begin, stop):
                return True
        return False

    # ---- pieces of a leaf

    def _pieces_of(self, leaf: Leaf) -> list[Piece]:
        pieces = self._pieces_in(leaf.start, leaf.end)
        return [piece for piece in pieces if not leaf.ends_open or piece.start < leaf.end]

    def _pieces_in(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that touch a stretch, cut to it, points at both ends included."""
        first = bisect_left(self._piece_starts, start - _WINDOW)
        last = bisect_right(self._piece_starts, end)
        near = [piece for piece in self._pieces[first:last] if piece.end - piece.start <= _WINDOW]
        far = [piece for piece in self._long if piece.start <= end]
        chosen = []
        for piece in near + far:
            inside = (
                start <= piece.start <= end if piece.start == piece.end else piece.start < end and piece.end > start
            )
            if inside and self._is_wanted(piece):
                chosen.append(_clipped(piece, start, end))
        return [piece for piece in chosen if piece.start == piece.end or self._is_worth(piece)]

    def _is_wanted(self, piece: Piece) -> bool:
        """Tell whether a piece is yet to be built, and not inside a stretch whose place is elsewhere."""
        done = id(piece.origin) in self._building or id(piece.origin) in self._built
        begin = piece.start if piece.start < piece.end else piece.start - 1
        return not done and (self._hole_end(begin) <= piece.start or self._hole_end(piece.start) <= piece.start)

    def _is_worth(self, piece: Piece) -> bool:
        """Tell whether a piece cut by a paragraph's end still holds a word; an undivided one always stands."""
        origin = piece.origin
        whole = isinstance(origin, Point) or (piece.start == origin.start and piece.end == origin.end)
        return whole or self._has_text(piece.start, piece.end)

    def _joins(self, leaf: Leaf) -> list[Sign]:
        """Return what stands for the white space between the joined blocks of a leaf."""
        joins = []
        for before, after in zip(leaf.blocks, leaf.blocks[1:], strict=False):
            text = after.join_text
            for start, end, sign in self._stretches(before.end, after.start):
                if sign is None and start < end:
                    joins.append(Sign(start, end, text, LAYOUT))
                    text = ""
        return joins

    # ---- content

    def _fill(
        self, element: etree._Element, start: int, end: int, pieces: Iterable[Piece], joins: list[Sign] | None = None
    ) -> None:
        """Put text, elements and signs from ``start`` to ``end`` into an element."""
        self._fill_nested(element, start, end, nested(pieces), {join.start: join for join in joins or []})

    def _fill_nested(
        self, element: etree._Element, start: int, end: int, pieces: list[Piece], joins: dict[int, Sign]
    ) -> None:
        position = start
        for piece in pieces:
            self._emit(element, position, piece.start, joins)
            position = max(position, piece.start)
            if piece.start == piece.end:
                self._add_empty(element, piece)
            elif self._may_stand(piece, element):
                inner = self._element(element, piece.tag, piece.attrs, piece)
                self._fill_nested(inner, piece.start, piece.end, piece.children, joins)
            else:
                self._fill_nested(element, piece.start, piece.end, piece.children, joins)
            position = max(position, piece.end)
        self._emit(element, position, end, joins)

    def _may_stand(self, piece: Piece, parent: etree._Element) -> bool:
        """Tell whether an element may be made of a piece; if not, its text and what is in it stand without it."""
        parts = [child.tag for child in piece.children if child.start < child.end]
        return may_hold(etree.QName(parent).localname, piece.tag) and is_complete(piece.tag, parts)

    def _add_empty(self, parent: etree._Element, piece: Piece) -> None:
        """Put an empty element, or one whose words stand elsewhere in the source, at the current place."""
        if not may_hold(etree.QName(parent).localname, piece.tag):
            anchor = parent.getparent()
            if anchor is None:
                return
            parent = anchor
        element = self._element(parent, piece.tag, piece.attrs, piece)
        self._built.add(id(piece.origin))
        if piece.moved is not None:
            self._building.add(id(piece.origin))
            home = self._home
            if home is None:
                self._home, self._at = element, 0
            start, end = piece.moved
            self._fill(
                element, start, end, [piece for piece in self._pieces_in(start, end) if _is_within(piece, start, end)]
            )
            self._home = home
            self._building.discard(id(piece.origin))

    def _element(self, parent: etree._Element, tag: str, attrs: Attrs, piece: Piece | None = None) -> etree._Element:
        element = etree.SubElement(parent, tei(tag))
        for name, value in attrs.items():
            element.set(name.replace("xml:", _XML_PREFIX), _ILLEGAL.sub("", value))
        if piece is not None:
            self.ids.note(element, piece)
        return element

    def _emit(self, element: etree._Element, start: int, end: int, joins: dict[int, Sign]) -> None:
        """Append the text between two offsets, with what stands for signs, line ends and joins."""
        for begin, stop, sign in self._stretches(start, end):
            if sign is not None:
                whole = begin == sign.start
                self._consume(element, begin, stop, sign.by or LAYOUT, sign.text if whole else "")
            elif begin in joins:
                self._consume(element, begin, stop, LAYOUT, joins[begin].text)
            else:
                self._emit_text(element, begin, stop)

    def _emit_text(self, element: etree._Element, start: int, end: int) -> None:
        position = start
        if etree.QName(element).localname in EMPTY or self._is_structural(element, start, end):
            self._consume(element, start, end, LAYOUT, "")
            return
        for match in _BREAK.finditer(self.text, start, end):
            self._append(element, position, match.start())
            self._consume(element, match.start(), match.end(), LAYOUT, " ")
            position = match.end()
        self._append(element, position, end)

    def _is_structural(self, element: etree._Element, start: int, end: int) -> bool:
        """Tell whether characters are white space in an element that holds only elements."""
        return etree.QName(element).localname in _ELEMENT_ONLY and not _NOT_SPACE.search(self.text, start, end)

    def _append(self, element: etree._Element, start: int, end: int) -> None:
        position = start
        for match in [*_ILLEGAL.finditer(self.text, start, end), None]:
            stop = match.start() if match else end
            if position < stop:
                self._write(element, self.text[position:stop])
                home = self._home_of(element)
                self.runs.append(Run(position, stop, home, self._at))
                self._at += stop - position
            if match:
                self.consumed.append(Consumed(match.start(), match.end(), ILLEGAL, "", None, 0))
                position = match.end()

    def _consume(self, element: etree._Element, start: int, end: int, by: str, text: str) -> None:
        if start >= end or by == ELSEWHERE:
            return
        text = "" if etree.QName(element).localname in _ELEMENT_ONLY else text
        home = self._home_of(element) if text else None
        self.consumed.append(Consumed(start, end, by, text, home, self._at))
        if text:
            self._write(element, text)
            self._at += len(text)

    def _home_of(self, element: etree._Element) -> etree._Element:
        """Return the element whose string value offsets are counted in, beginning one where there is none."""
        if self._home is None or not _is_inside(element, self._home):
            self._home, self._at = element, 0
        return self._home

    def _write(self, element: etree._Element, text: str) -> None:
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    # ---- the source's stretches

    def _stretches(self, start: int, end: int) -> Iterable[tuple[int, int, Sign | None]]:
        """Yield the stretches between two offsets: signs (whole or cut) and what lies between; holes are left out."""
        position = start
        while position < end:
            if (hole_end := self._hole_end(position)) > position:
                position = min(hole_end, end)
                continue
            sign = self._sign_at(position)
            if sign is not None:
                stop = min(sign.end, end)
                yield position, stop, sign
            else:
                stop = min(
                    end, self._next_start(self._sign_starts, position), self._next_start(self._hole_starts, position)
                )
                yield position, stop, None
            position = stop

    def _sign_at(self, offset: int) -> Sign | None:
        index = bisect_right(self._sign_starts, offset) - 1
        return self._signs[index] if index >= 0 and self._signs[index].end > offset else None

    def _hole_end(self, offset: int) -> int:
        """Return where the moved stretch that covers an offset ends, or the offset itself."""
        index = bisect_right(self._hole_starts, offset) - 1
        if index < 0 or self._holes[index][1] <= offset or self._holes[index][2] in self._building:
            return offset
        return self._holes[index][1]

    @staticmethod
    def _next_start(starts: list[int], offset: int) -> int:
        index = bisect_right(starts, offset)
        return starts[index] if index < len(starts) else 1 << 60

    def _home_at(self, offset: int) -> etree._Element | None:
        """Return the element in which the text at, or next before, an offset of the source stands."""
        runs = self._runs_in_order
        index = bisect_right(runs, offset, key=lambda run: run.start) - 1
        return runs[index].home if index >= 0 else None

    @cached_property
    def _runs_in_order(self) -> list[Run]:
        return sorted(self.runs, key=lambda run: run.start)


_WINDOW = 4_000
"""Spans longer than this many characters are looked up apart, so that finding a leaf's spans stays quick."""

_ELEMENT_ONLY = frozenset({"opener", "closer", "sp", "postscript", "list", "div", "body", "choice", "subst", "app"})


def _is_inside(element: etree._Element, home: etree._Element) -> bool:
    return element is home or any(ancestor is home for ancestor in element.iterancestors())


def _is_within(piece: Piece, start: int, end: int) -> bool:
    """Tell whether all of a piece's characters stand in a moved stretch; what encloses that stretch stays behind."""
    origin = piece.origin
    return isinstance(origin, Point) or (start <= origin.start and origin.end <= end)


def _clipped(piece: Piece, start: int, end: int) -> Piece:
    """Return a copy of a piece without children, cut to a stretch."""
    return Piece(
        max(piece.start, start), min(piece.end, end), piece.tag, piece.attrs, piece.label, piece.rank, piece.order,
        piece.origin, piece.after, piece.moved, piece.part,
    )  # fmt: skip


def _holes(draft: Draft) -> list[tuple[int, int, int]]:
    """Return the outermost moved stretches in order, as start, end and the id of their span."""
    moved = sorted(
        (
            (span.start, span.end, id(span))
            for span in draft.spans
            if span.move_to is not None and span.start < span.end
        ),
        key=lambda hole: (hole[0], -hole[1]),
    )
    outer: list[tuple[int, int, int]] = []
    for hole in moved:
        if not outer or hole[0] >= outer[-1][1]:
            outer.append(hole)
    return outer


def _unsigned_facts(draft: Draft) -> list[Sign]:
    """Return facts and furniture as signs, so that they are passed over wherever they stand amid the text."""
    stretches = [(item.start, item.end) for item in draft.furniture]
    stretches += [(fact.start, fact.end) for fact in draft.facts if fact.consumed and fact.start < fact.end]
    found: list[Sign] = []
    covered = 0
    for start, end in sorted(stretches):
        found.extend(Sign(begin, stop, "", ELSEWHERE) for begin, stop in draft.unsigned(max(start, covered), end))
        covered = max(covered, end)
    return found
