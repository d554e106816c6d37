"""What kind of document this is: the record of a talk, or something else."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Role

_TALK = re.compile(
    r"\b(?:(?:record|records|memorandum|minutes|notes?|transcript|summary|protocol|stenogram|account|report|memo)s?\b"
    r"[^.\n]{0,60}\b(?:conversations?|meetings?|talks?|discussions?|sessions?|negotiations?|interview|reception|audience|"
    r"consultations?)|conversations?\b|talks? (?:between|with)|meeting (?:between|with|of)|minutes\b|stenographic|"
    r"transcript of|verbatim|from the (?:diary|journal)|hearing|memcon|interview (?:with|of))",
    re.I,
)
_IN_PROSE = re.compile(
    r"\b(?:received|met with|had a (?:conversation|talk|meeting|discussion)|conversation (?:was held|took place)|"
    r"took part (?:in the|from the)|meeting (?:was held|took place|between))\b",
    re.I,
)
_TITLE_FIELDS = frozenset({"title", "main-title", "genre", "type", "keyword", "term"})


def is_record_of_talk(draft: Draft) -> bool:
    """Tell whether the title, a head or the first paragraph says that the document records a talk."""
    titles = [fact.value for fact in draft.facts if fact.field in _TITLE_FIELDS]
    if any(_TALK.search(title[:400]) for title in titles):
        return True
    for number, block in enumerate(draft.body_blocks()):
        text = draft.text[block.start : min(block.end, block.start + 400)]
        short = block.end - block.start < 250
        if (block.role is Role.HEAD or short) and _TALK.search(text) and not text.rstrip().endswith((".", ";")):
            return True
        if number < 8 and _IN_PROSE.search(text):
            return True
        if number > 14:
            return False
    return False
