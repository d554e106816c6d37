"""Making header elements from facts, and noting to which element each fact went."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from diple.draft import Draft
from diple.model import Fact
from diple.xmlio import tei

Content = etree._Element | str | None

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEMPORAL = re.compile(
    r"(?P<year>\d{4})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|"
    r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
)
_DATABLE = ("when", "from", "to", "notBefore", "notAfter")
_CERTAINTIES = frozenset({"high", "medium", "low", "unknown"})


def plain(text: str) -> str:
    """Return text as one line that XML can carry."""
    return " ".join(_ILLEGAL.sub("", text).split())


def make(tag: str, *content: Content, attrs: dict[str, str] | None = None) -> etree._Element:
    """Return a TEI element with text and elements in the order given; ``None`` among them is passed over."""
    element = etree.Element(tei(tag))
    for name, value in (attrs or {}).items():
        if words := plain(value):
            element.set(name, words)
    last: etree._Element | None = None
    for item in content:
        if isinstance(item, str):
            text = _ILLEGAL.sub("", item)
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
        elif item is not None:
            element.append(item)
            last = item
    return element


def paragraph(text: str) -> etree._Element:
    """Return a ``p`` with a sentence in it."""
    return make("p", text)


def datable(fact: Fact) -> dict[str, str]:
    """Return those attributes of a fact that date a TEI element, and its certainty."""
    dates = {name: fact.attrs[name] for name in _DATABLE if _TEMPORAL.fullmatch(fact.attrs.get(name, ""))}
    return {**dates, **certainty(fact)}


def certainty(fact: Fact) -> dict[str, str]:
    """Return the ``cert`` attribute of a fact, where it has one."""
    return {"cert": fact.attrs["cert"]} if fact.attrs.get("cert") in _CERTAINTIES else {}


class Facts:
    """The facts of a draft by field, and the header elements they went to."""

    def __init__(self, draft: Draft, doc_id: str = "") -> None:
        self.draft = draft
        self.doc_id = doc_id
        self.places: list[tuple[Fact, etree._Element]] = []
        self._by_field: dict[str, list[Fact]] = defaultdict(list)
        for fact in draft.facts:
            self._by_field[fact.field].append(fact)

    def all(self, *fields: str) -> list[Fact]:
        """Return the facts of these fields, in the order of the fields, then as they were told."""
        return [fact for field in fields for fact in self._by_field[field]]

    def first(self, *fields: str) -> Fact | None:
        """Return the first fact of the first of these fields that has one with words in it."""
        return next((fact for fact in self.all(*fields) if plain(fact.value)), None)

    def say(self, tag: str, fact: Fact, attrs: dict[str, str] | None = None) -> etree._Element:
        """Return an element with the fact's words, noted as the place to which the fact went."""
        return self.note(fact, make(tag, plain(fact.value), attrs=attrs))

    def say_each(self, tag: str, facts: list[Fact], attrs: dict[str, str] | None = None) -> list[etree._Element]:
        """Return one element for each different wording; a fact told twice goes to the element of its first telling."""
        elements: dict[str, etree._Element] = {}
        for fact in facts:
            words = plain(fact.value)
            if words in elements:
                self.note(fact, elements[words])
            else:
                elements[words] = self.say(tag, fact, attrs)
        return list(elements.values())

    def note(self, fact: Fact, element: etree._Element) -> etree._Element:
        """Note that a fact's words stand in an element; return the element."""
        if fact.consumed and fact.start < fact.end:
            self.places.append((fact, element))
        return element

    def homeless(self) -> Iterator[Fact]:
        """Yield the facts whose characters stand only in the header, and nowhere in it yet."""
        placed = {id(fact) for fact, _ in self.places}
        for fact in self.draft.facts:
            if fact.consumed and fact.start < fact.end and id(fact) not in placed and plain(fact.value):
                yield fact
