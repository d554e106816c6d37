"""Footnotes of web pages: links that lead from a mark to a body on the same page."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from diple.formats.html.names import BLOCKS, HEADINGS, name_of

_LABEL = re.compile(r"[\[(^]*\s*(?:note\s+)?(\d{1,4}|[*]{1,4}|[†‡§]{1,2}|[a-z]|[ivxlc]{1,6})\s*[\])]*[.:]?", re.I)
_BEFORE_LABEL = re.compile(r"[\s↩↑⏎⇧↵\ufe0e\ufe0f]*[\[(^]*\s*")
_AFTER_LABEL = re.compile(r"\s*[\])]*[.:]?\s*")
_SEVERAL = re.compile(r"\d+\.\d+")
"""What leads back from a note to each of several marks, as MediaWiki prints it."""
BACK = re.compile(r"[\s\[(]*(?:[↩↑⏎^⇧↵][\ufe0e\ufe0f]?|back|return|jump up(?: to)?:?)[\s\])]*", re.I)


class Notes(NamedTuple):
    """The links that are marks and the blocks that are bodies, with their labels; links from bodies back to marks."""

    marks: dict[etree._Element, str]
    bodies: dict[etree._Element, str]
    back: frozenset[etree._Element]


def find_notes(root: etree._Element) -> Notes:
    """Return the footnotes that links prove: a short label that leads on to the beginning of a block."""
    order = {element: number for number, element in enumerate(root.iter(etree.Element))}
    targets = {key: one for one in order for key in (one.get("name"), one.get("id")) if key}
    marks: dict[etree._Element, str] = {}
    bodies: dict[etree._Element, str] = {}
    for link in root.iter("a"):
        target = targets.get((link.get("href") or "").partition("#")[2]) if _is_local(link) else None
        match = _LABEL.fullmatch(_text(link))
        if target is None or match is None or order[target] <= order[link]:
            continue
        body = _block(target)
        if body is None or not _is_body(body, link, target):
            continue
        marks[link] = match[1]
        bodies.setdefault(body, match[1])
    back = {one for body in bodies for one in body.iter("a") if _is_local(one) and _leads_back(one, targets, marks)}
    return Notes(marks, bodies, frozenset(back))


def is_label(words: str) -> bool:
    """Tell whether words are such as stand at the mark of a note: 1, [1], *, a, iv."""
    return bool(_LABEL.fullmatch(words))


def label_at_start(text: str, label: str) -> int:
    """Return how many characters the label of a body takes at the beginning of its text.

    A label that is itself the link back to its mark has been read already; the signs around it are left.
    """
    start = _BEFORE_LABEL.match(text)
    position = start.end() if start is not None else 0
    has_label = text.startswith(label, position)
    end = _AFTER_LABEL.match(text, position + len(label) * has_label)
    return end.end() if end is not None else 0


def _is_local(link: etree._Element) -> bool:
    return (link.get("href") or "").startswith("#")


def _leads_back(link: etree._Element, targets: dict[str, etree._Element], marks: dict[etree._Element, str]) -> bool:
    """Tell whether a link in a body leads to its mark, or to what stands right around it."""
    target = targets.get((link.get("href") or "").partition("#")[2])
    words = _text(link)
    if link in marks or not any(form.fullmatch(words) for form in (_LABEL, BACK, _SEVERAL)):
        return False
    return target is None or any(one in marks for one in target.iter("a")) or target.getparent() in marks or (
        any(one in marks for one in (target.getnext(), target.getprevious()) if one is not None)
    )  # fmt: skip


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()


def _block(element: etree._Element) -> etree._Element | None:
    """Return the block that an element is or stands in."""
    for one in (element, *element.iterancestors()):
        if name_of(one) in BLOCKS and _text(one):
            return one if name_of(one) not in {"body", "html", "article", "main"} else None
    return None


def _is_body(block: etree._Element, link: etree._Element, target: etree._Element) -> bool:
    """Tell whether a block may be the body of the note whose mark is a link to something in it."""
    has_words = len(_text(block)) > len(_text(link))
    return has_words and link not in block.iter("a") and not _is_headed(block) and _begins(block, target)


def _is_headed(block: etree._Element) -> bool:
    """Tell whether a block is a heading or a section with one, and so no note."""
    return any(name_of(one) in HEADINGS for one in block.iter(etree.Element))


def _begins(block: etree._Element, target: etree._Element) -> bool:
    """Tell whether nothing but a label stands in a block before the element that a mark leads to."""
    before = ""
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if element is target:
            break
        before += str((element.text if event == "start" else element.tail) or "")
    return block is target or not before.strip() or bool(_LABEL.fullmatch(before.strip()))
