"""Where a place for review is: element, line of the TEI, words around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.account import path_of
from diple.xmlio import tei


class Place(NamedTuple):
    """Something to look at: a code, the element, a sentence, and what to do."""

    code: str
    element: etree._Element
    message: str
    suggestion: str = ""


def text_elements(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of ``text`` with one of these TEI names, in order."""
    text = root.find(tei("text"))
    if text is not None:
        yield from text.iter(*(tei(name) for name in names))


def words_of(element: etree._Element, limit: int = 60) -> str:
    """Return the words of an element, or those before it if it is empty, cut to ``limit`` characters."""
    words = " ".join("".join(str(part) for part in element.itertext()).split())
    if not words:
        before = element.getprevious()
        parent = element.getparent()
        around = before.tail if before is not None else parent.text if parent is not None else ""
        return f"…{' '.join((around or '').split())[-limit:]}"
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def home_of(element: etree._Element) -> str:
    """Return the path of the nearest element around a place that can be cited."""
    return path_of(element).split("/")[0]
