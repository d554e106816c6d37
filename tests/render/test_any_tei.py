"""TEI of any shape, valid or not: every word is on the page and in the critical text, once."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from documents import HEADER, document, nesting_errors, page_words, render, text_section
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_closure import EMPTY, elements_of_the_text

from diple.xmlio import TEI

NAMES = [*elements_of_the_text(), "wobble", "entry", "u", "formula"]

tree = st.recursive(
    st.sampled_from(["word", "lb", "pb", "gap"]),
    lambda children: st.tuples(st.sampled_from(NAMES), st.lists(children, max_size=4)),
    max_leaves=25,
)


def as_tei(node: object, numbers: count[int]) -> str:
    match node:
        case "word":
            return f" kw{next(numbers)}x "
        case str(name):
            return f"<{name}/>"
        case (str(name), list(children)):
            inner = "" if name in EMPTY else "".join(as_tei(child, numbers) for child in children)
            return f"<{name}>{inner}</{name}>"
        case _:
            raise AssertionError(node)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(tree, min_size=1, max_size=5))
def test_every_word_is_shown_once(tmp_path: Path, nodes: list[object]) -> None:
    numbers = count()
    body = "".join(as_tei(node, numbers) for node in nodes)
    expected = Counter(f"kw{number}x" for number in range(next(numbers)))
    files = render(tmp_path, document(body), "index.html", "x.critical.txt")
    assert Counter(word for word in page_words(files["index.html"]) if word.startswith("kw")) == expected
    text = files["x.critical.txt"].split("\n\n", 1)[-1]
    assert Counter(word for word in text.replace("{", " ").split() if word.startswith("kw")) or not expected
    assert all(text.count(word) == 1 for word in expected)
    assert nesting_errors(files["index.html"]) == []


@pytest.mark.parametrize(
    "tei",
    [
        f'<TEI xmlns="{TEI}"><text><body><p>word</p></body></text></TEI>',
        f'<TEI xmlns="{TEI}">{HEADER}<text><group><text><body><p>word</p></body></text></group></text></TEI>',
        f'<teiCorpus xmlns="{TEI}">{HEADER}<TEI>{HEADER}<text><body><p>word</p></body></text></TEI></teiCorpus>',
        f'<TEI xmlns="{TEI}">{HEADER}<sourceDoc><surface><zone><line>word</line></zone></surface></sourceDoc></TEI>',
        f'<TEI xmlns="{TEI}">{HEADER}<text><body><div1><p>word</p></div1></body></text></TEI>',
    ],
)
def test_frames_of_other_kinds_keep_their_text(tei: str, tmp_path: Path) -> None:
    files = render(tmp_path, tei)
    for name, content in files.items():
        if name.endswith(".txt"):
            assert "\n\nword\n" in content, name
        elif name in {"index.html", "reading.html"}:
            assert "word" in text_section(content).text_content(), name


@pytest.mark.parametrize("tei", ["<root/>", f'<TEI xmlns="{TEI}"/>', f'<TEI xmlns="{TEI}">{HEADER}<text/></TEI>'])
def test_a_file_without_text_makes_a_page_without_text(tei: str, tmp_path: Path) -> None:
    assert page_words(render(tmp_path, tei)["index.html"]) == []
