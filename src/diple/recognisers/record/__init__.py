"""Recognise an archive's record around a document: page furniture, metadata before and behind it, the summary.

A document without any record is left as it is. What is recognised leaves the text: each character becomes a fact for
the header, a consumed label or declared furniture (TEI chapter 2).
"""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.record.abovecredit import tell_title_above_credit
from diple.recognisers.record.address import tell_address_above
from diple.recognisers.record.catalogued import tell_catalogued
from diple.recognisers.record.chrome import drop_chrome
from diple.recognisers.record.cover import tell_cover
from diple.recognisers.record.editorial import tell_editorial
from diple.recognisers.record.foot import tell_credits_above, tell_foot
from diple.recognisers.record.furniture import (
    drop_buttons,
    drop_page_foot,
    drop_repeated_title,
    drop_site_name,
    drop_turning,
)
from diple.recognisers.record.head import tell_front_matter, tell_page_head
from diple.recognisers.record.loose import tell_loose_source
from diple.recognisers.record.markdown_head import tell_markdown_head
from diple.recognisers.record.panel import tell_panel
from diple.recognisers.record.printed import tell_printed_head
from diple.recognisers.record.runs import tell_label_run, tell_stacked_run
from diple.recognisers.record.statements import tell_statements
from diple.recognisers.record.summary import tell_summary
from diple.recognisers.record.tail import find_information, tell_information

_TRANSLATOR = re.compile(r"\b(?:translator|trans\.)(?:[’']s)? (?:note|comment)", re.I)
_TRANSCRIBER = re.compile(r"\btranscriber(?:[’']s)? (?:note|comment)", re.I)


def recognise(draft: Draft) -> None:
    """Take the record out of the text, and say whose the brackets without a label are."""
    if draft.text.strip():
        _tell_record(draft)
    draft.bracket_agent = _bracket_agent(draft)


def _tell_record(draft: Draft) -> None:
    drop_chrome(draft)
    information = find_information(draft)
    if information is not None:
        tell_information(draft, *information)
    position = tell_front_matter(draft)
    if information is not None and information[0] <= position < information[1]:
        position = information[1]
    position = tell_markdown_head(draft, position)
    drop_page_foot(draft)
    position = tell_address_above(draft, position) if information is None else position
    position = drop_site_name(draft, tell_statements(draft, position))
    position = drop_turning(draft, position)
    position = drop_repeated_title(draft, position)
    if information is None and not _has(draft, "title"):
        position = tell_panel(draft, position)
    position = tell_catalogued(draft, tell_cover(draft, position))
    position = tell_page_head(draft, position, is_record=information is not None and not _has(draft, "title"))
    position = tell_stacked_run(draft, position)
    position = tell_label_run(draft, position)
    if not _has(draft, "title"):
        position = tell_printed_head(draft, position)
    if not _has(draft, "title"):
        position = tell_label_run(draft, position, titled=True)
    position = drop_buttons(draft, position) if position else position
    if information is not None and not _tells_abstract(draft, information[0]):
        title = next((fact.value for fact in draft.facts if fact.field == "title"), "")
        tell_summary(draft, information[0], title)
    tell_editorial(draft, position)
    tell_credits_above(draft, position)
    if not _has(draft, "title"):
        tell_title_above_credit(draft, position)
    tell_foot(draft, position)
    if information is None:
        tell_loose_source(draft, position)


def _tells_abstract(draft: Draft, start: int) -> bool:
    """Tell whether the metadata from an offset on give a summary; one above the document is not the only one there."""
    return any(fact.field == "abstract" and fact.start >= start for fact in draft.facts)


def _has(draft: Draft, field: str) -> bool:
    return any(fact.field == field for fact in draft.facts)


def _bracket_agent(draft: Draft) -> str:
    """Return the role of whoever set brackets that carry no label: translator, transcriber or editor."""
    if "translator" in draft.agents.named or _TRANSLATOR.search(draft.text) or _has(draft, "is-translation"):
        return "translator"
    if "transcriber" in draft.agents.named or _TRANSCRIBER.search(draft.text):
        return "transcriber"
    return "editor"
