"""Fragments for the processors to agree on: the schema's own examples, and each of them with one thing changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.validate.grammar import AttributeRule, ElementRule, Grammar
from diple.validate.values import accepts
from diple.xmlio import TEI, XML, tei

WRONG_VALUES = (
    "no such value",
    "",
    "#",
    "4 May 1962",
    "1961-02-30",
    "-1",
    "1,5",
    "a#b#c",
    "1961-7-3",
    "24:61:00",
    "ü ü",
)


class Variant(NamedTuple):
    """A fragment, and what was done to the example it comes from."""

    what: str
    root: etree._Element


def exemplar(name: str, grammar: Grammar) -> etree._Element:
    """Return the example in an element's gloss, in the TEI namespace."""
    example = grammar.elements[name].gloss.example
    end = min(example.index(mark) for mark in " />" if mark in example)
    return etree.fromstring(f'{example[:end]} xmlns="{TEI}"{example[end:]}')


def variants(grammar: Grammar) -> Iterator[Variant]:
    """Yield every example and its variants, valid ones and invalid ones."""
    seen: set[bytes] = set()
    for name, rule in grammar.elements.items():
        example = exemplar(name, grammar)
        yield Variant(f"{name} as it is", example)
        for change in (_attributes, _children, _strangers):
            yield from change(name, rule, example, grammar, seen)


def _changed(what: str, example: etree._Element, name: str) -> tuple[Variant, etree._Element]:
    root = copy.deepcopy(example)
    return Variant(what, root), next(root.iter(tei(name)))


def _attributes(
    name: str, rule: ElementRule, example: etree._Element, grammar: Grammar, seen: set[bytes]
) -> Iterator[Variant]:
    variant, element = _changed(f"{name} with an attribute that is none", example, name)
    element.set("colour", "red")
    yield variant
    for attribute in rule.attributes.values():
        key = attribute.name.replace("xml:", f"{{{XML}}}")
        if attribute.required:
            variant, element = _changed(f"{name} without @{attribute.name}", example, name)
            element.attrib.pop(key)
            yield variant
        for value in _values(attribute, grammar, seen):
            variant, element = _changed(f"{name} with @{attribute.name}={value!r}", example, name)
            element.set(key, value)
            yield variant


def _values(attribute: AttributeRule, grammar: Grammar, seen: set[bytes]) -> list[str]:
    """Return values to try: once for each kind of value, and the closed lists for each element that has them."""
    kind = etree.tostring(attribute.pattern)
    if kind in seen and not attribute.values:
        return []
    seen.add(kind)
    good = attribute.values or (attribute.gloss.example.partition('"')[2].rstrip('"'),)
    assert all(accepts(grammar, attribute, value) for value in good)
    return [*good, *WRONG_VALUES] if kind not in seen or not attribute.values else [*good, "no-such-value"]


def _children(
    name: str, rule: ElementRule, example: etree._Element, grammar: Grammar, seen: set[bytes]
) -> Iterator[Variant]:
    for number in range(len(next(example.iter(tei(name))))):
        variant, element = _changed(f"{name} without child {number}", example, name)
        element.remove(element[number])
        yield variant
        variant, element = _changed(f"{name} with child {number} twice", example, name)
        element.insert(number, copy.deepcopy(element[number]))
        yield variant
        variant, element = _changed(f"{name} with child {number} first", example, name)
        element.insert(0, element[number])
        yield variant


def _strangers(
    name: str, rule: ElementRule, example: etree._Element, grammar: Grammar, seen: set[bytes]
) -> Iterator[Variant]:
    variant, element = _changed(f"{name} with words in front", example, name)
    element.text = "words" + (element.text or "")
    yield variant
    for child in ("p", "gap", "person", "nothing"):
        variant, element = _changed(f"{name} with {child} at the end", example, name)
        element.append(exemplar(child, grammar) if child in grammar.elements else etree.Element(tei(child)))
        yield variant
