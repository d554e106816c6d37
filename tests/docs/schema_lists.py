"""Which attributes the elements of the schema carry, and which of them have a closed list of values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from diple.resources import resource

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_ANY = frozenset({"data", "text"})

Attributes = dict[str, frozenset[str] | None]
"""The attributes of an element by name; those with a closed list of values have it, others have None."""


@cache
def elements() -> dict[str, Attributes]:
    """Return the elements of the schema with their attributes."""
    grammar = etree.parse(str(resource("schema", "diple.rng"))).getroot()
    defines = {define.get("name", ""): define for define in grammar.iter(f"{_RNG}define")}
    return {
        element.get("name", ""): dict(_attributes(element, defines))
        for element in grammar.iter(f"{_RNG}element")
        if element.get("name")
    }


def closed_lists() -> set[tuple[str, str]]:
    """Return the pairs of element and attribute whose values are a closed list."""
    return {(name, attribute) for name, held in elements().items() for attribute, values in held.items() if values}


def _attributes(
    node: etree._Element, defines: dict[str, etree._Element]
) -> Iterator[tuple[str, frozenset[str] | None]]:
    for child in node:
        if child.tag == f"{_RNG}attribute":
            yield child.get("name", ""), _values(child, defines)
        elif child.tag == f"{_RNG}ref":
            define = defines[child.get("name", "")]
            if define.find(f"{_RNG}element") is None:
                yield from _attributes(define, defines)
        elif child.tag != f"{_RNG}element":
            yield from _attributes(child, defines)


def _values(node: etree._Element, defines: dict[str, etree._Element]) -> frozenset[str] | None:
    """Return the values an attribute may have, or None if it is not restricted to a list."""
    found: set[str] = set()
    for child in node.iter(*(_RNG + name for name in ("value", "ref", *_ANY))):
        if child.tag == f"{_RNG}value":
            found.add(child.text or "")
        elif child.tag == f"{_RNG}ref":
            inner = _values(defines[child.get("name", "")], defines)
            if inner is None:
                return None
            found |= inner
        else:
            return None
    return frozenset(found) or None
