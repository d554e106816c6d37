"""Which part of a web page is the document, and which is the site around it.

The library readability finds the document's text; since it leaves out tables, notes and short lines that belong to it,
only the place is taken from it: all that stands around the text found is kept.
"""

from __future__ import annotations

import copy
import logging
import re
from dataclasses import dataclass

from lxml import etree, html
from readability import Document  # type: ignore[import-untyped]
from readability.readability import Unparseable  # type: ignore[import-untyped]

from diple.formats.html.names import AROUND, BLOCKS, CHROME, HEADINGS, ROLES, UNSEEN, is_hidden, name_of

_NUMBER = "data-diple-number"
_ENOUGH = 0.5
"""The part of a page's words that a document must have for what stands around it to be taken for furniture."""
_HOLDERS = BLOCKS - frozenset({"p", "li", "td", "th", "tr", "tbody", "dd", "dt"})
_LINKED = 0.5
"""The part of an element's characters that stand in links from which on it is a menu."""
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|cookies?|consent|share|sharing|social|skip|related|"
    r"pagination|pager|toolbar|masthead|advert|promo|newsletter|copyright)(?:$|[\s_-])",
    re.I,
)
SITE = "what the web page has around the document"


@dataclass(frozen=True)
class Region:
    """The element that holds the document; ``kept`` are others that belong to it."""

    element: etree._Element
    kept: frozenset[etree._Element]
    is_trusted: bool

    def is_furniture(self, element: etree._Element) -> bool:
        """Tell whether an element is no part of the document; what holds the document never is."""
        if element is self.element or element in self.kept or self._holds_document(element):
            return False
        if _is_chrome(element):
            return True
        inside = any(outer is self.element or outer in self.kept for outer in element.iterancestors())
        return self.is_trusted and not inside and name_of(element) in BLOCKS | {"a", "span"}

    def _holds_document(self, element: etree._Element) -> bool:
        return any(outer is element for one in (self.element, *self.kept) for outer in one.iterancestors())


def find_region(root: etree._Element) -> Region:
    """Return the part of a page that is its document; the whole body where none can be told."""
    body = next((one for one in root.iter("body")), root)
    found = _common_element(root, body)
    words = _length(found) / max(_length(body), 1)
    if words < _ENOUGH:
        return Region(body, frozenset(), is_trusted=False)
    inside = set(found.iter(etree.Element))
    pointed_at = {(one.get("href") or "")[1:] for one in inside if (one.get("href") or "").startswith("#")}
    others = (one for one in body.iter(etree.Element) if one not in inside)
    around = set(found.iterancestors())
    kept = {one for one in others if one not in around and _belongs(one, pointed_at)}
    return Region(found, frozenset(kept), is_trusted=True)


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


def _belongs(element: etree._Element, pointed_at: set[str]) -> bool:
    """Tell whether an element outside the region belongs to it: the page's own heading, or notes it points to."""
    return name_of(element) == "h1" or bool({element.get("id"), element.get("name")} & pointed_at)


def _is_chrome(element: etree._Element) -> bool:
    name = name_of(element)
    if name in CHROME or element.get("role", "") in ROLES:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    is_suspect = name in AROUND or (name in BLOCKS - HEADINGS | {"a"} and bool(_FURNITURE.search(named)))
    if not is_suspect and name not in {"ul", "ol", "div", "section", "p", "table"}:
        return False
    length = _length(element)
    linked = sum(_length(link) for link in element.iter("a") if not (link.get("href") or "#").startswith("#"))
    return (is_suspect and 4 * linked > length) or (length > 0 and linked >= max(_LINKED, 0.7) * length and linked > 20)


def _length(element: etree._Element) -> int:
    """Return how many characters that are no white space an element shows."""
    if name_of(element) in UNSEEN or is_hidden(element):
        return 0
    own = len("".join((element.text or "").split()))
    return own + sum(_length(one) + len("".join((one.tail or "").split())) for one in element)
