"""Putting the source's characters into the tree, and noting where each of them went."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from diple.content import ELEMENT_ONLY, EMPTY
from diple.model import Sign
from diple.source import LINE_END
from diple.stretches import ELSEWHERE, Stretches
from diple.xmlio import tei

ILLEGAL = "a character that XML cannot carry"
LAYOUT = "layout"

ILLEGAL_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAY_BE_UNEVEN = re.compile(ILLEGAL_CHARACTER.pattern.replace("]", r"\xa0]"))
_UNEVEN = re.compile(rf"{ILLEGAL_CHARACTER.pattern}|(?=[ \xa0]*\xa0)(?=\xa0* )[ \xa0]{{2,}}")
"""What XML cannot carry, and spaces beside no-break spaces, which web pages set where one space is meant."""
_BREAK = re.compile(rf"{LINE_END.pattern}\s*")
_NOT_SPACE = re.compile(r"\S")


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


class Writer:
    """Writes text into elements in the order of the tree.

    A home is the outermost element of a leaf; places are counted in characters of its string value.
    """

    def __init__(self, text: str, stretches: Stretches) -> None:
        self.runs: list[Run] = []
        self.consumed: list[Consumed] = []
        self._text = text
        self._stretches = stretches
        self._home: etree._Element | None = None
        self._outside: etree._Element | None = None
        self._at = 0
        self._target: tuple[etree._Element, etree._Element | None] | None = None
        self._pending: list[str] = []

    def flush(self) -> None:
        """Put what was written into the tree; wanted before an element is added, and at the end."""
        if self._target is None:
            return
        element, child = self._target
        text = "".join(self._pending)
        if child is not None:
            child.tail = (child.tail or "") + text
        else:
            element.text = (element.text or "") + text
        self._target, self._pending = None, []

    def enter(self, home: etree._Element | None, outside: etree._Element | None) -> None:
        """Begin a leaf: count places in ``home``, or, if None, in each child of ``outside`` as text comes to it."""
        self._home, self._outside, self._at = home, outside, 0

    def write(self, element: etree._Element, start: int, end: int, joins: dict[int, Sign]) -> None:
        """Append the text between two offsets, with what stands for signs, line ends and joins."""
        for begin, stop, sign in self._stretches.between(start, end):
            if sign is not None:
                self._consume(element, begin, stop, sign.by or LAYOUT, sign.text if begin == sign.start else "")
                continue
            if join := joins.get(begin):
                self._consume(element, begin, min(join.end, stop), LAYOUT, join.text)
                begin = min(join.end, stop)
            self._write_text(element, begin, stop)

    def _write_text(self, element: etree._Element, start: int, end: int) -> None:
        if self._is_structural(element, start, end):
            self._consume(element, start, end, LAYOUT, "")
            return
        position = start
        for match in _BREAK.finditer(self._text, start, end):
            last = position + len(self._text[position : match.start()].rstrip())
            self._append(element, position, last)
            self._consume(element, last, match.end(), LAYOUT, " ")
            position = match.end()
        self._append(element, position, end)

    def _is_structural(self, element: etree._Element, start: int, end: int) -> bool:
        """Tell whether characters stand in an empty element, or are white space in one that holds only elements."""
        name = etree.QName(element).localname
        return name in EMPTY or (name in ELEMENT_ONLY and not _NOT_SPACE.search(self._text, start, end))

    def _append(self, element: etree._Element, start: int, end: int) -> None:
        position = start
        is_even = not _MAY_BE_UNEVEN.search(self._text, start, end)
        for match in [None] if is_even else [*_UNEVEN.finditer(self._text, start, end), None]:
            stop = match.start() if match else end
            if position < stop:
                home = self._home_of(element)
                self.runs.append(Run(position, stop, home, self._at))
                self._put(element, self._text[position:stop])
            if match and match.group().isspace():
                self._consume(element, match.start(), match.end(), LAYOUT, " ")
            elif match:
                self.consumed.append(Consumed(match.start(), match.end(), ILLEGAL, "", None, 0))
            position = match.end() if match else end

    def _consume(self, element: etree._Element, start: int, end: int, by: str, text: str) -> None:
        if start >= end or by == ELSEWHERE:
            return
        text = "" if etree.QName(element).localname in ELEMENT_ONLY else text
        home = self._home_of(element) if text else None
        self.consumed.append(Consumed(start, end, by, text, home, self._at))
        self._put(element, text)

    def _home_of(self, element: etree._Element) -> etree._Element:
        """Return the element in whose string value places are counted, beginning one where there is none."""
        home = self._home
        if (cell := next(element.iterancestors(tei("cell")), None)) is not None or element.tag == tei("cell"):
            inner = element if cell is None else cell
            if inner is not home:
                self._home, self._at = inner, 0
        elif home is None or not (element is home or any(outer is home for outer in element.iterancestors())):
            self._home, self._at = self._outermost(element), 0
        return self._home if self._home is not None else element

    def _outermost(self, element: etree._Element) -> etree._Element:
        """Return the element around this one that stands directly in the branch that the leaf belongs to."""
        node = element
        while (parent := node.getparent()) is not None and parent is not self._outside and node is not self._outside:
            node = parent
        return node if node.getparent() is not None else element

    def _put(self, element: etree._Element, text: str) -> None:
        if not text:
            return
        self._at += len(text)
        target = (element, next(element.iterchildren(reversed=True), None))  # len() would count all
        if self._target is None or target[0] is not self._target[0] or target[1] is not self._target[1]:
            self.flush()
            self._target = target
        self._pending.append(text)
