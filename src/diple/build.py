"""The TEI tree, made in one pass from the skeleton, spans, signs and points; each character's way is noted down."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from diple.content import ELEMENT_ONLY, is_complete, may_hold
from diple.draft import Draft
from diple.ids import Ids
from diple.model import Attrs, Point, Sign
from diple.nesting import Piece, nested, piece_of
from diple.pieces import Pieces
from diple.stretches import Stretches
from diple.units import Branch, Leaf
from diple.writing import ILLEGAL_CHARACTER, LAYOUT, Consumed, Run, Writer
from diple.xmlio import NSMAP, XML, tei

_XML_PREFIX = f"{{{XML}}}"
_LOOSE_TEXT = {"sp": "speaker", "opener": "seg", "closer": "seg", "item": ""}
"""What holds words for which no recogniser named an element, by where they stand; elsewhere a paragraph."""


class Built(NamedTuple):
    """The ``body`` element and what became of each character that reached it."""

    body: etree._Element
    runs: list[Run]
    consumed: list[Consumed]


class Builder:
    """Builds ``body`` from its skeleton; use once."""

    def __init__(self, draft: Draft) -> None:
        self._ids = Ids()
        self._stretches = Stretches(draft)
        self._pieces = Pieces(draft, self._stretches)
        self._writer = Writer(draft.source.text, self._stretches)

    def build(self, skeleton: Branch) -> Built:
        """Return the body with its ``xml:id`` given and its pointers resolved."""
        body = etree.Element(tei("body"), nsmap=NSMAP)
        for child in skeleton.children:
            self._add(body, child)
        self._writer.flush()
        runs = sorted(self._writer.runs, key=lambda run: run.start)
        self._ids.assign(body)
        self._ids.resolve(body, lambda offset: _home_at(runs, offset))
        return Built(body, runs, self._writer.consumed)

    # ---- skeleton

    def _add(self, parent: etree._Element, node: Leaf | Branch | Point) -> None:
        match node:
            case Point():
                self._writer.enter(None, parent)
                self._add_point(parent, piece_of(node, 0))
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
        self._writer.enter(element if tag else None, parent)
        self._fill(element, leaf.start, leaf.end, self._pieces.of(leaf), self._joins(leaf))

    def _tag_for_loose_text(self, parent: etree._Element, leaf: Leaf) -> str:
        """Return the element that must hold a leaf's words where no span of the leaf does, or ""."""
        name = etree.QName(parent).localname
        position = leaf.start
        roots = [piece for piece in nested(self._pieces.of(leaf)) if may_hold(name, piece.tag)]
        for piece in [*roots, None]:
            stop = piece.start if piece else leaf.end
            if self._stretches.has_text(position, stop):
                return _LOOSE_TEXT.get(name, "p")
            position = piece.end if piece else stop
        return ""

    def _joins(self, leaf: Leaf) -> list[Sign]:
        """Return what stands for the white space between the joined blocks of a leaf."""
        joins = []
        for before, after in zip(leaf.blocks, leaf.blocks[1:], strict=False):
            text = after.join_text
            for start, end, sign in self._stretches.between(before.end, after.start):
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
            self._writer.write(element, position, piece.start, joins)
            position = max(position, piece.start)
            if piece.start == piece.end:
                self._add_point(element, piece)
                continue
            inner = (
                self._element(element, piece.tag, piece.attrs, piece) if self._may_stand(piece, element) else element
            )
            if piece.tag == "row":
                self._writer.enter(None, inner)  # each cell is a home of its own: white space stands between them
            self._fill_nested(inner, piece.start, piece.end, piece.children, joins)
            position = max(position, piece.end)
        self._writer.write(element, position, end, joins)

    def _may_stand(self, piece: Piece, parent: etree._Element) -> bool:
        """Tell whether an element may be made of a piece; if not, its text and what is in it stand without it."""
        if not may_hold(etree.QName(parent).localname, piece.tag):
            return False
        parts = [child for child in piece.children if child.start < child.end]
        is_loose = piece.tag in ELEMENT_ONLY and self._has_text_between(piece, parts)
        return not is_loose and is_complete(piece.tag, [part.tag for part in parts])

    def _has_text_between(self, piece: Piece, parts: list[Piece]) -> bool:
        bounds = [piece.start, *(offset for part in parts for offset in (part.start, part.end)), piece.end]
        gaps = zip(bounds[::2], bounds[1::2], strict=True)
        return any(self._stretches.has_text(start, end) for start, end in gaps)

    def _add_point(self, parent: etree._Element, piece: Piece) -> None:
        """Put an empty element, or one whose words stand elsewhere in the source, at the current place."""
        if not may_hold(etree.QName(parent).localname, piece.tag):
            outer = parent.getparent()
            if outer is None:
                return
            parent = outer
        element = self._element(parent, piece.tag, piece.attrs, piece)
        self._pieces.built.add(id(piece.origin))
        if piece.moved is not None:
            self._stretches.open_holes.add(id(piece.origin))
            self._fill(element, *piece.moved, self._pieces.inside(*piece.moved))
            self._stretches.open_holes.discard(id(piece.origin))

    def _element(self, parent: etree._Element, tag: str, attrs: Attrs, piece: Piece | None = None) -> etree._Element:
        self._writer.flush()
        element = etree.SubElement(parent, tei(tag))
        for name, value in attrs.items():
            element.set(name.replace("xml:", _XML_PREFIX), ILLEGAL_CHARACTER.sub("", value))
        if piece is not None:
            self._ids.note(element, piece)
        return element


def _home_at(runs: list[Run], offset: int) -> etree._Element | None:
    """Return the element in which the text at, or next before, an offset of the source stands."""
    index = bisect_right(runs, offset, key=lambda run: run.start) - 1
    return runs[index].home if index >= 0 else None
