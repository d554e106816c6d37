"""docs/encoding.md: its examples are what sources say and what the encoder gives; its lists are the schema's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from fences import TREE, Fence, encoding_of, fences, missing, parts_of_fragment, parts_of_text, source_of, tree_of
from schema_lists import closed_lists, elements

from diple.ledger import digest
from diple.review import review
from diple.xmlio import parse_bytes

PAGE = TREE / "docs" / "encoding.md"
FENCES = fences(PAGE)
SHOWN = [fence for fence in FENCES if "source" in fence.values]
PARTS_WITH_EXAMPLES = [f"{number}. " for number in range(1, 7)]

_PROSE = re.sub(r"^```.*?^```$", "", PAGE.read_text(encoding="utf-8"), flags=re.S | re.M)
_TAG = re.compile(r"<(?P<name>[A-Za-z]+)(?P<attributes>(?: [\w:]+=\"[^\"]*\")*)\s*/?>")
_ATTRIBUTE = re.compile(r"([\w:]+)=\"([^\"]*)\"")


def of_language(language: str) -> list[Fence]:
    return [fence for fence in SHOWN if fence.language == language]


@pytest.mark.parametrize("fence", of_language("text"), ids=str)
def test_a_text_example_stands_in_its_source(fence: Fence) -> None:
    source = " ".join(source_of(fence.values["source"]).text.split())
    assert missing(parts_of_text(fence.text), source) == ""


@pytest.mark.parametrize("fence", of_language("xml"), ids=str)
def test_an_xml_example_stands_in_what_the_encoder_gives(fence: Fence) -> None:
    whole = tree_of(fence.values["source"], ids=" xml:id=" in fence.text, register="register" in fence.words)
    assert missing(parts_of_fragment(fence.text), whole) == ""


@pytest.mark.parametrize("fence", of_language("json"), ids=str)
def test_a_line_of_the_ledger_is_in_the_ledger(fence: Fence) -> None:
    entries = json.loads(encoding_of(fence.values["source"]).ledger.as_json())["entries"]
    assert json.loads(fence.text) in entries


@pytest.mark.parametrize("fence", [fence for fence in FENCES if "review" in fence.values], ids=str)
def test_a_line_of_the_review_list_is_on_it(fence: Fence) -> None:
    name = fence.values["review"]
    encoding = encoding_of(name)
    found = review(parse_bytes(encoding.tei, name).getroot(), name, encoding.ledger, source_of(name))
    lines = {f"{item.level} {item.code}: {item.message} ({item.suggestion})" for item in found}
    assert " ".join(fence.text.split()) in lines


def test_every_fence_is_compared_with_something() -> None:
    assert [str(fence) for fence in FENCES if not {"source", "review"} & set(fence.values)] == []


def test_every_source_named_is_there_and_most_are_seeds() -> None:
    names = {fence.values["source"] for fence in SHOWN}
    assert all((TREE / name).is_file() for name in names)
    assert {f"seeds/{path.name}" for path in (TREE / "seeds").iterdir()} <= names


def sections() -> Iterator[tuple[str, str, str]]:
    """Yield the sections of the parts that show signs: part, title, text."""
    for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, text = part.partition("\n")
        if title.startswith(tuple(PARTS_WITH_EXAMPLES)):
            for section in re.split(r"^### ", text, flags=re.M)[1:]:
                yield title, section.partition("\n")[0], section


@pytest.mark.parametrize(
    ("part", "title", "text"), list(sections()), ids=lambda value: value if len(value) < 60 else ""
)
def test_every_sign_has_its_example(part: str, title: str, text: str) -> None:
    assert "```text source=" in text, f"{part}: {title} shows no source"
    assert "```xml source=" in text, f"{part}: {title} shows no TEI"


def test_the_contents_name_every_part() -> None:
    page = PAGE.read_text(encoding="utf-8")
    contents = page.partition("## Contents\n")[2].partition("\n## ")[0]
    parts = [title for title in re.findall(r"^## (.+)$", page, re.M) if title != "Contents"]
    assert re.findall(r"^- \[([^\]]+)\]", contents, re.M) == parts


# == the lists


@cache
def value_tables() -> dict[tuple[str, str], set[str]]:
    """Return the lists of the page: pairs of element and attribute with their values."""
    found: dict[tuple[str, str], set[str]] = {}
    tables = re.findall(r"^#### `@(\w+)` of (.+)\n\n\| value.*\n\|[-|]+\n((?:\|.*\n)+)", _PROSE, re.M)
    for attribute, names, rows in tables:
        values = {row.split("`")[1] for row in rows.splitlines()}
        for name in _named(names, attribute):
            found[name, attribute] = values
    for attribute, names, cell in re.findall(r"^\| `@(\w+)` \| (`<.+?) \| (.+) \|$", _PROSE, re.M):
        for name in _named(names, attribute):
            found[name, attribute] = set(re.findall(r"`([\w-]+)`", cell))
    return found


def _named(names: str, attribute: str) -> list[str]:
    if names == "every element":
        return [name for name, held in elements().items() if attribute in held]
    return re.findall(r"`<(\w+)>`", names)


def test_the_page_has_every_closed_list_and_no_other() -> None:
    assert set(value_tables()) == closed_lists()


@pytest.mark.parametrize(("element", "attribute"), sorted(closed_lists()))
def test_a_list_of_the_page_is_that_of_the_schema(element: str, attribute: str) -> None:
    assert value_tables().get((element, attribute)) == elements()[element][attribute]


def test_every_value_has_a_meaning() -> None:
    rows = re.findall(r"^\| `[\w-]+` \|(.*)\|$", _PROSE, re.M)
    assert len(rows) > 90
    assert all(row.strip() for row in rows)


def test_every_element_and_attribute_named_is_the_schemas() -> None:
    known = elements()
    attributes = {attribute for held in known.values() for attribute in held}
    for code in re.findall(r"`([^`\n]+)`", _PROSE):
        for match in _TAG.finditer(code):
            if match["name"] in {"id", "sup"}:
                continue
            assert match["name"] in known, code
            for attribute, value in _ATTRIBUTE.findall(match["attributes"]):
                assert attribute in known[match["name"]], code
                allowed = known[match["name"]][attribute]
                assert allowed is None or value in allowed, code
        for attribute in re.findall(r"@([\w:]+)", code):
            assert attribute in attributes, code


# == the review codes and the decisions


def test_the_review_codes_are_those_of_the_program() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in (TREE / "src" / "diple").rglob("*.py"))
    given = set(re.findall(r"\"(D\d{3})\"", program))
    assert set(re.findall(r"^\| `(D\d{3})` \|", _PROSE, re.M)) == given
    assert set(re.findall(r"`(D\d{3})`", _PROSE)) <= given


def test_the_ledger_tells_of_the_tei_as_the_page_says() -> None:
    encoding = encoding_of(SHOWN[0].values["source"])
    assert encoding.ledger.tei_digest == digest(encoding.tei)
    assert {entry.disposition for entry in encoding.ledger.entries} == {"text", "sign", "metadata", "furniture"}
    edges = [(entry.start, entry.end) for entry in encoding.ledger.entries]
    assert [start for start, _ in edges] == [0, *(end for _, end in edges[:-1])]
