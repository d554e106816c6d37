"""The elements of a page in the order in which they are read, as paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from diple.formats.counting import counted
from diple.formats.html.links import Notes, label_at_start
from diple.formats.html.names import BLOCKS, CHANGES, HEADINGS, LOOKS, UNSEEN, is_hidden, name_of
from diple.formats.html.region import SITE, Region
from diple.formats.html.tables import is_layout, rows_of
from diple.formats.merging import merged
from diple.formats.pieces import Cell, Look, Paragraph, Part, Piece, Run, Table

_HEADING: Part = "heading"
_WHITE = re.compile(r"[ \t\n\r\f]+")
_PAGE = re.compile(r"(?:page|pg|pb|p)[-_.]?(?P<n>\d{1,4}|[ivxlc]{1,7})", re.I)
_PAGE_TEXT = re.compile(r"\s*[\[({|]?\s*(?P<n>\d{1,4}|[ivxlc]{1,7})\s*[\])}|]?\s*", re.I)
_FURTHER = "    "
_STYLES = (
    ("line-through", "s"),
    ("text-decoration:underline", "u"),
    ("vertical-align:super", "sup"),
    ("vertical-align:sub", "sub"),
    ("font-style:italic", "i"),
    ("font-weight:bold", "b"),
)


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
        if self._part != "furniture" and (is_hidden(element) or self._region.is_furniture(element)):
            self._within("furniture", SITE, element, looks)
        elif element in self._notes.marks:
            self._runs.append(Run(f"[^{self._notes.marks[element]}]"))
        elif element in self._notes.bodies:
            self._body(element, looks)
        elif page := _page_of(element):
            self._runs.append(Run(_text(element), (Look("page-number", page),)))
        elif name in HEADINGS:
            is_head = self._part == "text" and not self._note
            part, value = (_HEADING, name[1]) if is_head else (self._part, self._value)
            self._within(part, value, element, looks)
        elif name == "table" and self._part == "text" and not is_layout(element):
            self._table(element)
        elif name in BLOCKS:
            self._block(element, name, looks)
        elif element not in self._notes.back:
            self._phrase(element, name, looks)

    def _children(self, element: etree._Element, looks: tuple[Look, ...], *, verbatim: bool = False) -> None:
        self._say(element.text, looks, verbatim=verbatim)
        for child in element:
            self._element(child, looks)
            self._say(child.tail, looks, verbatim=verbatim)

    def _block(self, element: etree._Element, name: str, looks: tuple[Look, ...]) -> None:
        self._end()
        if name == "li" and not self._note:
            self._marker = _marker(element)
        self._children(element, looks, verbatim=name == "pre")
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
                piece.runs = [Run(lead), *(_without_label(piece.runs, label) if is_first else piece.runs)]
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
            case "a" if (element.get("href") or "").startswith(("http://", "https://", "mailto:")):
                look: Look | None = Look("link", element.get("href", ""))
            case "del" | "ins" if element.get("datetime"):
                look = Look(CHANGES[name], "", "", element.get("datetime", ""))
            case _:
                look = LOOKS.get(name) or _styled(element)
        self._children(element, (*looks, look) if look is not None and look not in looks else looks)

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
        self._out.append(Table([row for row in rows if row]))

    # ---- characters

    def _say(self, text: str | None, looks: tuple[Look, ...], *, verbatim: bool = False) -> None:
        if not text:
            return
        words = text if verbatim else _WHITE.sub(" ", text)
        last = next((run.text for run in reversed(self._runs) if run.text), " ")
        if not verbatim and last[-1] in " \n":
            words = words.lstrip(" ")
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
        if not any(run.text.strip() or run.has("page-number") for run in runs):
            return
        if self._marker and self._part == "text":
            runs = [Run(self._marker), *runs]
            self._marker = ""
        self._out.append(Paragraph(runs, self._part, self._value))


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs without the white space at the beginning and end of their paragraph."""
    found = [run for run in runs if run.text or run.has("page-number")]
    while found and not found[-1].text.strip() and not found[-1].has("page-number"):
        found.pop()
    for number, run in enumerate(found):
        text = run.text.lstrip(" \n") if number == 0 else run.text
        yield run._replace(text=text.rstrip(" \n") if number == len(found) - 1 else text)


def _without_label(runs: list[Run], label: str) -> list[Run]:
    """Return the runs of a body without its label, in whatever runs its characters stand."""
    left = label_at_start("".join(run.text for run in runs), label)
    result = []
    for run in runs:
        taken = min(left, len(run.text))
        left -= taken
        result.append(run._replace(text=run.text[taken:]))
    return [run for run in result if run.text]


def _styled(element: etree._Element) -> Look | None:
    """Return the look that an element's own style gives its words, where it is a mark on them."""
    style = element.get("style", "").replace(" ", "").lower()
    for sign, kind in _STYLES:
        if sign in style:
            return LOOKS[kind]
    return None


def _page_of(element: etree._Element) -> str:
    """Return the number of the page that an anchor says begins at it, or ""."""
    text = _text(element)
    is_break = "pagebreak" in f"{element.get('role', '')} {element.get('epub:type', '')}".replace("-", "")
    named = element.get("id") or element.get("name") or ""
    match = _PAGE.fullmatch(named) or (_PAGE_TEXT.fullmatch(element.get("title", text)) if is_break else None)
    if match is None or name_of(element) not in {"a", "span", "div", "hr", "p"}:
        return ""
    shown = _PAGE_TEXT.fullmatch(text)
    return match["n"] if not text or (shown and shown["n"].lower() == match["n"].lower()) else ""


def _text(element: etree._Element) -> str:
    return _WHITE.sub(" ", "".join(str(part) for part in element.itertext())).strip()


def _marker(item: etree._Element) -> str:
    """Return what is printed before an item of a list."""
    parent = item.getparent()
    if parent is None or name_of(parent) != "ol":
        return "• "
    number = 0
    start = parent.get("start", "")
    number = int(start) - 1 if start.lstrip("-").isdigit() else 0
    for one in (sibling for sibling in parent if name_of(sibling) == "li"):
        value = one.get("value", "")
        number = int(value) if value.lstrip("-").isdigit() else number + 1
        if one is item:
            break
    return f"{counted(number, parent.get('type', '1'))}. "
