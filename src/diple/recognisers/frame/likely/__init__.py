"""The likely kinds of the lines at head and foot, learned from encoded documents: a second opinion beside the rules.

Rules read what is worded as they know it. A line of another wording is known by its form, its place and its
neighbours; how these go together was learned from the documents of ``tests/corpus`` (``make learn``).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.likely.features import features_of, is_text
from diple.recognisers.frame.likely.units import Unit, units_at_ends, units_of
from diple.resources import resource
from diple.sequences import Chain, read_chain


class Likely(NamedTuple):
    """What a unit is most likely, and how likely, from 0 to 1."""

    unit: Unit
    kind: str
    cert: float


@cache
def chain() -> Chain:
    """Return the weights that were learned."""
    return read_chain(resource("data", "lines.tsv.gz"))


def tell_likely(draft: Draft, blocks: list[Block]) -> None:
    """Tell the draft what the lines at head and foot of the document that ``blocks`` make up most likely are."""
    found = likely_lines(draft, blocks)
    draft.likely_at |= {one.unit.start: (len(draft.likely), place) for place, one in enumerate(found)}
    draft.likely.append(found)


def likely_lines(draft: Draft, blocks: list[Block]) -> list[Likely]:
    """Return the units at head and foot of the document that ``blocks`` make up, each with its likely kind.

    There are none where no paragraph tells head and foot apart.
    """
    if not any(is_text(unit) for block in blocks for unit in units_of(draft, block)):
        return []
    units = units_at_ends(draft, blocks)
    found = chain().distributions(features_of(units))
    kinds = [max(told, key=told.__getitem__) for told in found]
    return [Likely(unit, kind, told[kind]) for unit, kind, told in zip(units, kinds, found, strict=True)]
