"""The recognisers, in the order in which they are called; earlier claims stand."""

from __future__ import annotations

from collections.abc import Callable

from diple.draft import Draft
from diple.recognisers import (
    brackets,
    contents,
    correspondents,
    dates,
    footnotes,
    formatting,
    frame,
    house,
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
    tables,
)
from diple.recognisers.brackets import leftovers
from diple.recognisers.frame.between import close_heads
from diple.recognisers.frame.likely.sweep import recognise_likely

RECOGNISERS: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("formatting", formatting.recognise),
    ("house", house.recognise_key),
    ("markdown", markdown.recognise),
    ("record", record.recognise),
    ("contents", contents.recognise),
    ("tables", tables.recognise),
    ("house", house.recognise),
    ("pages", pages.recognise),
    ("footnotes", footnotes.recognise),
    ("house", house.keep_brackets_of_notes),
    ("house", house.claim_remarks),
    ("joins", joins.recognise),
    ("brackets", brackets.recognise),
    ("participants", participants.divide_at_lists),
    ("participants", participants.take_proved),
    ("frame", frame.recognise),
    ("participants", participants.recognise),
    ("house", house.recognise_labels),
    ("speech", speech.recognise),
    ("stage", stage.recognise),
    ("correspondents", correspondents.recognise),
    ("lists", lists.recognise),
    ("frame", close_heads),
    ("frame", recognise_likely),
    ("reported", reported.recognise),
    ("margin", margin.recognise),
    ("quotations", quotations.recognise),
    ("dates", dates.recognise),
    ("names", names.recognise),
    ("leftovers", leftovers.recognise),
    ("formatting", formatting.recognise_metadata),
)
