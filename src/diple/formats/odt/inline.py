"""What paragraphs of an ODT file hold: spans, notes, comments, changes (OpenDocument 1.3 part 3, chapter 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from diple.formats.markup import child, get, local
from diple.formats.odt.changes import Change, made_by
from diple.formats.odt.styles import Styles
from diple.formats.pieces import Look, Note, Paragraph, Run
from diple.formats.symbols import PRIVATE, unicode_sign

Blocks = Callable[[etree._Element], list[Paragraph]]

_MISSED = {"frame": "pictures", "image": "pictures", "object": "embedded objects", "custom-shape": "drawings"}
_PASSED_OVER = frozenset({"annotation-end", "bookmark", "bookmark-start", "bookmark-end", "reference-mark-start",
                          "reference-mark-end", "soft-page-break", "tracked-changes"})  # fmt: skip
_TITLE = 60
"""The most characters of a picture's description that a message repeats."""
_WHITE = re.compile(r"[ \t\n\r]+")
_SPACES = 1000
"""The longest run of spaces believed of ``text:s``."""


@dataclass
class Inline:
    """Reads the runs of paragraphs; ``blocks`` gives the paragraphs that an element within them holds.

    ``open`` are the insertions that have begun and not ended, which may run over paragraphs.
    """

    styles: Styles
    changes: dict[str, Change]
    blocks: Blocks
    missed: Counter[str]
    boxes: list[etree._Element] = field(default_factory=list)
    open: list[Look] = field(default_factory=list)
    font: str = ""

    def runs(self, paragraph: etree._Element) -> Iterator[Run]:
        """Yield the runs of a paragraph in order; white space is as OpenDocument has it (6.1.2): runs of it are one."""
        looks = [one for one in self.styles.looks(get(paragraph, "style-name"), "paragraph") if one.kind in _ON_WORDS]
        yield from self._within(paragraph, tuple(looks))

    def _within(self, holder: etree._Element, looks: tuple[Look, ...]) -> Iterator[Run]:
        yield self._run(holder.text, looks)
        for element in holder:
            if isinstance(element.tag, str):
                yield from self._element(element, local(element), looks)
            yield self._run(element.tail, looks)

    def _run(self, text: str | None, looks: tuple[Look, ...], *, verbatim: bool = False) -> Run:
        said = self._in_font(text or "")
        return Run(said if verbatim else _one_space(said), (*looks, *self.open))

    def _in_font(self, words: str) -> str:
        """Return words with what a symbol font shows for characters of private use as Unicode has it."""
        if not any(ord(character) in PRIVATE for character in words):
            return words
        signs = [unicode_sign(ord(one), self.font) if ord(one) in PRIVATE else one for one in words]
        if missed := signs.count(""):
            self.missed[f"signs of the font {self.font or 'of symbols'}"] += missed
        return "".join(sign or one for sign, one in zip(signs, words, strict=True))

    def _element(self, element: etree._Element, name: str, looks: tuple[Look, ...]) -> Iterator[Run]:
        match name:
            case "s":
                count = get(element, "c", "1")
                yield self._run(" " * min(int(count) if count.isdigit() else 1, _SPACES), looks, verbatim=True)
            case "tab":
                yield self._run("\t", looks, verbatim=True)
            case "line-break":
                yield self._run("\n", looks, verbatim=True)
            case "a":
                target = get(element, "href")
                yield from self._within(element, looks if target.startswith("#") else (*looks, Look("link", target)))
            case "note":
                yield Run("", looks, self._note(element))
            case "annotation":
                paragraphs = self.blocks(element)
                yield Run("", looks, Note("", paragraphs, *made_by(element)))
            case "change" | "change-start" | "change-end":
                yield from self.change(name, self.changes.get(get(element, "change-id")), looks)
            case "frame" | "custom-shape" | "g" | "rect":
                self.take_box(element, name)
            case _ if name not in _PASSED_OVER:
                style = get(element, "style-name") if name == "span" else ""
                outer, self.font = self.font, self.styles.font(style) or self.font
                mine = self.styles.looks(style) if style else ()
                yield from self._within(element, (*looks, *(one for one in mine if one not in looks)))
                self.font = outer

    def _note(self, element: etree._Element) -> Note:
        citation = child(element, "note-citation")
        label = get(citation, "label") or "".join(map(str, citation.itertext() if citation is not None else ()))
        body = child(element, "note-body")
        return Note(label.strip() or "*", self.blocks(body) if body is not None else [])

    def change(self, name: str, change: Change | None, looks: tuple[Look, ...]) -> Iterator[Run]:
        """Begin or end an insertion; put what was deleted back where it stood."""
        if change is None:
            return
        if name == "change" and change.deleted is not None:
            for number, paragraph in enumerate(self.blocks(change.deleted)):
                yield Run("\n" if number else "", (*looks, change.look))
                yield from (run._replace(looks=(*run.looks, change.look)) for run in paragraph.runs)
        elif name == "change-start":
            self.open.append(change.look)
        elif name == "change-end" and change.look in self.open:
            self.open.remove(change.look)

    def take_box(self, element: etree._Element, name: str) -> None:
        """Put the boxes of text that a frame or drawing holds into ``boxes``, or count it as missed."""
        boxes = [one for one in element.iter(etree.Element) if local(one) == "text-box"]
        boxes += [element] if not boxes and any(local(one) == "p" for one in element) else []
        self.boxes += [box for box in boxes if not any(outer in boxes for outer in box.iterancestors())]
        if not boxes:
            told = next((one.text for one in element.iter(etree.Element) if local(one) == "desc" and one.text), "")
            self.missed[f"picture “{told[:_TITLE]}”" if told else _MISSED.get(name, "drawings")] += 1


_ON_WORDS = frozenset({"strikethrough", "hidden"})
"""Looks of a whole paragraph that say something of its words."""


def _one_space(text: str) -> str:
    """Return text with each run of the white space of XML as one space; no-break spaces are none."""
    return _WHITE.sub(" ", text)
