"""Which list stands within an item of another (TEI 3.8)."""

from __future__ import annotations

from bisect import bisect_left

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role

_OUTSIDE = frozenset({Role.VOID, Role.NOTE_BODY, Role.META, Role.NOTE})
_SET_IN = 2
"""By how many characters the items of a list are set in at least that stands within an item."""


def nest(draft: Draft, lists: list[list[Block]]) -> None:
    """Say of the items how many lists they stand in; ``lists`` are the blocks of each list in order.

    A list right below an item stands within it if the outer list goes on behind it, or if the item announces it by a
    colon, or if it is set in.
    """
    ordered = sorted((blocks for blocks in lists if blocks), key=lambda blocks: (blocks[0].start, -blocks[-1].start))
    outer: list[list[Block]] = []
    for inner in ordered:
        while outer and not _holds(draft, outer[-1], inner):
            outer.pop()
        for block in inner:
            block.depth = len(outer) + 1
        outer.append(inner)


_BULLET = re.compile(r"[-–—•·▪◦●‣○■□*+]")


def levels_of_bullets(draft: Draft) -> dict[int, str]:
    """Return for each block that begins with a bullet, by its start, the bullet and how far it is set in: "- 1"."""
    indents: dict[str, set[int]] = {}
    found = [block for block in draft.blocks if _BULLET.match(draft.text, block.start)]
    for block in found:
        indents.setdefault(draft.text[block.start], set()).add(block.indent)
    levels = {bullet: _levels(sorted(widths)) for bullet, widths in indents.items()}
    return {
        block.start: f"{draft.text[block.start]} {levels[draft.text[block.start]][block.indent]} " for block in found
    }


def _levels(widths: list[int]) -> dict[int, int]:
    """Return the level of each width of indentation; those that differ by one character are of one level."""
    levels: dict[int, int] = {}
    level = 0
    for number, width in enumerate(widths):
        level += number > 0 and width - widths[number - 1] >= _SET_IN
        levels[width] = level
    return levels


def _holds(draft: Draft, outer: list[Block], inner: list[Block]) -> bool:
    """Tell whether a list stands within an item of another that begins before it."""
    index = bisect_left(outer, inner[0].start, key=_start) - 1
    if index < 0 or outer[index] is inner[0] or not _is_right_below(draft, outer[index], inner[0]):
        return False
    if index + 1 < len(outer):
        return inner[-1].start < outer[index + 1].start
    is_announced = draft.text_of(outer[index]).rstrip().endswith(":")
    return is_announced or inner[0].indent >= outer[index].indent + _SET_IN


def _is_right_below(draft: Draft, item: Block, first: Block) -> bool:
    """Tell whether nothing but items and paragraphs of items stands between an item and the first of a list."""
    index = bisect_left(draft.blocks, first.start, key=_start) - 1
    while index > 0 and (draft.blocks[index].joined or draft.blocks[index].role in _OUTSIDE):
        index -= 1
    return index >= 0 and draft.blocks[index].role is Role.ITEM and draft.blocks[index].start >= item.start


def _start(block: Block) -> int:
    return block.start
