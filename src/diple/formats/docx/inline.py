"""What paragraphs of a DOCX file hold: runs, tracked changes, links, notes (ECMA-376 part 1, 17.3, 17.11, 17.13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from diple.formats.docx.package import Relation
from diple.formats.docx.styles import Styles
from diple.formats.formatting import Kind
from diple.formats.markup import child, get, is_on, local
from diple.formats.pieces import PAGE_BREAK, Look, Note, Run
from diple.formats.symbols import PRIVATE, unicode_sign

_CHANGES: dict[str, Kind] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_HOLDERS = frozenset({"hyperlink", "smartTag", "fldSimple", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby",
                      "rubyBase", "rt", "AlternateContent", "Choice"})  # fmt: skip
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_ON = frozenset({"1", "true", "on"})
_MISSED = {"drawing": "pictures", "pict": "pictures", "object": "embedded objects"}
_BOX, _CROSSED = "☐", "☒"
_TITLE = 60
"""The most characters of a picture's description that a message repeats."""

NotesBy = Callable[[str, str, str], Note | None]


@dataclass
class Inline:
    """Reads the runs of paragraphs.

    ``note`` gives the note of a kind (footnote, endnote, comment) and id, with the mark that a document sets itself;
    boxes of text that stand beside a paragraph are put into ``boxes``, what cannot be carried over is counted in
    ``missed``.
    """

    styles: Styles
    relations: dict[str, Relation]
    note: NotesBy
    missed: Counter[str]
    boxes: list[etree._Element] = field(default_factory=list)
    marks: set[etree._Element] = field(default_factory=set)
    """What is a note's own mark, and no text."""

    def runs(self, paragraph: etree._Element) -> Iterator[Run]:
        """Yield the runs of a paragraph in order."""
        yield from self._within(paragraph, (), paragraph)

    def _within(self, holder: etree._Element, looks: tuple[Look, ...], paragraph: etree._Element) -> Iterator[Run]:
        for element in holder:
            name = local(element)
            if name in _CHANGES:
                change = Look(_CHANGES[name], "", get(element, "author"), get(element, "date"))
                yield from self._within(element, (*looks, change), paragraph)
            elif name == "r":
                mine = self.styles.looks(element, paragraph)
                yield from self._within(element, (*looks, *(look for look in mine if look not in looks)), paragraph)
            elif name in {"oMath", "oMathPara"}:
                self.missed["the layout of formulas"] += 1
                yield Run("".join(one.text or "" for one in element.iter() if local(one) == "t"), looks)
            elif name in _HOLDERS:
                yield from self._within(element, self._with_link(element, looks), paragraph)
            else:
                yield from self._content(element, name, looks)

    def _with_link(self, element: etree._Element, looks: tuple[Look, ...]) -> tuple[Look, ...]:
        relation = self.relations.get(get(element, "id")) if local(element) == "hyperlink" else None
        if relation is None or not relation.is_outside:
            return looks
        return (*looks, Look("link", relation.target))

    def _content(self, element: etree._Element, name: str, looks: tuple[Look, ...]) -> Iterator[Run]:
        match name:
            case _ if element in self.marks:
                return
            case "t" | "delText":
                yield Run(self._in_font(element), looks)
            case "br":
                yield Run(PAGE_BREAK if get(element, "type") == "page" else "\n", looks)
            case "sym":
                yield Run(self._symbol(element), looks)
            case "footnoteReference" | "endnoteReference" | "commentReference":
                yield Run("", looks, self.note(name.removesuffix("Reference"), get(element, "id"), self._mark(element)))
            case "checkBox":
                yield Run(_CROSSED if is_ticked(element) else _BOX, looks)
            case "fldChar" | "ffData":
                for one in element:
                    yield from self._content(one, local(one), looks)
            case "altChunk":
                self.missed["embedded documents"] += 1
            case "drawing" | "pict" | "object":
                self._take_boxes(element, name)
            case _:
                yield Run(_CHARACTERS.get(name, ""), looks)

    def _symbol(self, element: etree._Element) -> str:
        try:
            code = int(get(element, "char"), 16)
            character = chr(code)
        except (ValueError, OverflowError):
            code, character = PRIVATE[0], "\ufffd"
        return self._sign(code, get(element, "font")) or character

    def _in_font(self, element: etree._Element) -> str:
        """Return the words of a run; what a symbol font shows for characters of private use as Unicode has it."""
        words = element.text or ""
        if not any(ord(character) in PRIVATE for character in words):
            return words
        fonts = child(element.getparent(), "rPr", "rFonts")
        font = get(fonts, "ascii") or get(fonts, "hAnsi")
        return "".join(self._sign(ord(one), font) or one if ord(one) in PRIVATE else one for one in words)

    def _sign(self, code: int, font: str) -> str:
        sign = unicode_sign(code, font)
        if not sign and code in PRIVATE:
            self.missed[f"signs of the font {font or 'of symbols'}"] += 1
        return sign

    def _mark(self, reference: etree._Element) -> str:
        """Return the mark that a document sets itself after a reference to a note, "" where the program counts."""
        if get(reference, "customMarkFollows", "0") not in _ON:
            return ""
        shown = next((one for one in reference.itersiblings() if local(one) in {"t", "sym"}), None)
        if shown is None:
            return ""
        self.marks.add(shown)
        return (self._symbol(shown) if local(shown) == "sym" else shown.text or "").strip()

    def _take_boxes(self, element: etree._Element, name: str) -> None:
        boxes = [one for one in element.iter() if local(one) == "txbxContent"]
        self.boxes += [box for box in boxes if not any(outer in boxes for outer in box.iterancestors())]
        art = [get(one, "string") for one in element.iter() if local(one) == "textpath"]
        for words in filter(None, art):
            self.missed[f"word art “{words[:_TITLE]}”"] += 1
        if not boxes and not any(art):
            told = next((found for one in element.iter() if local(one) == "docPr" and (found := get(one, "descr"))), "")
            self.missed[f"picture “{told[:_TITLE]}”" if told else _MISSED[name]] += 1


def is_ticked(element: etree._Element) -> bool:
    """Tell whether a check box of a form is ticked, by itself, else by its default."""
    told = is_on(element, "checked")
    return bool(is_on(element, "default") if told is None else told)
