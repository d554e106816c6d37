"""TEI that follows another schema: checked for what holds for all TEI P5, and not drowned in what diple's has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from diple.validate.diagnosis import Problem, Spot
from diple.validate.words import Words
from diple.xmlio import TEI, XML_ID, tei

OTHER_SCHEMA = "I107"
HOLDS_FOR_ALL = frozenset({"R001", "R301", "R302", "R303", "R304", "R305"})
"""The rules that any TEI must obey: pointers that resolve, dates that agree with themselves and with their words."""
_OURS = frozenset({"diple.rng", "diple.rnc", "diple.xsd", "diple.sch", "diple.odd"})
_ADDRESS = re.compile(r"(?:href|RNGSchema|schema)\s*=\s*[\"']([^\"']+)[\"']")
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_DATES = ("when", "notBefore", "notAfter", "from", "to")
_WHERE_DATES = frozenset({"date", "time", "birth", "death", "event", "change", "docDate", "origDate", "creation"})
_DATE = re.compile(
    r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?|--\d\d(?:-\d\d)?|---\d\d|\d\d:\d\d(?::[\d.]+)?Z?"
)


def other_schema(tree: etree._ElementTree, *, taken: bool = False) -> str | None:
    """Return the name of the schema that a document says it follows, if that is not diple's; None if it is.

    A document that names none is diple's, unless it was ``taken`` as TEI from elsewhere: then the result is "".
    """
    named = [*_named_schemas(tree)]
    program = f"{tei('teiHeader')}//{tei('application')}[@ident='diple']"
    if any(name in _OURS for name in named) or tree.getroot().find(program) is not None:
        return None
    return named[0] if named else "" if taken else None


def _named_schemas(tree: etree._ElementTree) -> Iterator[str]:
    """Yield the file names of the schemas that processing instructions and the root name, RELAX NG and XSD first."""
    root = tree.getroot()
    names: list[str] = []
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and node.target in {"xml-model", "oxygen"}:
            names += [PurePosixPath(address).name for address in _ADDRESS.findall(node.text or "")]
    names += [PurePosixPath(address).name for address in root.get(_SCHEMA_LOCATION, "").split()[1::2]]
    yield from sorted(dict.fromkeys(names), key=lambda name: name.endswith((".sch", ".isosch")))


def universal_problems(tree: etree._ElementTree) -> Iterator[Problem]:
    """Yield what is wrong by TEI itself: ids used twice, elements without a namespace, dates of no date's form."""
    seen: set[str] = set()
    bare: set[str] = set()
    for element in tree.getroot().iter(etree.Element):
        name = etree.QName(element)
        identifier = element.get(XML_ID)
        if identifier in seen:
            yield Problem("S010", element, Spot("attribute", XML_ID), _twice(identifier))
        if identifier is not None:
            seen.add(identifier)
        if not name.namespace and name.localname not in bare:
            bare.add(name.localname)
            words = Words(f"`{name.localname}` stands in no namespace; TEI's elements are in {TEI}")
            yield Problem("S011", element, Spot(), words)
        if name.localname in _WHERE_DATES:
            yield from _dates(element)


def _twice(identifier: str) -> Words:
    return Words(f"`xml:id` “{identifier}” is used twice: give one of the two another", "")


def _dates(element: etree._Element) -> Iterator[Problem]:
    for name in _DATES:
        value = element.get(name)
        if value is not None and not _DATE.fullmatch(value.strip()):
            words = Words(f"`@{name}`, “{value}”, is no date as TEI writes them: year, month and day, 1962-05-04")
            yield Problem("S009", element, Spot("attribute", name), words)


def as_advice(schema: str) -> str:
    """Return the sentence that says once what was checked, and against what not."""
    which = f"another schema, {schema}" if schema else "no schema that it names, and not diple's"
    return f"this TEI follows {which}; only its ids, pointers, dates and namespace were checked"
