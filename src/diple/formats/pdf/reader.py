"""From the pages of a PDF file to the pieces of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from diple.findings import bad_input
from diple.formats.labelled import is_labelled, labelled
from diple.formats.pdf.lines import Line, lines_of
from diple.formats.pdf.margins import Margin, margins, raised_labels
from diple.formats.pdf.paragraphs import Measure, measure, paragraphs
from diple.formats.pdf.tables import tables_in
from diple.formats.pieces import Paragraph, Piece, Taken


def read_pdf(data: bytes, name: str) -> Taken:
    """Return the text of a PDF file, page by page; ``name`` is what messages call it.

    Raises ``DipleError`` for a damaged or locked file (I102) and for one without a text layer (I105).
    """
    pages = list(_pages(data, name))
    missed: Counter[str] = Counter()
    missed["pages without text"] = sum(not page for page in pages)
    if not any(pages):
        message = "this PDF has no text layer: its pages are pictures"
        raise bad_input("I105", name, message, "have the text recognised (OCR), proof-read it and save it as text")
    found = margins(pages)
    text = [[line for line in page if line not in found] for page in pages]
    usual = measure(text if any(text) else pages)
    taken = Taken([], +missed)
    for number, page in enumerate(pages):
        taken.pieces += _page(page, found, usual, is_first=number == 0)
    return taken


def _page(page: list[Line], found: dict[Line, Margin], usual: Measure, *, is_first: bool) -> Iterator[Piece]:
    """Yield the paragraphs of a page, in its order: what stands at its top, its text, what stands at its foot."""
    if not is_first:
        yield Paragraph(page_before=True)
    apart = [(line, found[line]) for line in page if line in found]
    apart.sort(key=lambda one: -one[0].bottom)
    yield from (_margin(line, margin) for line, margin in apart if margin.is_top)
    yield from _text([line for line in page if line not in found], usual, raised_labels(page))
    yield from (_margin(line, margin) for line, margin in apart if not margin.is_top)


def _text(lines: list[Line], usual: Measure, labels: frozenset[str]) -> Iterator[Piece]:
    """Yield the paragraphs and tables of a page."""
    done = 0
    for first, last, table in tables_in(lines):
        yield from paragraphs(lines[done:first], usual, labels)
        yield from labelled(table) if is_labelled(table) else [table]
        done = last
    yield from paragraphs(lines[done:], usual, labels)


def _margin(line: Line, margin: Margin) -> Paragraph:
    return Paragraph([run._replace(looks=()) for run in line.runs], margin.part, margin.number)


def _pages(data: bytes, name: str) -> Iterator[list[Line]]:
    """Yield the lines of each page."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        what = "locked with a password" if "password" in str(error).lower() else f"damaged: {error}"
        raise bad_input("I102", name, f"the file is {what}", "save it again, without a password") from error
    try:
        for number in range(len(document)):
            yield _lines(document, number, name)
    finally:
        document.close()


def _lines(document: pdfium.PdfDocument, number: int, name: str) -> list[Line]:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pdfium.PdfiumError as error:
        message = f"the file is damaged: its page {number + 1} cannot be read ({error})"
        raise bad_input("I102", name, message, "open it in another program, and save it again") from error
    try:
        return lines_of(text_page)
    finally:
        text_page.close()
        page.close()
