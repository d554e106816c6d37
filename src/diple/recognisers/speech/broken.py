"""Speech that is broken off by another speaker and taken up again: turns linked to each other (TEI 17.2, 7.2.2)."""

from __future__ import annotations

from bisect import bisect_left

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role

_BROKEN = re.compile(r"(?:[-–—]|\.\.\.|…)[”\"’']?\s*$")
_RESUMED = re.compile(r"(?:[-–—]{1,2}|\.\.\.|…)\s*\S|[a-zà-öø-ÿа-я]")
_GOES_ON = re.compile(r"\b(?:continu|resum|interrupted)", re.I)
_ENDS = tuple(".?!:;\"”’')]")
_MOST_PARAGRAPHS = 200
"""The paragraphs of one turn, in number, among which its end is looked for."""
_MOST_BETWEEN = 3
"""The turns of others, in number, after which speech may still be taken up again."""


def link_broken_turns(draft: Draft) -> None:
    """Point turns that break off with a dash or dots to those that take them up, and back (``@next``, ``@prev``).

    The later one begins with a dash, dots or a small letter, or its label says "continuing".
    """
    turns = [block for block in draft.blocks if block.role is Role.SPEECH]
    for number, turn in enumerate(turns):
        end = turns[number + 1].start if number + 1 < len(turns) else len(draft.text)
        words = _last_words(draft, turn, end).rstrip()
        is_broken = _BROKEN.search(words) is not None
        if not is_broken and words.endswith(_ENDS):
            continue
        for later in turns[number + 1 : number + 2 + _MOST_BETWEEN]:
            if later.attrs.get("who") == turn.attrs.get("who"):
                if "prev" not in later.attrs and _takes_up(draft, later, is_broken=is_broken):
                    turn.attrs["next"], later.attrs["prev"] = f"{{turn:{later.start}}}", f"{{turn:{turn.start}}}"
                break


def _last_words(draft: Draft, turn: Block, end: int) -> str:
    """Return the end of what a turn says, its unlabelled paragraphs included."""
    first = bisect_left(draft.blocks, turn.start, key=lambda block: block.start)
    last = turn
    for block in draft.blocks[first + 1 : first + 1 + _MOST_PARAGRAPHS]:
        if block.start >= end or block.role not in {None, Role.VOID, Role.NOTE_BODY, Role.STAGE}:
            break
        last = block if block.role is None and block.in_speech else last
    return draft.clean(max(last.start, last.end - 80), last.end).text


def _takes_up(draft: Draft, turn: Block, *, is_broken: bool) -> bool:
    """Tell whether a turn goes on with one that has broken off, or, if its label says so, has no full stop."""
    label = draft.text[turn.start : turn.label_end]
    return bool(_GOES_ON.search(label)) or bool(
        is_broken and _RESUMED.match(draft.clean(turn.label_end, turn.end).text.lstrip())
    )
