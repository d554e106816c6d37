"""The layout of a TEI file: one block to a line, so that a diff shows the paragraph that changed; text untouched."""

from __future__ import annotations

from lxml import etree

from diple.xmlio import TEI

STRUCTURAL = frozenset(
    "TEI text front body back div sp said list opener closer postscript floatingText table row lg quote".split()
)
"""Elements of the text whose children stand on lines of their own, where they hold no text themselves."""

INDENT = "  "


def serialise(root: etree._Element, processing_instructions: list[str]) -> bytes:
    """Return the bytes of a TEI document: declaration, processing instructions, and the tree laid out for editing.

    White space is added only in elements that hold no text of their own.
    """
    _lay_out(root, 0, in_header=False)
    head = ['<?xml version="1.0" encoding="UTF-8"?>', *processing_instructions]
    body = etree.tostring(root, encoding="unicode")
    return ("\n".join([*head, body]) + "\n").encode("utf-8")


def _lay_out(element: etree._Element, depth: int, *, in_header: bool) -> None:
    stack = [(element, depth, in_header)]
    while stack:
        current, level, header = stack.pop()
        header = header or current.tag == f"{{{TEI}}}teiHeader"
        if not _is_open(current, header):
            continue
        pad = "\n" + INDENT * (level + 1)
        current.text = pad
        for child in current:
            child.tail = pad
            stack.append((child, level + 1, header))
        current[-1].tail = "\n" + INDENT * level


def _is_open(element: etree._Element, in_header: bool) -> bool:
    """Tell whether an element's children may stand on lines of their own."""
    if len(element) == 0 or (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return False
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if in_header:
        return name not in {"p", "title", "resp", "persName", "licence", "note", "bibl", "term", "head"}
    return name in STRUCTURAL and not _holds_inline_only(element, name)


def _holds_inline_only(element: etree._Element, name: str) -> bool:
    """Tell whether a ``said`` or ``quote`` stands in a paragraph, around words and not around blocks."""
    blocks = {f"{{{TEI}}}{tag}" for tag in ("p", "ab", "sp", "lg", "list", "quote", "div", "l")}
    return name in {"said", "quote"} and not any(child.tag in blocks for child in element)
