"""What the list of documents and the indexes say of each document, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from diple.findings import DipleError, Finding
from diple.render.edition_info import EditionInfo
from diple.render.press import Neighbours, press
from diple.render.spool import Spool
from diple.xmlio import parse_made


class Survey(NamedTuple):
    """What the list of documents and the indexes say of one (XML elements), or why they cannot."""

    tei: Path
    summary: str
    entries: str
    finding: Finding | None


def survey(tei: Path, edition: EditionInfo) -> Survey:
    """Survey one TEI file; a file that cannot be read is a finding."""
    try:
        return Survey(tei, *press().survey(tei, tei.stem, edition), None)
    except DipleError as error:
        return Survey(tei, "", "", error.finding)


def keep_surveys(surveys: Iterable[Survey], spool: Spool) -> tuple[list[etree._Element], list[Finding]]:
    """Keep what the indexes need of each document; return the summaries in order, and what could not be read."""
    entries, refused = [], []
    for one in surveys:
        if one.finding:
            refused.append(one.finding)
        else:
            spool.add(one.tei.stem, one.summary, one.entries)
            entries.append(parse_made(one.summary))
    return sorted(entries, key=in_order), refused


def in_order(summary: etree._Element) -> tuple[str, str]:
    """Return what a summary is sorted by: the date, those without one or without a year last, then the id."""
    date = summary.get("sort-date") or ""
    return date if date[:4].isdigit() else f"~{date}", str(summary.get("id"))


def neighbours_of(order: Sequence[etree._Element]) -> dict[str, Neighbours]:
    """Return for each id the documents before and after it."""
    named = [("", ""), *((str(entry.get("id")), str(entry.get("title"))) for entry in order), ("", "")]
    return {
        own[0]: Neighbours(*before, *after) for before, own, after in zip(named, named[1:], named[2:], strict=False)
    }
