"""Where a list of those present begins within the head of a document, and turns of a hearing within the list."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.recognisers.participants.labels import INNER_HEAD
from diple.recognisers.participants.reading import opening_blocks

_LABEL = re.compile(
    r"(?:(?<=[.!?])\s+|\n[^\S\n]*)(?=(?:The|THE|(?:Mr|Mrs|Miss|Ms|Dr|Senator|Representative|Commissioner|Chairman|General|"
    r"Secretary|MR|MRS|DR|MISS|SENATOR)\.?) (?:[A-Z]\. ?)?(?:Mc|Mac|O[’'])?[A-Z]{3,}(?:[’'\-][A-Z]+)?"
    r"(?:\s?\([^()\n]{1,60}\))?\.\s+[“\"(]?[A-Z])"
)
"""A label in capitals with a full stop: "The CHAIRMAN. The", "Mr. TOLK. Do"."""
_LONGEST = 20_000


def divide_at_lists(draft: Draft) -> None:
    """Divide blocks near the head before lines that open a list of participants: "PARTICIPANTS:"."""
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _LONGEST:
            starts = [match.end() for match in INNER_HEAD.finditer(draft.lined, block.start, block.end)]
            if starts:
                draft.split_block(block, *starts)


def divide_at_turns(draft: Draft) -> None:
    """Divide blocks near the head before labels in capitals, so that no list of persons goes on over speech."""
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _LONGEST:
            starts = [match.end() for match in _LABEL.finditer(draft.lined, block.start, block.end)]
            if starts:
                draft.split_block(block, *starts)
