"""Addressees over several lines that no salutation closes: "The Ambassador," over "LENKA." and the date (TEI 4.2.2)."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import GENRE, INSTITUTION, OFFICE, SALUTATION
from diple.recognisers.frame.lines import (
    break_lines,
    give,
    is_capitals,
    is_line_of_address,
    is_prose,
    join,
    label_in,
    lines_of,
)
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_LONGEST, _MOST = 80, 6
"""The most characters of a line of an address, and the most lines."""
_TITLED = re.compile(
    r"(?:(?:The )?(?:Rt\.?|Right)? ?Hon|His |Her |Mr\b|Mrs\b|Miss\b|Messrs\b|Dr\b|Prof|Sir |Lord |Lady |Gen|Col\b|"
    r"Capt|Maj|Lt\b|Brig|Adm|Amb|Monsieur|Herrn?\b|An den|An die|An das|A Monsieur)"
)
"""How the first line of an address begins that names a person."""
_BODY = re.compile(r"(?:The|THE|An|Le|La|El) [A-ZÀ-Ž]")


def blocks_of_address(draft: Draft, blocks: list[Block]) -> list[Block]:
    """Return the blocks, from the first on, whose lines are an address in commas; none if they are not."""
    texts: list[str] = []
    counts: list[int] = []
    for block in blocks[: _MOST + 1]:
        if block.role not in {None, Role.HEAD}:
            break
        texts += [line.text for line in lines_of(draft, block)]
        counts.append(len(texts))
    found = lines_of_address(texts)
    if not found or found not in counts or any(block.role is not None for block in blocks[: counts.index(found) + 1]):
        return []
    return blocks[: counts.index(found) + 1]


def lines_of_address(texts: list[str]) -> int:
    """Return how many of the lines of a head are an address in commas, the last with a full stop or a place; or 0.

    The first names a person, an office or a body; below the last stands a date, a number, a subject or the text.
    """
    first = texts[0] if texts else ""
    is_named = _TITLED.match(first) or OFFICE.search(first) or (_BODY.match(first) and INSTITUTION.search(first))
    if not first.endswith(",") or not is_named or not _may_be_line(first):
        return 0
    for number, text in enumerate(texts[1:_MOST], 1):
        if not _may_be_line(text):
            return 0
        if not text.endswith(","):
            return number + 1 if _may_follow(texts[number + 1 : number + 2]) else 0
    return 0


def _may_be_line(text: str) -> bool:
    is_known = bool(tokens_of(text)) or dateline_of(text) is not None or GENRE.match(text) is not None
    return len(text) <= _LONGEST and is_line_of_address(text.rstrip(".")) and not is_known and not label_in(text)


def _may_follow(below: list[str]) -> bool:
    """Tell whether what stands below an address may: nothing of the address, and no line in mid-sentence."""
    text = below[0] if below else ""
    is_framed = dateline_of(text) is not None or bool(tokens_of(text)) or bool(label_in(text))
    is_framed = is_framed or SALUTATION.fullmatch(text) is not None
    return is_framed or is_prose(text) or is_capitals(text) or GENRE.match(text) is not None


def give_address(draft: Draft, blocks: list[Block]) -> None:
    """Make one address of the lines of several blocks."""
    give(draft, blocks[0], Role.OPENER, why="addressee")
    for before, block in pairwise(blocks):
        join(draft, before, block, Role.OPENER, "")
    for block in blocks:
        break_lines(draft, lines_of(draft, block))
    draft.span(blocks[0].start, blocks[-1].end, "seg", {"type": "addressee"})
