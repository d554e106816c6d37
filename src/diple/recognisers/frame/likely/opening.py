"""Lines at the head of a document that no rule knows, read on by what was learned of lines like them (TEI 4.2)."""

from __future__ import annotations

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.head import HeadRoles
from diple.recognisers.frame.headlines import STRONG, Kind
from diple.recognisers.frame.likely.kinds import goes_on_likely, kind_in_head
from diple.recognisers.frame.lines import lines_of
from diple.recognisers.frame.reading import Reading


def take_likely(draft: Draft, reading: Reading, roles: HeadRoles, block: Block) -> bool:
    """Give a block whose lines no rule knows its roles, if further lines of the head stand below it; else False."""
    lines = lines_of(draft, block)
    kinds = [Kind(kind_in_head(draft, line), line) for line in lines]
    if reading.in_setting or not kinds or not all(kind.name for kind in kinds):
        return False
    if not reading.seen and kinds[0].name == "loose":
        return False
    if not any(kind.name in STRONG for kind in kinds) and not goes_on_likely(draft, lines[-1].start):
        return False
    roles.apply(block, kinds)
    return True
