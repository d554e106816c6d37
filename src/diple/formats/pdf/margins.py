"""Running heads and feet, and page numbers: lines at the edges of pages that come back, or count on, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diple.formats.pdf.lines import Line
from diple.formats.pieces import Part

_EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads or page numbers."""
_TIMES = 2
_SHARE = 0.3
"""On how many pages, and on which part of all, a line must come back."""
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"\W*(?:(?:page|p\.|seite|стр\.?)\s*)?(?P<n>\d{1,4})(?:\s*(?:/|of|von|из)\s*\d{1,4})?\W*", re.I)


class Margin(NamedTuple):
    """What a line at the edge of a page is, the number of the page if it tells one, and at which edge it stands."""

    part: Part
    number: str
    is_top: bool


def margins(pages: Sequence[Sequence[Line]]) -> dict[Line, Margin]:
    """Return the lines that are no part of the text, for the pages of a document, by page."""
    edges = [(number, line, part) for number, page in enumerate(pages) for line, part in _edges(page)]
    lines = {(_shape(line), part, number) for number, line, part in edges}
    shapes = Counter((shape, part) for shape, part, _ in lines)
    counted = Counter(step for step, _ in {(_step(line, number), number) for number, line, _ in edges})
    needed = max(_TIMES, _SHARE * len(pages))
    found: dict[Line, Margin] = {}
    for number, line, part in edges:
        alone = _ALONE.fullmatch(line.text.strip())
        counts_on = counted[_step(line, number)] >= needed
        if alone and counts_on:
            found[line] = Margin("page-number", alone["n"], part == "header")
        elif not alone and shapes[_shape(line), part] >= needed:
            found[line] = Margin(part, "", part == "header")
    return found


def _edges(page: Sequence[Line]) -> Iterator[tuple[Line, Part]]:
    if len(page) <= 1:
        return
    edge = min(_EDGE, len(page) // 2)
    ordered = sorted(page, key=lambda line: -line.bottom)
    yield from ((line, "header") for line in ordered[:edge])
    yield from ((line, "footer") for line in ordered[len(page) - edge :])


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.text.split()).casefold())


def _step(line: Line, page: int) -> int | None:
    """Return by how much the number that a line consists of is ahead of its page's place, which stays the same."""
    match = _ALONE.fullmatch(line.text.strip())
    return int(match["n"]) - page if match else None
