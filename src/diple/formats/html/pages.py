"""Where pages and columns of a printed edition begin: anchors, signs and style that say so."""

from __future__ import annotations

import re

from lxml import etree

from diple.formats.html.names import name_of

_NUMBER = r"(?P<n>\d{1,4}|[ivxlc]{1,7})"
_NAMED = re.compile(rf"(?:page|pg|pb|p|column|col)[-_.]?{_NUMBER}", re.I)
_SHOWN = re.compile(
    rf"\s*[\[({{|]?\s*(?:(?:page|pg?|pp|column|cols?|c)\b\.?\s*)?{_NUMBER}\s*[\])}}|]?[\s\u200b]*", re.I
)
_CLASS = re.compile(r"(?:^|\s)(?:[\w-]+[-_])?(?:page-?(?:num(?:ber)?|break)|pb)(?:$|\s)", re.I)
_HOLDERS = frozenset({"a", "span", "div", "hr", "p"})
_BREAK = re.compile(r"(?:page-)?break-(before|after):(?:always|page|left|right)")
_UNSEEN = str.maketrans("", "", "\u200b\ufeff\u2060")


def page_of(element: etree._Element) -> str:
    """Return the number of the page or column that an element says begins at it, or ""."""
    if name_of(element) not in _HOLDERS:
        return ""
    text = text_of(element).translate(_UNSEEN)
    number = _number_of(element, text)
    shown = _SHOWN.fullmatch(text)
    is_it = not text or (shown is not None and shown["n"].lower() == number.lower())
    return number if is_it else ""


def breaks_page(element: etree._Element, side: str) -> bool:
    """Tell whether an element's own style begins a new page at one of its sides, ``before`` or ``after``."""
    found = _BREAK.findall(element.get("style", "").replace(" ", "").lower())
    return side in found


def text_of(element: etree._Element) -> str:
    """Return the characters of an element, runs of white space as one space."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _number_of(element: etree._Element, text: str) -> str:
    """Return the number that an element's attributes tell; its text tells it where they only say what it is."""
    named = element.get("id") or element.get("name") or ""
    if match := _NAMED.fullmatch(named):
        return match["n"]
    role = f"{element.get('role', '')} {element.get('epub:type', '')}".replace("-", "")
    if "pagebreak" not in role and not _CLASS.search(element.get("class", "")):
        return ""
    for told in (element.get("data-page-number", ""), named, element.get("title", ""), text):
        if match := _SHOWN.fullmatch(told):
            return match["n"]
    return ""
