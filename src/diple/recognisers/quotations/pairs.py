"""Pairs of quotation marks: where a quotation opens and where it closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block

_MARKS = re.compile(r"[“”„«»\"]")
_CLOSING = {"“": "”", "„": "“”", "«": "»"}


class Quotation(NamedTuple):
    """A quotation with its marks, from ``start`` to ``end``; ``depth`` 0 is in no other."""

    start: int
    end: int
    depth: int

    @property
    def inner(self) -> tuple[int, int]:
        """The offsets of the words between the marks."""
        return self.start + 1, self.end - 1


def quotations_in(draft: Draft, block: Block) -> tuple[list[Quotation], list[int]]:
    """Return the quotations of a block in order, and the offsets of marks that have no partner."""
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    lone: list[int] = []
    for mark, offset in _marks(draft, block):
        if mark == '"' and not (opened and opened[-1][0] == '"'):
            opened.append((mark, offset))
        elif opened and mark in (_CLOSING.get(opened[-1][0]) or '"'):
            start = opened.pop()[1]
            found.append(Quotation(start, offset + 1, len(opened)))
        elif mark in _CLOSING:
            opened.append((mark, offset))
        else:
            lone.append(offset)
    return sorted(found), sorted([*lone, *(offset for _, offset in opened)])


def _marks(draft: Draft, block: Block) -> Iterator[tuple[str, int]]:
    for match in _MARKS.finditer(draft.text, block.start, block.end):
        yield match.group(), match.start()
