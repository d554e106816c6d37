"""What paragraphs of a DOCX file hold: runs, tracked changes, links, notes (ECMA-376 part 1, 17.3, 17.11, 17.13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from diple.formats.docx.package import Relation
from diple.formats.docx.styles import Styles
from diple.formats.formatting import Kind
from diple.formats.markup import get, local
from diple.formats.pieces import PAGE_BREAK, Look, Note, Run

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
_MISSED = {"drawing": "pictures", "pict": "pictures", "object": "embedded objects"}
_PRIVATE = range(0xF000, 0xF100)
"""Where symbol fonts keep their characters; the letters there are those of the font, not of Unicode."""

NotesBy = Callable[[str, str], Note | None]


@dataclass
class Inline:
    """Reads the runs of paragraphs.

    ``note`` gives the note of a kind (footnote, endnote, comment) and id; boxes of text that stand beside a paragraph
    are put into ``boxes``, what cannot be carried over is counted in ``missed``.
    """

    styles: Styles
    relations: dict[str, Relation]
    note: NotesBy
    missed: Counter[str]
    boxes: list[etree._Element] = field(default_factory=list)

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
            case "t" | "delText":
                yield Run(element.text or "", looks)
            case "br":
                yield Run(PAGE_BREAK if get(element, "type") == "page" else "\n", looks)
            case "sym":
                yield Run(self._symbol(element), looks)
            case "footnoteReference" | "endnoteReference" | "commentReference":
                yield Run("", looks, self.note(name.removesuffix("Reference"), get(element, "id")))
            case "drawing" | "pict" | "object":
                self._take_boxes(element, name)
            case _:
                yield Run(_CHARACTERS.get(name, ""), looks)

    def _symbol(self, element: etree._Element) -> str:
        try:
            code = int(get(element, "char"), 16)
            character = chr(code)
        except (ValueError, OverflowError):
            code, character = _PRIVATE[0], "\ufffd"
        if code in _PRIVATE:
            self.missed[f"signs of the font {get(element, 'font') or 'of symbols'}"] += 1
        return character

    def _take_boxes(self, element: etree._Element, name: str) -> None:
        boxes = [one for one in element.iter() if local(one) == "txbxContent"]
        self.boxes += [box for box in boxes if not any(outer in boxes for outer in box.iterancestors())]
        if not boxes:
            self.missed[_MISSED[name]] += 1
