"""What looked like a head, a signature or a docket, and is a label or the words of a turn."""

from __future__ import annotations

from itertools import pairwise

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.correspondence import TOLD
from diple.recognisers.participants.titles import COVER
from diple.recognisers.speech.evidence import Candidate

FOOT = frozenset({Role.CLOSER, Role.POSTSCRIPT})
"""The roles of blocks at the foot of a document."""
_HEADS = frozenset({Role.HEAD, Role.SECTION, Role.ENCLOSURE})
_OF_SIGNATURES = frozenset({"persName", "roleName", "orgName"})


def may_be_released(block: Block) -> bool:
    """Tell whether a block was taken for a head, a salutation or the foot by its looks alone."""
    if block.role in FOOT or (block.role is Role.OPENER and block.tag == "salute"):
        return True
    is_entry = block.attrs.get("type") == "entry"
    return block.role in _HEADS and not block.heading and not is_entry and block.why not in {COVER, TOLD}


def release_foot(draft: Draft, turns: list[Candidate]) -> None:
    """Take what looked like the foot of the document, and stands between turns, out of it.

    Behind the last turn that is the block with its words, where the label has a line of its own.
    """
    last = turns[-1].block.end + 4 if turns[-1].label.shape == "line" else turns[-1].start
    labels = {turn.block.start for turn in turns}
    enclosures = [block.start for block in draft.blocks if block.role is Role.ENCLOSURE and block.start not in labels]
    for block in draft.blocks:
        is_between = block.role in FOOT and turns[0].start <= block.start <= last
        if is_between and not any(block.start < start <= last for start in enclosures):
            release(draft, block)


def release_words(draft: Draft, turns: list[Candidate]) -> None:
    """Take what looked like a head, right below a label on a line of its own, for what is said: a turn has words."""
    labels = {turn.start: turn for turn in turns}
    shown = [block for block in draft.blocks if block.role not in {Role.META, Role.VOID}]
    for before, block in pairwise(shown):
        turn = labels.get(before.start)
        is_alone = turn is not None and not draft.text[before.start + turn.label.stop_end : before.end].strip()
        if is_alone and block.role in _HEADS and block.start not in labels:
            release(draft, block)


def release(draft: Draft, block: Block) -> None:
    """Take a label that looked like a head or a signature, or like a line of one, out of it."""
    if block.role is not None:
        inside = range(block.start, block.end)
        draft.spans = [span for span in draft.spans if span.tag not in _OF_SIGNATURES or span.start not in inside]
    if may_be_released(block):
        block.role, block.tag, block.joined = None, "", False
        block.attrs.clear()
        gap = range(block.start - 80, block.start + 1)
        draft.points = [point for point in draft.points if point.tag != "lb" or point.offset not in gap]
