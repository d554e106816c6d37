"""Where the parts of an XML file stand, to the column: lxml knows only the line on which a start tag ends."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple
from xml.parsers import expat


class Place(NamedTuple):
    """A place in a file; ``line`` and ``column`` count from 1, the column in characters."""

    line: int
    column: int


class Tag(NamedTuple):
    """Where an element's start tag and end tag begin, and where each stretch of text directly inside it begins.

    ``start`` is a byte offset into the file, and so is the one number in ``finish``, once the element has been read.
    The keys of ``texts`` count the child elements before the stretch.
    """

    place: Place
    start: int
    texts: dict[int, Place]
    end: list[Place]
    finish: list[int]


class Positions:
    """The places of all elements of one file, by their number in document order, from 0.

    The file must be well-formed and have no DOCTYPE, so that there are no entities to expand. Where start tags begin
    is all that is read at first; the rest only when it is asked for.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._starts: list[int] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda _name, _attributes: self._starts.append(parser.CurrentByteIndex)
        parser.Parse(data, True)

    def element(self, number: int) -> Place:
        """Return where the start tag of an element begins."""
        start = self._starts[number]
        try:
            before = self.data[self.data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8")
        except UnicodeDecodeError:
            return self._tags[number].place
        if b"\r" in self.data[:start] or b"\0" in self.data[:4]:
            return self._tags[number].place
        return Place(self.data.count(b"\n", 0, start) + 1, len(before.removeprefix("\ufeff")) + 1)

    def end(self, number: int) -> Place:
        """Return where the end tag of an element begins (an empty element's own place if it has none)."""
        return self._tags[number].end[0]

    def text(self, number: int, children_before: int) -> Place:
        """Return where the text begins that stands in an element after so many of its children."""
        tag = self._tags[number]
        return tag.texts.get(children_before, tag.place)

    def attribute(self, number: int, name: str) -> Place:
        """Return where an attribute, named as in the file (``xml:id``), begins."""
        place, start = self.element(number), self.attribute_start(number, name)
        if start is None:
            return place
        before = self.data[self._starts[number] : start].decode("utf-8", "replace")
        line = before.count("\n")
        column = len(before) - before.rfind("\n") if line else place.column + len(before)
        return Place(place.line + line, column)

    def attribute_start(self, number: int, name: str) -> int | None:
        """Return the byte at which an attribute begins; ``None`` in an encoding that is not like ASCII."""
        pattern = rb"""(?:[^>"']|"[^"]*"|'[^']*')*?\s(?=%s\s*=)""" % re.escape(name.encode())
        found = re.compile(pattern).match(self.data, self._starts[number])
        return found.end() if found else None

    def tag_names(self, number: int) -> list[int]:
        """Return the bytes at which an element's name begins: in its start tag, and in its end tag if it has one."""
        tag = self._tags[number]
        finish = tag.finish[0]
        has_end_tag = self.data.startswith(b"</", finish)
        return [tag.start + 1, *([finish + 2] if has_end_tag else [])]

    @cached_property
    def _tags(self) -> list[Tag]:
        return _Reading(self.data).tags


class _Reading:
    """One reading of a file that notes where everything stands."""

    def __init__(self, data: bytes) -> None:
        self.tags: list[Tag] = []
        self._open: list[tuple[Tag, list[int]]] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.Parse(data, True)

    def _here(self) -> Place:
        return Place(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1][1][0] += 1
        tag = Tag(self._here(), self._parser.CurrentByteIndex, {}, [], [])
        self.tags.append(tag)
        self._open.append((tag, [0]))

    def _end(self, _name: str) -> None:
        tag = self._open.pop()[0]
        tag.end.append(self._here())
        tag.finish.append(self._parser.CurrentByteIndex)

    def _text(self, text: str) -> None:
        if text.strip():
            tag, children = self._open[-1]
            lead = len(text) - len(text.lstrip())
            place = self._here()
            tag.texts.setdefault(children[0], place._replace(column=place.column + lead))
