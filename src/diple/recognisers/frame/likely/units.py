"""The units in which the likely kinds of lines are told: a line of a head or foot, or a whole paragraph."""

from __future__ import annotations

from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import OUTSIDE, lines_of

_LONGEST_LINE = 90
"""The most characters of each line of a block that is looked at line by line."""
_LONGEST = 400
"""The characters of a paragraph that are looked at."""


class Unit(NamedTuple):
    """A line or paragraph, with what is known of it before the rules for heads and feet read it.

    ``start`` and ``end`` are its offsets, ``text`` its words, ``raw`` those of the source; ``role``, ``indent`` and
    ``heading`` are those of its block, ``blank`` the number of blank lines above it, -1 within a block.
    """

    start: int
    end: int
    text: str
    raw: str
    role: Role | None = None
    indent: int = 0
    heading: int = 0
    blank: int = 0


def units_of(draft: Draft, blocks: list[Block]) -> list[Unit]:
    """Return the units of blocks in order; a block of short lines without a role has one for each line."""
    units: list[Unit] = []
    for block in blocks:
        if block.role in OUTSIDE and block.role is not Role.META:
            continue
        lines = lines_of(draft, block) if block.role is None else []
        if len(lines) > 1 and all(len(line.text) <= _LONGEST_LINE for line in lines):
            for line in lines:
                blank = block.blank_before if line is lines[0] else -1
                raw = draft.text[line.start : line.end]
                units.append(Unit(line.start, line.end, line.text, raw, None, block.indent, block.heading, blank))
        elif lines or block.role is not None:
            end = min(block.end, block.start + _LONGEST)
            text, raw = draft.clean(block.start, end).text.strip(), draft.text[block.start : end]
            units.append(
                Unit(block.start, block.end, text, raw, block.role, block.indent, block.heading, block.blank_before)
            )
    return units
