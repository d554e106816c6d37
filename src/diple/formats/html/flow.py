"""The elements of a page in the order in which they are read, as paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from diple.formats.html.chrome import is_permalink
from diple.formats.html.inline_notes import is_inline_note, told_by_title
from diple.formats.html.labels import lacks_sign, marker_of, without_label
from diple.formats.html.links import Notes, is_label
from diple.formats.html.names import (
    BLOCKS,
    CHANGES,
    HEADINGS,
    LOOKS,
    UNSEEN,
    is_hidden,
    is_switched_off,
    is_verbatim,
    name_of,
    styled,
)
from diple.formats.html.pages import breaks_page, page_of, text_of
from diple.formats.html.region import SITE, Region
from diple.formats.html.tables import is_layout, rows_of
from diple.formats.labelled import is_labelled, labelled
from diple.formats.merging import merged
from diple.formats.pieces import Cell, Look, Note, Paragraph, Part, Piece, Run, Table

_HEADING: Part = "heading"
_WHITE = re.compile(r"[ \t\n\r\f]+")
_FURTHER = "    "
_RULE = "* * *"
_UNMARKED = "*"


class Flow:
    """Reads a page; use once."""

    def __init__(self, region: Region, notes: Notes, missed: Counter[str]) -> None:
        self._region = region
        self._notes = notes
        self._missed = missed
        self._out: list[Piece] = []
        self._runs: list[Run] = []
        self._part: Part = "text"
        self._value = ""
        self._marker = ""
        self._note = ""
        self._is_verbatim = False
        self._rule_waits = False
        self._page_waits = False
        self._sign_waits = False
        self._after: list[Piece] = []

    def pieces(self, root: etree._Element) -> list[Piece]:
        """Return the pieces of a page."""
        self._element(next((one for one in root.iter("body")), root), ())
        self._end()
        return self._out

    # ---- elements

    def _element(self, element: etree._Element, looks: tuple[Look, ...]) -> None:
        name = name_of(element)
        if not name or name in UNSEEN:
            return
        self._page_waits = self._page_waits or breaks_page(element, "before")
        if self._part == "text" and not self._note and self._runs and is_inline_note(element):
            self._inline_note(element)
        elif self._part == "text" and not self._note and (words := told_by_title(element)):
            self._runs.append(Run("", (), Note(text_of(element).strip("[]()^. "), [Paragraph([Run(words)])])))
        elif self._part != "furniture" and (is_hidden(element) or self._region.is_furniture(element)):
            self._missed["parts of the page that are not shown"] += is_switched_off(element) and bool(text_of(element))
            self._aside(element, looks)
        elif element in self._notes.marks:
            self._runs.append(Run(f"[^{self._notes.marks[element]}]"))
        elif element in self._notes.bodies:
            self._body(element, looks)
        elif page := page_of(element):
            self._runs.append(Run(text_of(element), (Look("page-number", page),)))
        elif name in HEADINGS or element in self._region.titles:
            is_head = self._part == "text" and not self._note
            level = name[1] if name in HEADINGS else "1"
            part, value = (_HEADING, level) if is_head else (self._part, self._value)
            self._within(part, value, element, looks)
        elif name == "table" and self._part == "text" and not is_layout(element):
            self._table(element)
        elif name in BLOCKS:
            self._block(element, name, looks)
        elif element not in self._notes.back and not is_permalink(element):
            self._phrase(element, name, looks)
        self._page_waits = self._page_waits or breaks_page(element, "after")

    def _children(self, element: etree._Element, looks: tuple[Look, ...]) -> None:
        before, self._is_verbatim = self._is_verbatim, self._is_verbatim or is_verbatim(element)
        self._say(element.text, looks)
        for child in element:
            self._element(child, looks)
            self._say(child.tail, looks)
        self._is_verbatim = before

    def _block(self, element: etree._Element, name: str, looks: tuple[Look, ...]) -> None:
        self._end()
        self._rule_waits = self._rule_waits or (name == "hr" and bool(self._out))
        if name == "li" and not self._note:
            self._marker = marker_of(element)
        self._children(element, looks)
        self._end()
        self._marker = "" if name == "li" else self._marker

    def _within(self, part: Part, value: str, element: etree._Element, looks: tuple[Look, ...]) -> None:
        """Read an element as a part of the page of its own."""
        self._end()
        before = self._part, self._value
        self._part, self._value = part, value
        self._children(element, looks)
        self._end()
        self._part, self._value = before

    def _aside(self, element: etree._Element, looks: tuple[Look, ...]) -> None:
        """Read furniture; what stands within a paragraph does not divide it, and follows it."""
        if name_of(element) in BLOCKS or not self._runs:
            self._within("furniture", SITE, element, looks)
            return
        runs, self._runs = self._runs, []
        first = len(self._out)
        self._within("furniture", SITE, element, looks)
        self._after += self._out[first:]
        del self._out[first:]
        self._runs = runs

    def _inline_note(self, element: etree._Element) -> None:
        """Read a note within its paragraph; the figure or sign right before it is its mark."""
        runs, self._runs = self._runs, []
        mark = runs[-1].text.strip()
        label = mark.strip("[]()^. ") if is_label(mark) else ""
        if label:
            runs[-1] = runs[-1]._replace(text="")
        self._note = label or _UNMARKED
        self._children(element, ())
        self._note = ""
        body, self._runs = list(_trimmed(self._runs)), runs
        label = label or str(sum(run.note is not None for run in runs) + 1)
        self._runs.append(Run("", (), Note(label, [Paragraph(merged(body))])))

    def _body(self, element: etree._Element, looks: tuple[Look, ...]) -> None:
        """Read the body of a note: its label becomes the sign for one, further paragraphs are indented."""
        self._end()
        label, first = self._notes.bodies[element], len(self._out)
        self._note = label
        self._children(element, looks)
        self._end()
        self._note = ""
        is_first = True
        for piece in self._out[first:]:
            if isinstance(piece, Paragraph) and piece.part == "text":
                lead = f"[^{label}]: " if is_first else _FURTHER
                piece.runs = [Run(lead), *(without_label(piece.runs, label) if is_first else piece.runs)]
                is_first = False

    def _phrase(self, element: etree._Element, name: str, looks: tuple[Look, ...]) -> None:
        match name:
            case "br":
                self._break()
                return
            case "img":
                self._missed["pictures"] += 1
                return
            case "wbr":
                return
            case "q":
                self._quoted(element, looks)
                return
            case "a" if (element.get("href") or "").startswith(("http://", "https://", "mailto:")):
                look: Look | None = Look("link", element.get("href", ""))
            case "del" | "ins" if element.get("datetime"):
                look = Look(CHANGES[name], "", "", element.get("datetime", ""))
            case _:
                look = LOOKS.get(name) or styled(element)
        is_label = not any(run.text.strip() for run in self._runs) and lacks_sign(element)
        self._children(element, (*looks, look) if look is not None and look not in looks else looks)
        self._sign_waits = self._sign_waits or is_label

    def _quoted(self, element: etree._Element, looks: tuple[Look, ...]) -> None:
        """Read a quotation with the marks that browsers print around it."""
        is_inner = any(name_of(outer) == "q" for outer in element.iterancestors())
        self._runs.append(Run("‘" if is_inner else "“", looks))
        self._children(element, looks)
        self._runs.append(Run("’" if is_inner else "”", looks))

    def _table(self, element: etree._Element) -> None:
        self._end()
        outer, self._out = self._out, []
        rows = []
        for row in rows_of(element):
            cells = []
            for cell, columns in row:
                self._out = []
                self._children(cell, ())
                self._end()
                cells.append(Cell([piece for piece in self._out if isinstance(piece, Paragraph)], columns))
            rows.append(cells)
        captions = [one for one in element if name_of(one) == "caption"]
        self._out = outer
        for caption in captions:
            self._block(caption, "caption", ())
        table = Table([row for row in rows if row])
        self._out += labelled(table) if is_labelled(table) else [table]

    # ---- characters

    def _say(self, text: str | None, looks: tuple[Look, ...]) -> None:
        if not text:
            return
        words = text if self._is_verbatim else _WHITE.sub(" ", text)
        last = next((run.text for run in reversed(self._runs) if run.text), " ")
        if not self._is_verbatim and last[-1] in " \n":
            words = words.lstrip(" ")
        if words and self._sign_waits and words.strip() and words.lstrip()[0] != "(":
            self._sign_waits = False
            at = len(self._runs) - (not self._runs[-1].text.strip())
            self._runs.insert(at, Run(":"))
        if words:
            self._runs.append(Run(words, looks))

    def _break(self) -> None:
        if self._runs and self._runs[-1].text.endswith(" "):
            self._runs[-1] = self._runs[-1]._replace(text=self._runs[-1].text.rstrip(" "))
        self._runs.append(Run("\n"))

    def _end(self) -> None:
        """End the paragraph, if one has begun."""
        runs = merged(_trimmed(self._runs))
        self._runs = []
        if not any(run.text.strip() or run.has("page-number") or run.note for run in runs):
            return
        if self._marker and self._part == "text":
            runs = [Run(self._marker), *runs]
            self._marker = ""
        self._begin()
        self._out.append(Paragraph(runs, self._part, self._value, self._page_waits))
        self._page_waits = False
        self._out += self._after
        self._after = []

    def _begin(self) -> None:
        """Write the rule that stands between the last paragraph of the text and one that begins now."""
        if self._rule_waits and self._part == "text" and not self._note and _is_text(self._out[-1]):
            self._out.append(Paragraph([Run(_RULE)]))
        self._rule_waits = False


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs without the white space at the beginning and end of their paragraph."""
    found = [run for run in runs if run.text or run.has("page-number") or run.note]
    while found and not (found[-1].text.strip() or found[-1].has("page-number") or found[-1].note):
        found.pop()
    for number, run in enumerate(found):
        text = run.text.lstrip(" \n") if number == 0 else run.text
        yield run._replace(text=text.rstrip(" \n") if number == len(found) - 1 else text)


def _is_text(piece: Piece) -> bool:
    return isinstance(piece, Table) or piece.part == "text"
