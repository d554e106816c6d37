"""Text set with a blank line after each line, as copies from page images and letters of typewriters often are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line without its line end and outer white space: offsets, and the width of its indentation."""

    start: int
    end: int
    indent: int
    tail: int  # offset of its line end


Group = list[Line] | int
"""A run of lines that have text, or how many blank lines stand between two runs."""

_FEWEST = 12
"""The runs of lines, in number, from which on a text may be taken for one with doubled spacing."""
_ALONE, _LOW = 0.85, 0.3
"""The share of runs that are one line, and of lines that begin with a small letter, in such a text."""
_WIDE = 0.75
"""The share of the measure from which on a line may go on in the next."""
_MOST = 100
"""The widest measure, in characters, of wrapped lines."""
SET_RIGHT, MOST_SET_RIGHT = 12, 6
"""By how many characters more than the text a line is set in that stands at the right, and the most of such lines.

More are verses or a table.
"""


def undouble(text: str, groups: list[Group]) -> Iterator[Group]:
    """Yield the runs of a text; in one with doubled spacing, the lines that a paragraph goes on in are one run.

    A line goes on where the next begins with a small letter, or is as wide as lines are and the next not set in.
    """
    measure = _measure(text, groups)
    if not measure:
        yield from groups
        return
    run: list[Line] = []
    blanks = 0
    for group in groups:
        if isinstance(group, int):
            blanks = group
            continue
        if run and not (blanks == 1 and _goes_on(text, run[-1], group[0], measure)):
            yield run
            yield blanks
            run = []
        run = [*run, *group]
    if run:
        yield run


def _measure(text: str, groups: list[Group]) -> int:
    """Return how many characters the lines of a text with doubled spacing have at most, 0 if it is none."""
    runs = [group for group in groups if not isinstance(group, int)]
    alone = [run[0] for run in runs if len(run) == 1]
    if len(runs) < _FEWEST or len(alone) < _ALONE * len(runs):
        return 0
    low = sum(text[line.start].islower() for line in alone)
    widest = max(line.end - line.start for line in alone)
    return widest if low >= _LOW * len(alone) and widest <= _MOST else 0


def _goes_on(text: str, line: Line, following: Line, measure: int) -> bool:
    if text[following.start].islower():
        return True
    return line.end - line.start >= _WIDE * measure and following.indent <= line.indent + 1


_LINE_END = re.compile(r"(?P<end>[\n\r]+)[^\S\n\r]*")
_BRACKETS = re.compile(r"[\[\]()]")


def evened(text: str) -> str:
    """Return a text of the same length in which all spaces are U+0020 and all line ends U+000A, one character each."""
    return text.replace("\r\n", " \n").translate(_EVEN)


_EVEN = {
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x0D, 0x85, 0x2028, 0x2029), "\n"),
}


def unwrapped(text: str, stretches: Iterable[tuple[int, int]], *, breaks: bool = False) -> str:
    """Return a text of the same length in which spaces stand for line ends that a sentence runs over.

    A sentence runs over the end of a long line before a small letter, and within brackets; not where a hyphen cuts a
    word. ``stretches`` are the blocks, from and to; ``breaks`` says that two spaces or a backslash break a line.
    """
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        depth, seen = 0, start
        for match in _LINE_END.finditer(text, start, end):
            line = text[max(seen, start) : match.start()]
            depth = max(0, depth + sum(1 if bracket in "[(" else -1 for bracket in _BRACKETS.findall(line)))
            seen = match.end()
            if len(line.strip()) < _LONG or line.rstrip()[-1:] in _CUTS or (breaks and line.endswith(("  ", "\\"))):
                continue
            if depth or text[match.end() : match.end() + 1].islower():
                pieces += (text[done : match.start()], " " * len(match["end"]))
                done = match.start() + len(match["end"])
    return "".join((*pieces, text[done:]))


_LONG = 45
"""The fewest characters of a line that may be one of a wrapped text."""
_CUTS = tuple("-‐\u00ad¬\\=⹀")
