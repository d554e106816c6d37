"""The fewest changes that make a row of children fit a content model: where it goes wrong, once for each cause."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Literal, NamedTuple

from diple.validate.automaton import START, Automaton

Kind = Literal["foreign", "misplaced", "missing", "misnamed"]

# What a change costs. A child that has no place anywhere in its parent goes first, or stands for something that is
# missing; a likely misspelling is read as what was meant; leaving out is cheaper than inventing.
FOREIGN, FOREIGN_FOR_MISSING, MISNAMED, MISPLACED, MISSING = 90, 95, 50, 100, 110

Meant = Callable[[str, Sequence[str]], str]


class Edit(NamedTuple):
    """One change: the child at ``position`` is foreign, misplaced or misnamed, or something is missing before it.

    ``name`` is the child's own name, or what is missing, or what was meant; ``state`` is the model's state there.
    For something missing, ``position`` may be one past the last child.
    """

    kind: Kind
    position: int
    name: str
    state: int


class _Move(NamedTuple):
    cost: int
    position: int
    state: int
    edit: Edit | None


def align(model: Automaton, children: Sequence[str], meant: Meant) -> tuple[Edit, ...]:
    """Return the cheapest changes that make ``children`` (names, and ``TEXT``) fit ``model``; none if they fit.

    ``meant(name, candidates)`` says which of the names that may stand there an unknown name was meant to be, or returns
    an empty string. The model must be deterministic. The time grows with the number of children times that of the
    model's states, which are few.
    """
    search = _Search(model, children, meant)
    queue: list[tuple[int, int, int, int, _Trail | None]] = [(0, 0, 0, START, None)]
    order, done = count(1), set[tuple[int, int]]()
    while queue:
        cost, _, index, state, trail = heapq.heappop(queue)
        index = search.skip_run(index, state)
        if index == len(children) and state in model.accepting:
            return _edits(trail)
        if (index, state) in done:
            continue
        done.add((index, state))
        for move in search.moves(index, state):
            told = trail if move.edit is None else _Trail(move.edit, trail)
            heapq.heappush(queue, (cost + move.cost, next(order), move.position, move.state, told))
    return ()


class _Trail(NamedTuple):
    """The changes made on the way to a place, the latest first."""

    edit: Edit
    before: _Trail | None


def _edits(trail: _Trail | None) -> tuple[Edit, ...]:
    edits = []
    while trail is not None:
        edits.append(trail.edit)
        trail = trail.before
    return tuple(reversed(edits))


class _Search:
    """The moves that are open at each place of an alignment."""

    def __init__(self, model: Automaton, children: Sequence[str], meant: Meant) -> None:
        self.model, self.children, self.meant = model, children, meant
        self.alphabet = frozenset(model.alphabet())
        self.counts = Counter(children)

    def skip_run(self, index: int, state: int) -> int:
        """Return the place after the children that fit and leave the state as it is: no change there can be cheaper."""
        while index < len(self.children) and self.model.step(state, self.children[index]) == state:
            index += 1
        return index

    def moves(self, index: int, state: int) -> Iterator[_Move]:
        if index < len(self.children):
            yield from self._of_child(index, state)
        for name, after in self._openings(state):
            yield _Move(MISSING, index, after, Edit("missing", index, name, state))

    def _of_child(self, index: int, state: int) -> Iterator[_Move]:
        name = self.children[index]
        after = self.model.step(state, name)
        if after is not None:
            yield _Move(0, index + 1, after, None)
        if name in self.alphabet:
            yield _Move(MISPLACED + self._rank(name), index + 1, state, Edit("misplaced", index, name, state))
        else:
            yield from self._of_foreigner(index, state)

    def _rank(self, name: str) -> int:
        """Return how common a child is among its siblings, up to 9: of two that clash, the rarer is out of place."""
        return min(9, self.counts[name])

    def _of_foreigner(self, index: int, state: int) -> Iterator[_Move]:
        name = self.children[index]
        edit = Edit("foreign", index, name, state)
        yield _Move(FOREIGN, index + 1, state, edit)
        for _, after in self._openings(state):
            yield _Move(FOREIGN_FOR_MISSING, index + 1, after, edit)
        likely = self.meant(name, tuple(self.model.moves[state]))
        meant = self.model.step(state, likely) if likely else None
        if meant is not None:
            yield _Move(MISNAMED, index + 1, meant, Edit("misnamed", index, likely, state))

    def _openings(self, state: int) -> list[tuple[str, int]]:
        """Return one name for each other state that can be reached from ``state``."""
        reached: dict[int, str] = {}
        for name, states in self.model.moves[state].items():
            for after in states:
                reached.setdefault(after, name)
        return [(name, after) for after, name in reached.items() if after != state]
