"""Notes of publishers and editors below a text: on the occasion, on the copy it is printed from (TEI 3.9.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.place import sign_rest

_NOTE_AT_END = re.compile(
    r"(?:NOTE: (?=[A-Z])|Note: (?=(?:The (?:President|exchange|interview|news conference|message|address)|Remarks)\b|"
    r"(?:The )?President [^\n]{3,120}?\b(?:conference|interview|exchange|remarks|briefing)\b[^\n]{0,40}?"
    r"\b(?:was|were|began)\b))"
)
"""Heads what a publisher of speeches and conferences says of one below it."""
_KEPT_AS = re.compile(
    r"(?:RC|PrC|FC|LbC|LB|Dft|Df|ADf|ADft|MS|ALS?|LS|TLS?|ADS?|DS|Tr|Cy|Copy|Draft|Printed)"
    r"(?: \((?=[A-Z])|[,:] (?=[A-Z][A-Za-z]*[,:;(]))"
)
"""The letters by which editors of correspondence say what a text is printed from, before who keeps it."""


_OPEN = frozenset({None, Role.PARAGRAPH, Role.POSTSCRIPT, Role.SPEECH})
_AT_END = 3
"""Among so many of the last paragraphs a note at the end is looked for."""


def claim_at_end(draft: Draft) -> None:
    """Claim paragraphs behind the text that say when and where all was said, or from what a letter is printed."""
    blocks = [block for block in draft.body_blocks() if block.role in _OPEN and not block.joined]
    for block in blocks[-_AT_END:]:
        _claim(draft, block)


def _claim(draft: Draft, block: Block) -> None:
    if match := _NOTE_AT_END.match(draft.text, block.start, block.end):
        sign_rest(draft, block.start, match.end())
        kind, start = "editor", match.end()
    elif _KEPT_AS.match(draft.text, block.start, block.end):
        kind, start = "source", block.start
    else:
        return
    if block.role is Role.SPEECH and block.label_end > block.start:
        return
    block.role, block.tag, block.attrs = Role.NOTE, "", {}
    draft.span(start, block.end, "note", {"type": kind, "resp": draft.agents.require("editor")})
