"""Elements and attributes of word-processor files by their names alone: each namespace comes in several versions."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and processing instructions."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def get(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return an attribute by its name without namespace."""
    if element is not None:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] == name:
                return str(value)
    return default


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """Return the attribute ``val`` at the end of a path, or ""."""
    return get(child(element, *path), "val")


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Tell whether a property is switched on; None if nothing is said of it."""
    found = child(properties, name)
    return None if found is None else get(found, "val", "true") not in _OFF


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    return (one for one in (() if element is None else element) if local(one) == name)
