"""What a new state of a file has that the base has not: changes of tokens and of attributes, those that belong together
in one group, so that a tag never arrives without its partner nor words without those that left another place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diple.lossless import Kind
from diple.merge.spelled import OPENING, Spelled, values
from diple.merge.tidying import NOWHERE, in_order, inverse

_SHINGLE = 4
"""The number of words by which a passage that left one place is known where it arrives."""


class Hunk(NamedTuple):
    """Tokens ``b1`` to ``b2`` of the base are ``n1`` to ``n2`` of the new state; or only the space there differs."""

    b1: int
    b2: int
    n1: int
    n2: int


class Attributes(NamedTuple):
    """The tag ``base`` is the tag ``new``, and one attribute of it differs; ``None`` is one that is not there."""

    base: int
    new: int
    name: str
    old: str | None
    value: str | None


class Retag(NamedTuple):
    """The element that ``base`` opens has another name in the new state, where ``new`` opens it."""

    base: int
    new: int


Edit = Hunk | Attributes | Retag
Group = tuple[Edit, ...]


def groups_of_changes(base: Spelled, new: Spelled, match: Sequence[int], moved: Sequence[int]) -> list[Group]:
    """Return the changes from ``base`` to ``new``, of which ``match`` tells what is the same; in the order of the base.

    Of ``match`` counts what is in order; ``moved`` has with it the tokens of blocks that left one place for another. A
    group can be applied without the others.
    """
    match = in_order(match)
    hunks = list(_hunks(base, new, match))
    ties = [*_tied_by_tags(base, new, match, hunks), *_tied_by_words(base, new, hunks), *_tied_by_moves(moved, hunks)]
    groups: list[Group] = [tuple(hunks[number] for number in numbers) for numbers in _joined(ties, len(hunks))]
    groups += [(one,) for one in _changes_of_tags(base, new, match)]
    return sorted(groups, key=lambda group: (group[0][0], isinstance(group[0], Hunk)))


def _hunks(base: Spelled, new: Spelled, match: Sequence[int]) -> Iterator[Hunk]:
    before = (0, 0)
    pairs = [(index, there) for index, there in enumerate(match) if there != NOWHERE]
    for one, two in [*pairs, (len(base.tokens), len(new.tokens))]:
        if one > before[0] or two > before[1] or base.gaps[one] != new.gaps[two]:
            yield Hunk(before[0], one, before[1], two)
        before = (one + 1, two + 1)


def _changes_of_tags(base: Spelled, new: Spelled, match: Sequence[int]) -> Iterator[Attributes | Retag]:
    for index, there in enumerate(match):
        if there == NOWHERE or base.raw(index) == new.raw(there) or base.tokens[index].kind not in OPENING:
            continue
        if base.tokens[index].key != new.tokens[there].key:
            yield Retag(index, there)
        old, now = values(base, index), values(new, there)
        for name in [*old, *(name for name in now if name not in old)]:
            if old.get(name) != now.get(name):
                yield Attributes(index, there, name, old.get(name), now.get(name))


# == what belongs together


def _joined(ties: Iterable[tuple[int, int]], number_of_hunks: int) -> list[list[int]]:
    """Return the numbers of the hunks in groups."""
    leader = list(range(number_of_hunks))

    def lead(number: int) -> int:
        while leader[number] != number:
            number = leader[number]
        return number

    for one, two in ties:
        first, second = sorted((lead(one), lead(two)))
        leader[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(number_of_hunks):
        groups[lead(number)].append(number)
    return list(groups.values())


def _tied_by_moves(moved: Sequence[int], hunks: list[Hunk]) -> Iterator[tuple[int, int]]:
    """Yield hunks of which one takes a block away that the other brings, with other words perhaps."""
    come = {index: number for number, hunk in enumerate(hunks) for index in range(hunk.n1, hunk.n2)}
    for number, hunk in enumerate(hunks):
        for index in range(hunk.b1, hunk.b2):
            if moved[index] in come:
                yield number, come[moved[index]]


def _tied_by_tags(base: Spelled, new: Spelled, match: Sequence[int], hunks: list[Hunk]) -> Iterator[tuple[int, int]]:
    """Yield hunks that hold the two tags of an element, or of elements that lean on one another.

    From a tag that is gone one goes to its partner in the base; if that stands, to where it is in the new state, to its
    partner there, and so on, until a tag is met that was changed too.
    """
    back = inverse(match, len(new.tokens))
    gone = {index: number for number, hunk in enumerate(hunks) for index in range(hunk.b1, hunk.b2)}
    come = {index: number for number, hunk in enumerate(hunks) for index in range(hunk.n1, hunk.n2)}
    for start, number in gone.items():
        if base.tokens[start].kind in (Kind.START, Kind.END):
            yield number, _end_of_chain(base, new, match, back, gone, come, start)
    for start, number in come.items():
        if new.tokens[start].kind in (Kind.START, Kind.END):
            yield number, _end_of_chain(new, base, back, match, come, gone, start)


def _end_of_chain(
    here: Spelled,
    there: Spelled,
    match: Sequence[int],
    back: Sequence[int],
    gone: dict[int, int],
    come: dict[int, int],
    start: int,
) -> int:
    index = here.partners[start]
    while index not in gone:
        index = there.partners[match[index]]
        if index in come:
            return come[index]
        index = here.partners[back[index]]
    return gone[index]


def _tied_by_words(base: Spelled, new: Spelled, hunks: list[Hunk]) -> Iterator[tuple[int, int]]:
    """Yield hunks of which one takes words away that the other brings."""
    left: dict[tuple[str, ...], int] = {}
    for number, hunk in enumerate(hunks):
        for words in _shingles(base, hunk.b1, hunk.b2):
            left.setdefault(words, number)
    for number, hunk in enumerate(hunks):
        for words in _shingles(new, hunk.n1, hunk.n2):
            if left.get(words, number) != number:
                yield left[words], number


def _shingles(file: Spelled, start: int, end: int) -> Iterator[tuple[str, ...]]:
    words = [token.key for token in file.tokens[start:end] if token.kind is Kind.WORD and token.key.isalnum()]
    for place in range(len(words) - _SHINGLE + 1):
        yield tuple(words[place : place + _SHINGLE])
