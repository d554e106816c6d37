"""The recognisers, in the order in which they are called; earlier claims stand."""

from __future__ import annotations

from collections.abc import Callable

from diple.draft import Draft
from diple.recognisers import (
    brackets,
    correspondents,
    dates,
    footnotes,
    frame,
    joins,
    lists,
    margin,
    markdown,
    names,
    pages,
    participants,
    quotations,
    record,
    reported,
    speech,
    stage,
)

RECOGNISERS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("markdown", markdown.recognise),
    ("record", record.recognise),
    ("pages", pages.recognise),
    ("footnotes", footnotes.recognise),
    ("joins", joins.recognise),
    ("brackets", brackets.recognise),
    ("frame", frame.recognise),
    ("participants", participants.recognise),
    ("speech", speech.recognise),
    ("stage", stage.recognise),
    ("correspondents", correspondents.recognise),
    ("lists", lists.recognise),
    ("reported", reported.recognise),
    ("margin", margin.recognise),
    ("quotations", quotations.recognise),
    ("dates", dates.recognise),
    ("names", names.recognise),
)
