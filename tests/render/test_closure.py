"""No element of the schema without a rule in both outputs; no element of any other TEI loses its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import document, page_words, render, text_of, text_section
from lxml import etree

from diple.resources import resource

RNG = "{http://relaxng.org/ns/structure/1.0}"
EMPTY = frozenset("pb cb gb lb anchor metamark handShift graphic media ptr milestone addSpan delSpan space gap".split())


def elements_of_the_text() -> list[str]:
    """Return the names of the elements that the schema lets stand in ``text``, at any depth."""
    grammar = etree.parse(str(resource("schema", "diple.rng"))).getroot()
    definitions: dict[str, list[etree._Element]] = {}
    for definition in grammar.iter(f"{RNG}define"):
        definitions.setdefault(str(definition.get("name")), []).append(definition)
    names: set[str] = set()
    seen: set[str] = set()
    todo = [element for element in grammar.iter(f"{RNG}element") if element.get("name") == "text"]
    while todo:
        for node in todo.pop().iter(f"{RNG}ref", f"{RNG}element"):
            name = str(node.get("name"))
            if node.tag == f"{RNG}element":
                names.add(name)
            elif name not in seen:
                seen.add(name)
                todo += definitions.get(name, [])
    return sorted(names - {"text", "None"})


@pytest.mark.parametrize("name", elements_of_the_text())
def test_element_has_a_rule_of_its_own_in_the_page(name: str, tmp_path: Path) -> None:
    content = "" if name in EMPTY else "Kittiwake"
    body = f"<p>Before <{name}>{content}</{name}> after.</p><{name}>{content}</{name}>"
    files = render(tmp_path, document(body), "index.html", "x.critical.txt")
    section = text_section(files["index.html"])
    assert not section.xpath("//*[@data-tei]"), f"{name} falls to the rule for unknown elements"
    assert page_words(files["index.html"]).count("Kittiwake") == 2 * bool(content)
    assert files["x.critical.txt"].count("Kittiwake") == 2 * bool(content)


def test_schema_names_the_elements_of_the_contract() -> None:
    assert {"said", "metamark", "stamp", "floatingText", "supplied", "gap", "handShift"} <= set(elements_of_the_text())


@pytest.mark.parametrize(
    "body", ["<p>A <wobble>word</wobble> here.</p>", "<wobble>word</wobble>", "<x><y><z>word</z></y></x>"]
)
def test_unknown_element_keeps_its_text_and_says_so(body: str, tmp_path: Path) -> None:
    files = render(tmp_path, document(body))
    section = text_section(files["index.html"])
    assert section.xpath("//*[@data-tei]")
    assert page_words(files["index.html"]).count("word") == 1
    for policy in ("critical", "diplomatic", "reading"):
        assert " ".join(text_of(files[f"x.{policy}.txt"])).count("word") == 1


def test_every_string_of_the_interface_is_used_and_defined() -> None:
    folder = resource("xslt")
    defined = set(etree.parse(str(folder / "locale" / "en.xml")).xpath("//s/@id"))
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.xsl")))
    asked = set(re.findall(r"d:say\('([a-z-]+)'[,)]", code))
    assert asked <= defined
    prefixes = set(re.findall(r"d:say(?:-value)?\('([a-z-]+?)-?'(?: \|\||,)", code))
    names = asked | set(re.findall(r"'([a-z-]+)'", code))
    unused = {name for name in defined - names if not any(name.startswith(f"{prefix}-") for prefix in prefixes)}
    assert not unused


def test_stylesheets_keep_the_house_rules() -> None:
    for path in sorted(resource("xslt").rglob("*.xsl")):
        code = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert "disable-output-escaping" not in code
        assert "generate-id(" not in code
        assert "xsl:evaluate" not in code
        assert "count(preceding::" not in code
        assert 'exclude-result-prefixes="#all"' in code
        untyped = re.findall(r"<xsl:(?:template|function|param|variable)(?![^>]*\sas=)[^>]*>", code)
        assert not untyped, f"{path.name}: {untyped}"
