"""A TEI file as the merge sees it: tokens, the blocks they stand in, and white space that is text told from layout."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from diple.layout import WORDLESS, held_by, is_open
from diple.lossless import Kind, Lossless

OPENING = (Kind.START, Kind.EMPTY)
REMARKS = (Kind.COMMENT, Kind.INSTRUCTION)


class Stretch(NamedTuple):
    """Tokens from ``start`` to ``end`` that the alignment takes as one: a block, or a tag around blocks."""

    start: int
    end: int
    key: str


class Spelled(Lossless):
    """A well-formed TEI file, token by token."""

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """For each token, and after the last, the white space before it: one space, or nothing where it is layout."""
        found = []
        for index in range(len(self.tokens)):
            is_layout = self.parents[index] < 0 or self.parents[index] in self._open
            found.append(" " if self.lead(index) and not is_layout else "")
        return (*found, "")

    def is_between_blocks(self, index: int) -> bool:
        """Tell whether the place before a token is one where blocks stand, and no words."""
        return index < len(self.tokens) and (self.parents[index] < 0 or self.parents[index] in self._open)

    @cached_property
    def _open(self) -> frozenset[int]:
        return frozenset(
            index for index, held in held_by(self).items() if is_open(held) or (held.name in WORDLESS and held.children)
        )

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The file as blocks and as tags around blocks."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        index = 0
        while index < len(self.tokens):
            is_block = self.tokens[index].kind is Kind.START and index not in self._open
            end = (self.partners[index] if is_block else index) + 1
            yield Stretch(index, end, " ".join(token.key for token in self.tokens[index:end]))
            index = end

    def id_at(self, index: int) -> str:
        """Return the ``xml:id`` of a tag, or an empty string."""
        found = self._ids_by_index.get(index)
        return found or ""

    @cached_property
    def _ids_by_index(self) -> dict[int, str]:
        return {
            index: attributes["xml:id"].value
            for index in range(len(self.tokens))
            if "xml:id" in (attributes := self.attributes(index))
        }

    @cached_property
    def ids(self) -> frozenset[str]:
        """All ``xml:id`` of the file."""
        return frozenset(self._ids_by_index.values())

    def home(self, index: int) -> str:
        """Return the place of a token for people: the nearest ``xml:id`` around it, else the names down to it."""
        node = index if self.tokens[index].kind is Kind.START else self.parents[index]
        steps: list[str] = []
        while node >= 0:
            if (found := self.id_at(node)) and self.parents[node] >= 0:
                return found
            steps.append(self.tokens[node].key[1:])
            node = self.parents[node]
        return "/".join(reversed(steps[:-1])) or (steps[-1] if steps else "/")

    def written(self, start: int, end: int) -> str:
        """Return the tokens from ``start`` to ``end`` as they are written, with the space between, none around."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def same(self, index: int, other: Spelled, there: int) -> bool:
        """Tell whether a token says what one of another file says, its attributes in any order."""
        mine, theirs = self.tokens[index], other.tokens[there]
        return (mine.kind, mine.key) == (theirs.kind, theirs.key) and values(self, index) == values(other, there)

    def is_balanced(self, start: int, end: int) -> bool:
        """Tell whether every tag among tokens has its partner among them too."""
        return all(start <= self.partners[index] < end for index in range(start, end))


def values(file: Lossless, index: int) -> dict[str, str]:
    """Return the attributes of a tag as names and values."""
    return {name: one.value for name, one in file.attributes(index).items()}


def runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of consecutive numbers in an ascending list, each as its first and one past its last."""
    if indices:
        breaks = [place + 1 for place, (one, two) in enumerate(pairwise(indices)) if two != one + 1]
        for first, last in pairwise([0, *breaks, len(indices)]):
            yield indices[first], indices[last - 1] + 1
