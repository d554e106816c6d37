"""Indexes below a text: names and matters with the pages on which they stand (TEI 3.8)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.coverlines import lined
from diple.recognisers.frame.lines import OUTSIDE, give, is_prose

_ENTRY = re.compile(r".{2,120}?,? (?:(?:\d{1,4}(?:[-–]\d{1,4})?n?|passim|ff?\.)(?:, ?| |$))+\.?")
"""An entry of an index: "Aune, Sigrid, 4, 7-9"."""
_HEAD_OF_ENTRIES = re.compile(r"[^.!?]{2,80}[:,]?")
_FEWEST = 3
"""The entries, in number, that make an index."""
_SHARE = 0.6
"""The share of the lines that end with pages."""
_LONGEST_TITLE = 80


def recognise_index(draft: Draft) -> None:
    """Make a list of an index at the end of a text, and a head of the line above it."""
    blocks = [block for block in draft.blocks if block.role not in OUTSIDE]
    first = len(blocks)
    while first and _is_index(draft, blocks[first - 1]):
        first -= 1
    entries = blocks[first:]
    lines = [line.text for block in entries for line in lined(draft, block)]
    if first == 0 or len(lines) < _FEWEST or sum(map(_is_entry, lines)) < _SHARE * len(lines):
        return
    title = blocks[first - 1]
    words = draft.clean_block(title)
    if title.role is None and len(words) <= _LONGEST_TITLE and not is_prose(words) and words[-1] not in ".?!,;":
        give(draft, title, Role.SECTION, why="head of an index")
        for block in entries:
            starts = [line.start for line in lined(draft, block)]
            for part in draft.split_block(block, *starts[1:]):
                give(draft, part, Role.ITEM, group="simple", why="entry of an index")


def _is_entry(text: str) -> bool:
    return _ENTRY.fullmatch(text) is not None


def _is_index(draft: Draft, block: Block) -> bool:
    """Tell whether a block is nothing but entries of an index, and heads over some of them."""
    lines = [line.text for line in lined(draft, block)] if block.role is None else []
    is_head = len(lines) == 1 and lines[0].endswith(":")
    return (is_head or any(map(_is_entry, lines))) and all(
        _is_entry(line) or _HEAD_OF_ENTRIES.fullmatch(line) for line in lines
    )
