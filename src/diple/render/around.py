"""The pages around the documents: register, indexes, conventions, downloads, state of the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import quoteattr

from lxml import etree

from diple.findings import Finding
from diple.render.edition_info import EditionInfo
from diple.render.offsets import MAP_NAME
from diple.render.pointers import REGISTER
from diple.render.press import OUTPUTS, STATES, press
from diple.render.spool import Spool
from diple.render.workers import Mapper
from diple.xmlio import parse_made, write_made

INDEXES: Final = ("works", "chronology", "abbreviations")
PORTION: Final = 1000
"""The number of entries on one page of an index; the rest is on pages that follow it."""
_DOCUMENTS: Final = 500
"""The number of documents on one page of a list of them."""
_AT_ONCE: Final = 64
"""The number of pages whose content is in memory at a time."""


class Page(NamedTuple):
    """A page to be made: its address under the edition's, and the XML element that the stylesheet takes."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages around the documents are made from.

    ``register`` is the XML of all entries, ``copies`` its files by the names that pointers call them, ``whole`` the
    addresses of files that hold the whole edition, ``review`` the places of each document that want a person, by the
    document's id, ``books`` the kinds of books of each document.
    """

    spool: Spool
    register: str = ""
    whole: Sequence[str] = ()
    copies: Mapping[str, Path] = field(default_factory=dict)
    review: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    books: Sequence[str] = ()


def read_entries(tei_files: Sequence[Path], edition: EditionInfo) -> str:
    """Return the entries of the registers beside some documents, in the order of files, as one XML element.

    A pointer such as ``register/persons.xml#orvin`` is told from the document's own folder. Where documents of several
    folders have registers of one name, the first of them stands. Raises ``DipleError`` if a file cannot be read (I001)
    or is not XML (I020).
    """
    register = etree.Element("register")
    for name, path in register_files(tei_files).items():
        register.extend(parse_made(press().register(path, name, edition)))
    return etree.tostring(register, encoding="unicode") if len(register) else ""


def register_files(tei_files: Sequence[Path]) -> dict[str, Path]:
    """Return the files of the registers beside some documents by the name that pointers call them, in order."""
    files: dict[str, Path] = {}
    for folder in sorted({tei.parent for tei in tei_files}):
        for path in (folder / REGISTER).glob("*.xml"):
            files.setdefault(f"{REGISTER}/{path.name}", path)
    return dict(sorted(files.items()))


def by_document(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return findings by the id of the document they are about, which is its file's name."""
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        told.setdefault(Path(finding.file).stem, []).append(finding)
    return told


def write_pages(out: Path, given: Surroundings, run: Mapper, edition: EditionInfo) -> list[Path]:
    """Write the pages around the documents and the register's files, and return them.

    ``run`` maps over the pages. Raises ``DipleError`` if the folder cannot be written (I002) or a stylesheet fails
    (I040).
    """
    written: list[str] = []
    pages = _pages(given)
    while some := list(islice(pages, _AT_ONCE)):
        written += run(partial(_write_page, out=out, edition=edition), some)
    for name, copy in given.copies.items():
        write_made(out / name, copy.read_bytes())
        written.append(name)
    return [out / path for path in written]


def _write_page(page: Page, out: Path, edition: EditionInfo) -> str:
    """Write a page and return its address."""
    write_made(out / page.path, press().around(page.content, page.path, edition))
    return page.path


def _pages(given: Surroundings) -> Iterator[Page]:
    entries = sorted(_entries(given.register), key=lambda entry: (entry.get("kind", ""), entry.get("sort", "")))
    for kind, alike in groupby(entries, key=lambda entry: entry.get("kind", "")):
        yield from _register_pages(kind, list(alike), given.spool)
    for index in INDEXES:
        yield from _portions(index, index, given.spool, f"{index}.html")
    yield _conventions(given.spool)
    yield _page("about", [_totals(given.spool), *given.spool.tallies("credits")])
    yield from _document_lists(
        "downloads", given, [*_forms(given.books), *(_element("whole", href=href) for href in given.whole)]
    )
    yield from _document_lists("status", given, [])
    yield _page("404", [])


def _entries(register: str) -> list[etree._Element]:
    return list(parse_made(register)) if register else []


def _register_pages(kind: str, entries: Sequence[etree._Element], spool: Spool) -> Iterator[Page]:
    """Yield the list of one kind of entries, and for each entry its page or pages."""
    for entry in entries:
        mentions, documents = spool.counts(str(entry.get("ref")))
        entry.set("mentions", str(mentions))
        entry.set("documents", str(documents))
    yield _page(kind, (_text(entry, variants=False) for entry in entries))
    for before, entry, after in zip([None, *entries], entries, [*entries[1:], None], strict=False):
        head = [_text(entry), *_beside("previous", before), *_beside("next", after)]
        yield from _portions("entry", str(entry.get("ref")), spool, str(entry.get("file")), head)


def _beside(name: str, entry: etree._Element | None) -> list[str]:
    if entry is None:
        return []
    return [_element(name, href=str(entry.get("href")), name=str(entry.get("name")))]


def _portions(name: str, index: str, spool: Spool, path: str, head: Sequence[str] = ()) -> Iterator[Page]:
    """Yield the pages of an index; the pages after the first have ``~2``, ``~3`` … in their names."""
    last = spool.count_pages(index, PORTION)
    for number, rows in enumerate(spool.pages(index, PORTION), start=1):
        content = [*head, *spool.summaries_of(row.document for row in rows), *(row.xml for row in rows)]
        yield _page(name, content, _numbered(path, number), number=str(number), last=str(last), first=path)


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path.removesuffix('.html')}~{number}.html"


def _conventions(spool: Spool) -> Page:
    tallies = [*spool.tallies("usage"), *spool.tallies("declarations")]
    named = {name for tally in tallies for name in parse_made(tally).get("in", "").split("/")}
    return _page("conventions", [*tallies, *spool.summaries_of(named - {""}), _totals(spool)])


def _totals(spool: Spool) -> str:
    """Return the number of documents and words, and the first and last of their dates."""
    words, dates, documents = 0, [""], 0
    for summary in spool.summaries():
        element = parse_made(summary)
        documents += 1
        words += int(element.get("words", "0"))
        dates.append(element.get("sort-date", ""))
    known = [date for date in dates if date[:4].isdigit()]
    bounds = {"first": min(known, default=""), "last": max(known, default="")}
    return _element("totals", documents=str(documents), words=str(words), **bounds)


def _forms(books: Iterable[str]) -> Iterator[str]:
    """Yield the files of a document that are there to be taken away: how their names end."""
    yield _element("form", suffix="xml")
    for output in OUTPUTS:
        if output.name.startswith("{id}."):
            yield _element("form", suffix=output.name.removeprefix("{id}."))
    for kind in books:
        yield _element("form", suffix=kind)
    for policy in STATES:
        yield _element("form", suffix=MAP_NAME.format(id="", policy=policy).removeprefix("."))


def _document_lists(name: str, given: Surroundings, head: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of a list of all documents, each with the places in it that want a person."""
    last = max(1, -(-given.spool.count_documents() // _DOCUMENTS))
    summaries = given.spool.summaries()
    for number in range(1, last + 1):
        documents = [_with_review(summary, given.review) for summary in islice(summaries, _DOCUMENTS)]
        path = _numbered(f"{name}.html", number)
        states = [*given.spool.states()]
        yield _page(name, [*head, *states, *documents], path, number=str(number), last=str(last), first=f"{name}.html")


def _with_review(summary: str, review: Mapping[str, Sequence[Finding]]) -> str:
    document = parse_made(summary)
    for finding in review.get(document.get("id", ""), ()):
        told = {"code": finding.code, "level": finding.level, "line": str(finding.line)}
        place = finding.xpath.partition("/")[0] if finding.xpath.startswith("#") else ""
        words = {"message": finding.message, "suggestion": finding.suggestion, "place": place}
        etree.SubElement(document, "review", {**told, **words})
    return etree.tostring(document, encoding="unicode")


def _page(name: str, content: Iterable[str], path: str = "", **attributes: str) -> Page:
    """Return a page whose element has the given children; ``number`` of ``last`` portions, the first at ``first``."""
    path = path or f"{name}.html"
    stated = {"number": "1", "last": "1", "first": path, **attributes}
    opening = _element("around", page=name, up="../" * path.count("/"), **stated).removesuffix("/>")
    return Page(path, f"{opening}>{''.join(content)}</around>")


def _element(tag: str, /, **attributes: str) -> str:
    """Return an empty element as text."""
    return f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}/>"


def _text(entry: etree._Element, *, variants: bool = True) -> str:
    if not variants:
        return _element("entry", **{str(key): str(value) for key, value in entry.attrib.items()})
    return etree.tostring(entry, encoding="unicode", with_tail=False)
