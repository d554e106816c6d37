"""Numbers that do not follow each other, and marks that have no partner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from diple.review.places import Place, text_elements, words_of
from diple.xmlio import tei

_OPENING = ("“", "„", "«")
_LEFT_OUT = frozenset({tei("note"), tei("corr"), tei("expan"), tei("reg")})


def broken_numbers(root: etree._Element) -> Iterator[Place]:
    """Yield numbered items and paragraphs whose number does not follow that of the one before beside them (D510)."""
    for parent in text_elements(root, "list", "div", "body", "sp", "said"):
        numbered = [child for child in parent if child.tag in (tei("item"), tei("p")) and child.get("n")]
        for before, element in pairwise(numbered):
            one, other = _number(before), _number(element)
            if one and other and other not in (one + 1, 1):
                message = f"number {other} follows number {one}: “{words_of(element)}”"
                yield Place("D510", element, message, "see whether one is missing, or misread")


def _number(element: etree._Element) -> int:
    value = str(element.get("n")).strip(" .()")
    return int(value) if value.isdecimal() and len(value) < 4 else 0


def lone_quotation_marks(root: etree._Element) -> Iterator[Place]:
    """Yield paragraphs in which curly quotation marks are opened and closed a different number of times (D420).

    A paragraph that opens one more than it closes is left alone where the next begins with an opening mark, as long
    quotations do.
    """
    paragraphs = list(text_elements(root, "p", "item"))
    texts = [_words(paragraph) for paragraph in paragraphs]
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        opened, closed = _counted(text)
        after = texts[number + 1] if number + 1 < len(texts) else ""
        goes_on = opened == closed + 1 and after.lstrip().startswith(_OPENING)
        if opened != closed and not goes_on:
            message = f"{opened} quotation marks are opened and {closed} closed: “{words_of(paragraph)}”"
            yield Place("D420", paragraph, message, "see whether one was lost, or where the quotation ends")


def _counted(text: str) -> tuple[int, int]:
    """Return how many quotation marks open and how many close; “ closes where „ opens."""
    low, high = text.count("„"), text.count("“")
    if low:
        return low + text.count("«"), high + text.count("”") + text.count("»")
    return high + text.count("«"), text.count("”") + text.count("»")


def _words(element: etree._Element) -> str:
    """Return the words of an element without notes and what stands beside words of its own."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
