"""The items of an agenda, which stand again over what was said or decided on each (TEI 4.1.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import OUTSIDE, give, lines_of

_ITEM = re.compile(r"(?P<n>\d{1,2}|[IVX]{1,6})[.)]\s+(?P<title>\S.*)", re.S)
_LONGEST = 300
"""The most characters of an item of an agenda."""
_FEWEST = 2
"""The fewest items that stand again."""


def recognise_agenda(draft: Draft, blocks: list[Block]) -> None:
    """Make headings of the numbered lines that stand above as a list too, two of them at least, with text below each.

    The list may lack the colon or full stop of the heading. A number that stands above with other words is no agenda's.
    """
    listed: set[tuple[str, str]] = set()
    again: list[tuple[Block, str]] = []
    within = {id(block) for block in blocks}
    for block in draft.blocks:
        if block.role in OUTSIDE or not _may_hold_item(draft, block):
            continue
        lines = [line.text for line in lines_of(draft, block)]
        whole = _item_in(" ".join(lines))
        if whole in listed and id(block) in within and block.role in {None, Role.ITEM}:
            again.append((block, whole[0]))
        listed.update(item for item in (*map(_item_in, lines), whole) if item)
    for block, n in again if len(again) >= _FEWEST else ():
        if block.role is None:
            give(draft, block, Role.SECTION, attrs={"n": n}, why=f"item {n} of the agenda")


def _may_hold_item(draft: Draft, block: Block) -> bool:
    """Tell whether a block is short enough for an agenda and has a number with its stop at the beginning of a line."""
    return block.end - block.start < 10 * _LONGEST and _NUMBER.search(draft.lined, block.start, block.end) is not None


_NUMBER = re.compile(r"^[ \t]*(?:\d{1,2}|[IVX]{1,6})[.)]\s", re.M)


def _item_in(text: str) -> tuple[str, str] | None:
    """Return the number and the bare words of an item, or None if a text is none."""
    match = _ITEM.fullmatch(text) if len(text) <= _LONGEST else None
    words = re.sub(r"[\W_]+", " ", match["title"]).strip().lower() if match else ""
    return (match["n"], words) if match and len(words) > _SHORTEST else None


_SHORTEST = 5
"""The fewest characters of an item."""
