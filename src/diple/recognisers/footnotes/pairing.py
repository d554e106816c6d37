"""Which mark each body of a run of notes belongs to: the most that can be told in one order (TEI 3.9.1)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from diple.recognisers.footnotes.styles import Body, Mark, answers

WEIGHTS = {"sure": 6, "usual": 5, "digits": 2}
"""What a mark of each strength counts; one more note that finds its mark outweighs a better mark for another."""

_MOST = 60
"""So many marks of one label are compared; where there are more, it is no label of notes but a common figure."""


class Marks:
    """The marks of a text in order of their places, by label and by strength.

    A strength is ``sure``, ``usual``, ``digits`` (glued to a figure, of which it may be part) or ``loose``.
    """

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._found: dict[tuple[str, str], list[Mark]] = {}
        self._answering: dict[tuple[str, str, str], list[Mark]] = {}
        for mark in marks:
            self._found.setdefault((mark.label, mark.style.strength), []).append(mark)

    def answering(self, body: Body, strength: str) -> list[Mark]:
        """Return the marks of a strength that a body may belong to, in order; of those at one place the outer one."""
        key = (body.label, strength, body.style.name)
        if key not in self._answering:
            found = [mark for mark in self._found.get(key[:2], []) if answers(body.style, mark.style)]
            self._answering[key] = found[:1] + [mark for before, mark in pairwise(found) if mark.start >= before.end]
        return self._answering[key]

    def all(self) -> Iterator[Mark]:
        """Yield all marks, label by label."""
        for marks in self._found.values():
            yield from marks

    def sure(self) -> list[Mark]:
        """Return all sure marks in order."""
        return sorted(mark for (_, strength), marks in self._found.items() if strength == "sure" for mark in marks)


class _Chain(NamedTuple):
    """Marks given so far, the last of them first; ``weight`` is what all of them count."""

    end: int
    weight: int
    number: int
    mark: Mark
    before: _Chain | None


def in_order(
    bodies: list[Body], marks: Marks, start: int, end: int, is_free: Callable[[Mark], bool]
) -> list[Mark | None]:
    """Give bodies marks between two offsets that follow each other as the bodies do, as many and as good as can be.

    Of equal choices the earliest marks are taken.
    """
    best: list[_Chain] = []  # by ends and, at the same time, by weights
    again: Counter[str] = Counter()
    for number, body in enumerate(bodies):
        found = _within(body, marks, start, end, again[body.label])
        again[body.label] += 1
        for chain in [_chained(best, number, mark, weight) for mark, weight in found if is_free(mark)]:
            _keep(best, chain)
    return _unchained(best[-1] if best else None, len(bodies))


def _within(body: Body, marks: Marks, start: int, end: int, skip: int) -> Iterator[tuple[Mark, int]]:
    """Yield the marks of a label between two offsets, but for as many as bodies with this label stood before."""
    for strength, weight in WEIGHTS.items():
        found = marks.answering(body, strength)
        first = bisect_left(found, start, key=lambda mark: mark.start) + skip
        for mark in found[first : first + _MOST]:
            if mark.start >= end:
                break
            yield mark, weight


def _chained(best: list[_Chain], number: int, mark: Mark, weight: int) -> _Chain:
    index = bisect_right(best, mark.start, key=lambda chain: chain.end) - 1
    before = best[index] if index >= 0 else None
    return _Chain(mark.end, weight + (before.weight if before else 0), number, mark, before)


def _keep(best: list[_Chain], chain: _Chain) -> None:
    """Keep a chain if none that ends as early counts as much; drop those that end later and count no more."""
    index = bisect_right(best, chain.end, key=lambda other: other.end)
    if index and best[index - 1].weight >= chain.weight:
        return
    last = index
    while last < len(best) and best[last].weight <= chain.weight:
        last += 1
    first = index - 1 if index and best[index - 1].end == chain.end else index
    best[first:last] = [chain]


def _unchained(chain: _Chain | None, length: int) -> list[Mark | None]:
    given: list[Mark | None] = [None] * length
    while chain is not None:
        given[chain.number] = chain.mark
        chain = chain.before
    return given
