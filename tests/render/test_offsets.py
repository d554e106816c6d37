"""Maps of plain texts: what stands between two offsets is what the element holds, to the character."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from documents import CASES, EDITION, POLICIES, document, render
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from diple.render.offsets import map_files, map_text
from diple.render.press import press
from diple.render.shadow import SPACES, cast_shadow
from diple.xmlio import NS, XML_ID, parse_bytes

TEI = sorted((Path(__file__).parents[2] / "tei").glob("*.xml"))
ALL = [*sorted(case / "source.xml" for case in CASES.iterdir()), *TEI]


def mapped(tmp_path: Path, tei: str | bytes, policy: str) -> tuple[str, dict[str, Any]]:
    """Return a plain text and the map of it."""
    name = f"x.{policy}.txt"
    text = render(tmp_path, tei, name)[name]
    path = tmp_path / "x.xml"
    (data,) = map_files(path, "x", {policy: text}, lambda tree, by: press().plain_text(tree, by, "x", EDITION)).values()
    return text, json.loads(data)


def ink(text: str) -> str:
    return "".join(sign for sign in text if sign not in SPACES)


def slices(text: str, found: dict[str, Any], name: str) -> list[str]:
    return [text[passage["start"] : passage["end"]] for passage in found["passages"] if passage["id"] == name]


SENTENCES = {
    "plain": ('<p xml:id="p1">One, two.</p><p xml:id="p2">(Three) “four”</p>', ["One, two.", "(Three) “four”"]),
    "spaces evened": ('<p xml:id="p1">  One\n  two </p><p xml:id="p2">\n…!</p>', ["One two", "…!"]),
    "a note moved": (
        '<p xml:id="p1">One<note type="editor">(So.)</note>.</p><p xml:id="p2">Two<note n="*"> “x.” </note>;</p>',
        ["One{a}.", "Two{*};"],
    ),
    "points in elements": (
        '<p xml:id="p1"><hi>“</hi>One<hi>.</hi></p><p xml:id="p2">Two <hi>three</hi>?!</p>',
        ["“One.", "Two three?!"],
    ),
    "signs of the edition beside points": (
        '<p xml:id="p1">(<supplied>One</supplied>)</p><p xml:id="p2">Two<unclear>?</unclear>.</p>',
        ["([One])", "Two?{?}."],
    ),
    "a speaker": ('<sp xml:id="p1"><speaker>A.</speaker><p xml:id="p2">Yes: no.</p></sp>', ["A. Yes: no.", "Yes: no."]),
    "added": ('<p xml:id="p1">a <add xml:id="p2">(b)</add></p>', ["a \\(b)", "(b)"]),
    "a point left out": ('<p xml:id="p1">He <gap reason="lost"/>.</p><p xml:id="p2">[x]</p>', ["He {lost}.", "[x]"]),
    "beyond the first plane": ('<p xml:id="p1">𝔄𝔅 😀.</p><p xml:id="p2">\U00040001 a</p>', ["𝔄𝔅 😀.", "\U00040001 a"]),
    "no-break spaces": (
        '<p xml:id="p1">1\u00a0000</p><p xml:id="p2">\u00a0–\u00a0</p>',
        ["1\u00a0000", "\u00a0–\u00a0"],
    ),
}


@pytest.mark.parametrize("phenomenon", SENTENCES)
def test_slices_are_the_elements_words(phenomenon: str, tmp_path: Path) -> None:
    body, expected = SENTENCES[phenomenon]
    text, found = mapped(tmp_path, document(body), "critical")
    assert [slices(text, found, name) for name in ("p1", "p2")] == [[words] for words in expected]


def test_words_of_a_note_count_for_the_note_alone(tmp_path: Path) -> None:
    body = '<p xml:id="p1">One<note xml:id="n1" type="editor">See <hi>it</hi>.</note>.</p><p xml:id="p2">Two</p>'
    text, found = mapped(tmp_path, document(body), "critical")
    assert slices(text, found, "n1") == ["See it."]
    assert slices(text, found, "p1") == ["One{a}."]


def test_an_element_whose_words_are_parted_has_a_passage_for_each_part(tmp_path: Path) -> None:
    body = (
        '<note xml:id="n1" place="end"><p>One<note xml:id="n2" type="editor">two</note></p></note>'
        '<p xml:id="p1">Three<note type="editor" xml:id="n3">four</note></p>'
    )
    text, found = mapped(tmp_path, document(body), "critical")
    ids = [passage["id"] for passage in found["passages"] if passage["id"] in {"n1", "n2", "n3", "p1"}]
    assert ids == ["n1", "p1", "n2", "n3"]
    assert slices(text, found, "n2") == ["two"]


def test_pages_are_told_by_words_and_by_notes(tmp_path: Path) -> None:
    body = (
        '<p xml:id="p1">One <pb n="2"/>two<note type="editor" xml:id="n1">on two</note> '
        '<pb/>three <pb n="4" break="no"/>four</p><p xml:id="p2">five</p>'
    )
    text, found = mapped(tmp_path, document(body), "reading")
    pages = [(page["n"], text[page["start"] : page["end"]]) for page in found["pages"]]
    assert pages == [("2", "two"), ("", "three"), ("4", "four\n\nfive")]
    assert [(passage["id"], passage["page"]) for passage in found["passages"]] == [("p1", None), ("p2", "4")]
    text, found = mapped(tmp_path, document(body), "critical")
    assert [(page["n"], text[page["start"] : page["end"]]) for page in found["pages"]][-1] == ("2", "on two")


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("tei", ALL, ids=lambda tei: tei.stem if tei in TEI else tei.parent.name)
def test_maps_of_real_texts_are_exact(tei: Path, policy: str, tmp_path: Path) -> None:
    data = tei.read_bytes()
    text, found = mapped(tmp_path, data, policy)
    assert found["characters"] == len(text)
    assert found["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    elements = {
        element.get(XML_ID): element
        for element in etree.fromstring(data).xpath("//tei:text//*[@xml:id]", namespaces=NS)
    }
    assert bool(found["passages"]) == bool(elements)
    for passage in found["passages"]:
        words = text[passage["start"] : passage["end"]]
        holder = ink("".join(elements[passage["id"]].itertext()))
        assert words == words.strip()
        assert words[0] in holder
        assert words[-1] in holder
    for element in elements.values():
        if len(element) == 0 and element.get(XML_ID) and (given_slices := slices(text, found, element.get(XML_ID))):
            assert [ink(words) for words in given_slices] == [ink(element.text or "")]


@pytest.mark.parametrize("tei", ALL, ids=lambda tei: tei.stem if tei in TEI else tei.parent.name)
def test_the_reading_text_has_the_words_of_every_paragraph(tei: Path, tmp_path: Path) -> None:
    data = tei.read_bytes()
    text, found = mapped(tmp_path, data, "reading")
    for paragraph in etree.fromstring(data).xpath("//tei:text//tei:p[@xml:id]", namespaces=NS):
        simple = not paragraph.xpath(
            ".//*[not(self::tei:hi or self::tei:persName or self::tei:placeName)]", namespaces=NS
        )
        if simple and not paragraph.xpath("ancestor::tei:note | .//@n", namespaces=NS):
            words = [" ".join("".join(paragraph.itertext()).replace("\xa0", "~").split()).replace("~", "\xa0")]
            assert slices(text, found, paragraph.get(XML_ID)) == words


WORDS = st.text(alphabet="ab,.;:!?()[]”’»“‘« –/\\{}*\n", max_size=12)
PIECES = st.recursive(
    WORDS.map(lambda words: words.replace("&", "")),
    lambda inner: st.tuples(
        st.sampled_from(["hi", "supplied", "add", "del", "unclear", "note", "seg"]), st.lists(inner)
    ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=4), st.sampled_from(POLICIES))
def test_any_text_and_its_shadow_agree(tmp_path: Path, pieces: list[str], policy: str) -> None:
    body = "".join(f'<p xml:id="p{number}">{piece}</p>' for number, piece in enumerate(pieces))
    text, found = mapped(tmp_path, document(body), policy)
    for passage in found["passages"]:
        words = text[passage["start"] : passage["end"]]
        assert words
        assert not set(words[0] + words[-1]) & SPACES


def test_a_text_that_is_not_the_shadow_s_gives_no_map() -> None:
    shadow = cast_shadow(parse_bytes(document("<p>One.</p>").encode(), "x"))
    assert shadow is not None
    assert map_text("One.", "Two.", shadow.nodes) is None
    assert map_text("One.", "One", shadow.nodes) is None


def test_a_map_that_would_be_wrong_is_left_out_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text(document('<p xml:id="p1">One.</p>'), encoding="utf-8")
    (data,) = map_files(path, "x", {"reading": "One."}, lambda tree, policy: "ONE.").values()
    found = json.loads(data)
    assert found["passages"] == found["pages"] == []
    assert "changes letters" in found["left_out"]
