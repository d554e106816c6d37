"""What two encodings of one document are compared by."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from diple.pipeline import Encoding
from diple.xmlio import parse_bytes, tei

_NOT_IN_PLAIN_TEXT = ("fw", "table", "note")


class Facts(NamedTuple):
    """Words in order, turns, notes with the words before them, pages with the words after them, paragraphs."""

    words: list[str]
    turns: list[tuple[str, str]]
    notes: list[tuple[str, str, str]]
    pages: list[str]
    blocks: list[str]


def root_of(encoding: Encoding) -> etree._Element:
    return parse_bytes(encoding.tei, "tei.xml").getroot()


def facts(encoding: Encoding) -> Facts:
    """Return the facts that a plain text can tell too: running heads, tables and comments aside."""
    body = next(root_of(encoding).iter(tei("body")))
    notes = [
        (note.get("n", ""), _words(note), _before(body, note)[-30:])
        for note in body.iter(tei("note"))
        if note.get("place") == "foot"
    ]
    pages = [_after(body, page)[:30] for page in body.iter(tei("pb")) if _before(body, page)]
    for name in _NOT_IN_PLAIN_TEXT:
        for element in list(body.iter(tei(name))):
            _take_out(element)
    turns = [(_words(turn.find(tei("speaker"))), _words(turn)) for turn in body.iter(tei("sp"))]
    blocks = [_words(block) for block in body.iter(tei("p"), tei("head"), tei("item"), tei("signed"), tei("salute"))]
    return Facts(_words(body).split(), turns, notes, pages, [block for block in blocks if block])


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())


def _take_out(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _before(body: etree._Element, element: etree._Element) -> str:
    """Return the words of the text before an element, running heads and notes aside."""
    return " ".join("".join(_pieces(body, element)[0]).split())


def _after(body: etree._Element, element: etree._Element) -> str:
    return " ".join("".join(_pieces(body, element)[1]).split())


def _pieces(body: etree._Element, element: etree._Element) -> tuple[list[str], list[str]]:
    sides: tuple[list[str], list[str]] = ([], [])
    side, depth = 0, 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        is_apart = etree.QName(node).localname in _NOT_IN_PLAIN_TEXT
        if event == "start":
            side = 1 if node is element else side
            depth += is_apart
            text = node.text
        else:
            depth -= is_apart
            text = node.tail
        if not depth and text:
            sides[side].append(text)
    return sides
