"""Doubt that the TEI itself states: low certainty, marks without the words they mark, breaks in numbering."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diple.review.places import Place, text_elements, words_of

_KINDS = {
    "said": "who is reported here",
    "sp": "who speaks here",
    "supplied": "this supplied word",
    "date": "this date",
    "quote": "where this quotation ends",
    "seg": "which words are meant",
    "metamark": "which words this mark means",
    "note": "where this note belongs",
    "corr": "this correction",
    "sic": "which words [sic] means",
    "stage": "whether this is a stage direction",
    "abbr": "whether the bracket explains this abbreviation",
    "expan": "this expansion",
    "persName": "who is meant",
    "foreign": "the language of these words",
    "unclear": "this reading",
}


def uncertain_places(root: etree._Element) -> Iterator[Place]:
    """Yield every element of the text whose @cert is low or unknown (D501)."""
    text = next(text_elements(root, "text"), root)
    for element in text.iter(etree.Element):
        certainty = element.get("cert")
        if certainty in {"low", "unknown"}:
            name = etree.QName(element).localname
            kind = _KINDS.get(name, f"this {name}")
            message = f"{kind} is {_HOW[certainty]}: “{words_of(element)}”"
            yield Place("D501", element, message, 'settle it and set @cert="high"')


_HOW = {"low": "uncertain", "unknown": "not known"}


def marks_without_words(root: etree._Element) -> Iterator[Place]:
    """Yield the marks that point at no words (D502)."""
    for mark in text_elements(root, "metamark"):
        if not (mark.get("target") or mark.get("spanTo")):
            message = f"the words that this mark ({mark.get('rend') or mark.get('function')}) stands by are not known"
            yield Place("D502", mark, message, "find them in the original, wrap them in <seg> and set @target")


def notes_without_mark(root: etree._Element) -> Iterator[Place]:
    """Yield numbers of notes that are missing from a sequence or used twice (D506)."""
    seen: dict[str, etree._Element] = {}
    for note in text_elements(root, "note"):
        number = note.get("n")
        if number and note.get("place") in {"foot", "end"}:
            if number in seen and note.get("type") == seen[number].get("type"):
                message = f"two notes have the number {number}"
                yield Place("D506", note, message, "check which mark belongs to which note")
            seen[number] = note


def broken_page_sequence(root: etree._Element) -> Iterator[Place]:
    """Yield page breaks whose number does not follow the one before (D508)."""
    previous: int | None = None
    for page in text_elements(root, "pb"):
        number = page.get("n") or ""
        if not number.isdigit():
            continue
        if previous is not None and int(number) != previous + 1:
            message = f"page {number} follows page {previous}"
            yield Place("D508", page, message, "check whether a page is missing or a number misread")
        previous = int(number)
