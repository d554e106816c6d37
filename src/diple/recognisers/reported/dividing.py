"""Hard-wrapped minutes: paragraphs below one another without a sign, told by whose words each begins with."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Clean, Draft
from diple.model import Block, Role
from diple.recognisers.reported.impersonal import is_impersonal
from diple.recognisers.reported.subjects import REACH
from diple.recognisers.reported.unlisted import opens_report
from diple.sentences import sentences
from diple.source import LINE_END

_WIDEST = 100
"""The most characters of a line of wrapped text."""
_FEWEST, _SHARE = 2, 5
"""How many reports at least begin with a line, and how many of them there are to one that begins within a line."""


def divide_at_reports(draft: Draft, blocks: list[Block]) -> None:
    """Divide wrapped paragraphs before lines that begin with a sentence that reports somebody, or a body's act.

    Where sentences flow, few of them begin with a line; where nearly all that report somebody else do, the lines are
    paragraphs' first.
    """
    wrapped = [block for block in blocks if _is_wrapped(draft, block)]
    openings = [(block, *_openings(draft, block)) for block in wrapped]
    at_line = sum(len(found) for _, found, _ in openings)
    within = sum(count for _, _, count in openings)
    if at_line < _FEWEST or at_line < _SHARE * within:
        return
    for block, offsets, _ in openings:
        if offsets:
            first, *_ = draft.split_block(block, *offsets)
            first.role, first.tag, first.attrs, first.by = block.role, block.tag, block.attrs, block.by


def _is_wrapped(draft: Draft, block: Block) -> bool:
    """Tell whether a block is a paragraph of several lines of one measure."""
    lines = draft.lined[block.start : block.end].split("\n")
    is_paragraph = block.role in {None, Role.PARAGRAPH} and block.tag in {"", "p"} and not block.heading
    return is_paragraph and len(lines) > 1 and max(map(len, lines)) <= _WIDEST


def _openings(draft: Draft, block: Block) -> tuple[list[int], int]:
    """Return where sentences with a new subject begin with a line, and how many begin within one."""
    clean = draft.clean(block.start, block.end)
    starts = {match.end() for match in LINE_END.finditer(draft.lined, block.start, block.end)}
    found, within = [], 0
    for before, sentence in pairwise(sentences(clean.text)):
        if not _opens(draft, clean, sentence.start):
            continue
        offset = clean.offsets[sentence.start]
        if _line_start(draft, offset) in starts:
            found.append(offset)
        else:
            within += len(clean.text[before.start : before.end].split()) > 1  # not the number of a paragraph
    return found, within


def _line_start(draft: Draft, offset: int) -> int:
    """Return where the line begins on which only white space stands before an offset, or -1."""
    line = draft.lined.rfind("\n", 0, offset) + 1
    return line if not draft.lined[line:offset].strip() else -1


def _opens(draft: Draft, clean: Clean, start: int) -> bool:
    words = clean.text[start : start + REACH]
    return opens_report(words, draft.people) or (is_impersonal(words) and _ACTS.match(words) is not None)


_ACTS = re.compile(r"The |THE |In |After |It ")
