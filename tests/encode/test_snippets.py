"""One phenomenon each: short sources from ``cases/snippets.toml`` and what XPath finds in their TEI."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from encoded import CASES, encode
from lxml import etree
from reading import NS, before, inside, is_like, marked, plain, squeeze, whole

SNIPPETS = tomllib.loads((CASES / "snippets.toml").read_text(encoding="utf-8"))["snippet"]
PROSE = (
    "The delegates met again after the midday break and heard the report of the second commission.\n\n{}\n\n"
    "The delegates then turned to the remaining questions and adjourned until the following day.\n"
)
FRAMES = {"none": "{}\n", "talk": "RECORD OF A TALK IN THE HARBOUR HOUSE\n\n{}\n", "prose": PROSE}
FUNCTIONS = {
    ("urn:reading", "plain"): lambda _, nodes: " ".join(plain(node) for node in nodes),
    ("urn:reading", "inside"): lambda _, nodes: " ".join(inside(node) for node in nodes),
    ("urn:reading", "before"): lambda _, nodes: before(nodes[0]) if nodes else "nothing",
    ("urn:reading", "marked"): lambda _, nodes: _marked(nodes),
    ("urn:reading", "person"): lambda context, pointers: _person(context.context_node, pointers),
}


def _marked(nodes: list[etree._Element]) -> str:
    return str(marked(nodes[0].getroottree().getroot(), nodes[0])) if nodes else "no mark"


def _person(node: etree._Element, pointers: list[str]) -> str:
    ids = [str(pointer).removeprefix("#") for pointer in pointers]
    persons = [found for key in ids for found in node.xpath("//*[@xml:id=$key]", key=key)]
    return " / ".join(plain(name) for person in persons for name in person.iter("{*}persName"))


def source_of(snippet: dict[str, Any]) -> str:
    """Return the source as it is encoded: alone, under a head, or between two paragraphs of prose."""
    return FRAMES[snippet.get("frame", "prose")].format(snippet["source"].strip("\n"))


def evaluate(root: etree._Element, path: str) -> Any:
    """Return what an XPath gives, in the types of TOML: integer, string, boolean or a list of strings."""
    result = root.xpath(path, namespaces={**NS, "d": "urn:reading"}, extensions=FUNCTIONS)
    if isinstance(result, bool):
        return result
    if isinstance(result, float):
        return int(result)
    if isinstance(result, str):
        return squeeze(result)
    return [squeeze(item) if isinstance(item, str) else whole(item) for item in result]


def agrees(expected: Any, found: Any) -> bool:
    """Say whether a value is the expected one; texts are compared as patterns (see ``reading.is_like``)."""
    if isinstance(expected, list):
        return len(expected) == len(found) and all(agrees(*pair) for pair in zip(expected, found, strict=True))
    return is_like(expected, found) if isinstance(expected, str) else bool(expected == found)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["name"])
def test_snippet(snippet, tmp_path_factory):
    path = tmp_path_factory.mktemp("snippet") / f"snippet{snippet.get('suffix', '.txt')}"
    path.write_text(source_of(snippet), encoding="utf-8")
    root = encode(path).root
    found = {query: evaluate(root, query) for query, _ in snippet["expect"]}
    wrong = {query: (value, found[query]) for query, value in snippet["expect"] if not agrees(value, found[query])}
    assert wrong == {}, "\n".join(f"{query}\n   wanted {a!r}\n   found  {b!r}" for query, (a, b) in wrong.items())


def test_names_of_snippets_are_unique():
    names = [snippet["name"] for snippet in SNIPPETS]
    assert len(names) == len(set(names)) >= 120
