"""A classification that stands alone below the list of those present, as cabinets print it (TEI 4.2)."""

from __future__ import annotations

from itertools import pairwise

from diple.draft import Draft
from diple.model import Role
from diple.recognisers.frame.lines import give, inner
from diple.recognisers.frame.tokens import mark_tokens, tokens_of
from diple.recognisers.participants.entering import GROUP
from diple.recognisers.participants.reading import opening_blocks

_LONGEST = 40
"""The most characters of such a line."""


def classify_below_lists(draft: Draft) -> None:
    """Let a line in capitals below a list of participants that is a classification and nothing else be one."""
    for before, block in pairwise(opening_blocks(draft)):
        if before.group != GROUP or block.role is not None or block.end - block.start > _LONGEST:
            continue
        start, end = inner(draft, block)
        tokens = tokens_of(draft.text[start:end])
        if len(tokens) == 1 and tokens[0].kind == "classification" and draft.text[start:end].isupper():
            give(draft, block, Role.OPENER, why="classification below those present")
            mark_tokens(draft, start, tokens, dateline=False)
