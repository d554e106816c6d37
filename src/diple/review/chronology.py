"""Dates that contradict each other: between dateline, docket and header, or later in the text than its document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lxml import etree

from diple.review.places import Place, text_elements, words_of
from diple.xmlio import NS, tei

_USUAL_DAYS = 31
"""How many days may lie between writing, dispatch and registration without anyone wondering."""

_PLANNED_DAYS = 366
"""How many days ahead a document may well name the day of something that is planned."""


class Dated(NamedTuple):
    """A date element with the day it gives."""

    day: date
    element: etree._Element


def contradicting_dates(root: etree._Element) -> Iterator[Place]:
    """Yield dates of datelines and dockets that are far from the document's own date (D503)."""
    own = _creation_day(root)
    framing = list(_days(element for holder in _frames(root) for element in holder.iter(tei("date"))))
    reference = own or (framing[0].day if framing else None)
    for dated in framing:
        if reference is not None and abs((dated.day - reference).days) > _USUAL_DAYS:
            message = f"“{words_of(dated.element)}” does not agree with the document's date, {reference.isoformat()}"
            yield Place(
                "D503",
                dated.element,
                message,
                "check the original; keep both, and say in a note which is right",
            )


def dates_after_the_document(root: etree._Element) -> Iterator[Place]:
    """Yield dates in the running text that are later than the document by more than a plan would explain (D504)."""
    own = _creation_day(root)
    framed = {element for holder in _frames(root) for element in holder.iter(tei("date"))}
    running = (element for element in text_elements(root, "date") if element not in framed and not _in_note(element))
    for dated in _days(running):
        if own is not None and (dated.day - own).days > _PLANNED_DAYS:
            message = f"“{words_of(dated.element)}” is later than the document ({own.isoformat()})"
            yield Place("D504", dated.element, message, "check the year against the original")


def citations_after_the_document(root: etree._Element) -> Iterator[Place]:
    """Yield dates of cited works and documents that are later than the document that cites them (D512)."""
    own = _creation_day(root)
    cited = [
        element
        for holder in text_elements(root, "bibl", "title", "ref")
        for element in holder.iter(tei("date"))
        if not _in_note(element)
    ]
    for dated in _days(iter(dict.fromkeys(cited))):
        if own is not None and dated.day > own:
            message = f"“{words_of(dated.element)}”, cited here, is later than the document ({own.isoformat()})"
            yield Place("D512", dated.element, message, "check the citation and the date of the document")


def _frames(root: etree._Element) -> list[etree._Element]:
    return list(text_elements(root, "dateline", "postscript", "closer", "stamp"))


def _in_note(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("note")), None) is not None


def _creation_day(root: etree._Element) -> date | None:
    found = root.find(".//tei:profileDesc/tei:creation/tei:date", NS)
    value = None if found is None else found.get("to") or found.get("when") or found.get("notAfter")
    return _day(value)


def _days(elements: Iterator[etree._Element]) -> Iterator[Dated]:
    for element in elements:
        day = _day(element.get("when"))
        if day is not None:
            yield Dated(day, element)


def _day(value: str | None) -> date | None:
    """Return the day of a full ISO date, or None."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None
