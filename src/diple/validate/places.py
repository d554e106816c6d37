"""From a problem to a finding: its line and column, its path, and the line of the transcript it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Protocol
from xml.parsers import expat

from lxml import etree

from diple.findings import Finding
from diple.validate.diagnosis import Problem, Spot, line_of
from diple.validate.positions import Place, Positions
from diple.xmlio import XML_ID


class SourceLines(Protocol):
    """The transcript that a TEI file was encoded from."""

    @property
    def file(self) -> str:
        """The name of the transcript."""

    def line_of(self, xml_id: str) -> int:
        """Return the line that the element with this ``xml:id`` came from; 0 if unknown."""


class Places:
    """Where elements stand: by the tokens of the file, or failing that by the lines that lxml keeps."""

    def __init__(self, tree: etree._ElementTree, data: bytes) -> None:
        self._numbers = {element: number for number, element in enumerate(tree.iter("*"))}
        self._steps: dict[etree._Element, str] = {}
        try:
            self._positions: Positions | None = Positions(data)
        except (expat.ExpatError, ValueError, LookupError):  # an encoding that expat does not know
            self._positions = None

    def place(self, element: etree._Element, spot: Spot) -> Place:
        """Return where the part of an element begins; the column is 0 where it is not known."""
        if self._positions is None:
            return Place(line_of(element), 0)
        number = self._numbers[element]
        match spot.kind:
            case "attribute":
                return self._positions.attribute(number, spot.name)
            case "text":
                return self._positions.text(number, spot.child)
            case "end":
                return self._positions.end(number)
            case "element":
                return self._positions.element(number)

    def xpath_by_ids(self, element: etree._Element) -> str:
        """Return an XPath to an element that begins at the nearest ``xml:id``: ``//*[@xml:id='p3']/choice[2]``."""
        steps: list[str] = []
        for one in (element, *element.iterancestors()):
            value = one.get(XML_ID)
            if value and "'" not in value:
                return "/".join([f"//*[@xml:id='{value}']", *reversed(steps)])
            steps.append(self._step(one))
        return "/" + "/".join(reversed(steps))

    def _step(self, element: etree._Element) -> str:
        """Return the last step of the path to an element; those of all its siblings are worked out with it."""
        if element not in self._steps:
            parent = element.getparent()
            siblings = [element] if parent is None else list(parent.iterchildren("*"))
            total, met = Counter(one.tag for one in siblings), Counter[object]()
            for one in siblings:
                met[one.tag] += 1
                name = etree.QName(one).localname
                self._steps[one] = name if total[one.tag] == 1 else f"{name}[{met[one.tag]}]"
        return self._steps[element]


def finding_of(problem: Problem, places: Places, name: str, source: SourceLines | None) -> Finding:
    """Return the finding that tells a problem; ``name`` is what it calls the file."""
    place = places.place(problem.element, problem.spot)
    line = _source_line(problem.element, source) if source else 0
    return Finding(
        problem.code,
        problem.level,
        name,
        place.line,
        place.column,
        problem.words.message,
        places.xpath_by_ids(problem.element) + (f"/@{problem.spot.name}" if problem.spot.kind == "attribute" else ""),
        problem.words.suggestion,
        source.file if source and line else "",
        line,
        problem.words.allowed,
    )


def _source_line(element: etree._Element, source: SourceLines) -> int:
    """Return the line of the transcript that the element, or what is nearest to it of what has an id, came from."""
    near = (one.get(XML_ID) for one in _from_near_to_far(element))
    return next((line for line in (source.line_of(value) for value in near if value) if line), 0)


def _from_near_to_far(element: etree._Element) -> Iterator[etree._Element]:
    """Yield an element, what it holds, and then what is around it.

    Where only elements stand, older siblings are nearer than the parent; among words they may be notes from afar.
    """
    yield from element.iter("*")
    for one in (element, *element.iterancestors()):
        if one is not element:
            yield one
        if not _stands_among_words(one):
            for sibling in one.itersiblings("*", preceding=True):
                yield from sibling.iter("*")


def _stands_among_words(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and any(text and text.strip() for text in (parent.text, *(one.tail for one in parent)))
