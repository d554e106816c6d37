"""Recognise dates in running text (TEI 3.6.4)."""

from __future__ import annotations

import re

from diple.dateforms import DateMatch
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Attrs, Role

_NO_TEXT = frozenset({Role.META, Role.VOID})
_FULL = re.compile(r"\d{4}-\d\d.*")
_EXACT = frozenset({"when", "from", "to"})


def recognise(draft: Draft) -> None:
    """Mark up the dates of the text that name a month and a year; others, and those marked up already, stay."""
    taken = bytearray(len(draft.text))
    for span in draft.spans:
        if span.tag in {"date", "idno", "time"}:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for found in find_dates(draft.text):
        if _is_full(found.attrs) and taken.find(1, found.start, found.end) < 0 and _is_text(draft, found):
            draft.span(found.start, found.end, "date", _attrs(found), rank=70)


def _is_full(attrs: Attrs) -> bool:
    """Tell whether a date names a month and a year; years alone, days without a year and "the end of 1960" do not."""
    return bool(attrs) and all(name in _EXACT and _FULL.fullmatch(value) for name, value in attrs.items())


def _is_text(draft: Draft, found: DateMatch) -> bool:
    """Tell whether a date stands within one block of the text, not in a sign."""
    block = draft.block_at(found.start)
    if block is None or block.role in _NO_TEXT or found.end > block.end:
        return False
    return not (draft.is_signed(found.start, found.start + 1) or draft.is_signed(found.end - 1, found.end))


def _attrs(found: DateMatch) -> Attrs:
    return {**found.attrs, "cert": found.cert} if found.cert and found.cert != "high" else dict(found.attrs)
