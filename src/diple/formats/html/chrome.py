"""What sites put around and between their documents: menus, buttons, notices of the software that serves the page."""

from __future__ import annotations

import re

from lxml import etree

from diple.formats.html.names import AROUND, BLOCKS, CHROME, HEADINGS, ROLES, UNSEEN, is_hidden, name_of

_LINKED = 0.7
"""The part of an element's characters that stand in links from which on it is a menu."""
_FEW = 20
"""Up to how many characters in links say nothing, unless there is nothing but links."""
_SUSPECT = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|cookies?|consent|share|sharing|social|skip|related|"
    r"pagination|pager|toolbar|tools|tabs|actions|masthead|advert|promo|newsletter|copyright)(?:$|[\s_-])",
    re.I,
)
_CERTAIN = re.compile(r"(?:^|[\s_-])(?:boilerplate|printfooter|catlinks|jump-link)(?:$|[\s_-])", re.I)
"""Names that only software gives, to what it adds to each page."""
_FOOT = re.compile(r"(?:^|\s)(?:(?:site|page|global|main)[_-]?)?footer(?:$|\s)", re.I)
_MENUS = frozenset("ul ol div section p table center".split())
_PERMALINK = re.compile(r"permalink|headerlink|anchor|bookmark", re.I)
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:(?:index|default|home)\.\w+)?", re.I)
"""Addresses of the first page of a site."""
_WORD = re.compile(r"\w")


def is_chrome(element: etree._Element) -> bool:
    """Tell whether an element belongs to the site, by its kind, its name, or because it leads to other pages."""
    name = name_of(element)
    if name in CHROME or element.get("role", "") in ROLES:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if name in BLOCKS and _CERTAIN.search(named):
        return True
    if name in {"div", "section", "table"} and _FOOT.search(named) and not _leads_within(element):
        return True
    if name in HEADINGS and _leads_home(element):
        return True
    is_suspect = name in AROUND or (name in BLOCKS - HEADINGS | {"a"} and bool(_SUSPECT.search(named)))
    if is_suspect and (4 * _linked(element) > length(element) or not _has_other_words(element)):
        return True
    return (is_suspect or name in _MENUS) and not _is_announced(element) and _is_menu(element)


def is_permalink(element: etree._Element) -> bool:
    """Tell whether an element is a sign that leads to its own place on the page (§, ¶, #)."""
    href = element.get("href", "")
    is_named = bool(_PERMALINK.search(f"{element.get('class', '')} {element.get('rel', '')}"))
    return is_named and href.startswith("#") and not _WORD.search("".join(map(str, element.itertext())))


def length(element: etree._Element) -> int:
    """Return how many characters that are no white space an element shows."""
    if name_of(element) in UNSEEN or is_hidden(element):
        return 0
    own = len("".join((element.text or "").split()))
    return own + sum(length(one) + len("".join((one.tail or "").split())) for one in element)


def _leads_within(element: etree._Element) -> bool:
    """Tell whether something in an element leads to another place of the page, as notes lead back to their marks."""
    return any(len(link.get("href") or "") > 1 and link.get("href", "")[0] == "#" for link in element.iter("a"))


def _leads_home(element: etree._Element) -> bool:
    """Tell whether all the words of an element are a link to the first page of the site."""
    links = [link for link in element.iter("a") if link.get("href") and _HOME.fullmatch(link.get("href", ""))]
    return bool(links) and not _has_other_words(element)


def _linked(element: etree._Element) -> int:
    """Return how many characters stand in links to other pages."""
    return sum(length(link) for link in element.iter("a") if not (link.get("href") or "#").startswith("#"))


def _is_menu(element: etree._Element) -> bool:
    """Tell whether nearly all of an element leads to other pages; a link to a place in one refers, and is no menu."""
    links = [link for link in element.iter("a") if link.get("href") and "#" not in link.get("href", "")]
    linked = sum(length(link) for link in links)
    if not linked or linked < _LINKED * length(element):
        return False
    return linked > _FEW or (len(links) > 1 and not _has_other_words(element))


def _has_other_words(element: etree._Element) -> bool:
    outside = "".join(_outside_links(element))
    return bool(_WORD.search(outside))


def _outside_links(element: etree._Element) -> list[str]:
    if name_of(element) == "a":
        return []
    return [element.text or "", *(part for one in element for part in [*_outside_links(one), one.tail or ""])]


def _is_announced(element: etree._Element) -> bool:
    """Tell whether a label stands before an element ("Participants:", "PRESENT"): then its links are people."""
    before = element.getprevious()
    words = "" if before is None else "".join(map(str, before.itertext())).strip()
    return name_of(element) in {"ul", "ol", "p"} and len(words) < 60 and (words.endswith(":") or words.isupper())
