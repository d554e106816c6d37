"""Reading text out of a TEI tree: what stands in the document, before a note, beside a mark in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOT_THE_DOCUMENT = frozenset({"note", "metamark", "fw", "corr", "expan", "reg"})
BLOCKS = frozenset(
    {"p", "ab", "item", "head", "salute", "signed", "dateline", "stamp", "speaker", "label", "l", "cell"}
)
BREAKING = BLOCKS | {"lb", "pb", "list", "div", "sp", "said", "opener", "closer", "postscript", "quote", "floatingText"}

Element = etree._Element
Fact = str | list[str | None]


class Step(NamedTuple):
    """One step of a walk: the start or the end of an element, or a run of the document's text."""

    kind: str
    element: Element
    text: str = ""


def name(element: Element) -> str:
    """Return the element's local name, empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def squeeze(text: str) -> str:
    """Return text with every run of white space, no-break spaces too, as one space."""
    return " ".join(text.replace("\u00a0", " ").replace("\u00ad", "").split())


def find(node: Element, path: str) -> list[Element]:
    """Return the elements an XPath with the prefix ``t`` selects."""
    return node.xpath(path, namespaces=NS)


def walk(element: Element, skip: frozenset[str] = NOT_THE_DOCUMENT) -> Iterator[Step]:
    """Walk an element in document order; the words inside ``skip`` elements are passed over, their tags are not."""
    yield Step("start", element)
    if name(element) and name(element) not in skip:
        yield Step("text", element, element.text or "")
        for child in element:
            yield from walk(child, skip)
            yield Step("text", element, child.tail or "")
    yield Step("end", element)


def _as_text(step: Step) -> str:
    if step.kind == "text":
        return step.text
    return " " if _breaks(step.element) else ""


def _breaks(element: Element) -> bool:
    """Say whether words before an element and in it are apart; a quotation within a line is not."""
    if name(element) == "quote":
        return any(name(child) in BLOCKS for child in element)
    return name(element) in BREAKING and element.get("break") != "no"


def plain(element: Element) -> str:
    """Return the words of the document in an element: no notes, no corrections, no expansions."""
    return squeeze("".join(_as_text(step) for step in walk(element)))


def whole(element: Element) -> str:
    """Return all words in an element, those of nested notes too."""
    return squeeze("".join(_as_text(step) for step in walk(element, frozenset())))


def inside(element: Element) -> str:
    """Return the words of an element that itself does not belong to the document, a note or a correction."""
    parts = [element.text or ""]
    for child in element:
        parts += [_as_text(step) for step in walk(child, frozenset({"metamark"}))]
        parts.append(child.tail or "")
    return squeeze("".join(parts))


def block_of(element: Element) -> Element:
    """Return the nearest paragraph-like ancestor, or the parent where there is none."""
    nearest = next((found for found in element.iterancestors() if name(found) in BLOCKS), None)
    parent = element.getparent()
    return nearest if nearest is not None else parent if parent is not None else element


def before(element: Element) -> str:
    """Return the words of the block up to an element."""
    parts: list[str] = []
    for step in walk(block_of(element)):
        if step.element is element:
            break
        parts.append(_as_text(step))
    return squeeze("".join(parts))


def around(root: Element, element: Element) -> tuple[str, str]:
    """Return the last word before and the first word after a milestone; at a broken word, its two halves."""
    parts: list[list[str]] = [[], []]
    seen = 0
    for step in walk(root):
        if step.element is element:
            seen = 1
        else:
            parts[seen].append(_as_text(step))
    left, right = (squeeze("".join(part)) for part in parts)
    return left.rpartition(" ")[2], right.partition(" ")[0]


def by_id(root: Element, pointer: str) -> Element | None:
    """Return the element a pointer ``#id`` leads to."""
    found = root.xpath("//*[@xml:id=$id]", id=pointer.removeprefix("#"))
    return found[0] if found else None


def _between(root: Element, start: Element, end: Element) -> str:
    parts: list[str] = []
    open_ = False
    for step in walk(root):
        if step.element is end and step.kind == "start":
            break
        open_ = open_ or step.element is start
        if open_:
            parts.append(_as_text(step))
    return squeeze("".join(parts))


def _range_end(root: Element, mark: Element, start: Element) -> Element | None:
    pointers = [mark.get("spanTo"), start.get("spanTo"), start.get("next"), start.get("corresp")]
    return next((by_id(root, pointer) for pointer in pointers if pointer), None)


def _chain(root: Element, element: Element) -> list[Element]:
    chain = [element]
    while (
        (pointer := chain[-1].get("next"))
        and (following := by_id(root, pointer)) is not None
        and following not in chain
    ):
        chain.append(following)
    return chain


def marked(root: Element, mark: Element) -> str | None:
    """Return what a marginal mark stands beside: the words, ``p: words`` for a whole paragraph, None if not told."""
    pointers = (mark.get("target") or "").split()
    targets = [found for pointer in pointers if (found := by_id(root, pointer)) is not None]
    if not targets:
        return None
    if name(targets[0]) == "anchor":
        end = targets[1] if len(targets) > 1 else _range_end(root, mark, targets[0])
        return None if end is None else _between(root, targets[0], end)
    words = " ".join(plain(part) for target in targets for part in _chain(root, target))
    return f"p: {words}" if name(targets[0]) == "p" else squeeze(words)


def is_like(expected: str | None, found: str | None) -> bool:
    """Say whether a text is the expected one.

    ``first … last`` asks for the beginning and the end only, ``a || b`` allows either, ``*`` allows anything.
    """
    if expected is None or found is None:
        return expected is None and found is None
    if expected == "*":
        return True
    return any(_is_like(choice, found) for choice in expected.split(" || "))


def _is_like(expected: str, found: str) -> bool:
    expected, found = squeeze(expected), squeeze(found)
    if expected == "*":
        return True
    if " … " not in f" {expected} ":
        return expected == found
    start, _, end = f" {expected} ".partition(" … ")
    return found.startswith(start.strip()) and found.endswith(end.strip()) and found != end.strip()


def bare(text: str) -> str:
    """Return text without brackets and the full stop around it, as stage directions are compared."""
    return re.sub(r"^[\s(\[*_]+|[\s)\].*_]+$", "", text)
