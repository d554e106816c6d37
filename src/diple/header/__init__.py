"""The TEI header of a document, from the facts told of it (TEI chapter 2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from diple.draft import Draft
from diple.edition import Edition
from diple.header.description import encoding_description
from diple.header.elements import Facts, make
from diple.header.file import publication, title_statement, unplaced
from diple.header.profile import profile
from diple.header.source import source_description
from diple.model import Fact

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class HeaderResult(NamedTuple):
    """A ``teiHeader``, and for each fact that stands only there the element that has its words."""

    element: etree._Element
    places: list[tuple[Fact, etree._Element]]


def build_header(draft: Draft, *, doc_id: str, language: str, edition: Edition | None = None) -> HeaderResult:
    """Return the header of a document whose text is in a ``language`` (BCP 47).

    ``doc_id`` stands in for a title where the document has none. Publisher and licence come from the edition,
    everything else from the draft; nothing comes from a clock. Call it when all recognisers are done, since the
    agents that ``@resp`` points to are declared here.
    """
    facts = Facts(draft, doc_id)
    statement = title_statement(facts)
    published = publication(facts, edition)
    source = source_description(facts)
    described = profile(facts, language)
    encoding = encoding_description(facts)
    notes = unplaced(facts)
    header = make(
        "teiHeader",
        make("fileDesc", statement, published, notes, source),
        encoding,
        described,
        _revision(facts, edition),
    )
    return HeaderResult(header, facts.places)


def _revision(facts: Facts, edition: Edition | None) -> etree._Element:
    """Return the state of the work; its date is the edition's, else that of the copy it was made from, else none."""
    uploaded = facts.first("uploaded")
    dates = (edition.date if edition else "", uploaded.attrs.get("when", "") if uploaded else "")
    when = next((date for date in dates if _ISO_DATE.fullmatch(date)), "")
    change = make("change", "Encoded from the transcript.", attrs={"when": when} if when else {})
    return make("revisionDesc", change, attrs={"status": "encoded"})


__all__ = ["HeaderResult", "build_header"]
