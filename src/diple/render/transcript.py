"""The transcript of a document as its pages show it: its lines, what became of each stretch, and where that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.findings import DipleError
from diple.ledger import Entry, Ledger, digest
from diple.origin import lines_by_id
from diple.source import Source, read_source
from diple.xmlio import XML_ID, parse_file

PAGE: Final = "source.html"
"""The name of the page, beside the document's own."""

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Transcript(NamedTuple):
    """A transcript for the stylesheets.

    ``page`` is an XML element with the lines, ``lines`` the first line (from 1) of each element of the TEI that has
    words from it, by ``xml:id``; empty where no ledger tells.
    """

    page: str
    lines: Mapping[str, int]


def transcript_of(tei: Path, source: Path | None) -> Transcript | None:
    """Return the transcript that a TEI file was made from, or ``None`` if there is none that can be read.

    The ledger beside the TEI (``<id>.ledger.json``) tells what became of the characters. One that is not there, cannot
    be read or is of another state of the transcript tells nothing: the lines then stand alone.
    """
    if source is None or not source.is_file():
        return None
    try:
        transcript = read_source(source)
    except DipleError:
        return None
    ledger = _ledger_of(tei, transcript)
    lines = _lines_in(tei, lines_by_id(ledger, transcript)) if ledger else {}
    return Transcript(_page(transcript, ledger.entries if ledger else (), lines), lines)


def _ledger_of(tei: Path, source: Source) -> Ledger | None:
    path = tei.with_name(f"{tei.stem}.ledger.json")
    try:
        ledger = Ledger.from_json(path.read_bytes(), str(path))
    except (OSError, DipleError):
        return None
    return ledger if ledger.source_digest == digest(source.text) else None


def _lines_in(tei: Path, lines: Mapping[str, int]) -> dict[str, int]:
    """Return the lines of those elements that are still in the text: a person may have taken some out."""
    here = {element.get(XML_ID) for text in parse_file(tei).iter("{*}text") for element in text.iter("*")}
    return {xml_id: line for xml_id, line in lines.items() if xml_id in here}


def _page(source: Source, entries: Sequence[Entry], lines: Mapping[str, int]) -> str:
    """Return the lines as one XML element: in each its stretches, and the ids of what begins in it."""
    page = etree.Element("source", name=source.name, told="yes" if entries else "no")
    begins: dict[int, list[str]] = {}
    for xml_id, number in lines.items():
        begins.setdefault(number, []).append(xml_id)
    whole = entries or (Entry(0, len(source.text), "text"),)
    for number, stretches in enumerate(_by_line(source, whole), start=1):
        line = etree.SubElement(page, "line", n=str(number), begins=" ".join(begins.get(number, ())))
        for entry, text in stretches:
            stretch = etree.SubElement(line, "s", was=entry.disposition, by=_legal(entry.by))
            stretch.text = _legal(text)
    return etree.tostring(page, encoding="unicode")


def _by_line(source: Source, entries: Sequence[Entry]) -> Iterator[list[tuple[Entry, str]]]:
    """Yield for each line of the source its stretches, each with its entry; line ends aside."""
    following = iter(entries)
    entry = next(following, None)
    for number, start in enumerate(source.line_starts, start=1):
        text = source.line_text(number)
        end = start + len(text)
        stretches = []
        while entry is not None and entry.start < end:
            begin, stop = max(entry.start, start), min(entry.end, end)
            if begin < stop:
                stretches.append((entry, source.text[begin:stop]))
            if entry.end > end:
                break
            entry = next(following, None)
        yield stretches


def _legal(text: str) -> str:
    """Return text with a sign in place of each character that XML cannot hold: a picture of a control character."""
    return _ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)
