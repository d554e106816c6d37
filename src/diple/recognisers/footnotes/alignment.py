"""Marks for notes that do not say which they belong to: bodies without numbers, or numbered anew by a web page.

The bodies stand in one order and so do their marks: what is looked for is the best chain of as many marks that count on
(1, 2, 3; 44, 45; a, b; ``*``, ``†``), which may begin again on a new page (TEI 3.9.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from diple.recognisers.footnotes.pairing import WEIGHTS
from diple.recognisers.footnotes.styles import Mark

_SIGNS = {"*": 1, "†": 2, "‡": 3, "§": 4, "**": 2, "***": 3, "****": 4}
_SKIPPED = 5
"""What it costs that the mark of one body is not found."""
_AGAIN = 4
"""What it costs that the marks begin again."""
_LATE = 2
"""What it costs that the first mark is not the first of all."""
MOST = 300
"""The longest run of bodies, in bodies, that is looked at."""


class _Chain(NamedTuple):
    """Marks given so far, the last of them first; ``number`` counts bodies from 0, ``weight`` is what all count."""

    weight: int
    number: int
    mark: Mark
    before: _Chain | None


_Place: TypeAlias = tuple[str, int]
"""A kind of labels (numbers, letters, signs) and a place in its order, from 1."""


def aligned(marks: Iterable[Mark], count: int) -> list[tuple[int, Mark]]:
    """Return the marks of ``count`` bodies, each with the body's number from 0, in order; none where too few count on.

    ``marks`` are given in the order of the text.
    """
    by_place: dict[_Place, dict[int, _Chain]] = {}
    any_place: dict[int, _Chain] = {}
    for mark in _apart(marks):
        place = _place(mark.label)
        if place is None:
            continue
        for chain in list(_chains(by_place, any_place, mark, place, count)):
            _keep(by_place.setdefault(place, {}), chain)
            _keep(any_place, chain)
    ends = [_Chain(c.weight - _SKIPPED * (count - 1 - c.number), *c[1:]) for c in any_place.values()]
    best = max(ends, key=lambda chain: chain.weight, default=None)
    pairs = list(_unchained(best))[::-1]
    return pairs if 5 * len(pairs) >= 4 * count else []


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks but for those that overlap one before them."""
    end = 0
    for mark in marks:
        if mark.start >= end:
            end = mark.end
            yield mark


def _place(label: str) -> _Place | None:
    if label.isdigit():
        return "number", int(label)
    if label in _SIGNS:
        return "sign", _SIGNS[label]
    return ("letter", ord(label) - ord("a") + 1) if len(label) == 1 and "a" <= label <= "z" else None


def _chains(
    by_place: dict[_Place, dict[int, _Chain]], any_place: dict[int, _Chain], mark: Mark, place: _Place, count: int
) -> Iterator[_Chain]:
    """Yield the chains that a mark may end."""
    kind, value = place
    weight = WEIGHTS.get(mark.style.strength, 1)
    if value == 1 or kind == "number":
        yield _Chain(weight - (_LATE if value > 1 else 0), 0, mark, None)
    if value == 2 and count > 1:
        yield _Chain(weight - _SKIPPED, 1, mark, None)
    for step, cost in ((1, 0), (2, _SKIPPED)):
        for chain in by_place.get((kind, value - step), {}).values():
            if chain.number + step < count:
                yield _Chain(chain.weight + weight - cost, chain.number + step, mark, chain)
    if value == 1:
        for chain in any_place.values():
            if chain.number + 1 < count:
                yield _Chain(chain.weight + weight - _AGAIN, chain.number + 1, mark, chain)


def _keep(chains: dict[int, _Chain], chain: _Chain) -> None:
    """Keep a chain if it counts more than that of as many bodies; of equal ones the earlier stays."""
    if chain.number not in chains or chain.weight > chains[chain.number].weight:
        chains[chain.number] = chain


def _unchained(chain: _Chain | None) -> Iterator[tuple[int, Mark]]:
    while chain is not None:
        yield chain.number, chain.mark
        chain = chain.before
