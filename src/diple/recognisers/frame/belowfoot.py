"""What an editor says of the copy below the foot of a document, in brackets that look like a scene (TEI 3.9)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.handlabels import hand_of_label, read_label
from diple.recognisers.frame.footproof import FootLine
from diple.recognisers.frame.lines import inner

_SIGNED = frozenset({"signature", "name", "weak-name", "signatory", "row", "formula"})


_OF_PAPER = re.compile(
    r"\b(?:cop(?:y|ies)|paper|pages?|sheets?|lea(?:f|ves)|margin\w*|(?:hand|type)?writ\w+|in \w+ hand|manuscript|"
    r"pencil|ink|crayon|file|folio|stamps?|typed|typescript|carbon|reverse|verso|recto|envelope|seal|document|original|diary|"
    r"appendix|archives?|note|minutes?|draft|signatures?|signed|enclosures?|letters?|blank)\b",
    re.I,
)
"""Words of one who speaks of a paper, and of no scene."""


def note_scenes_below(draft: Draft, blocks: list[Block], foot: list[FootLine]) -> None:
    """Make notes of the scenes in square brackets below a foot with a signature that speak of the paper."""
    if not any(item.kind in _SIGNED for item in foot):
        return
    for block in blocks:
        is_below = block.start >= foot[0].line.start
        if block.role is not Role.STAGE or not is_below or not draft.text.startswith("[", block.start):
            continue
        if not _OF_PAPER.search(draft.text, block.start, block.end):
            continue
        block.role, block.tag, block.why = Role.NOTE, "", "an editor's words below the foot"
        block.attrs.clear()
        start, end = inner(draft, block)
        by_hand = _BY_HAND.fullmatch(draft.text, start, end)
        attrs: Attrs = {"type": "editor", "resp": draft.agents.require(draft.bracket_agent)}
        if by_hand and _OF_HAND.search(by_hand["label"]):
            _part_label(draft, by_hand, attrs)
            attrs = {"type": "annotation", "hand": hand_of_label(draft, by_hand["label"])}
            start = by_hand.start("words")
        draft.span(start, end, "note", attrs)


def _part_label(draft: Draft, by_hand: re.Match[str], attrs: Attrs) -> None:
    """Take a label of a hand for a sign; one that says more of the paper is a note of its own before the words."""
    label, words = by_hand.span("label"), by_hand.start("words")
    if read_label(by_hand["label"], placed=True) is not None:
        draft.sign(label[0], words, why="says whose hand wrote")
        return
    draft.span(*label, "note", {**attrs, "type": "description"})
    draft.sign(label[1], words, why="colon before what a hand wrote")


_BY_HAND = re.compile(r"(?P<label>[^“”\"«»:]{5,160}):\s+(?P<words>[“\"«].{2,}[”\"»])", re.S)
_OF_HAND = re.compile(r"\b(?:manuscript|pencil|ink|crayon|(?:hand)?written|hand)\b", re.I)
"""Where and by which hand something was written, and its words in quotation marks."""
