"""The examples of conventions, encoded and compared with what they should become."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.conventions.table import Convention, Example, House
from diple.pipeline import encode
from diple.source import source_from_text
from diple.verify import verify
from diple.xmlio import TEI, XML_ID, parse_bytes, safe_parser, tei


class Failure(NamedTuple):
    """An example that does not become what it should; ``found`` is what came out, if anything did."""

    convention: Convention
    example: Example
    reason: str
    found: str = ""


def failures(convention: Convention, house: House) -> Iterator[Failure]:
    """Yield the examples of a convention that fail under a house: another result, or a word lost."""
    for example in convention.examples:
        source = source_from_text(example.source, "example.txt")
        encoding = encode(source, house=house)
        found = verify(encoding.tei, source, encoding.ledger, house=house).findings
        if lost := [finding.message for finding in found if finding.level == "error"]:
            yield Failure(convention, example, lost[0])
            continue
        body = parse_bytes(encoding.tei, "example.xml").getroot().find(f"{tei('text')}/{tei('body')}")
        assert body is not None
        if reason := _difference(body, example):
            yield Failure(convention, example, reason, _serialised(body))


def _difference(body: etree._Element, example: Example) -> str:
    """Return why the body does not hold what the example should become, or ""."""
    if "<" not in example.becomes:
        text = " ".join("".join(str(part) for part in body.itertext()).split())
        return "" if " ".join(example.becomes.split()) in text else "these words do not stand in the text"
    try:
        wanted = etree.fromstring(f'<body xmlns="{TEI}">{example.becomes}</body>', safe_parser())
    except etree.XMLSyntaxError as error:
        return f"what it should become is not well-formed XML: {error.msg}"
    return "" if _serialised(wanted) in _serialised(body) else "another encoding came out"


def _serialised(element: etree._Element) -> str:
    """Return what an element holds in canonical form, without ids, white space runs as single spaces."""
    for one in element.iter(etree.Element):
        if XML_ID in one.attrib:
            del one.attrib[XML_ID]
    canonical = etree.tostring(element, method="c14n").decode()
    canonical = re.sub(r' xmlns(?::\w+)?="[^"]*"', "", canonical)
    inner = canonical[canonical.index(">") + 1 : canonical.rindex("<")]
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", inner)).strip()
