"""Salutations and datelines into which the text runs on: "SIR: I have …", "LENKA, 3 May (TASS) — …" (TEI 4.2)."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import give
from diple.recognisers.frame.tokens import dateline_of, mark_dateline

_SALUTE = re.compile(
    r"(?:(?:MY DEAR |DEAR )?(?:SIR|SIRS|GENTLEMEN|MADAM|EXCELLENCY|YOUR EXCELLENCY|MR\. [A-Z][A-Z .]{2,30})|"
    r"(?:My dear |Dear )?(?:Sir|Sirs|Gentlemen|Madam|Excellency)|"
    r"(?:My dear |Dear )(?:Mr|Mrs|Dr|Lord|Sir|General|Ambassador|Minister)\.? [A-Z]\w+)"
    r"(?::[ ]?[—–-]{0,2}|,[ ]?[—–-]{1,2})\s*(?=[A-Z“\"])"
)
_DATELINE = re.compile(
    r"(?P<line>[A-Z][\w’'. -]{2,30},\s[^()\n—–]{3,30}?)\.?\s?(?:[\[(][^()\[\]\n]{2,24}[\])])?[.:]?"
    r"\s*(?:[—–]+|--|-(?=\s))\s*(?=[^\s\d])"
)
"""Place and date of a press report, with the agency in parentheses, before a dash."""

_SHORTEST = 40
"""The fewest characters of text that go on behind a dateline."""


def take_run_in(draft: Draft, block: Block, *, has_head: bool) -> bool:
    """Divide a paragraph behind a salutation (below a head) or a dateline that opens it; tell whether there is one."""
    if match := _SALUTE.match(draft.text, block.start, block.end) if has_head else None:
        first, *_ = draft.split_block(block, match.end())
        return give(draft, first, Role.OPENER, "salute", why="salutation run into the text")
    dated = _DATELINE.match(draft.text, block.start, block.end)
    found = dateline_of(dated["line"]) if dated else None
    if dated is None or found is None or found.place == (0, 0) or block.end - dated.end() < _SHORTEST:
        return False
    first, *_ = draft.split_block(block, dated.end())
    give(draft, first, Role.OPENER, "dateline", why="dateline run into the text")
    mark_dateline(draft, *dated.span("line"))
    return True
