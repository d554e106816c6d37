"""The documents of an edition as books, for paper (PDF) and for readers (EPUB)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from diple.render.archive import archive_name
from diple.render.edition_info import EditionInfo
from diple.render.epub import EPUB, write_document_epub, write_edition_epub
from diple.render.house import own_style
from diple.render.press import Output, press
from diple.render.print import PDF, why_no_pdf, write_pdf
from diple.render.workers import Mapper

BOOKS: Final = (PDF, EPUB)
"""The names of a document's books of all kinds."""

_CHAPTER: Final = Output("chapter", "epub.xsl", {"part": "chapter"})
_CONTENTS: Final = Output("contents", "epub.xsl", {"part": "contents"})
_PAGE: Final = Output("page", "print.xsl", {})


class MadeBooks(NamedTuple):
    """The books of one document, and what the contents of the edition's book tell of it: an XML element."""

    files: tuple[Path, ...]
    contents: str


def with_books(edition: EditionInfo, *, pdf: bool) -> EditionInfo:
    """Return the edition with its books: EPUB, and PDF if it is wanted and this machine can make it."""
    return replace(edition, books="pdf epub" if pdf and not why_no_pdf() else "epub")


def whole_book(edition: EditionInfo) -> str:
    """Return the name of the book of the whole edition."""
    return Path(archive_name(edition)).with_suffix(".epub").name


def begin_books(out: Path, documents: Sequence[Path], run: Mapper, edition: EditionInfo) -> Iterator[MadeBooks]:
    """Let ``run`` write the books of each TEI file to ``out``; PDF of an earlier run goes where there is to be none.

    ``edition.books`` says which kinds there are to be. The iterator, which ``write_books`` takes, raises ``DipleError``
    if ``out`` cannot be written (I002), and what ``Press.document`` does.
    """
    return run(partial(_write_document_books, out=out, edition=edition), documents)


def write_books(out: Path, documents: Sequence[Path], begun: Iterable[MadeBooks], edition: EditionInfo) -> list[Path]:
    """Write the book of the whole edition to ``out`` when those of its documents are made; return all of them.

    ``documents`` are the TEI files in their order. Raises ``DipleError`` if ``out`` cannot be written (I002), and what
    ``begun`` does.
    """
    made = list(begun)
    whole = out / "downloads" / whole_book(edition)
    books = [out / "documents" / tei.stem / EPUB.format(id=tei.stem) for tei in documents]
    files = [file for one in made for file in one.files]
    if books:
        write_edition_epub(whole, books, [one.contents for one in made], edition)
        files.append(whole)
    return files


def _write_document_books(tei: Path, out: Path, edition: EditionInfo) -> MadeBooks:
    with_pdf = "pdf" in edition.books.split()
    outputs = [_CHAPTER, _CONTENTS, *([_PAGE] if with_pdf else [])]
    parts = press().document(tei, tei.stem, edition, outputs=outputs)
    folder, contents = out / "documents" / tei.stem, parts[_CONTENTS.name].decode()
    pdf, epub = (folder / name.format(id=tei.stem) for name in BOOKS)
    write_document_epub(epub, tei.stem, parts[_CHAPTER.name], contents, edition)
    if not with_pdf:
        pdf.unlink(missing_ok=True)
        return MadeBooks((epub,), contents)
    write_pdf(pdf, parts[_PAGE.name].decode(), own_style(edition.house))
    return MadeBooks((pdf, epub), contents)
