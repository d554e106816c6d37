"""Words of a source and of a TEI tree, each with the place it came from, cut alike in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from diple.source import Source
from diple.xmlio import tei

WORD = re.compile(r"[^\W_]+")
"""A run of letters or digits: the finest cut, so that hyphens and markup inside words do not matter."""

_INTERVENTIONS = frozenset({"corr", "reg", "expan", "supplied", "note", "gloss", "desc"})
_COUNTED = re.compile(r"\d+")


class SourceWord(NamedTuple):
    """A word of the source at an offset in characters, on a line counted from 1."""

    text: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class TeiWord:
    """A word of the TEI, with the line of the XML in which its element begins; ``is_intervention`` if @resp owns it."""

    text: str
    line: int
    element: etree._Element
    is_intervention: bool


def source_words(source: Source) -> list[SourceWord]:
    """Return the words of a source in order."""
    return [
        SourceWord(match.group(), match.start(), source.line_of(match.start())) for match in WORD.finditer(source.text)
    ]


class Stream(NamedTuple):
    """Words that stand together in the TEI: the running text, one note, or one element of the header."""

    kind: str
    words: list[TeiWord]


def tei_streams(root: etree._Element) -> list[Stream]:
    """Return the streams of a TEI document: the running text first, then notes, then the header's elements."""
    text = root.find(tei("text"))
    main: list[TeiWord] = []
    notes: list[Stream] = []
    if text is not None:
        main = list(_words(text, _Collector(notes)))
    header = root.find(tei("teiHeader"))
    heads = [] if header is None else [Stream("header", words) for words in _leaves(header)]
    return [Stream("text", main), *notes, *[stream for stream in heads if stream.words]]


class _Collector:
    """Takes notes out of the running text into streams of their own."""

    def __init__(self, notes: list[Stream]) -> None:
        self.notes = notes

    def take(self, note: etree._Element) -> None:
        words: list[TeiWord] = []
        self.notes.append(Stream("note", words))
        words.extend(_words(note, self, is_intervention=note.get("resp") is not None))


def _words(
    element: etree._Element, collector: _Collector | None, *, is_intervention: bool = False
) -> Iterator[TeiWord]:
    """Yield the words of an element in document order, notes aside."""
    stack: list[tuple[etree._Element, bool, str | None]] = [(element, is_intervention, None)]
    while stack:
        node, owned, tail = stack.pop()
        if tail is not None:
            yield from _cut(tail, node, owned)
            continue
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        if name == "note" and node is not element and collector is not None:
            collector.take(node)
            continue
        inner = owned or (name in _INTERVENTIONS and node.get("resp") is not None)
        yield from _cut(node.text, node, inner)
        for child in reversed(node):
            if child.tail:
                stack.append((node, inner, child.tail))
            stack.append((child, inner, None))


def _cut(text: str | None, element: etree._Element, owned: bool) -> Iterator[TeiWord]:
    line = line_of(element)
    for match in WORD.finditer(text or ""):
        yield TeiWord(match.group(), line, element, owned)


def line_of(element: etree._Element | None) -> int:
    """Return the line of the XML file in which an element begins, or 0."""
    return int(getattr(element, "sourceline", None) or 0)


def _leaves(header: etree._Element) -> Iterator[list[TeiWord]]:
    """Yield the words of each element of the header that holds text directly, with all in it."""
    stack = [header]
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str):
            continue
        holds_text = (node.text or "").strip() or any((child.tail or "").strip() for child in node)
        if holds_text or len(node) == 0:
            yield list(_words(node, None))
        else:
            stack.extend(reversed(node))


def counted_values(root: etree._Element) -> set[str]:
    """Return the numbers that the TEI's attributes carry (@n of pages, notes and items, dates, quantities)."""
    values: set[str] = set()
    for element in root.iter(etree.Element):
        for value in element.attrib.values():
            values.update(WORD.findall(str(value)))
            values.update(_COUNTED.findall(str(value)))
    return values
