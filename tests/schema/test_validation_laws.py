"""Laws that hold for any document: the verdict is the schema's, and every finding has a place and a sentence."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from diple.validate import validate_bytes
from diple.validate.grammar import load_grammar
from diple.validate.verdict import compiled_schema
from diple.xmlio import TEI, tei

SAMPLE = Path(__file__).with_name("sample.xml").read_bytes()
NAMES = [*load_grammar().elements, "quux", "persname"]
ATTRIBUTES = ["who", "type", "n", "when", "target", "colour", "rend", "{http://www.w3.org/XML/1998/namespace}id"]
VALUES = ["#berg", "p1", "", "1962-05-04", "translator", "no such value", "x y", "\U0001f4dc", "1"]

several = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _edited(seed: int, number: int) -> bytes:
    """Return the sample after so many random edits of its tree."""
    chance, root = random.Random(seed), etree.fromstring(SAMPLE)
    for _ in range(number):
        element = chance.choice([one for one in root.iter(f"{{{TEI}}}*") if one is not root])
        parent = element.getparent()
        assert parent is not None
        match chance.randrange(6):
            case 0:
                element.tag = tei(chance.choice(NAMES))
            case 1:
                element.set(chance.choice(ATTRIBUTES), chance.choice(VALUES))
            case 2 if len(parent) > 1:
                parent.remove(element)
            case 3:
                element.text = chance.choice(["words", "", " \u00a0 ", "\U0001f4dc ]]> &"])
            case 4:
                parent.insert(chance.randrange(len(parent) + 1), etree.SubElement(parent, tei(chance.choice(NAMES))))
            case _:
                if element.attrib:
                    del element.attrib[chance.choice(list(element.attrib))]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


@several
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_the_verdict_is_that_of_the_schema(seed: int, number: int) -> None:
    data = _edited(seed, number)
    valid = compiled_schema().validate(etree.fromstring(data, etree.XMLParser(collect_ids=False)))
    found = validate_bytes(data, "x.xml")
    assert valid == (found == [])
    assert all(one.line > 0 and one.column > 0 and one.message and one.xpath for one in found)
    assert "S090" not in {one.code for one in found}


@several
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_rules_stop_at_no_document(seed: int, number: int) -> None:
    data = _edited(seed, number)
    found = validate_bytes(data, "x.xml", rules=True)
    assert "R000" not in {one.code for one in found}
    assert len(found) >= len(validate_bytes(data, "x.xml"))


@several
@given(st.binary(max_size=300))
def test_bytes_that_are_anything_are_told_in_words(data: bytes) -> None:
    found = validate_bytes(data, "x.xml")
    assert found
    assert all(one.message and one.code for one in found)


@several
@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=0, max_size=4), st.integers(0, 6))
def test_bytes_put_anywhere_into_a_document_are_told_in_words(at: int, new: bytes, removed: int) -> None:
    found = validate_bytes(SAMPLE[:at] + new + SAMPLE[at + removed :], "x.xml")
    assert all(one.message and one.line > 0 for one in found)
