"""From the parts of an ODT file to the pieces of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.findings import bad_input
from diple.formats.archive import Archive, safe_xml
from diple.formats.labelled import is_labelled, labelled
from diple.formats.markup import child, get, local
from diple.formats.merging import flat, is_page_number, merged
from diple.formats.odt.changes import changes_in
from diple.formats.odt.inline import Inline
from diple.formats.odt.styles import Styles, item_number, items
from diple.formats.pieces import Cell, Paragraph, Part, Piece, Run, Table, Taken

_AROUND = frozenset({"section", "index-body", "index-title", "table-of-content", "illustration-index", "table-index",
                     "object-index", "user-index", "alphabetical-index", "bibliography", "page-sequence",
                     "numbered-paragraph"})  # fmt: skip
_REPEATED = 100
"""The most often a row or cell is believed to be repeated."""


def read_odt(data: bytes, name: str) -> Taken:
    """Return what an ODT file, or the flat form of one (FODT), holds; ``name`` is what messages call it.

    Raises ``DipleError`` for a damaged file (I102) and for one that is not safe to read (I103).
    """
    if data.startswith(b"PK"):
        archive = Archive(data, name)
        content = archive.xml("content.xml")
        styles = archive.xml("styles.xml") if "styles.xml" in archive else None
    else:
        content = safe_xml(data, name)
        styles = None
    text = child(content, "body", "text")
    if text is None:
        raise bad_input("I102", name, "this file holds no text of a word processor", "save it as ODT or DOCX")
    return _Reader(content, styles, text).read()


class _Place(NamedTuple):
    """Where a list stands: its style, and how many items each list around it and itself has had."""

    style: str
    counts: tuple[int, ...]


class _Reader:
    """Reads one file; use once."""

    def __init__(self, content: etree._Element, styles: etree._Element | None, text: etree._Element) -> None:
        self._roots = [root for root in (styles, content) if root is not None]
        self._text = text
        self._missed: Counter[str] = Counter()
        self._styles = Styles(*self._roots)
        self._inline = Inline(self._styles, changes_in(text), self._paragraphs, self._missed)
        self._last_counts: dict[str, tuple[int, ...]] = {}

    def read(self) -> Taken:
        body = list(self._blocks(self._text))
        return Taken([*self._margins("header"), *body, *self._margins("footer")], self._missed)

    def _paragraphs(self, holder: etree._Element) -> list[Paragraph]:
        return list(flat(self._blocks(holder)))

    def _blocks(self, holder: etree._Element, part: Part = "text") -> Iterator[Piece]:
        for element in holder:
            match local(element):
                case "p" | "h" as name:
                    yield from self._paragraph(element, part, is_heading=name == "h" and part == "text")
                case "list":
                    yield from self._list(element, _Place("", ()), part)
                case "table":
                    yield from self._table(element)
                case "change-start" | "change-end" | "change" as name:
                    yield from self._change_between(element, name)
                case "frame" | "custom-shape":
                    yield from self._box(element)
                case name if name in _AROUND:
                    yield from self._blocks(element, part)

    def _change_between(self, element: etree._Element, name: str) -> Iterator[Paragraph]:
        runs = list(self._inline.change(name, self._inline.changes.get(get(element, "change-id")), ()))
        if any(run.text.strip() for run in runs):
            yield Paragraph(merged(runs))

    def _box(self, element: etree._Element) -> Iterator[Paragraph]:
        self._inline.take_box(element, local(element))
        yield from self._waiting_boxes()

    def _waiting_boxes(self) -> Iterator[Paragraph]:
        boxes, self._inline.boxes[:] = list(self._inline.boxes), []
        for box in boxes:
            yield from self._paragraphs(box)

    def _paragraph(
        self, element: etree._Element, part: Part, *, is_heading: bool = False, marker: str = ""
    ) -> Iterator[Paragraph]:
        style = get(element, "style-name")
        runs = merged(self._inline.runs(element))
        runs = [Run(marker), *runs] if marker and any(run.text.strip() for run in runs) else runs
        level = get(element, "outline-level", "1") if is_heading else ""
        yield Paragraph(runs, "heading" if is_heading else part, level, self._styles.breaks_page(style))
        yield from self._waiting_boxes()
        if self._styles.ends_page(style):
            yield Paragraph([Run("\f")])

    # ---- lists and tables

    def _list(self, element: etree._Element, around: _Place, part: Part) -> Iterator[Piece]:
        style = get(element, "style-name") or around.style
        count = self._last_counts.get(style, (0,))[-1] if get(element, "continue-numbering") == "true" else 0
        for item in items(element):
            start = item_number(item)
            count = start - 1 if start is not None else count
            place = _Place(style, (*around.counts, count))
            is_first = True
            for piece in self._item(item, place, part):
                yield piece
                is_first = False
            count += local(item) == "list-item" and not is_first
        self._last_counts[style] = (count,)

    def _item(self, item: etree._Element, place: _Place, part: Part) -> Iterator[Piece]:
        is_marked = local(item) == "list-header"
        for element in item:
            name = local(element)
            if name == "list":
                yield from self._list(element, place, part)
            elif name in {"p", "h"}:
                style = place.style or self._styles.list_style(get(element, "style-name"))
                marker = "" if is_marked else self._styles.marker(style, len(place.counts), list(place.counts))
                is_marked = True
                yield from self._paragraph(element, part, is_heading=name == "h", marker=marker)

    def _table(self, element: etree._Element) -> Iterator[Piece]:
        rows = [row for row in self._rows(element) if row]
        if max((len(row) for row in rows), default=0) < 2:
            yield from (paragraph for row in rows for cell in row for paragraph in cell.paragraphs)
        elif is_labelled(table := Table(rows)):
            yield from labelled(table)
        else:
            yield table

    def _rows(self, element: etree._Element) -> Iterator[list[Cell]]:
        for row in element:
            name = local(row)
            if name in {"table-header-rows", "table-rows", "table-row-group"}:
                yield from self._rows(row)
            elif name == "table-row":
                yield [cell for one in row if local(one) == "table-cell" for cell in self._cells(one)]

    def _cells(self, element: etree._Element) -> list[Cell]:
        cell = Cell(self._paragraphs(element), _number(element, "number-columns-spanned"))
        return [cell] * _number(element, "number-columns-repeated")

    # ---- headers and footers

    def _margins(self, kind: Part) -> Iterator[Paragraph]:
        """Yield the paragraphs of headers or footers, each wording once; bare page numbers of the file are counted."""
        seen: set[str] = set()
        names = {kind, f"{kind}-left", f"{kind}-first"}
        elements = [one for root in self._roots for page in root.iter(etree.Element) if local(page) == "master-page"
                    for one in page if local(one) in names]  # fmt: skip
        for paragraph in (one for element in elements for one in flat(self._blocks(element, kind))):
            words = " ".join(paragraph.text.split())
            if words and is_page_number(words):
                self._missed["page numbers of the file itself"] += 1
            elif words and words not in seen:
                seen.add(words)
                yield paragraph


def _number(element: etree._Element, name: str) -> int:
    found = get(element, name, "1")
    return min(max(int(found), 1), _REPEATED) if found.isdigit() else 1
