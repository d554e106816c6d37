"""Where a list of those present begins within the head of a document, and turns of a hearing within the list."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.labels import HEAD, INNER_HEAD
from diple.recognisers.participants.reading import opening_blocks
from diple.recognisers.participants.wrapped import join_wrapped

_LABEL = re.compile(
    r"(?:(?<=[.!?])\s+|\n[^\S\n]*)(?=(?:The|THE|(?:Mr|Mrs|Miss|Ms|Dr|Senator|Representative|Commissioner|Chairman|General|"
    r"Secretary|MR|MRS|DR|MISS|SENATOR)\.?) (?:[A-Z]\. ?)?(?:Mc|Mac|O[’'])?[A-Z]{3,}(?:[’'\-][A-Z]+)?"
    r"(?:\s?\([^()\n]{1,60}\))?\.\s+[“\"(]?[A-Z])"
)
"""A label in capitals with a full stop: "The CHAIRMAN. The", "Mr. TOLK. Do"."""
_MIXED_LABEL = re.compile(
    r"\n[^\S\n]*(?=(?:The (?:Chair(?:man|woman|person)?|Speaker|(?:Vice )?President|Presiding Officer|Clerk|Witness)|"
    r"(?:Mr|Mrs|Miss|Ms|Dr|Senator|Representative|Commissioner|Chairman|General|Secretary|Captain|Colonel|Admiral)\.? "
    r"(?:[A-Z]\. ?)?[A-Z][\w’'-]+(?: of [A-Z][a-z]+)?)\.\s+[“\"(]?[A-Z])"
)
"""A label in small letters with a full stop at the head of a line: "Mr. Tolk. Do", of which two or more are turns."""
_SHORTENED = re.compile(r"\s*(?:[^\W\d_a-z]{2,10}\.[ ]?){1,3}")
"""A title cut short at the head of a line, which the label goes on behind: "DEP. DR. LUND. We"."""
_LONGEST = 20_000


def divide_at_lists(draft: Draft) -> None:
    """Divide blocks near the head before lines that open a list of participants: "PARTICIPANTS:".

    The lines over which an entry of such a list goes are put together.
    """
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _LONGEST:
            starts = [match.end() for match in INNER_HEAD.finditer(draft.lined, block.start, block.end)]
            if starts:
                draft.split_block(block, *starts)
    for run in _runs(draft, opening_blocks(draft)):
        join_wrapped(draft, run)


def _runs(draft: Draft, blocks: list[Block]) -> list[list[Block]]:
    """Return the runs of blocks without blank lines between them, each from the label of a list on."""
    runs: list[list[Block]] = []
    for block in blocks:
        is_label = HEAD.match(draft.text, block.start, block.end) is not None
        goes_on = bool(runs) and block.blank_before == 0 and runs[-1][-1].role is None and not is_label
        if block.role is None and goes_on and block.end - block.start < _LONGEST:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [run for run in runs if run[0].role is None and run[0].end - run[0].start < _LONGEST]


def divide_at_turns(draft: Draft) -> None:
    """Divide blocks near the head before labels in capitals, so that no list of persons goes on over speech."""
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _LONGEST:
            labels = _LABEL.finditer(draft.lined, block.start, block.end)
            starts = [match.end() for match in labels if not _goes_on_behind(draft, block, match.start())]
            mixed = [match.end() for match in _MIXED_LABEL.finditer(draft.lined, block.start, block.end)]
            starts += mixed if len(mixed) > 1 else []
            if starts:
                draft.split_block(block, *starts)


def _goes_on_behind(draft: Draft, block: Block, offset: int) -> bool:
    """Tell whether nothing but a title cut short stands before an offset on its line."""
    line = max(block.start, draft.lined.rfind("\n", block.start, offset) + 1)
    return _SHORTENED.fullmatch(draft.lined, line, offset) is not None
