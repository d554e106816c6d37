"""The units in which the likely kinds of lines are told: a line of a head or foot, or a whole paragraph."""

from __future__ import annotations

from itertools import chain, islice
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import OUTSIDE, lines_of

_LONGEST_LINE = 90
"""The most characters of each line of a block that is looked at line by line."""
_LONGEST = 400
"""The characters of a paragraph that are looked at."""
_MOST = 60
"""The most units of a document that are looked at, half of them at its head and half at its foot."""


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


def units_at_ends(draft: Draft, blocks: list[Block]) -> list[Unit]:
    """Return the units of blocks in order; of a long document those at its head and foot, as if no others were."""
    found = list(islice(chain.from_iterable(units_of(draft, block) for block in blocks), _MOST + 1))
    if len(found) <= _MOST:
        return found
    last: list[Unit] = []
    for block in reversed(blocks):
        last[:0] = units_of(draft, block)
        if len(last) >= _MOST // 2:
            break
    return found[: _MOST // 2] + last[-_MOST // 2 :]


def units_of(draft: Draft, block: Block) -> list[Unit]:
    """Return the units of a block: one of short lines without a role has one for each line."""
    if block.role in OUTSIDE and block.role is not Role.META:
        return []
    lines = lines_of(draft, block) if block.role is None else []
    if len(lines) > 1 and all(len(line.text) <= _LONGEST_LINE for line in lines):
        blanks = [block.blank_before, *[-1] * (len(lines) - 1)]
        return [
            Unit(*line[1:], draft.text[line.start : line.end], None, block.indent, block.heading, blank)
            for line, blank in zip(lines, blanks, strict=True)
        ]
    if not lines and block.role is None:
        return []
    end = min(block.end, block.start + _LONGEST)
    text, raw = draft.clean(block.start, end).text.strip(), draft.text[block.start : end]
    return [Unit(block.start, block.end, text, raw, block.role, block.indent, block.heading, block.blank_before)]
