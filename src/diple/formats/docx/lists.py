"""The numbers and bullets that Word prints before paragraphs (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from diple.formats.counting import counted
from diple.formats.docx.styles import Styles
from diple.formats.markup import child, children, get, value

_FORMATS = {
    "lowerRoman": "i",
    "upperRoman": "I",
    "lowerLetter": "a",
    "upperLetter": "A",
    "decimalZero": "01",
    "russianLower": "а",
    "russianUpper": "А",
}
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


class Numbering:
    """Counts the numbered paragraphs of a document in the order in which they come."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {get(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        self._numbers = {get(one, "numId"): one for one in children(root, "num")}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarts = dict(_restarts(self._numbers))

    def marker(self, paragraph: etree._Element) -> str:
        """Return what is printed before a paragraph, with a space after it; "" if it is no item of a list."""
        place = self._styles.paragraph_property(paragraph, "numPr")
        number = value(place, "numId")
        levels = self._levels(number)
        depth = int(value(place, "ilvl")) if value(place, "ilvl").isdigit() else 0
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(value(self._numbers[number], "abstractNumId"), {})
        if (start := self._restarts.pop((number, depth), None)) is not None:
            counts[depth] = start - 1
        counts[depth] = counts[depth] + 1 if depth in counts else _start(level)
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        match value(level, "numFmt"):
            case "bullet":
                return f"{_BULLET} "
            case "none":
                return ""
        text = _PLACE.sub(lambda match: self._printed(levels, counts, int(match[1]) - 1), value(level, "lvlText"))
        return f"{text} " if text.strip() else ""

    def _levels(self, number: str) -> dict[int, etree._Element]:
        found = self._numbers.get(number)
        abstract = self._abstract.get(value(found, "abstractNumId"))
        levels = {int(get(level, "ilvl")): level for level in children(abstract, "lvl") if get(level, "ilvl").isdigit()}
        for change in children(found, "lvlOverride"):
            if (level := child(change, "lvl")) is not None and get(change, "ilvl").isdigit():
                levels[int(get(change, "ilvl"))] = level
        return levels

    @staticmethod
    def _printed(levels: dict[int, etree._Element], counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return counted(counts.get(depth, _start(level)), _FORMATS.get(value(level, "numFmt"), "1"))


def _restarts(numbers: dict[str, etree._Element]) -> Iterator[tuple[tuple[str, int], int]]:
    """Yield the number at which a list begins anew on its first use, by the list and the depth."""
    for number, element in numbers.items():
        for change in children(element, "lvlOverride"):
            start, depth = value(change, "startOverride"), get(change, "ilvl")
            if start.isdigit() and depth.isdigit():
                yield (number, int(depth)), int(start)


def _start(level: etree._Element) -> int:
    start = value(level, "start")
    return int(start) if start.isdigit() else 1
