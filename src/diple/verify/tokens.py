"""Words of a source and of a TEI tree, each with the place it came from, cut alike in both."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import NamedTuple

from lxml import etree

from diple.ledger import Entry, Ledger
from diple.source import Source
from diple.xmlio import tei

_RAISED = "\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089"
WORD = re.compile(rf"[^\W\d_{_RAISED}]+|\d+|[{_RAISED}]+")
"""A run of letters, of digits or of raised digits: the finest cut, so that hyphens, markup and note marks in words do
not matter."""

_INTERVENTIONS = frozenset({"corr", "reg", "expan", "supplied", "note", "gloss", "desc"})
_COUNTED = re.compile(r"\d+")
_HYPHEN = re.compile("[-\u00ad\u2010\u2011\u00ac]\\s*$|[-\u00ad\u2010\u2011\u00ac]\\s*[\n\r]")


class SourceWord(NamedTuple):
    """A word of the source at an offset in characters, on a line counted from 1."""

    text: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class TeiWord:
    """A word of the TEI, with the line of the XML in which its element begins.

    ``is_intervention`` says that @resp owns it; ``note`` is the note it stands in, if any.
    """

    text: str
    line: int
    element: etree._Element
    is_intervention: bool
    note: etree._Element | None = None


def source_words(source: Source, ledger: Ledger, whole: frozenset[str] = frozenset()) -> list[SourceWord]:
    """Return the words of a source in order; those that ``ledger`` says a line or page end divides are whole again.

    ``whole`` are words of the TEI: of two places where a divided word may go on, as before and after the notes at the
    foot of a page, the one counts that makes such a word. Where the ledger says that a character reference
    (``&eacute;``) was read as such, its character stands in its place.
    """
    first_halves = _first_halves(ledger, source.text, whole)
    at_end: dict[int, int] = {}
    words: list[SourceWord] = []
    read = _Read(source.text, ledger)
    marks = _glued_marks(ledger)
    for match in WORD.finditer(read.text):
        start, end = read.offset(match.start()), read.offset(match.end())
        inner = range(start + 1, min(end, start + _LONG)) if match.group().isdigit() else ()
        if mark := next((offset for offset in inner if offset in marks), 0):
            words.append(SourceWord(source.text[start:mark], start, source.line_of(start)))
            words.append(SourceWord(source.text[mark:end], mark, source.line_of(start)))
            continue
        index = at_end.get(first_halves.get(start, -1))
        at_end[end] = len(words) if index is None else index
        if index is None:
            words.append(SourceWord(match.group(), start, source.line_of(start)))
        else:
            words[index] = words[index]._replace(text=words[index].text + match.group())
    return words


_LONG = 12
"""A mark is looked for among so many digits of a figure."""


def _glued_marks(ledger: Ledger) -> frozenset[int]:
    """Return where a sign begins that is a figure: where a digit stands before, it is a note's mark glued to it."""
    return frozenset(
        entry.start for entry in ledger.entries if entry.disposition == "sign" and _COUNTED.fullmatch(entry.literal)
    )


class _Read:
    """The text of a source with its character references, as far as a ledger names them, resolved."""

    def __init__(self, text: str, ledger: Ledger) -> None:
        self._starts, self._shifts = [0], [0]
        pieces: list[str] = []
        position = shift = length = 0
        for number, entry in enumerate(ledger.entries):
            end = _end_of_reference(text, ledger, number)
            if not _is_reference(text[entry.start : end], entry):
                continue
            pieces += [text[position : entry.start], entry.written]
            length += entry.start - position + len(entry.written)
            position, shift = end, end - length
            self._starts.append(length)
            self._shifts.append(shift)
        self.text = "".join([*pieces, text[position:]])

    def offset(self, place: int) -> int:
        """Return the offset in the source of a place in the text as read."""
        return place + self._shifts[bisect_right(self._starts, place) - 1]


def _end_of_reference(text: str, ledger: Ledger, number: int) -> int:
    """Return where a sign ends; a character reference may be told in parts, when an element ends behind its ``&``."""
    entry = ledger.entries[number]
    end = entry.end
    for rest in ledger.entries[number + 1 : number + 3] if entry.written else ():
        if (
            text[end - 1] == ";"
            or rest.start != end
            or rest.written
            or (rest.disposition, rest.by) != (entry.disposition, entry.by)
        ):
            break
        end = rest.end
    return end


def _is_reference(literal: str, entry: Entry) -> bool:
    """Tell whether an entry holds a character reference, and the ledger what it stands for and nothing else."""
    return bool(entry.written) and literal[:1] == "&" and literal[-1:] == ";" and unescape(literal) == entry.written


_FURTHER = 60
"""How many entries of a ledger the notes at the foot of a page may take up between the halves of a word."""


def _first_halves(ledger: Ledger, text: str, whole: frozenset[str]) -> dict[int, int]:
    """Return, for the second half of each word whose hyphen was taken out, where it begins and the first half ends."""
    found: dict[int, int] = {}
    entries = ledger.entries
    known = sorted(whole)
    before: dict[int, str] = {}
    passed = 0
    for number, entry in enumerate(entries):
        is_hyphen = entry.disposition == "sign" and not entry.written and _HYPHEN.match(entry.literal)
        if entry.start < passed or not is_hyphen:
            continue
        following = [one for one in entries[number + 1 : number + _FURTHER] if one.disposition == "text" or one.written]
        if not following:
            continue
        passed = following[0].start
        if following[0].disposition == "text":
            starts = [one.start for one in following if one.disposition == "text"]
            first = _first_half(text, entry.start, before)
            start = next((start for start in starts if _makes_a_word(text, first, start, known)), starts[0])
            found[start], before[start] = entry.start, first
    return found


def _first_half(text: str, end: int, before: dict[int, str]) -> str:
    """Return the word that ends at an offset, with what stands before it where it is a second half itself."""
    match = next(reversed(list(WORD.finditer(text, max(0, end - 60), end))), None)
    return before.get(match.start(), "") + match.group() if match else ""


def _makes_a_word(text: str, first: str, start: int, known: list[str]) -> bool:
    """Tell whether a first half makes, with the word that begins at an offset, one of the words of the TEI.

    Where that one is itself cut by a hyphen, the beginning of a word of the TEI is enough. ``known`` is in order.
    """
    second = WORD.match(text, start)
    if second is None:
        return False
    joined = first + second.group()
    index = bisect_left(known, joined)
    word = known[index] if index < len(known) else ""
    is_cut = _HYPHEN.match(text, second.end()) is not None
    return word == joined or (is_cut and word.startswith(joined))


class Stream(NamedTuple):
    """Words that stand together in the TEI: the running text, one note, or one element of the header."""

    kind: str
    words: list[TeiWord]


def tei_streams(root: etree._Element, apart: frozenset[etree._Element] = frozenset()) -> list[Stream]:
    """Return the streams of a TEI document: the running text first, then some notes, then the header's elements.

    Notes stand in the running text where their elements do, but for those in ``apart``, which have their own streams.
    """
    text = root.find(tei("text"))
    main = [] if text is None else _words(text, apart)
    notes = [Stream("note", _words(note, apart)) for note in root.iter(tei("note")) if note in apart]
    header = root.find(tei("teiHeader"))
    heads = [] if header is None else [Stream("header", words) for words in _leaves(header)]
    return [Stream("text", main), *notes, *[stream for stream in heads if stream.words]]


class _Node(NamedTuple):
    """An element still to be read, or the text after it: ``tail`` is None for the element."""

    element: etree._Element
    owned: bool
    note: etree._Element | None
    tail: str | None = None


def _words(element: etree._Element, apart: frozenset[etree._Element] = frozenset()) -> list[TeiWord]:
    """Return the words of an element in document order, notes that stand apart left out.

    A word that ``pb`` or ``lb`` with @break="no" divides is one word, unless its hyphen stands there.
    """
    words: list[TeiWord] = []
    is_glued, before = False, ""
    for text, node in _texts(element, apart):
        if text is None:
            is_glued = True
            continue
        found = _cut(text, node)
        if is_glued and found and words and before[-1:].isalnum() and WORD.match(text):
            words[-1] = replace(words[-1], text=words[-1].text + found.pop(0).text)
        words.extend(found)
        is_glued, before = False, text
    return words


def _texts(element: etree._Element, apart: frozenset[etree._Element]) -> Iterator[tuple[str | None, _Node]]:
    """Yield the texts of an element in document order, each with its element; None for a break in a word."""
    stack = [_Node(element, owned=False, note=None)]
    while stack:
        node = stack.pop()
        if node.tail is not None:
            yield node.tail, node
            continue
        if not isinstance(node.element.tag, str) or (node.element in apart and node.element is not element):
            continue
        name = etree.QName(node.element).localname
        if name in {"pb", "lb"} and node.element.get("break") == "no":
            yield None, node
        owned = node.owned or (name in _INTERVENTIONS and node.element.get("resp") is not None)
        inner = node._replace(owned=owned, note=node.element if name == "note" else node.note)
        if node.element.text:
            yield node.element.text, inner
        for child in reversed(node.element):
            if child.tail:
                stack.append(inner._replace(tail=child.tail))
            stack.append(inner._replace(element=child))


def _cut(text: str, node: _Node) -> list[TeiWord]:
    line = line_of(node.element)
    return [TeiWord(match.group(), line, node.element, node.owned, node.note) for match in WORD.finditer(text)]


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
            yield _words(node)
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
