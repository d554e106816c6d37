"""The opening of a letter below an editor's words on it: a headnote, then place, day and salutation (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.frame.conventions import GENRE, SALUTATION
from diple.recognisers.frame.headings import opens_turn
from diple.recognisers.frame.headlines import is_plainly_of_head
from diple.recognisers.frame.headtests import reader_in
from diple.recognisers.frame.likely.kinds import likely_of
from diple.recognisers.frame.lines import Line, give, inner, is_capitals, is_prose, label_in, lines_of
from diple.recognisers.frame.opener import recognise_opener
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.participants.wording import LIST_LABEL

HEADNOTE = "headnote above the opening"
"""Why a block is a note that stands above the opening of a document."""
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

    ``opened`` is how many were before; nothing is resumed where a dateline or salutation is among them. The headnote
    becomes notes.
    """
    if any(block.role is Role.OPENER and block.tag in {"salute", "dateline"} for block in blocks[:opened]):
        return opened
    called = _opening_below(draft, blocks, opened)
    below = called or _lines_below(draft, blocks, opened)
    if not below:
        return opened
    for block in blocks[opened:below]:
        if block.role is None and called:
            _note(draft, block)
        elif block.role is None:
            _give_above(draft, block, is_titled=any(one.role is Role.HEAD for one in blocks[:below]))
    return below + recognise_opener(draft, blocks[below:], is_first=False)


def _opening_below(draft: Draft, blocks: list[Block], opened: int) -> int:
    """Return the position of the first line of an opening below a headnote, 0 if there is none.

    Place or day and a salutation prove it, where no colon leads to a letter quoted.
    """
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


def _lines_below(draft: Draft, blocks: list[Block], opened: int) -> int:
    """Return the position of the first of the lines of a head that stand below a headnote, 0 if there are none.

    Lines that can be nothing else prove it, by the rules or by what was learned: two, or one that both know.
    """
    for first in range(opened + 1, min(len(blocks), opened + _MOST_NOTES + 1)):
        above = [block for block in blocks[opened:first] if block.role not in _PASSED]
        if any(block.role is not None or block.joined for block in above):
            return 0
        lines = _run_of_lines(draft, blocks[first:])
        if not lines or not _strength(draft, lines[0]):
            continue
        notes = [draft.clean_block(block) for block in above]
        is_note = (
            bool(notes) and all(len(words) <= _LONGEST_NOTE for words in notes) and not notes[-1].endswith((":", ","))
        )
        is_note = is_note and not any(opens_turn(words) or LIST_LABEL.match(words) for words in notes)
        is_note = is_note and _text_below(draft, blocks[first:]) > max(_SHORTEST_TEXT, sum(map(len, notes)))
        strength = sum(_strength(draft, line) for line in lines) + _is_over_title(lines)
        return first if is_note and strength > 1 else 0
    return 0


def _run_of_lines(draft: Draft, blocks: list[Block]) -> list[Line]:
    """Return the lines from the first block on up to the text."""
    found: list[Line] = []
    for block in blocks[:_MOST_LINES]:
        if not _is_line(draft, block):
            break
        found += lines_of(draft, block) if block.role is None else []
    return found


def _text_below(draft: Draft, blocks: list[Block]) -> int:
    """Return how many characters of running text stand in blocks."""
    words = (draft.clean_block(block) for block in blocks if block.role not in _PASSED)
    return sum(len(text) for text in words if is_prose(text))


_SHORTEST_TEXT = 120
"""The characters of running text that stand below the lines of a head at least."""


def _is_over_title(lines: list[Line]) -> bool:
    """Tell whether the first line is place and day, and the title stands below it in capitals."""
    found = dateline_of(lines[0].text)
    is_dated = found is not None and found.place != (0, 0) and found.date.precision == "day"
    return is_dated and any(is_capitals(line.text) and " " in line.text for line in lines[1:3])


def _strength(draft: Draft, line: Line) -> int:
    """Return how many know a line as one of a head: the rules, what was learned, or both."""
    kind, cert = likely_of(draft, line.start)
    is_known = is_plainly_of_head(line.text) or label_in(line.text) in _FIELDS
    return bool(is_known) + (kind in _LEARNED and cert >= _CERTAIN)


_FIELDS = frozenset({"from", "to", "subject", "through", "via", "re", "ref", "reference", "cc", "copy to", "date"})
_LEARNED = frozenset({"dateline", "salute", "field", "opener"})
_CERTAIN = 0.8


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


def _give_above(draft: Draft, block: Block, *, is_titled: bool) -> None:
    """Make a note of a paragraph of the headnote, a line of the head of a short one."""
    words = draft.clean_block(block)
    kind, cert = likely_of(draft, block.start)
    is_line = len(words) <= _LONGEST_LINE and not is_prose(words) and not _DESCRIBES.match(words)
    is_line = is_line or (kind in {"opener", "head"} and cert >= _CERTAIN)
    if is_line and (not is_titled or GENRE.match(words) or block.heading or reader_in(words)):
        give(draft, block, Role.HEAD, why="title above the opening")
    elif is_line:
        give(draft, block, Role.OPENER, why="a line above the opening")
    else:
        _note(draft, block)


def _note(draft: Draft, block: Block) -> None:
    """Make a note of a paragraph of the headnote."""
    start, end = inner(draft, block)
    kind = "description" if _DESCRIBES.match(draft.text, start) else "editor"
    attrs: Attrs = {"type": kind, "resp": draft.agents.require("editor")}
    if start < end and give(draft, block, Role.NOTE, why=HEADNOTE):
        draft.span(start, end, "note", attrs)
