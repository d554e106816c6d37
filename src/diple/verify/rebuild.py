"""The source rebuilt, character for character, from a TEI file and its ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.ledger import LOST, Entry, Ledger
from diple.source import Source
from diple.xmlio import XML_ID, tei

_STEP = re.compile(r"([\w.\-]+)\[(\d+)\]")


class Mismatch(NamedTuple):
    """An entry for which the rebuilt characters are not those of the source; ``element`` is where they should be."""

    entry: Entry
    expected: str
    found: str
    element: etree._Element | None


def rebuilt(ledger: Ledger, root: etree._Element) -> Iterator[tuple[Entry, str, etree._Element | None]]:
    """Yield, for each entry in order, the characters that it and the TEI give back."""
    places = _Places(root)
    for entry in ledger.entries:
        element = places.at(entry.to) if entry.to else None
        if entry.disposition != "text":
            yield entry, entry.literal, element
        else:
            length = entry.end - entry.start
            yield entry, places.value(entry.to)[entry.at : entry.at + length], element


def mismatches(ledger: Ledger, root: etree._Element, source: Source) -> list[Mismatch]:
    """Return where the rebuilt source differs from the source; gaps and overlaps in the ledger count too."""
    found = []
    position = 0
    places = _Places(root)
    for entry, characters, element in rebuilt(ledger, root):
        if entry.start != position:
            found.append(Mismatch(entry, source.text[position : entry.start], "", element))
        expected = source.text[entry.start : entry.end]
        if characters != expected or entry.by == LOST:
            found.append(Mismatch(entry, expected, characters, element))
        elif entry.disposition == "metadata" and not places.holds(entry.to, expected):
            found.append(Mismatch(entry, expected, places.value(entry.to), element))
        position = entry.end
    if position != len(source.text):
        found.append(Mismatch(Entry(position, len(source.text), "text"), source.text[position:], "", None))
    return found


class _Places:
    """Elements and their string values, by the paths that ledgers use."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._by_id = {element.get(XML_ID): element for element in root.iter(etree.Element) if element.get(XML_ID)}
        self._values: dict[str, str] = {}
        self._children: dict[tuple[etree._Element, str], list[etree._Element]] = {}

    def at(self, path: str) -> etree._Element | None:
        head, *steps = path.split("/")
        node = self._by_id.get(head[1:]) if head.startswith("#") else self._root
        for step in steps:
            match = _STEP.fullmatch(step)
            if node is None or match is None:
                return None
            same = self._named(node, match.group(1))
            position = int(match.group(2)) - 1
            node = same[position] if position < len(same) else None
        return node

    def _named(self, node: etree._Element, name: str) -> list[etree._Element]:
        """Return the children of an element that bear a name."""
        if (node, name) not in self._children:
            self._children[node, name] = node.findall(tei(name))
        return self._children[node, name]

    def value(self, path: str) -> str:
        if path not in self._values:
            node = self.at(path)
            self._values[path] = "" if node is None else "".join(str(part) for part in node.itertext())
        return self._values[path]

    def holds(self, path: str, words: str) -> bool:
        """Tell whether an element, or an attribute of it, holds these words, white space aside."""
        wanted = "".join(words.split())
        node = self.at(path)
        if node is None:
            return False
        values = [self.value(path), *(str(value) for value in node.attrib.values())]
        return any(wanted in "".join(value.split()) for value in values)
