"""Lines that no recogniser claimed and that stand between others of a head: they are of it (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import OUTSIDE, give, is_prose

_MOST_BLOCKS = 40
"""The most blocks that a head may have."""
_LONGEST = 120
"""The most characters of a line of a head that nobody knows."""
_OF_HEAD = frozenset({Role.OPENER, Role.HEAD})
_PASSED = OUTSIDE | {Role.NOTE, Role.MILESTONE}
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z])[.)]\s")
"""The beginning of a numbered paragraph or heading, with which a text may begin."""


def close_heads(draft: Draft) -> None:
    """Give the short lines without a role that stand between two openers to the head of their document.

    Others may have looked at such a line and left it ("Prepared by: J. Oberg" is no list of those present); if it
    stayed text, all that stands below it in the head would be text too.
    """
    starts = [number for number, block in enumerate(draft.blocks) if block.role is Role.ENCLOSURE]
    for start in (0, *starts):
        _close_head(draft, draft.blocks[start : start + _MOST_BLOCKS])


def _close_head(draft: Draft, blocks: list[Block]) -> None:
    """Give the lines of one head their role, those below its first opener and above its last."""
    is_open = False
    left: list[Block] = []
    for number, block in enumerate(blocks):
        if block.role in _PASSED or (number == 0 and block.role is Role.ENCLOSURE):
            continue
        if block.role in _OF_HEAD:
            if block.role is Role.OPENER:
                for one in left:
                    give(draft, one, Role.OPENER, why="a line between others of the head")
                left = []
            is_open = is_open or block.role is Role.OPENER
            continue
        if block.role is not None or not _may_be_of_head(draft, block):
            return
        if is_open:
            left.append(block)


def _may_be_of_head(draft: Draft, block: Block) -> bool:
    """Tell whether a block is short, no sentence and no numbered paragraph."""
    words = draft.clean_block(block)
    if not words or len(words) > _LONGEST or block.joined or block.heading:
        return False
    is_sentence = is_prose(words) or (words.endswith(".") and len(words.split()) >= _SHORTEST_SENTENCE)
    return not is_sentence and not _NUMBERED.match(words) and words[-1] not in "?;"


_SHORTEST_SENTENCE = 5
"""The fewest words of a line with a full stop that may be the whole of a short message."""
