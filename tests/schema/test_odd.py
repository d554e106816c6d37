"""The ODD says the same as the schema: elements, attributes, values, rules; and it is itself valid TEI."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from diple.resources import resource
from diple.schema_build import odd_of
from diple.validate.grammar import Grammar, load_grammar
from diple.xmlio import parse_file, tei

ODD = resource("schema", "diple.odd")
SCH = "{http://purl.oclc.org/dsdl/schematron}"


@pytest.fixture(scope="module")
def specs() -> dict[str, etree._Element]:
    """The specifications of elements in the ODD, by name."""
    return {str(spec.get("ident")): spec for spec in parse_file(ODD).iter(tei("elementSpec"))}


def _attributes(spec: etree._Element, mode: str) -> dict[str, etree._Element]:
    return {str(one.get("ident")): one for one in spec.iter(tei("attDef")) if one.get("mode") == mode}


def test_the_odd_is_current(tei_all: Path) -> None:
    assert ODD.read_bytes() == odd_of(ODD.parent, tei_all)


def test_the_odd_is_valid_tei(tei_all: Path, jing: Callable[[Path, Sequence[Path]], set[Path]]) -> None:
    assert jing(tei_all, [ODD]) == set()


def test_the_elements_are_the_same(specs: dict[str, etree._Element], grammar: Grammar) -> None:
    kept = [name for module in parse_file(ODD).iter(tei("moduleRef")) for name in (module.get("include") or "").split()]
    assert len(kept) == len(set(kept))
    assert set(kept) == set(specs) == set(grammar.elements)


def test_the_attributes_are_the_same(specs: dict[str, etree._Element], grammar: Grammar, tei_all: Path) -> None:
    whole = load_grammar(tei_all)
    deleted = {name for spec in parse_file(ODD).iter(tei("classSpec")) for name in _attributes(spec, "delete")}
    for name, spec in specs.items():
        kept = set(whole.elements[name].attributes) - deleted - set(_attributes(spec, "delete"))
        assert kept == set(grammar.elements[name].attributes), name
        assert set(_attributes(spec, "change")) <= kept


def test_the_values_and_requirements_are_the_same(specs: dict[str, etree._Element], grammar: Grammar) -> None:
    (cert,) = [spec for spec in parse_file(ODD).iter(tei("classSpec")) if _attributes(spec, "change")]
    for name, spec in specs.items():
        changed = _attributes(cert, "change") | _attributes(spec, "change")
        for attribute in grammar.elements[name].attributes.values():
            said = changed.get(attribute.name)
            values = [] if said is None else [item.get("ident") for item in said.iter(tei("valItem"))]
            assert values == list(attribute.values), (name, attribute.name)
            assert attribute.required == (said is not None and said.get("usage") == "req"), (name, attribute.name)


def test_the_rules_are_the_same() -> None:
    def numbers(path: Path) -> list[str | None]:
        return [one.get("id") for one in parse_file(path).iter(f"{SCH}assert", f"{SCH}report")]

    assert numbers(ODD) == numbers(resource("schema", "diple.sch"))
