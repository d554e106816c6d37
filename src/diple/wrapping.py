"""Wrapped lines without blank ones between paragraphs: where a paragraph ends, and which lines are titles.

A line is wrapped because the next word had no room on it. One that leaves more room than any wrapped line of the same
run does is the last of its paragraph, if a sentence ends on it, or a title, if none does.
"""

from __future__ import annotations

from statistics import quantiles
from typing import NamedTuple

from diple import patterns as re
from diple.pagelines import PAGE_LINE

WRAP_LIMIT = 100
"""The longest line, in characters, that a hard-wrapped text is expected to have."""
_LAST_LINE = re.compile(r"[^\s.][^\s.]+[.!?…]['\"”’»“)\]]*(?:\d{1,2}|\*)?$")
"""The end of a line that may be the last of a paragraph; an initial is none."""
_NEXT_LINE = re.compile(r"(?:\d{1,3}[.)] {1,3})?['\"“‘(«»„]?[^\W\d_a-zà-öø-ÿ][\w’'-]*,? ")
_TITLE_LINE = re.compile(
    r"(?:(?:[IVX]{1,6}|\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]? )?['\"“‘(«»„]?[^\W\d_a-zà-öø-ÿ][^.!?:;]*[\w)\"”’“»]\??"
)
"""A line that may be a title: with a number or none, no sentence ended in it."""
_REFERENCE_LINE = re.compile(r"[(\[](?=[A-Z][^()]{2,30}:|[Pp]revious|[Ss]ee )[^()]*(?:\([^()]*\)[^()]*)*[)\]]\.?")
"""A line in brackets below a title that says where the matter was spoken of before."""
_LEAD_IN = re.compile(r"[^\W\d_a-zà-öø-ÿ][^.!?;]{2,50}(?:[—–:-]|:—)")
"""A short line over what it leads to: "The Cabinet—"."""
_LITTLE = re.compile(
    r"\b(?:of|the|a|an|and|to|in|on|by|for|with|or|der|die|das|und|von|zu|de|la|le|et|du|des|y|el)$", re.I
)
_ENDS_ABOVE = re.compile(rf"{_LAST_LINE.pattern}|(?:\. ?){{3}}\s*\d{{1,4}}$")
"""The end of a line under which a title may stand: of a paragraph, or of a table of contents."""
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
_FAR_FROM_NEXT = 8
"""By how many characters the widest lines that run on differ, at the most, where they tell the measure."""
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
    running = sorted(width for width, body in zip(widths, bodies[1:], strict=False) if body[0].islower())
    if len(running) >= 2 * _FEWEST_WRAPPED and running[-1] - running[-_FEWEST_FULL] <= _FAR_FROM_NEXT:
        measure = min(measure, running[-1])
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
    foot = _foot_of(run)
    return {
        number
        for number in range(1, len(run.bodies) - 1)
        if run.full[number - 1]
        and (run.full[number + 1] or number + 1 == foot or _leads_in(run, number + 1))
        and run.room(number) >= run.least
        and _LAST_LINE.search(run.bodies[number])
        and (number + 1 == foot or _NEXT_LINE.match(run.bodies[number + 1] + " "))
    }


def _leads_in(run: Wrapped, number: int) -> bool:
    """Tell whether a line leads to what begins anew below it: "The Cabinet—", "It was agreed that-"."""
    is_last = number + 1 >= len(run.bodies)
    return (
        not is_last and _LEAD_IN.fullmatch(run.bodies[number]) is not None and not run.bodies[number + 1][0].islower()
    )


def _foot_of(run: Wrapped) -> int:
    """Return the first of the short lines, six at the most, with which a run ends below its last full line but one."""
    last = max((number for number, is_full in enumerate(run.full) if is_full), default=-1)
    foot = last + 2
    is_foot = 0 < len(run.bodies) - foot <= _MOST_OF_FOOT and not run.bodies[-1].endswith(",")
    return foot if is_foot and not any(map(_GOES_ON.match, run.bodies[foot:])) else -1


_GOES_ON = re.compile(r"(?!(?:von|van|de|di|du|af|av) [A-ZÀ-Þ])[a-zà-öø-ÿ]")
"""How a line begins that goes on with the one above, and is no name."""


_MOST_OF_FOOT = 6


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
        is_title = _TITLE_LINE.fullmatch(text) and not _LITTLE.search(text)
        if is_title or (number > 0 and _REFERENCE_LINE.fullmatch(text)):
            found.add(number)
    under: set[int] = set()
    first = _first_paragraph(run)
    for number in sorted(found):
        if number < 1 or number == first - 1 or number - 1 in under or _ENDS_ABOVE.search(run.bodies[number - 1]):
            under.add(number)
    return under


def narrow_titles(run: Wrapped, titles: set[int]) -> set[int]:
    """Return the title lines that go on with the one above: captions of a margin, on lines of a word or two."""
    return {
        number
        for number in titles
        if number - 1 in titles
        and all(_IN_MARGIN.fullmatch(run.bodies[line]) for line in (number - 1, number))
        and (run.bodies[number - 1].count(" ") == 0 or run.bodies[number].count(" ") == 0)
    }


_IN_MARGIN = re.compile(r"(?=.{3,15}$)(?=.*[a-z])[^\W\d_][\w’'-]*(?: [\w’'-]+)?")


def head_lines(run: Wrapped) -> set[int]:
    """Return the lines of a head that begin anew, above the first paragraph of a wrapped text or its first list.

    A line goes on with the one above it where that left no room for its first word, or where it begins small.
    """
    end = _first_paragraph(run)
    end = next((number for number in range(end) if run.bodies[number].endswith(":")), end)
    if not 0 < end <= _MOST_OF_HEAD or sum(body[0].islower() for body in run.bodies[1:]) < _FEWEST_FULL:
        return set()
    found = set()
    for number in range(1, end + 1):
        goes_on = run.bodies[number][0].islower() or run.room(number - 1) < run.least
        goes_on = (
            goes_on or run.bodies[number - 1].endswith((",", "-")) or _LITTLE.search(run.bodies[number - 1]) is not None
        )
        found |= set() if goes_on else {number}
    return found


def _first_paragraph(run: Wrapped) -> int:
    """Return the first line of the first paragraph of a run that goes over three lines or more, 0 if there is none."""
    return next((number for number in range(len(run.bodies) - 2) if _opens_paragraph(run, number)), 0)


def _opens_paragraph(run: Wrapped, number: int) -> bool:
    """Tell whether two lines below a full one go on in small letters, as no lines of a head do."""
    full = run.full[number] and run.full[number + 1]
    return full and run.bodies[number + 1][0].islower() and run.room(number) < run.least


_MOST_OF_HEAD = 30
