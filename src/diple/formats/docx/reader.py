"""From the parts of a DOCX file to the pieces of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from diple.formats.archive import Archive
from diple.formats.counting import roman
from diple.formats.docx.inline import Inline
from diple.formats.docx.lists import Numbering
from diple.formats.docx.package import Package
from diple.formats.docx.styles import Styles
from diple.formats.labelled import is_labelled, labelled
from diple.formats.markup import child, children, get, is_on, local
from diple.formats.merging import flat, is_page_number, merged
from diple.formats.pieces import Cell, Look, Note, Paragraph, Part, Piece, Run, Table, Taken

_NOTES = ("footnote", "endnote", "comment")
_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"})
_TAKEN_BACK = frozenset({"del", "moveFrom"})
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, name: str) -> Taken:
    """Return what a DOCX file holds; ``name`` is what messages call it.

    Raises ``DipleError`` for a damaged file (I102) and for one that is not safe to read (I103).
    """
    return _Reader(Package(Archive(data, name))).read()


class _Reader:
    """Reads one file; use once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._missed: Counter[str] = Counter()
        self._styles = Styles(package.xml("styles"))
        self._numbering = Numbering(package.xml("numbering"), self._styles)
        self._sources: dict[str, dict[str, etree._Element]] = {kind: self._note_elements(kind) for kind in _NOTES}
        self._printed: Counter[str] = Counter()
        self._taken_notes: dict[tuple[str, str], Note | None] = {}
        self._begins_page: dict[etree._Element, bool] = {}
        self._inline = self._reader_of(package.main)

    def read(self) -> Taken:
        root = self._package.archive.xml(self._package.main)
        self._begins_page = _sections(root)
        body = list(self._blocks(child(root, "body"), self._inline))
        return Taken([*self._margins("header"), *body, *self._margins("footer")], self._missed)

    def _reader_of(self, part: str) -> Inline:
        return Inline(self._styles, self._package.relations(part), self._note, self._missed)

    # ---- blocks

    def _blocks(
        self, holder: etree._Element | None, inline: Inline, looks: tuple[Look, ...] = (), part: Part = "text"
    ) -> Iterator[Piece]:
        for element in holder if holder is not None else ():
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, inline, looks, part)
            elif name == "tbl":
                yield from self._table(element, inline, looks)
            elif name == "altChunk":
                self._missed["embedded documents"] += 1
            elif name in _AROUND:
                yield from self._blocks(element, inline, looks, part)
            elif name in _TAKEN_BACK:
                change = Look("deleted", "", get(element, "author"), get(element, "date"))
                yield from self._blocks(element, inline, (*looks, change), part)

    def _paragraph(
        self, element: etree._Element, inline: Inline, looks: tuple[Look, ...], part: Part
    ) -> Iterator[Paragraph]:
        runs = merged(run._replace(looks=(*looks, *run.looks)) for run in inline.runs(element))
        boxes, inline.boxes[:] = list(inline.boxes), []
        level = self._styles.heading_level(element) if part == "text" else 0
        if marker := self._numbering.marker(element) if any(run.text.strip() for run in runs) else "":
            runs = [Run(marker), *runs]
        is_new_page = is_on_style(self._styles.paragraph_property(element, "pageBreakBefore"))
        yield Paragraph(runs, "heading" if level else part, str(level) if level else "", is_new_page)
        for box in boxes:
            yield from (piece for piece in self._blocks(box, inline, looks, part) if isinstance(piece, Paragraph))
        if child(element, "pPr", "sectPr") is not None and self._begins_page.get(element, True):
            yield Paragraph([Run("\f")])

    def _table(self, element: etree._Element, inline: Inline, looks: tuple[Look, ...]) -> Iterator[Piece]:
        rows = []
        for row in _rows(element):
            cells = list(_cells(row))
            rows.append([self._cell(one, inline, looks) for one in cells])
        table = Table([row for row in rows if row])
        if max((len(row) for row in rows), default=0) < 2:
            yield from flat([table])
        elif is_labelled(table):
            yield from labelled(table)
        else:
            yield table

    def _cell(self, element: etree._Element, inline: Inline, looks: tuple[Look, ...]) -> Cell:
        span = get(child(element, "tcPr", "gridSpan"), "val", "1")
        pieces = self._blocks(element, inline, looks)
        return Cell(list(flat(pieces)), int(span) if span.isdigit() and int(span) < 1000 else 1)

    # ---- notes

    def _note_elements(self, kind: str) -> dict[str, etree._Element]:
        return {get(one, "id"): one for one in children(self._package.xml(f"{kind}s"), kind)}

    def _note(self, kind: str, identifier: str, mark: str) -> Note | None:
        """Return the note with this id; one that is referred to twice is taken once."""
        key = (kind, identifier)
        if key not in self._taken_notes:
            self._taken_notes[key] = None  # a note that refers to itself ends here
            element = self._sources[kind].get(identifier)
            if element is not None and get(element, "type") not in _NO_NOTE:
                self._taken_notes[key] = self._read_note(kind, element, mark)
            return self._taken_notes[key]
        return None

    def _read_note(self, kind: str, element: etree._Element, mark: str) -> Note:
        label = mark
        if kind != "comment" and not mark:
            self._printed[kind] += 1
            number = self._printed[kind]
            label = roman(number) if kind == "endnote" and self._sources["footnote"] else str(number)
        inline = self._reader_of(next(
            (one.target for one in self._package.relations(self._package.main).values() if one.kind == f"{kind}s"), ""
        ))  # fmt: skip
        paragraphs = list(flat(self._blocks(element, inline)))
        return Note(label, paragraphs, get(element, "author"), get(element, "date"))

    # ---- headers and footers

    def _margins(self, kind: Part) -> Iterator[Paragraph]:
        """Yield the paragraphs of headers or footers, each wording once; bare page numbers of the file are counted."""
        seen: set[str] = set()
        for relation in self._package.relations(self._package.main).values():
            if relation.kind != kind or relation.target not in self._package.archive:
                continue
            root = self._package.archive.xml(relation.target)
            for paragraph in flat(self._blocks(root, self._reader_of(relation.target), part=kind)):
                words = " ".join(paragraph.text.split())
                if words and is_page_number(words):
                    self._missed["page numbers of the file itself"] += 1
                elif words and words not in seen:
                    seen.add(words)
                    yield paragraph


def is_on_style(element: etree._Element | None) -> bool:
    """Tell whether a property that was found is switched on."""
    return element is not None and bool(is_on(element.getparent(), local(element)))


def _sections(root: etree._Element) -> dict[etree._Element, bool]:
    """Return for each paragraph that ends a section whether a page begins after it: each tells how it begins itself."""
    ends = [one for one in root.iter() if local(one) == "sectPr"]
    kinds = [get(child(one, "type"), "val", "nextPage") for one in ends]
    return {
        paragraph: kind != "continuous"
        for end, kind in zip(ends, kinds[1:], strict=False)
        for paragraph in list(end.iterancestors())[1:2]
    }


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in {"sdt", "sdtContent", "ins", "del", "customXml"}:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(element)
