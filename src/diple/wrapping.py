"""Wrapped lines without blank ones between paragraphs: where a paragraph ends, and which lines are titles.

A line is wrapped because the next word had no room on it. One that leaves more room than any wrapped line of the same
run does is the last of its paragraph, if a sentence ends on it, or a title, if none does.
"""

from __future__ import annotations

import re
from statistics import quantiles
from typing import NamedTuple

from diple.pagelines import PAGE_LINE

WRAP_LIMIT = 100
"""The longest line, in characters, that a hard-wrapped text is expected to have."""
_LAST_LINE = re.compile(r"[^\s.][^\s.]+[.!?…]['\"”’»“)\]]*(?:\d{1,2}|\*)?$")
"""The end of a line that may be the last of a paragraph; an initial is none."""
_NEXT_LINE = re.compile(r"['\"“‘(«»„]?[^\W\d_a-zà-öø-ÿ][\w’'-]*,? ")
_TITLE_LINE = re.compile(
    r"(?:(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]? )?['\"“‘(«»„]?[^\W\d_a-zà-öø-ÿ][^.!?:;]*[\w)\"”’“»]\??"
)
"""A line that may be a title: with a number or none, no sentence ended in it."""
_LITTLE = re.compile(
    r"\b(?:of|the|a|an|and|to|in|on|by|for|with|or|der|die|das|und|von|zu|de|la|le|et|du|des|y|el)$", re.I
)
_FULL = 0.75
"""The share of the measure that a line has which goes on in the next."""
_FEWEST_FULL = 3
_FEWEST_WRAPPED = 5
"""The lines, in number, by which the room is told that wrapped lines leave."""
_NARROWEST = 40
"""The narrowest measure, in characters, by which the ends of paragraphs are told."""
_MORE = 2
"""By how many characters the room of a last line is greater than that of wrapped ones."""
_MOST_WORDS = 12
_FAR_WIDER = 1.25
"""How much wider than the others one or two lines are that do not count."""


class Wrapped(NamedTuple):
    """A run of lines that are wrapped: their words, their widths, the widest width, the room that last lines leave.

    ``full`` says which lines are so wide that they may go on in the next, ``least`` is in characters.
    """

    bodies: list[str]
    widths: list[int]
    measure: int
    full: list[bool]
    least: float

    def room(self, number: int) -> int:
        """Return how many characters a line would have left with the first word of the next on it."""
        return self.measure - self.widths[number] - 1 - len(self.bodies[number + 1].split()[0])


def wrapped(bodies: list[str], widths: list[int]) -> Wrapped | None:
    """Return a run of lines as wrapped ones; None if they are not. A width of 0 is that of a stamp or page number."""
    ranked = sorted(widths)[-_FEWEST_FULL:]
    has_outlier = len(widths) > 2 * _FEWEST_FULL and ranked[-1] > _FAR_WIDER * ranked[0]
    measure = ranked[0] if has_outlier else ranked[-1]
    wide = [width >= _FULL * measure for width in widths]
    if not _NARROWEST <= measure <= WRAP_LIMIT or sum(wide) < _FEWEST_FULL:
        return None
    full = [is_wide or PAGE_LINE.fullmatch(body) is not None for is_wide, body in zip(wide, bodies, strict=True)]
    run = Wrapped(bodies, widths, measure, full, 0.2 * measure)
    rooms = [run.room(number) for number in range(len(bodies) - 1) if bodies[number + 1][0].islower()]
    if len(rooms) < _FEWEST_WRAPPED:
        return run
    return run._replace(least=max(0.0, min(run.least, quantiles(rooms, n=20)[-1])) + _MORE)


def closing_lines(run: Wrapped) -> set[int]:
    """Return the lines with which a paragraph of a wrapped text ends: the first word of the next had room there."""
    return {
        number
        for number in range(1, len(run.bodies) - 1)
        if run.full[number - 1] and run.full[number + 1]
        and run.room(number) >= run.least
        and _LAST_LINE.search(run.bodies[number]) and _NEXT_LINE.match(run.bodies[number + 1])
    }  # fmt: skip


def title_lines(run: Wrapped) -> set[int]:
    """Return the lines that stand as titles over a paragraph of a wrapped text: a sentence ended above each."""
    if sum(body[0].islower() for body in run.bodies[1:]) < _FEWEST_WRAPPED:
        return set()
    found: set[int] = set()
    for number in reversed(range(len(run.bodies) - 1)):
        text = run.bodies[number]
        is_over = number + 1 in found or (run.full[number + 1] and _NEXT_LINE.match(run.bodies[number + 1]))
        is_short = run.room(number) >= run.least or (number + 1 in found and run.widths[number] < run.measure)
        if not is_over or not is_short or len(text.split()) > _MOST_WORDS:
            continue
        if _TITLE_LINE.fullmatch(text) and not _LITTLE.search(text):
            found.add(number)
    under: set[int] = set()
    for number in sorted(found):
        if not number or number - 1 in under or _LAST_LINE.search(run.bodies[number - 1]):
            under.add(number)
    return under
