"""Recognise dates in running text (TEI 3.6.4)."""

from __future__ import annotations

import re

from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Attrs
from diple.recognisers.prose import readings

_FULL = re.compile(r"\d{4}-\d\d.*")
_EXACT = frozenset({"when", "from", "to"})


def recognise(draft: Draft) -> None:
    """Mark up the dates of the text that name a month and a year; others, and those marked up already, stay."""
    taken = bytearray(len(draft.text))
    for span in draft.spans:
        if span.tag in {"date", "idno", "time"}:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for text, offsets in readings(draft):
        for found in find_dates(text):
            start, end = offsets[found.start], offsets[found.end - 1] + 1
            if _is_full(found.attrs) and start < end and taken.find(1, start, end) < 0:
                draft.span(start, end, "date", found.attrs, rank=70)
                taken[start:end] = b"\x01" * (end - start)


def _is_full(attrs: Attrs) -> bool:
    """Tell whether a date names a month and a year; years alone, days without a year and "the end of 1960" do not."""
    dates = {name: value for name, value in attrs.items() if name != "cert"}
    return bool(dates) and all(name in _EXACT and _FULL.fullmatch(value) for name, value in dates.items())
