"""Running heads and feet, and page numbers: lines at the edges of pages that come back, or count on, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diple.formats.pdf.lines import Line
from diple.formats.pieces import Part

_EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads or page numbers."""
_TIMES = 2
_SHARE = 0.3
"""On how many pages, and on which part of all, a line must come back."""
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(
    r"\W*(?:(?:page|p\.|seite|стр\.?)\s*)?(?P<n>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|из)\s*\d{1,4})?\W*", re.I
)
_TIGHT, _TIGHT_SHARE = 1.2, 0.6
"""Up to how many times the usual distance a line is close to its neighbour; it must come back on more pages then."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Margin(NamedTuple):
    """What a line at the edge of a page is, the number of the page if it tells one, and at which edge it stands."""

    part: Part
    number: str
    is_top: bool


def margins(pages: Sequence[Sequence[Line]]) -> dict[Line, Margin]:
    """Return the lines that are no part of the text, for the pages of a document, by page.

    A footnote whose mark stands on its page is none of them, however much it is like those of other pages.
    """
    edges = [
        (number, line, part)
        for number, page in enumerate(pages)
        for line, part in _edges(page)
        if not begins_note(line, raised_labels(page))
    ]
    usual = _usual_distance(pages)
    tight = {line for page in pages for line in _tight(page, usual)}
    lines = {(_shape(line), part, number) for number, line, part in edges}
    shapes = Counter((shape, part) for shape, part, _ in lines)
    counted = Counter(step for step, _ in {(_step(line, number), number) for number, line, _ in edges})
    needed, needed_tight = (max(_TIMES, share * len(pages)) for share in (_SHARE, _TIGHT_SHARE))
    found: dict[Line, Margin] = {}
    for number, line, part in edges:
        alone = _ALONE.fullmatch(line.text.strip())
        counts_on = alone is not None and counted[_step(line, number)] >= needed
        if alone and counts_on:
            found[line] = Margin("page-number", alone["n"], part == "header")
        elif not counts_on and shapes[_shape(line), part] >= (needed_tight if line in tight else needed):
            found[line] = Margin(part, "", part == "header")
    return found


def _usual_distance(pages: Sequence[Sequence[Line]]) -> float:
    gaps = sorted(one.bottom - two.bottom for page in pages for one, two in pairwise(page) if one.bottom > two.bottom)
    return gaps[len(gaps) // 2] if gaps else 0.0


def _tight(page: Sequence[Line], usual: float) -> Iterator[Line]:
    """Yield the lines at the edges of a page that stand as close to the next as the lines of a paragraph do."""
    ordered = sorted(page, key=lambda line: -line.bottom)
    for one, two in pairwise(ordered):
        if one.bottom - two.bottom <= _TIGHT * usual and one.size == two.size:
            yield from (one, two)


def raised_labels(page: Sequence[Line]) -> frozenset[str]:
    """Return the raised labels of a page that do not begin their line: marks of notes, perhaps."""
    runs = (run for line in page for number, run in enumerate(line.runs) if number)
    return frozenset(run.text.strip() for run in runs if run.has("superscript"))


def begins_note(line: Line, labels: frozenset[str]) -> bool:
    """Tell whether a line begins with the label of a note whose mark is among the raised labels of its page."""
    label, _, words = line.text.strip().partition(" ")
    return bool(words.strip()) and label.strip("[]().") in labels - {""}


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
    return _value(match["n"]) - page if match else None


def _value(number: str) -> int:
    """Return the value of an Arabic or Roman number."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[figure] for figure in number.lower()]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
