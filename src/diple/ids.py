"""Ids for everything that can be cited or pointed at, given in document order, and pointers resolved to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise

from lxml import etree

from diple.nesting import Piece
from diple.xmlio import XML_ID, tei

PREFIXES = {
    "div": "d", "p": "p", "sp": "s", "note": "n", "head": "h", "item": "i", "ab": "ab", "list": "l", "quote": "q",
    "said": "r", "floatingText": "t",
}  # fmt: skip
_POINTER = re.compile(r"\{((at|turn):(\d+)|[^{}\s]+)\}")


class Ids:
    """The ids of one document's text."""

    def __init__(self) -> None:
        self._labelled: dict[str, list[etree._Element]] = defaultdict(list)
        self._parts: dict[int, list[etree._Element]] = defaultdict(list)
        self._counts: Counter[str] = Counter()

    def note(self, element: etree._Element, piece: Piece) -> None:
        """Remember the element made for a labelled span or point, and the parts of a divided span."""
        if piece.label:
            self._labelled[piece.label].append(element)
        if piece.start < piece.end:
            self._parts[id(piece.origin)].append(element)

    def assign(self, body: etree._Element) -> None:
        """Give ids to all that is citable, to all that has a label, and link the parts of divided elements."""
        labelled = {id(element) for elements in self._labelled.values() for element in elements}
        divided = [elements for elements in self._parts.values() if len(elements) > 1]
        linked = {id(element) for elements in divided for element in elements}
        for element in body.iter(etree.Element):
            name = etree.QName(element).localname
            if name in PREFIXES or id(element) in labelled or id(element) in linked:
                self._give(element, name)
        for elements in divided:
            for before, after in pairwise(elements):
                before.set("next", f"#{after.get(XML_ID)}")
                after.set("prev", f"#{before.get(XML_ID)}")

    def _give(self, element: etree._Element, name: str) -> None:
        if element.get(XML_ID):
            return
        prefix = "m" if element.get("type") == "marked" else PREFIXES.get(name, name)
        self._counts[prefix] += 1
        element.set(XML_ID, f"{prefix}{self._counts[prefix]}")

    def resolve(self, body: etree._Element, home_at: Callable[[int], etree._Element | None]) -> None:
        """Replace ``{label}``, ``{at:offset}`` and ``{turn:offset}`` in attributes by pointers.

        The second points to the paragraph, the third to the turn in which the offset stands; a pointer that leads
        nowhere is left out.
        """
        for element in body.iter(etree.Element):
            for name, value in list(element.attrib.items()):
                if "{" not in value:
                    continue
                pointers = _POINTER.sub(lambda match: self._pointer(match, home_at), str(value)).split()
                if pointers:
                    element.set(name, " ".join(pointers))
                else:
                    del element.attrib[name]

    def _pointer(self, match: re.Match[str], home_at: Callable[[int], etree._Element | None]) -> str:
        if match.group(2):
            home = home_at(int(match.group(3)))
            if match.group(2) == "turn" and home is not None:
                home = next((outer for outer in (home, *home.iterancestors()) if outer.tag == tei("sp")), None)
            return f"#{home.get(XML_ID)}" if home is not None and home.get(XML_ID) else ""
        return " ".join(f"#{element.get(XML_ID)}" for element in self._labelled.get(match.group(1), []))
