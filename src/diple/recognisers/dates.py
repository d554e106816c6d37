"""Recognise dates in running text (TEI 3.6.4)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import DateMatch, find_dates
from diple.draft import Draft
from diple.model import Attrs
from diple.recognisers.prose import readings

_FULL = re.compile(r"\d{4}-\d\d.*|--\d\d-\d\d")
_EXACT = frozenset({"when", "from", "to", "cert"})
_COUNTED = re.compile(r"\s+[a-z]")
_IN = re.compile(r"\b(?:in|during|last|this|next) \Z", re.I)


def recognise(draft: Draft) -> None:
    """Mark up the dates that name a month with its year or day; years alone, and what is marked up already, stay.

    A day without year is given as ``--MM-DD``: which year is meant is for a reader of the whole to say.
    """
    taken = bytearray(len(draft.text))
    for span in draft.spans:
        if span.tag in {"date", "idno", "time"}:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for text, offsets in readings(draft):
        for found in find_dates(text):
            start, end = offsets[found.start], offsets[found.end - 1] + 1
            if _is_full(found.attrs) and not _counts(text, found) and start < end and taken.find(1, start, end) < 0:
                draft.span(start, end, "date", found.attrs, rank=70)
                taken[start:end] = b"\x01" * (end - start)


def _is_full(attrs: Attrs) -> bool:
    """Tell whether a date names a month with a year or day; years alone and "the end of 1960" do not."""
    return _EXACT.issuperset(attrs) and all(_FULL.fullmatch(attrs[name]) for name in attrs if name != "cert")


def _counts(text: str, found: DateMatch) -> bool:
    """Tell whether the figure after a month counts what follows it: "in May 5 divisions"."""
    is_month_first = found.precision == "day-month" and text[found.end - 1].isdigit()
    before = text[max(0, found.start - 8) : found.start]
    return is_month_first and bool(_IN.search(before)) and bool(_COUNTED.match(text, found.end))
