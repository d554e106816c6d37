"""The worklist of one document: what the encoder doubted, what the TEI calls uncertain, what contradicts itself."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from diple.account import path_of
from diple.findings import Finding
from diple.ledger import Ledger
from diple.merge.record import conflict_findings
from diple.origin import lines_by_id
from diple.review.chronology import citations_after_the_document, contradicting_dates, dates_after_the_document
from diple.review.doubts import broken_page_sequence, marks_without_words, notes_without_mark, uncertain_places
from diple.review.misprints import suspected_misprints
from diple.review.places import Place, home_of
from diple.review.sequences import broken_numbers, lone_quotation_marks
from diple.review.settled import Settled
from diple.review.spellings import names_in_two_spellings
from diple.source import Source, read_source
from diple.xmlio import XML_ID, parse_file, tei

_CHECKS = (
    marks_without_words,
    uncertain_places,
    contradicting_dates,
    dates_after_the_document,
    notes_without_mark,
    citations_after_the_document,
    broken_page_sequence,
    broken_numbers,
    lone_quotation_marks,
    names_in_two_spellings,
    suspected_misprints,
)


def review_file(tei: Path, source: Path | None = None) -> list[Finding]:
    """Return the places of a TEI file that want a person, in the order of the file.

    The ledger beside it (``<id>.ledger.json``), if there is one, tells what the encoder doubted, the record of merges
    what a new encoding has and the file has not; with ``source``, the
    transcript, each place has its line there. Raises ``DipleError`` if the TEI cannot be read.
    """
    root = parse_file(tei).getroot()
    path = tei.with_name(f"{tei.stem}.ledger.json")
    ledger = Ledger.from_json(path.read_bytes(), str(path)) if path.is_file() else None
    transcript = read_source(source) if source and source.is_file() else None
    found = review(root, str(tei), ledger, transcript, str(source) if source else "")
    return sorted([*conflict_findings(tei), *found], key=lambda finding: finding.line)


def review(
    root: etree._Element, name: str, ledger: Ledger | None = None, source: Source | None = None, source_name: str = ""
) -> list[Finding]:
    """Return the places of a TEI tree that want a person; see ``review_file``."""
    source_name = source_name or (ledger.source_name if ledger else "")
    lines = lines_by_id(ledger, source) if ledger and source else {}
    settled = Settled(root)
    doubted = _from_ledger(root, name, ledger, source_name, settled)
    known = {(finding.xpath, finding.code) for finding in doubted}
    covered = {finding.xpath for finding in doubted}
    found = list(doubted)
    for place in _places(root):
        home = home_of(place.element)
        repeats = place.code in {"D501", "D502", "D503"} and (home in covered or _holds_any(place.element, covered))
        if repeats or ((home, place.code) in known and place.code != "D505") or settled(place.element):
            continue
        found.append(_finding(place, name, source_name, lines.get(home.removeprefix("#"), 0)))
    return sorted(found, key=lambda finding: (finding.line, finding.code, finding.message))


def _places(root: etree._Element) -> list[Place]:
    marked = set()
    found = []
    for check in _CHECKS:
        for place in check(root):
            if place.code == "D501" and id(place.element) in marked:
                continue
            marked.add(id(place.element))
            found.append(place)
    return found


def _holds_any(element: etree._Element, homes: set[str]) -> bool:
    """Tell whether a place that the encoder doubted stands inside an element."""
    return any(
        f"#{inner.get(XML_ID)}" in homes for inner in element.iterdescendants(etree.Element) if inner.get(XML_ID)
    )


def _from_ledger(
    root: etree._Element, name: str, ledger: Ledger | None, source: str, settled: Settled
) -> list[Finding]:
    """Return the encoder's doubts whose place still exists in the TEI and that nobody has settled."""
    by_id = {element.get(XML_ID): element for element in root.iter(etree.Element) if element.get(XML_ID)}
    found = []
    for item in ledger.reviews if ledger else ():
        home = item.to.split("/")[0]
        element = by_id.get(home.removeprefix("#")) if home.startswith("#") else root
        if element is not None and not settled(_inside(element, item.to)):
            line = int(getattr(element, "sourceline", None) or 0)
            found.append(
                Finding(item.code, "advice", name, line, 0, item.message, home, item.suggestion, source, item.line)
            )
    return found


def _inside(home: etree._Element, path: str) -> etree._Element:
    """Return the element that a path (``#p1/add[2]``) leads to from the element of its id; that one if it is gone."""
    for name, number in re.findall(r"/(\w+)\[(\d+)\]", path):
        children = home.findall(tei(name))
        if len(children) < int(number):
            return home
        home = children[int(number) - 1]
    return home


def _finding(place: Place, name: str, source: str, source_line: int) -> Finding:
    line = int(getattr(place.element, "sourceline", None) or 0)
    xpath = path_of(place.element)
    return Finding(
        place.code,
        "advice",
        name,
        line,
        0,
        place.message,
        xpath,
        place.suggestion,
        source if source_line else "",
        source_line,
    )
