"""A shadow of a document: the same text nodes with each character standing for its node, to see where the words go.

A stylesheet that makes a plain text of the document makes one of the shadow too, of the same length: it looks at spaces
and points, which the shadow keeps or exchanges for others of their kind, and at no letters. Where the two texts differ,
the document's words are, and the shadow says of which text node each is; where they agree, the edition speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from diple.xmlio import tei

SPACES: Final = frozenset(" \t\r\n")
"""What XML calls white space: no-break spaces are characters of the text."""

FIRST_TAG: Final = chr(0x40000)
LAST_TAG: Final = chr(0xDFFFD)
_TAGS_A_PLANE: Final = 0xFFFE
MOST_NODES: Final = 10 * _TAGS_A_PLANE
"""Planes 4 to 13 of Unicode, which hold no characters yet; the last two code points of a plane never will."""

_POINTS: Final = ",;.:!?)]”’»([“‘«"
EXCHANGES: Final = ";,:.?!])’””[(‘““"
EXCHANGED: Final = str.maketrans(_POINTS, EXCHANGES)
"""Points and brackets that the rules of spacing look at, and others for which those rules are the same."""

OUTERMOST: Final = frozenset({tei("text"), tei("sourceDoc")})
"""The elements that hold all there is of a document's words."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """A text node that holds more than space: its characters without spaces, and where it stands.

    ``parent`` is the element it is a child of, ``note`` the nearest note it is in; ``page`` is the number of the page,
    ``""`` on a page without a number and ``None`` before the first page break.
    """

    ink: str
    parent: etree._Element
    note: etree._Element | None
    page: str | None

    @property
    def is_points(self) -> bool:
        """Tell whether the node holds nothing but points that the shadow exchanges."""
        return self.ink.translate(EXCHANGED) != self.ink and all(ord(sign) in EXCHANGED for sign in self.ink)

    @property
    def points_before(self) -> int:
        """Return how many exchanged points stand before the first other character."""
        return _points_at_start(self.ink)

    @property
    def points_after(self) -> int:
        """Return how many exchanged points stand after the last other character."""
        return _points_at_start(self.ink[::-1])


class Shadow(NamedTuple):
    """The shadow of a document and the text nodes that its characters stand for, in document order."""

    tree: etree._ElementTree
    nodes: tuple[TextNode, ...]


def cast_shadow(document: etree._ElementTree) -> Shadow | None:
    """Return the shadow of a TEI document; header and stand-off stay as they are (TEI 4).

    There is none if the document has more text nodes than there are code points to stand for them.
    """
    copy = deepcopy(document)
    nodes: list[TextNode] = []
    for original, text in zip(_texts(document.getroot()), _texts(copy.getroot()), strict=True):
        _shade(original, text, nodes)
    return Shadow(copy, tuple(nodes)) if len(nodes) <= MOST_NODES else None


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts of a document: one, or several in a corpus (TEI 4, 15.1)."""
    for child in root:
        if child.tag in OUTERMOST:
            yield child
        elif child.tag == tei("TEI"):
            yield from _texts(child)


def tagged_node(tag: str) -> int:
    """Return the number of the text node that a character between ``FIRST_TAG`` and ``LAST_TAG`` stands for."""
    offset = ord(tag) - ord(FIRST_TAG)
    return offset // 0x10000 * _TAGS_A_PLANE + offset % 0x10000


def _shade(original: etree._Element, text: etree._Element, nodes: list[TextNode]) -> None:
    """Put the shadow into the copy of a text, and its text nodes, as the original has them, on the list."""
    page: str | None = None
    for event, (element, copy) in _walk(original, text):
        if event == "text" and isinstance(element.tag, str):
            page = " ".join(element.get("n", "").split()) if element.tag == tei("pb") else page
            copy.text = _shaded(element.text, element, page, nodes)
        elif event == "tail" and (parent := element.getparent()) is not None:
            copy.tail = _shaded(element.tail, parent, page, nodes)


_Pair = tuple[etree._Element, etree._Element]


def _walk(original: etree._Element, copy: etree._Element) -> Iterator[tuple[str, _Pair]]:
    """Yield the places of text of an element and its copy, in document order: each element's text, then its tail."""
    stack: list[tuple[str, _Pair]] = [("text", (original, copy))]
    while stack:
        event, pair = stack.pop()
        yield event, pair
        if event == "text":
            inner = list(zip(pair[0], pair[1], strict=True))
            stack.extend(step for child in reversed(inner) for step in (("tail", child), ("text", child)))


def _shaded(text: str | None, parent: etree._Element, page: str | None, nodes: list[TextNode]) -> str | None:
    """Return a text node's shadow, and put the node on the list if it holds more than space."""
    ink = _NO_INK.sub("", text or "")
    if not ink:
        return text
    note = next(parent.iterancestors(tei("note")), None) if parent.tag != tei("note") else parent
    while (tag := _tag(len(nodes))) in ink:  # what stands for the node must differ from all that is in it
        nodes.append(TextNode("", parent, note, page))
    nodes.append(TextNode(ink, parent, note, page))
    return _LETTER.sub(tag, text or "").translate(EXCHANGED)


_NO_INK: Final = re.compile(f"[{''.join(sorted(SPACES))}]+")
_LETTER: Final = re.compile(f"[^{''.join(sorted(SPACES))}{re.escape(_POINTS)}]")


def _tag(number: int) -> str:
    number %= MOST_NODES
    return chr(ord(FIRST_TAG) + number // _TAGS_A_PLANE * 0x10000 + number % _TAGS_A_PLANE)


def _points_at_start(ink: str) -> int:
    return next((count for count, sign in enumerate(ink) if ord(sign) not in EXCHANGED), len(ink))
