"""Which part of a web page is the document, and which is the site around it.

The library readability finds the document's text; since it leaves out tables, notes and short lines that belong to it,
only the place is taken from it: all that stands around the text found is kept.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html
from readability import Document  # type: ignore[import-untyped]
from readability.readability import Unparseable  # type: ignore[import-untyped]

from diple.formats.html.chrome import is_chrome, length
from diple.formats.html.names import BLOCKS, HEADINGS, is_hidden, name_of
from diple.formats.html.pages import text_of

_NUMBER = "data-diple-number"
_ENOUGH = 0.5
"""The part of a page's words that a document must have for what stands around it to be taken for furniture."""
_HOLDERS = BLOCKS - frozenset({"p", "li", "td", "th", "tr", "tbody", "dd", "dt"})
_TITLE = 0.5
"""The part of the page's title that a block must repeat to be the document's: the rest is the site's name."""
SITE = "what the web page has around the document"


@dataclass(frozen=True)
class Region:
    """The element that holds the document; ``kept`` are others that belong to it, ``titles`` those with its title."""

    element: etree._Element
    kept: frozenset[etree._Element]
    is_trusted: bool
    titles: frozenset[etree._Element] = frozenset()

    def is_furniture(self, element: etree._Element) -> bool:
        """Tell whether an element is no part of the document; what holds the document never is."""
        if element is self.element or element in self.kept or self._holds_document(element):
            return False
        if is_chrome(element):
            return True
        inside = any(outer is self.element or outer in self.kept for outer in element.iterancestors())
        return self.is_trusted and not inside and name_of(element) in BLOCKS | {"a", "span"}

    def _holds_document(self, element: etree._Element) -> bool:
        return any(outer is element for one in (self.element, *self.kept) for outer in one.iterancestors())


def find_region(root: etree._Element) -> Region:
    """Return the part of a page that is its document; the whole body where none can be told."""
    body = next((one for one in root.iter("body")), root)
    found = _common_element(root, body)
    named = _named(found, body)
    if named is None and length(found) / max(length(body), 1) < _ENOUGH:
        return Region(body, frozenset(), is_trusted=False)
    found = found if named is None else named
    inside = set(found.iter(etree.Element))
    pointed_at = {(one.get("href") or "")[1:] for one in inside if (one.get("href") or "").startswith("#")}
    around = set(found.iterancestors())
    others = [one for one in body.iter(etree.Element) if one not in inside and one not in around]
    titles = frozenset(_titles(root, others))
    kept = {one for one in others if _belongs(one, pointed_at)}
    return Region(found, titles | kept, is_trusted=True, titles=titles)


def _named(found: etree._Element, body: etree._Element) -> etree._Element | None:
    """Return the ``article``, else ``main`` element in which a document was found, or the only one of the page."""
    for name in ("article", "main"):
        ones = [one for one in body.iter(etree.Element) if _is(one, name)]
        holders = ones if found is body else [one for one in reversed(ones) if one in _around(found)]
        if holders and (found is not body or len(ones) == 1):
            return holders[0]
    return None


def _around(element: etree._Element) -> tuple[etree._Element, ...]:
    return (element, *element.iterancestors())


def _is(element: etree._Element, name: str) -> bool:
    """Tell whether an element is the page's ``article`` or ``main``, by its name or its role."""
    return name_of(element) == name or element.get("role", "") == name


def _titles(root: etree._Element, others: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the first block outside the region that repeats what the page's head calls the document."""
    told = "".join(text_of(one) for one in list(root.iter("title"))[:1])
    for element in others:
        words = text_of(element)
        is_title = words in told and len(words) >= _TITLE * len(told)
        if is_title and words and name_of(element) in BLOCKS - HEADINGS and not is_chrome(element):
            if not any(name_of(one) in HEADINGS | {"a"} for one in element.iter(etree.Element)):
                yield element
            return


def _belongs(element: etree._Element, pointed_at: set[str]) -> bool:
    """Tell whether an element outside the region belongs to it: the heading, notes it points to, a list of its data."""
    if name_of(element) == "h1":
        return not any(text_of(link) == text_of(element) for link in element.iter("a"))
    if name_of(element) == "dl" and sum(name_of(one) == "dt" for one in element) > 1:
        return not is_hidden(element) and not any(is_chrome(one) for one in _around(element))
    return bool({element.get("id"), element.get("name")} & pointed_at)


def _common_element(root: etree._Element, body: etree._Element) -> etree._Element:
    """Return the smallest element that holds all that readability takes for the document's text."""
    elements = list(body.iter(etree.Element))
    numbered = copy.deepcopy(root)
    for number, element in enumerate(next(iter(numbered.iter("body")), numbered).iter(etree.Element)):
        element.set(_NUMBER, str(number))
    summary = html.fromstring(_readable(html.tostring(numbered, encoding="unicode")) or "<p></p>")
    numbers = sorted({int(one.get(_NUMBER, "0")) for one in summary.iter(etree.Element) if (one.text or "").strip()})
    holders = [elements[number] for number in numbers if 0 < number < len(elements)]
    if not holders:
        return body
    paths = [[*reversed(list(one.iterancestors())), one] for one in holders]
    common = [steps[0] for steps in zip(*paths, strict=False) if all(step is steps[0] for step in steps)]
    return _holder(common[-1] if common else body, body)


def _holder(element: etree._Element, body: etree._Element) -> etree._Element:
    """Return the nearest element around that can hold a document: no paragraph, row or item."""
    for one in (element, *element.iterancestors()):
        if one is body or name_of(one) in _HOLDERS:
            return one if any(outer is body for outer in one.iterancestors()) else body
    return body


def _readable(page: str) -> str:
    """Return the HTML of what the library takes for the document, "" where it finds none; it says nothing about it."""
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        return str(Document(page, min_text_length=5, retry_length=50).summary(html_partial=True))
    except (Unparseable, ValueError, etree.LxmlError):
        return ""
