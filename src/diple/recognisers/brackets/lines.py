"""Brackets that fill lines amid the lines of a head or foot: each becomes a block (TEI 10.3.3, 11.3.2.1)."""

from __future__ import annotations

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.brackets.handlabels import label_before, read_label
from diple.recognisers.brackets.hands import hand_label, is_only_label
from diple.recognisers.brackets.labels import label_of
from diple.recognisers.brackets.notes import tells_of_source
from diple.recognisers.brackets.stamps import tells_of_stamp
from diple.recognisers.brackets.tree import Bracket, find_brackets


def part_lines(draft: Draft) -> None:
    """Part blocks so that a stamp, a note by hand or a labelled note that fills lines is a block of its own."""
    for bracket in find_brackets(draft).pairs:
        block = draft.block_at(bracket.start)
        if bracket.depth or block is None or block.role is not None or bracket.end > block.end:
            continue
        if offsets := _bounds(draft, bracket, block):
            draft.split_block(block, *offsets)


def _bounds(draft: Draft, bracket: Bracket, block: Block) -> list[int]:
    """Return where a block is to be parted: around a bracket's lines, where no sentence runs over their ends."""
    text = draft.text
    start = bracket.start
    while start > block.start and text[start - 1] in "*_" and draft.is_signed(start - 1, start):
        start -= 1
    before = text[block.start : start].rstrip(" \t")
    line_end = text.find("\n", bracket.end, block.end)
    line_end = block.end if line_end < 0 else line_end
    if block.heading or (before and not before.endswith("\n")) or (not before and line_end == block.end):
        return []
    words, rest = text[bracket.inner_start : bracket.inner_end], text[bracket.end : line_end].strip(" \t.*_")
    if is_only_label(words.rstrip(": ")) or (words.rstrip().endswith(":") and read_label(words)):
        return [start, line_end] if rest else [start]
    is_note = tells_of_stamp(words) or tells_of_source(words) or label_of(words) is not None
    is_note = is_note or hand_label(words) is not None or label_before(words) is not None
    return [start, line_end] if is_note and not rest else []
