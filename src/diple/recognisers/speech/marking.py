"""The signs of a label and what stands in it: colon, brackets, directions, what is marked [sic] (TEI 7.2.2)."""

from __future__ import annotations

from diple.draft import Clean, Draft
from diple.model import Block
from diple.recognisers.speech.labels import Label, after_space


def mark_label(draft: Draft, block: Block, label: Label, clean: Clean) -> None:
    """Mark the label of a turn and sign what ends it; ``clean`` is the head of the block as it reads."""
    stop = clean.offsets[label.stop_start]
    speaker_end = stop
    if label.direction:
        first, last = clean.offsets[label.direction.start], clean.offsets[label.direction.end]
        speaker_end = min(first - (draft.text[first - 1] in "[("), speaker_end)
        inner = (first + 1, last - 1) if draft.text[first] == "[" else (first, last)
        draft.sign_around(first, last, *inner, why="bracket of a direction")
        draft.span(*inner, "stage", {"type": label.direction.type}, why="direction in the label")
        _sign_space(draft, block.start, speaker_end)
    if label.sic:
        _mark_sic(draft, block, label, clean)
    speaker_end = block.start + len(draft.text[block.start : speaker_end].rstrip())
    draft.span(block.start, speaker_end, "speaker", rank=10, why="label")
    block.label_end = _sign_stop(draft, stop, clean.offsets[label.stop_end - 1] + 1, block)
    if label.shape == "bracketed":
        _mark_supplied(draft, block, speaker_end)
    elif draft.text[block.start] == "[" and draft.text.find("]", block.start, speaker_end) == speaker_end - 1:
        draft.sign(speaker_end - 1, speaker_end, why="bracket of a label")
        _mark_supplied(draft, block, speaker_end - 1)


def _mark_supplied(draft: Draft, block: Block, end: int) -> None:
    """Take the brackets off a label that somebody supplied; one that gives a choice of names is a doubtful reading."""
    agent = draft.agents.require(draft.bracket_agent)
    if not draft.sign(block.start, block.start + 1, why="bracket of a label"):
        return
    if " or " in draft.text[block.start : end]:
        draft.span(block.start + 1, end, "unclear", {"cert": "low", "resp": agent}, why="doubtful label")
    else:
        draft.span(block.start + 1, end, "supplied", {"resp": agent, "reason": "identification"}, why="supplied label")


def _mark_sic(draft: Draft, block: Block, label: Label, clean: Clean) -> None:
    if label.sic is None:
        return
    first, last = clean.offsets[label.sic[0]], clean.offsets[label.sic[1]]
    name_end = block.start + len(draft.text[block.start : first].rstrip())
    draft.sign(name_end, last, why="sic")
    draft.span(block.start, name_end, "sic", why="marked [sic]")


def _sign_space(draft: Draft, before: int, end: int) -> None:
    """Sign the white space that ends at ``end``."""
    start = end
    while start > before and draft.text[start - 1].isspace():
        start -= 1
    draft.sign(start, end, why="space in a label")


def _sign_stop(draft: Draft, start: int, end: int, block: Block) -> int:
    """Sign a label's colon or full stop with the space around it; return where the words of the turn begin."""
    _sign_space(draft, block.start, start)
    while end < block.end and _belongs_to_label(draft, end):
        end += 1
    end = min(max(end, after_space(draft.text, end)), block.end)
    for offset in draft.clean(start, end).offsets[:-1]:
        draft.sign(offset, offset + 1, why="end of a label")
    return end


def _belongs_to_label(draft: Draft, offset: int) -> bool:
    """Tell whether a character after the colon is the sign that closes what opened before the label."""
    return draft.text[offset] in "*_]" and draft.is_signed(offset, offset + 1)
