"""Content models as automata: what may follow what inside an element.

A content model is a regular expression over the names of child elements, with ``TEXT`` for character data. The
automaton is Glushkov's: one state for each place in the expression. The schema's models are deterministic, as XML
Schema demands, so each name leads from a state to one other; ``states_after`` also serves models that are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

TEXT = "#text"
START = -1


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Never:
    """What no content matches."""


@dataclass(frozen=True, slots=True)
class Name:
    """One child element, or with the name ``TEXT`` one stretch of characters."""

    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parts, one after the other."""

    parts: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts."""

    parts: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part, once or more often."""

    part: Particle


Particle = Empty | Never | Name | Group | Choice | Repeat


class Ends(NamedTuple):
    """Where a part of an expression can begin and end, and whether it can be empty."""

    nullable: bool
    first: frozenset[int]
    last: frozenset[int]


NOTHING = frozenset[int]()


@dataclass(slots=True)
class _Builder:
    """The places of an expression, numbered, with the names on them and what can follow each."""

    names: list[str] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)

    def ends(self, particle: Particle) -> Ends:
        match particle:
            case Empty():
                return Ends(True, NOTHING, NOTHING)
            case Never():
                return Ends(False, NOTHING, NOTHING)
            case Name(name):
                return self._place(name)
            case Group(parts):
                return self._group([self.ends(part) for part in parts])
            case Choice(parts):
                return _choice([self.ends(part) for part in parts])
            case Repeat(part):
                return self._repeat(self.ends(part))

    def _place(self, name: str) -> Ends:
        self.names.append(name)
        self.follow.append(set())
        here = frozenset({len(self.names) - 1})
        return Ends(False, here, here)

    def _group(self, parts: list[Ends]) -> Ends:
        whole = Ends(True, NOTHING, NOTHING)
        for part in parts:
            for place in whole.last:
                self.follow[place] |= part.first
            first = whole.first | part.first if whole.nullable else whole.first
            last = part.last | whole.last if part.nullable else part.last
            whole = Ends(whole.nullable and part.nullable, first, last)
        return whole

    def _repeat(self, part: Ends) -> Ends:
        for place in part.last:
            self.follow[place] |= part.first
        return part


def _choice(parts: list[Ends]) -> Ends:
    first, last = set[int](), set[int]()
    for part in parts:
        first |= part.first
        last |= part.last
    return Ends(any(part.nullable for part in parts), frozenset(first), frozenset(last))


@dataclass(frozen=True, slots=True, eq=False)
class Automaton:
    """An automaton over child names; ``START`` is its first state.

    ``moves`` gives for each state the states that each name leads to; in those ``accepting`` the content may end.
    """

    moves: dict[int, dict[str, frozenset[int]]]
    accepting: frozenset[int]

    def states_after(self, states: Iterable[int], name: str) -> frozenset[int]:
        """Return the states that a name leads to from any of ``states``; none if it may not stand there."""
        return frozenset().union(*(self.moves[state].get(name, NOTHING) for state in states))

    def step(self, state: int, name: str) -> int | None:
        """Return the one state that a name leads to, or ``None``; for deterministic models."""
        return next(iter(self.moves[state].get(name, NOTHING)), None)

    def alphabet(self) -> Iterator[str]:
        """Yield every name that may stand somewhere in the content."""
        yield from dict.fromkeys(name for moves in self.moves.values() for name in moves)


def compile_model(particle: Particle) -> Automaton:
    """Return the automaton of a content model; states that nothing tells apart are one."""
    builder = _Builder()
    whole = builder.ends(particle)
    follow = {START: whole.first} | {place: frozenset(after) for place, after in enumerate(builder.follow)}
    accepting = whole.last | ({START} if whole.nullable else NOTHING)
    same = _representatives(follow, accepting)
    moves = {
        state: _moves_by_name(follow[state], builder.names, same)
        for state in sorted({START, *same.values()})
        if state in follow
    }
    return Automaton(moves, frozenset(same[state] for state in accepting))


def _representatives(follow: dict[int, frozenset[int]], accepting: frozenset[int]) -> dict[int, int]:
    """Return for each state the first one that goes on and ends alike; the start stays itself."""
    first: dict[tuple[frozenset[int], bool], int] = {}
    return {state: first.setdefault((after, state in accepting), state) for state, after in follow.items()}


def _moves_by_name(places: frozenset[int], names: list[str], same: dict[int, int]) -> dict[str, frozenset[int]]:
    moves: dict[str, set[int]] = {}
    for place in sorted(places):
        moves.setdefault(names[place], set()).add(same[place])
    return {name: frozenset(states) for name, states in moves.items()}
