"""TEI of other houses: TEI Lite, FRUS, DTA, EpiDoc, drama, manuscripts, corpora: no word is lost, none stands twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from collate_folder import collate, letters_of
from documents import EDITION, POLICIES, document, nesting_errors, page_words, render, text_of

from diple.render.press import press

SAMPLES = sorted((Path(__file__).parent / "foreign").glob("*.xml"))
PAGES = {"critical": "index.html", **{policy: f"{policy}.html" for policy in POLICIES[1:]}}


@pytest.mark.parametrize("tei", SAMPLES, ids=lambda tei: tei.stem)
def test_every_letter_is_on_the_page_and_in_the_critical_text(tei: Path) -> None:
    found = collate(tei)
    assert found.letters > 20
    assert (found.lost, found.doubled, found.lost_in_text, found.misnested) == (0, 0, 0, 0)


@pytest.mark.parametrize("tei", SAMPLES, ids=lambda tei: tei.stem)
def test_every_state_is_made_and_says_nothing_that_the_critical_does_not(tei: Path) -> None:
    files = {name: made.decode() for name, made in press().document(tei, "x", EDITION).items()}
    whole = letters_of(page_words(files["index.html"]))
    for policy in POLICIES:
        page = files[PAGES[policy]]
        assert not letters_of(page_words(page)) - whole, policy
        assert nesting_errors(page) == []
        assert text_of(files[f"x.{policy}.txt"])


@pytest.mark.parametrize(
    ("body", "states"),
    [
        ("<app><lem>erat</lem><rdg>fuit</rdg></app>", ("erat fuit", "erat", "erat", "erat")),
        ("<choice><orig>vnto</orig><reg>unto</reg></choice>", ("vnto unto", "vnto", "vnto", "unto")),
        ("<expan><abbr>Aug</abbr><ex>ustus</ex></expan>", ("Augustus", "Aug", "Aug", "Augustus")),
        ("<subst><del>ye</del><add>the</add></subst>", ("ye the", "ye the", "ye", "the")),
        ("word<index><term>words</term></index>", ("word words", "word", "word", "word")),
        ("<unclear>perhaps</unclear>", ("perhaps",) * 4),
        ("<wobble>kept</wobble>", ("kept",) * 4),
    ],
)
def test_states_follow_the_policy(body: str, states: tuple[str, ...], tmp_path: Path) -> None:
    files = render(tmp_path, document(f"<p>{body}</p>"), *PAGES.values())
    for (policy, name), expected in zip(PAGES.items(), states, strict=True):
        assert letters_of(page_words(files[name])) == letters_of(expected.split()), policy


def test_a_paragraph_that_begins_with_the_editions_sign_is_told_from_its_lines(tmp_path: Path) -> None:
    files = render(tmp_path, document("<p># not the edition's</p><lg><l>one</l><l># two</l></lg>"))
    for policy in POLICIES:
        lines = files[f"x.{policy}.txt"].splitlines()
        assert [line for line in lines if "not the" in line or line.endswith("two")] == [
            "\u2060# not the edition's",
            "\u2060# two",
        ]


def test_hands_without_an_id_are_told_in_the_record(tmp_path: Path) -> None:
    hands = "<handDesc><handNote>a careless hand</handNote>"
    page = render(tmp_path, document("<p>A.</p>").replace("<handDesc>", hands), "index.html")["index.html"]
    assert "a careless hand" in page


def test_joints_in_a_long_paragraph_are_closed_as_in_a_short_one(tmp_path: Path) -> None:
    one = "so <note>x</note>, <note>y</note> (<note>z</note> on) <note>v</note> <note>w</note>. "
    body = f"<p>{one * 300}</p>"
    text = text_of(render(tmp_path, document(body), "x.reading.txt")["x.reading.txt"])
    assert Counter(text) == Counter([("so, (on). " * 300).strip()])
