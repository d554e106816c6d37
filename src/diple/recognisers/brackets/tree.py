"""Square brackets in the text, paired by depth, also over the ends of lines, pages and paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role

LONGEST = 8_000
"""The most characters between a bracket and its close; what is wider apart is two strays and no pair."""

DEEPEST = 8
"""Brackets nested deeper than this are ornament or damage and stay text."""

_BRACKET = re.compile(r"[\[\]]")


class Bracket(NamedTuple):
    """A pair of brackets from ``start`` to ``end``; ``inner_start`` and ``inner_end`` bound its words, trimmed."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int


class Brackets(NamedTuple):
    """The pairs in order of their start, and the offsets of brackets that have no partner."""

    pairs: list[Bracket]
    strays: list[int]


def find_brackets(draft: Draft) -> Brackets:
    """Return the brackets of the text that are no signs already; metadata and page furniture have none."""
    pairs: list[Bracket] = []
    strays: list[int] = []
    open_at: list[int] = []
    for offset in _bracket_offsets(draft):
        if draft.text[offset] == "[":
            open_at.append(offset)
        elif not open_at:
            strays.append(offset)
        elif offset - (start := open_at.pop()) > LONGEST:
            strays += [start, offset]
        else:
            pairs.append(_pair(draft, start, offset + 1))
    strays += open_at
    return Brackets(_with_depth(pairs), sorted(strays))


def _bracket_offsets(draft: Draft) -> list[int]:
    return [
        match.start()
        for block in draft.blocks
        if block.role not in (Role.META, Role.VOID)
        for match in _BRACKET.finditer(draft.text, block.start, block.end)
        if not draft.is_signed(match.start(), match.end())
    ]


def _pair(draft: Draft, start: int, end: int) -> Bracket:
    return Bracket(start, end, *draft.inner(start + 1, end - 1), 0)


def _with_depth(pairs: list[Bracket]) -> list[Bracket]:
    """Return the pairs in order with their depth, without those that are too deep."""
    ordered: list[Bracket] = []
    ends: list[int] = []
    for pair in sorted(pairs):
        while ends and ends[-1] <= pair.start:
            ends.pop()
        if len(ends) < DEEPEST:
            ordered.append(pair._replace(depth=len(ends)))
        ends.append(pair.end)
    return ordered
