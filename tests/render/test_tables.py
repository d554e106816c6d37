"""The speech table and the table of notes: their rows, their cells, their two formats."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from documents import CASES, EDITION, document, render
from lxml import etree

from diple.render.press import Output, press
from diple.xmlio import NS

TEI = sorted((Path(__file__).parents[2] / "tei").glob("*.xml"))
HARBOUR = (CASES / "harbour-talk" / "source.xml").read_bytes()


def rows(tmp_path: Path, tei: str | bytes, table: str) -> list[dict[str, Any]]:
    name = f"x.{table}.jsonl"
    return [json.loads(line) for line in render(tmp_path, tei, name)[name].splitlines()]


def passages(tmp_path: Path, tei: str | bytes) -> list[dict[str, Any]]:
    path = tmp_path / "x.xml"
    path.write_bytes(tei if isinstance(tei, bytes) else tei.encode())
    output = Output("passages", "tables.xsl", {"table": "passages", "format": "jsonl"})
    lines = press().document(path, "x", EDITION, outputs=[output])["passages"].decode().splitlines()
    return [json.loads(line) for line in lines]


def test_turns_say_who_what_where_and_how_sure(tmp_path: Path) -> None:
    keys = ("turn", "speaker", "name", "label", "words", "page", "speech", "certainty", "id")
    given = [tuple(row[key] for key in keys) for row in rows(tmp_path, HARBOUR, "speech")]
    assert given[1:4] == [
        (2, "lindqvist", "Lindqvist", "", 21, "", "reported", "high", "p4"),
        (3, "brandt", "Brandt", "Brandt", 4, "12", "direct", "", "s1"),
        (4, "lindqvist", "Lindqvist", "Lindqvist", 2, "12", "direct", "", "s2"),
    ]


def test_a_turn_gives_what_is_said_and_nothing_else(tmp_path: Path) -> None:
    body = (
        '<sp xml:id="s1"><speaker>Vale</speaker><stage>(rising)</stage><p>Wel<pb n="2" break="no"/>come, '
        '<note type="editor">so</note><supplied>dear</supplied> <choice><sic>gests</sic><corr>guests</corr></choice>.'
        "</p><stage>(Applause)</stage><p>Sit <del>up</del><add>down</add>.</p></sp>"
    )
    (row,) = rows(tmp_path, document(body), "speech")
    assert row["text"] == "Welcome, dear guests. Sit down."
    assert row["words"] == 5
    assert (row["label"], row["name"], row["page"]) == ("Vale", "Vale", "")


def test_a_turn_within_a_turn_is_counted_once(tmp_path: Path) -> None:
    body = '<said who="#a"><p>He began.</p><sp><speaker>B</speaker><p>Stop!</p></sp><p>He ended.</p></said>'
    assert [row["text"] for row in rows(tmp_path, document(body), "speech")] == ["He began. He ended.", "Stop!"]


def test_a_turn_that_begins_with_a_page_is_on_that_page(tmp_path: Path) -> None:
    body = '<pb n="1"/><sp><speaker>A</speaker><p><pb n="2"/>Yes.</p></sp>'
    assert [row["page"] for row in rows(tmp_path, document(body), "speech")] == ["2"]


@pytest.mark.parametrize("tei", TEI, ids=lambda tei: tei.stem)
def test_every_turn_of_the_edition_has_a_row(tei: Path, tmp_path: Path) -> None:
    speakers = etree.parse(tei).xpath("//tei:text//tei:sp/@who", namespaces=NS)
    table = rows(tmp_path, tei.read_bytes(), "speech")
    direct = Counter(f"#{row['speaker']}" for row in table if row["speech"] == "direct" and row["label"])
    assert direct == Counter(speakers)
    assert [row["turn"] for row in table] == list(range(1, len(table) + 1))


INTERVENTIONS = {
    "supplied": (
        'He came <supplied resp="#tr" reason="completion" cert="low">home</supplied>.',
        {"kind": "supplied", "type": "completion", "text": "home", "words": "He came", "certainty": "low"},
    ),
    "correction": (
        '3 <choice><sic>day</sic><corr resp="#tr">days</corr></choice> ago',
        {"kind": "correction", "text": "days", "words": "day", "resp": "tr", "name": "T. Renard"},
    ),
    "regularisation alone": (
        '<reg resp="#tr">unto</reg>',
        {"kind": "regularisation", "text": "unto", "name": "T. Renard"},
    ),
    "abbreviation written out": (
        "the <expan><abbr>Aug</abbr><ex>ustus</ex></expan>",
        {"kind": "expansion", "text": "Augustus", "words": "Aug"},
    ),
    "variants": (
        "in <app><lem>erat</lem><rdg>fuit</rdg><rdgGrp><rdg>est</rdg></rdgGrp></app> so",
        {"kind": "variant", "text": "fuit; est", "words": "erat"},
    ),
    "variants without a lemma": ("<app><rdg>a</rdg><rdg>b</rdg></app>", {"kind": "variant", "text": "b", "words": "a"}),
    "damage": ("a <damage>wet</damage> end", {"kind": "damage", "text": "wet", "words": "wet"}),
    "sic": ("<sic>Teh</sic> end", {"kind": "sic", "text": "", "words": "Teh"}),
    "expansion": (
        '<choice><abbr>FO</abbr><expan resp="#tr">Foreign Office</expan></choice>',
        {"kind": "expansion", "text": "Foreign Office", "words": "FO", "name": "T. Renard"},
    ),
    "addition": (
        'the free <add hand="#h1" place="above">new</add> port',
        {"kind": "add", "text": "new", "words": "the free", "hand": "h1", "name": "hand 1", "place": "above"},
    ),
    "deletion": ('a <del hand="#h1" rend="x">b</del>', {"kind": "del", "type": "x", "text": "b", "words": "a"}),
    "gap": (
        'from here <gap reason="illegible" unit="line" quantity="2"/> on',
        {"kind": "gap", "type": "illegible", "text": "2 lines, illegible", "words": "from here"},
    ),
    "note": (
        'one two three four five six seven eight<note xml:id="n9" type="editor">see <title>B</title></note>.',
        {
            "kind": "note",
            "type": "editor",
            "text": "see B",
            "words": "two three four five six seven eight",
            "id": "n9",
            "passage": "n9",
        },
    ),
    "note at the beginning": ('<note type="editor">x</note>one two', {"words": "one two"}),
    "note across a page": ('to<pb n="3" break="no"/>day one<pb n="4"/>two<note>x</note>', {"words": "today one two"}),
    "supplied in a quotation": ("he <q>said <supplied>so</supplied> too</q>", {"words": "he said"}),
    "note on words": (
        '<seg xml:id="g1">These very</seg> words<note type="translator" target="#g1">x</note>',
        {"text": "x", "words": "These very"},
    ),
}


@pytest.mark.parametrize("phenomenon", INTERVENTIONS)
def test_each_intervention_has_its_row(phenomenon: str, tmp_path: Path) -> None:
    body, expected = INTERVENTIONS[phenomenon]
    (row,) = rows(tmp_path, document(f'<p xml:id="p1">{body}</p>'), "notes")
    assert {key: row[key] for key in expected} == expected
    assert (row["document"], row["number"]) == ("x", 1)
    assert row["passage"] == expected.get("passage", "_note.1" if row["kind"] == "note" else "p1")


def test_words_near_something_in_a_note_are_the_note_s(tmp_path: Path) -> None:
    body = '<p xml:id="p1">Far away<note type="editor">It says <supplied resp="#tr">that</supplied> so.</note></p>'
    note, supplied = rows(tmp_path, document(body), "notes")
    assert (note["words"], supplied["words"]) == ("Far away", "It says")


def test_a_mark_gives_the_words_from_anchor_to_anchor(tmp_path: Path) -> None:
    body = (
        '<p>One. <anchor xml:id="a1"/>Two <note>n</note>words.</p><p>Three.<anchor xml:id="a2"/> Four. '
        '<metamark function="query" rend="question-mark" place="margin-left" target="#a1" spanTo="#a2"/></p>'
    )
    mark = next(row for row in rows(tmp_path, document(body), "notes") if row["kind"] == "mark")
    assert (mark["type"], mark["text"]) == ("query", "a question mark in the left margin")
    assert mark["words"].replace(" ", "") == "Twowords.Three."


@pytest.mark.parametrize("table", ["speech", "notes"])
@pytest.mark.parametrize("tei", [CASES / "harbour-talk" / "source.xml", *TEI], ids=lambda tei: tei.stem)
def test_csv_and_jsonl_say_the_same(tei: Path, table: str, tmp_path: Path) -> None:
    names = [f"x.{table}.csv", f"x.{table}.jsonl"]
    files = render(tmp_path, tei.read_bytes(), *names)
    spread = list(csv.DictReader(io.StringIO(files[names[0]], newline="")))
    lines = [{key: str(value) for key, value in json.loads(line).items()} for line in files[names[1]].splitlines()]
    assert spread == lines


def test_cells_with_commas_quotes_and_formulas_stay_what_they_are(tmp_path: Path) -> None:
    body = '<sp><speaker>A, B</speaker><p>"=1+1", he said; \\ &lt;script&gt;</p></sp>'
    name = "x.speech.csv"
    (row,) = csv.DictReader(io.StringIO(render(tmp_path, document(body), name)[name], newline=""))
    assert (row["label"], row["text"]) == ("A, B", '"=1+1", he said; \\ <script>')


def test_a_document_without_speech_has_a_table_with_a_head_alone(tmp_path: Path) -> None:
    files = render(tmp_path, document("<p>Quiet.</p>"), "x.speech.csv", "x.speech.jsonl")
    assert files["x.speech.csv"].startswith("document,date,turn,")
    assert files["x.speech.csv"].count("\n") == 1
    assert files["x.speech.jsonl"] == ""


@pytest.mark.parametrize(
    "tei", [*(case / "source.xml" for case in CASES.iterdir()), *TEI], ids=lambda tei: tei.parts[-2]
)
def test_every_word_is_in_a_passage_and_none_in_two(tei: Path, tmp_path: Path) -> None:
    root = etree.fromstring(tei.read_bytes())
    for element in root.xpath("//tei:speaker | //tei:gap//*", namespaces=NS):
        element.clear(keep_tail=True)
    etree.strip_attributes(root, "n", "rend")
    words = "".join("".join("".join(text.itertext()).split()) for text in root.findall("tei:text", NS))
    found = "".join("".join(row["text"].split()) for row in passages(tmp_path, etree.tostring(root)))
    assert Counter(filter(str.isalpha, found)) == Counter(filter(str.isalpha, words))


def test_passages_tell_who_speaks_and_who_is_named(tmp_path: Path) -> None:
    found = {row["id"]: row for row in passages(tmp_path, HARBOUR)}
    assert found["p6"]["speaker"] == ["I. Brandt"]
    assert found["p2"]["person"] == ["P. Aune", "K. Dorn"]
    assert found["p2"]["kind"] == ["Memorandum of Conversation"]
    assert found["p6"]["text"] == "Who reads it out?"
    assert (found["n4"]["text"], found["n4"]["page"]) == ("The note of 2 March is meant.", "12")
