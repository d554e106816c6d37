"""Lines put together to paragraphs, by the space between them, their indentation, their length and size."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from diple.formats.merging import merged
from diple.formats.pdf.lines import Line
from diple.formats.pdf.margins import begins_note
from diple.formats.pieces import Look, Paragraph, Run

_WIDE = 1.35
"""How many times the usual distance of lines parts two paragraphs."""
_INDENT = 0.8
"""How much further in than the lines around a first line begins at least, in parts of the size."""
_SHORT = 0.85
"""The part of the usual width that the last line of a paragraph has at most, where nothing else marks its end."""
_ENDED = re.compile(r"[.!?:;…]['\"”’)\]]*\s*$")
_LARGER, _SMALLER = 1.15, 0.92
"""From how many times the size of the text on a line is a heading's, and up to which it is a note's."""
_HEADING_LINES = 3


@dataclass(frozen=True)
class Measure:
    """What is usual in a document: the size of its text, the distance of lines, left and right edges, in points."""

    size: float
    distance: float
    left: float
    right: float


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """Return what is usual on these pages, which hold at least one line."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    text = [line for line in lines if line.size == size]
    gaps = [one.bottom - two.bottom for page in pages for one, two in pairwise(page) if one.size == two.size == size]
    close = sorted(gap for gap in gaps if 0 < gap < 3 * size)
    lefts = Counter(round(line.left) for line in text)
    rights = sorted(line.right for line in text)
    distance = _closest(close) if close else 1.2 * size
    return Measure(size, distance, lefts.most_common(1)[0][0], rights[int(0.9 * (len(rights) - 1))])


def _closest(gaps: Sequence[float]) -> float:
    """Return the least distance, of those sorted, that comes often enough to be that of the lines of a paragraph."""
    often = max(2, _OFTEN * len(gaps))
    alike = (bisect_right(gaps, _ALIKE * gap) - number for number, gap in enumerate(gaps))
    return next((gap for gap, count in zip(gaps, alike, strict=True) if count >= often), gaps[0])


_OFTEN, _ALIKE = 0.08, 1.05
"""On which part of all lines a distance comes back at least, and up to how many times it is the same distance."""


def paragraphs(lines: Sequence[Line], usual: Measure, labels: frozenset[str] = frozenset()) -> Iterator[Paragraph]:
    """Yield the paragraphs that the lines of a page make, line ends kept; headings are told by their size.

    ``labels`` are the raised ones of the page: a small line that begins with one of them begins a note.
    """
    group: list[Line] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        is_note = line.size <= _SMALLER * usual.size and begins_note(line, labels)
        if is_note:
            _raise_label(line)
        if group and (is_note or _begins(group, line, following, usual)):
            yield _paragraph(group, usual)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, usual)


def _raise_label(line: Line) -> None:
    """Make the label at the beginning of a note a raised one, as its mark is."""
    first = line.runs[0]
    if first.has("superscript"):
        return
    label, space, rest = first.text.lstrip().partition(" ")
    line.runs[:1] = [Run(label, (Look("superscript"),)), Run(space + rest, first.looks)]


def _begins(group: Sequence[Line], line: Line, following: Line | None, usual: Measure) -> bool:
    """Tell whether a paragraph begins with a line after those of a group."""
    last = group[-1]
    distance = last.bottom - line.bottom
    if not 0 < distance <= _WIDE * max(usual.distance * min(1.0, line.size / usual.size), 0.9 * line.size):
        return True
    if abs(last.size - line.size) > 0.08 * usual.size:
        return True
    is_indented = line.left > last.left + _INDENT * line.size
    hangs = following is not None and following.left > line.left - 1 and len(group) == 1
    if is_indented and not hangs and _fills(last, usual) is not None:
        return True
    return not _fills(last, usual) and bool(_ENDED.search(last.text))


def _fills(line: Line, usual: Measure) -> bool:
    width = usual.right - usual.left
    return width <= 0 or line.right - usual.left >= _SHORT * width


def _runs_over(before: Line, line: Line, usual: Measure) -> bool:
    """Tell whether a line ends only because the first word of the next had no room, and parts no word."""
    text, word = line.text.strip(), line.text.split(maxsplit=1)[:1]
    is_apart = before.text.rstrip().endswith(_HYPHENS) or _BEGINS_ITEM.match(text)
    if not word or is_apart or not _fills(before, usual):
        return False
    letter = (line.right - line.left) / max(len(text), 1)
    return before.right + (len(word[0]) + 1) * letter > usual.right


_HYPHENS = ("-", "‐", "\u00ad", "¬")
_BEGINS_ITEM = re.compile(r"[\[*†‡•·–—-]|[(/]\w{1,4}[)/]|(?:\d{1,3}|[a-z])[.)]|\d{1,3}\s|[^\W\d_][\w.’'-]{1,20}:")
"""What may begin a note, an item, a numbered paragraph or a field, which the line before does not run over into."""


def _paragraph(lines: Sequence[Line], usual: Measure) -> Paragraph:
    runs = list(lines[0].runs)
    for before, line in pairwise(lines):
        runs += [Run(" " if _runs_over(before, line, usual) else "\n"), *line.runs]
    size = median(line.size for line in lines)
    is_heading = size >= _LARGER * usual.size and len(lines) <= _HEADING_LINES
    level = "1" if size >= 1.5 * usual.size else "2"
    stripped = merged(_without_edges(runs))
    return Paragraph(stripped, "heading" if is_heading else "text", level if is_heading else "")


def _without_edges(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs without white space at the ends of their lines."""
    for number, run in enumerate(runs):
        text = run.text
        if number == 0 or runs[number - 1].text == "\n":
            text = text.lstrip(" \t")
        if number + 1 == len(runs) or runs[number + 1].text == "\n":
            text = text.rstrip(" \t")
        yield run._replace(text=text)
