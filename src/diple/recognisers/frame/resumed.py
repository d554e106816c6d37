"""The opening of a letter below an editor's words on it: a headnote, then place, day and salutation (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.frame.conventions import SALUTATION
from diple.recognisers.frame.lines import give, inner, is_prose, lines_of
from diple.recognisers.frame.opener import recognise_opener
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_MOST_NOTES, _MOST_LINES = 5, 7
"""The most blocks of a headnote, and of lines between it and the salutation."""
_LONGEST_NOTE, _LONGEST_LINE = 2500, 120
_DESCRIBES = re.compile(
    r"(?:Typed|Typewritten|Typescript|Handwritten|Holograph|Autograph|Manuscript|Carbon|Draft|Copy|Original|Photocopy|"
    r"[AT]LS?\b|MS\b|TS\b)"
)
"""How a note begins that says what the paper looks like."""
_PASSED = frozenset({Role.NOTE, Role.MILESTONE})


def resume_head(draft: Draft, blocks: list[Block], opened: int) -> int:
    """Recognise the opening of a letter that stands below a headnote; return how many blocks are of the head then.

    ``opened`` is how many were before. The headnote becomes notes.
    """
    below = _opening_below(draft, blocks, opened)
    if not below:
        return opened
    for block in blocks[opened:below]:
        if block.role is None:
            _note(draft, block)
    return below + recognise_opener(draft, blocks[below:], is_first=False)


def _opening_below(draft: Draft, blocks: list[Block], opened: int) -> int:
    """Return the position of the first line of an opening below a headnote, 0 if there is none.

    Place or day and a salutation prove it; nothing of the kind stands above, and no colon leads to a letter quoted.
    """
    if any(block.role is Role.OPENER and block.tag in {"salute", "dateline"} for block in blocks[:opened]):
        return 0
    called = _first_call(draft, blocks, opened)
    first = called
    while first > opened and called - first < _MOST_LINES and _is_line(draft, blocks[first - 1]):
        first -= 1
    notes = [draft.clean_block(block) for block in blocks[opened:first] if block.role is None]
    is_note = 0 < len(notes) <= _MOST_NOTES and all(len(words) <= _LONGEST_NOTE for words in notes)
    is_note = is_note and any(map(is_prose, notes)) and not notes[-1].endswith((":", ","))
    if not is_note or any(block.role not in {None, *_PASSED} for block in blocks[opened:called]):
        return 0
    above = [line.text for block in blocks[first:called] for line in lines_of(draft, block)]
    return first if any(dateline_of(words) is not None for words in above) else 0


def _first_call(draft: Draft, blocks: list[Block], opened: int) -> int:
    """Return the position of the first salutation with running text below it, 0 if none is near."""
    for number in range(opened, min(len(blocks) - 1, opened + _MOST_NOTES + _MOST_LINES)):
        block = blocks[number]
        if block.role is None and SALUTATION.fullmatch(draft.clean_block(block)):
            return number if is_prose(draft.clean_block(blocks[number + 1])) else 0
    return 0


def _is_line(draft: Draft, block: Block) -> bool:
    """Tell whether a block consists of short lines as stand above a salutation."""
    if block.role is not None:
        return block.role in _PASSED
    lines = [line.text for line in lines_of(draft, block)]
    is_short = all(len(text) <= _LONGEST_LINE and not (is_prose(text) and dateline_of(text) is None) for text in lines)
    return is_short and not any(text.endswith((":", ";")) and not tokens_of(text) for text in lines)


def _note(draft: Draft, block: Block) -> None:
    """Make a note of a paragraph of the headnote."""
    start, end = inner(draft, block)
    kind = "description" if _DESCRIBES.match(draft.text, start) else "editor"
    attrs: Attrs = {"type": kind, "resp": draft.agents.require("editor")}
    if start < end and give(draft, block, Role.NOTE, why="headnote above the opening of a letter"):
        draft.span(start, end, "note", attrs)
