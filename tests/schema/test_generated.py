"""The committed forms of the schema are what the source gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import xmlschema
from lxml import etree, html

from diple.resources import resource
from diple.schema_build import GENERATED, TrangError, flatten, generate, outdated, references
from diple.validate.explain import codes
from diple.validate.grammar import load_grammar
from diple.xmlio import parse_file

SCHEMA = resource("schema")


@pytest.fixture(scope="module", autouse=True)
def _java() -> None:
    if shutil.which("java") is None:
        pytest.skip("GENERATED SCHEMAS NOT CHECKED: Java is missing")


def test_generated_files_are_current() -> None:
    assert list(outdated(SCHEMA)) == []


def test_the_reference_is_current() -> None:
    pages = references(SCHEMA)
    assert {page.name for page in pages} == {"schema.md", "schema.html"}
    assert [page.name for page, content in pages.items() if page.read_bytes() != content] == []


def test_the_page_of_reference_has_each_element_and_code_and_no_broken_link() -> None:
    page = html.fromstring((SCHEMA.parent / "docs" / "schema.html").read_bytes())
    ids = [str(one.get("id")) for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert set(load_grammar().elements) | set(codes()) <= set(ids)
    links = [str(one.get("href")) for one in page.iter("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert not list(page.iter("script", "img", "link"))


def test_a_change_of_the_source_is_noticed(tmp_path: Path) -> None:
    for name in ("diple.rnc", "diple.sch", "schematron.xsl", "diple-rules.xsl", *GENERATED):
        shutil.copy(SCHEMA / name, tmp_path / name)
    source = tmp_path / "diple.rnc"
    source.write_text(source.read_text("utf-8").replace('"overleaf"', '"overleaf" | "verso"'), "utf-8")
    assert list(outdated(tmp_path)) == ["diple.rng", "diple.xsd"]


def test_a_wrong_source_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "diple.rnc"
    source.write_text("start = nothing", "utf-8")
    with pytest.raises(TrangError, match="nothing"):
        generate(source)


def test_every_processor_loads_the_schema() -> None:
    etree.RelaxNG(parse_file(SCHEMA / "diple.rng"))
    etree.XMLSchema(etree.parse(str(SCHEMA / "diple.xsd")))
    assert "p" in xmlschema.XMLSchema10(str(SCHEMA / "diple.xsd"), allow="local").elements


def test_flattening_keeps_the_language() -> None:
    xsd = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:group name="c"><xs:choice><xs:element ref="x"/><xs:group ref="d"/></xs:choice></xs:group>
      <xs:group name="d"><xs:choice><xs:element ref="y"/><xs:element ref="z"/></xs:choice></xs:group>
      <xs:element name="w"/><xs:element name="x"/><xs:element name="y"/><xs:element name="z"/>
      <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:group ref="c" minOccurs="0" maxOccurs="2"/><xs:element ref="w"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>"""
    before, after = (etree.XMLSchema(etree.fromstring(one)) for one in (xsd, flatten(xsd)))
    contents = ["", "w", "yw", "xyw", "xyzw", "xy", "zw", "wz", "xxw"]
    verdicts = [(before.validate(tree), after.validate(tree)) for tree in map(_content, contents)]
    assert all(one == other for one, other in verdicts)
    assert {one for one, _ in verdicts} == {True, False}


def _content(names: str) -> etree._Element:
    root = etree.Element("a")
    root.extend(etree.Element(name) for name in names)
    return root
