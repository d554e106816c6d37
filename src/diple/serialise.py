"""The bytes of a TEI document that was built: one block to a line, as ``diple fmt`` would lay it out."""

from __future__ import annotations

from lxml import etree

from diple.layout import INDENT, Held, is_open
from diple.xmlio import TEI


def serialise(root: etree._Element, processing_instructions: list[str]) -> bytes:
    """Return the bytes of a TEI document: declaration, processing instructions, and the tree laid out for editing.

    White space is added only in elements that hold no text of their own; a list within an item is laid out though the
    item holds text.
    """
    _lay_out(root)
    head = ['<?xml version="1.0" encoding="UTF-8"?>', *processing_instructions]
    body = etree.tostring(root, encoding="unicode")
    return ("\n".join([*head, body]) + "\n").encode("utf-8")


def _lay_out(root: etree._Element) -> None:
    stack = [(root, 0, False)]
    while stack:
        current, level, header = stack.pop()
        header = header or current.tag == f"{{{TEI}}}teiHeader"
        if not is_open(_held(current, header)):
            if current.tag == f"{{{TEI}}}item":
                stack += [(child, level + 1, header) for child in current if _local(child) == "list"]
            continue
        pad = "\n" + INDENT * (level + 1)
        current.text = pad
        for child in current:
            child.tail = pad
            stack.append((child, level + 1, header))
        current[-1].tail = "\n" + INDENT * level


def _held(element: etree._Element, in_header: bool) -> Held:
    words = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    return Held(_local(element), in_header, bool(words), tuple(_local(child) for child in element))


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""
