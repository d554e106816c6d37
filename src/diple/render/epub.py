"""Books for readers (EPUB 3.3; the container is OCF 3.3): one of each document, one of the whole edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from lxml import etree

from diple.render.archive import dated_entry, day_of
from diple.render.edition_info import EditionInfo
from diple.render.house import own_style
from diple.render.press import press
from diple.resources import resource
from diple.xmlio import open_atomically, parse_made

EPUB: Final = "{id}.epub"
_ROOM: Final = "EPUB"
_CONTAINER: Final = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_BOUND: Final = {"package.opf": "package", "nav.xhtml": "nav", "title.xhtml": "title"}
"""The files that bind the chapters, and the part of ``epub-package.xsl`` that makes each."""


def write_document_epub(path: Path, document_id: str, chapter: bytes, contents: str, edition: EditionInfo) -> None:
    """Write the book of one document, whose chapter and contents ``epub.xsl`` has made.

    Raises ``DipleError`` if the file cannot be written (I002) or a stylesheet fails (I040).
    """
    book = _book([contents], f"documents/{document_id}/", edition)
    _write(path, book, [(chapter_file(document_id), chapter)], edition)


def write_edition_epub(path: Path, documents: Iterable[Path], contents: Iterable[str], edition: EditionInfo) -> None:
    """Write the book of the edition from those of its documents, in their order; ``contents`` are their contents.

    Raises what ``write_document_epub`` raises.
    """
    book = _book(contents, "", edition)
    book.set("whole", "yes")
    _write(path, book, (_chapter_of(document) for document in documents), edition)


def chapter_file(document_id: str) -> str:
    """Return the name of a chapter's file: the id, its spaces and signs, which trouble some readers, as numbers."""
    return re.sub(r"[^\w.-]", lambda sign: f"_{ord(sign[0]):x}_", document_id) + ".xhtml"


def _chapter_of(document: Path) -> tuple[str, bytes]:
    name = chapter_file(document.stem)
    with ZipFile(document) as pack:
        return name, pack.read(f"{_ROOM}/{name}")


def _book(contents: Iterable[str], path: str, edition: EditionInfo) -> etree._Element:
    """Return what ``epub-package.xsl`` takes; the identifier is the address under the edition's, else made of it."""
    year, month, day = day_of(edition.date)
    name = f"{edition.base_url}{path}" if edition.base_url else uuid5(NAMESPACE_URL, f"{edition.title}/{path}").urn
    book = etree.Element("book", identifier=name, modified=f"{year:04}-{month:02}-{day:02}T00:00:00Z")
    for chapter in map(parse_made, map(str.encode, contents)):
        chapter.set("file", chapter_file(chapter.get("id", "")))
        book.append(chapter)
    return book


def _write(path: Path, book: etree._Element, chapters: Iterable[tuple[str, bytes]], edition: EditionInfo) -> None:
    """Write a book as one file: its media type first and bare, so that it is known by its first bytes."""
    told = etree.tostring(book, encoding="unicode")
    with open_atomically(path, lasting=False) as stream, ZipFile(stream, "w") as pack:
        pack.writestr(dated_entry("mimetype", edition.date), b"application/epub+zip", ZIP_STORED)
        _add(pack, "META-INF/container.xml", _CONTAINER, edition)
        for name, part in _BOUND.items():
            _add(pack, f"{_ROOM}/{name}", press().bind(told, part, edition), edition)
        _add(pack, f"{_ROOM}/book.css", _style(edition), edition)
        for name, chapter in chapters:
            _add(pack, f"{_ROOM}/{name}", chapter, edition)


def _style(edition: EditionInfo) -> bytes:
    """Return the book's style sheet, and the edition's own after it unless that names files, which no book has."""
    own = own_style(edition.house)
    names_files = re.search(r"url\(|@import|image-set\(", own, re.IGNORECASE)
    return resource("xslt", "assets", "book.css").read_bytes() + ("" if names_files else own).encode()


def _add(pack: ZipFile, name: str, content: bytes, edition: EditionInfo) -> None:
    pack.writestr(dated_entry(name, edition.date), content, ZIP_DEFLATED)
