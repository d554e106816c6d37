"""Settling: what a person has decided stays decided, and what nobody decided stays listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diple.cli import main
from diple.edition import Edition
from diple.findings import Finding
from diple.pipeline import encode_file
from diple.review import ranked, review, review_file, with_pages
from diple.xmlio import parse_bytes

PAGE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><creation>
<date when="1958-09-19">19 September 1958</date></creation></profileDesc>{}</teiHeader>
<text><body><div>{}</div></body></text></TEI>"""
CHANGE = '<revisionDesc><change when="2026-01-31" target="#p9 #p1">Compared.</change></revisionDesc>'
SOURCE = """\
Letter to the Board

2 March 1955

Dear Members of the Board,

The engineers will show [play] their part when the ice is gone.

The keepers [come and go as they like.

With great respect,

O. LINDQVIST
"""
EDITION = """\
[edition]
title = "Papers"
publisher = "P"
version = "1"
date = 2026-01-31
[licence]
name = "CC0"
"""


def codes(content: str, more: str = "") -> list[str]:
    root = parse_bytes(PAGE.format(more, content).encode(), "tei.xml").getroot()
    return [finding.code for finding in review(root, "tei.xml")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<p xml:id="p1">He said <supplied cert="low">them</supplied>.</p>', "D501"),
        ('<p xml:id="p1">Words.<metamark rend="line"/></p>', "D502"),
        ('<p xml:id="p1">We met in the the harbour.</p>', "D505"),
        ('<p xml:id="p1">On <date when="1961-02-03">3 February 1961</date> it rained.</p>', "D504"),
        ('<p xml:id="p1">He said “no and left.</p>', "D420"),
    ],
)
def test_a_change_that_points_to_the_place_settles_it(content: str, code: str) -> None:
    assert codes(content) == [code]
    assert codes(content, CHANGE) == []
    assert codes(content, CHANGE.replace("#p1", "#p2")) == [code]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<p xml:id="p1" n="1">A</p><p n="2">B</p><p n="4">C</p>', ["D510"]),
        ('<p n="1">A</p><p n="2">B</p><p n="1">C</p><p n="2">D</p>', []),
        ('<p n="1961">A</p><p n="1963">B</p>', []),
        ('<list><item n="1.">A</item><item n="3.">B</item></list>', ["D510"]),
        ("<p>He said “no” and “yes”.</p>", []),
        ("<p>He said “no and left.</p>", ["D420"]),
        ("<p>“First part of it.</p><p>“Second part.”</p>", []),
        ("<p>„So spricht man“, he said.</p>", []),
        ("<p>He said “no<note>an “odd word</note>”.</p>", []),
        ('<p>As <bibl><title>Pravda</title>, <date when="1959-01-02">2 January 1959</date></bibl> says.</p>', ["D512"]),
        ('<p>As <bibl><title>Pravda</title>, <date when="1957-01-02">2 January 1957</date></bibl> says.</p>', []),
    ],
)
def test_sequences_quotations_and_citations(content: str, expected: list[str]) -> None:
    assert codes(content) == expected


def name(words: str, ref: str = "#a", tag: str = "persName") -> str:
    return f'<{tag} ref="{ref}">{words}</{tag}>'


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([name("Lindqvist"), name("Lindqvist"), name("Lindkvist")], ["D511"]),
        ([name("Lindqvist"), name("LINDQVIST"), name("O. Lindqvist")], []),
        ([name("Lindqvist"), name("Lindkvist", "#b")], []),
        ([name("Norvania", tag="placeName"), name("Norvanian", tag="placeName")], []),
        ([name("Lindqvist"), name("<choice><sic>Lindkvist</sic><corr>Lindqvist</corr></choice>")], []),
        ([name("Orlo"), name("Orvik")], []),
    ],
)
def test_a_name_in_two_spellings(names: list[str], expected: list[str]) -> None:
    assert codes(f"<p>{', '.join(names)}</p>") == expected


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "letter.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "edition.toml").write_text(EDITION, encoding="utf-8")
    assert main(["build", "--edition", str(tmp_path)]) == 0
    return Edition.load(tmp_path)


def listed(edition: Edition, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["review", "--edition", str(edition.root), "--format", "json"]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_what_was_doubted_stays_settled_when_it_is_encoded_again(
    edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    tei = edition.tei / "letter.xml"
    before = {str(one["code"]) for one in listed(edition, capsys)}
    assert {"D120", "D100"} <= before
    text = tei.read_text(encoding="utf-8")
    assert 'cert="low"' in text
    tei.write_text(text.replace('cert="low"', 'cert="high"'), encoding="utf-8")
    assert "D501" not in {one["code"] for one in listed(edition, capsys)}
    main(["encode", str(edition.seeds / "letter.txt"), "--edition", str(edition.root)])
    assert "D501" not in {one["code"] for one in listed(edition, capsys)}


def test_a_written_reason_settles_and_one_that_nothing_needs_is_told(
    edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    (place,) = [one for one in listed(edition, capsys) if one["code"] == "D100"]
    pointer = str(place["xpath"]).removeprefix("#").split("/")[0]
    reason = f'[[accepted]]\ncode = "D100"\ndocument = "letter"\nplace = "{pointer}"\nreason = "So in the original."\n'
    (edition.root / "accepted.toml").write_text(reason, encoding="utf-8")
    assert "D100" not in {one["code"] for one in listed(edition, capsys)}
    (edition.root / "accepted.toml").write_text(reason.replace(pointer, "p99"), encoding="utf-8")
    assert {"D100", "R901"} <= {str(one["code"]) for one in listed(edition, capsys)}
    assert main(["validate", "--edition", str(edition.root)]) == 0


def test_the_list_shows_the_transcript_and_the_page(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["review", "--edition", str(edition.root)])
    out = capsys.readouterr().out
    assert "letter: a bracket has no partner and was kept as text\n" in out
    assert "    9 | The keepers [come and go as they like.\n" in out
    assert "documents/letter/index.html#p" in out


def test_what_weighs_most_comes_first() -> None:
    found = [Finding(code, "advice", "a.xml", line, 0, "m") for code, line in
             (("D505", 1), ("D501", 9), ("D501", 2), ("D201", 7), ("D702", 8), ("D110", 3))]  # fmt: skip
    assert [(one.code, one.line) for one in ranked(found)] == [
        ("D702", 8), ("D201", 7), ("D110", 3), ("D501", 2), ("D501", 9), ("D505", 1)
    ]  # fmt: skip


def test_without_pages_there_is_no_address(tmp_path: Path) -> None:
    finding = Finding("D501", "advice", "tei/a.xml", 1, 0, "m", "#p1")
    assert with_pages([finding], tmp_path)[0].page == ""
    page = tmp_path / "documents" / "a" / "index.html"
    page.parent.mkdir(parents=True)
    page.touch()
    assert with_pages([finding], tmp_path)[0].page == f"{page}#p1"


def edit(edition: Edition, old: str, new: str) -> None:
    tei = edition.tei / "letter.xml"
    text = tei.read_text(encoding="utf-8")
    assert old in text
    tei.write_text(text.replace(old, new), encoding="utf-8")


def verified(edition: Edition, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    capsys.readouterr()
    status = main(["verify", "--edition", str(edition.root), "--format", "json"])
    return status, list(json.loads(capsys.readouterr().out))


def test_a_difference_that_a_change_explains_is_an_intervention(
    edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(edition, "The engineers will", "The two engineers will")
    status, (found,) = verified(edition, capsys)
    assert (status, found["code"]) == (4, "V104")
    pointer = str(found["xpath"]).removeprefix("#").split("/")[0]
    change = f'<change when="2026-01-31" target="#{pointer}">The word two restored.</change>'
    edit(edition, "</teiHeader>", f"<revisionDesc>{change}</revisionDesc></teiHeader>")
    status, (found,) = verified(edition, capsys)
    assert (status, found["code"], found["level"]) == (0, "V105", "advice")
    assert "The word two restored." in str(found["message"])


def test_a_reason_lets_one_difference_pass_and_no_other(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    edit(edition, "The engineers will", "The two engineers will")
    reason = '[[accepted]]\ncode = "V104"\ndocument = "letter"\ntext = "“two”"\nreason = "Read from the copy."\n'
    (edition.root / "accepted.toml").write_text(reason, encoding="utf-8")
    assert verified(edition, capsys) == (0, [])
    edit(edition, "come and go", "come, sing and go")
    status, found = verified(edition, capsys)
    assert (status, [one["code"] for one in found]) == (4, ["V104"])


@pytest.mark.parametrize("code", ["V110", "V001", "S001", "D601", "I001", "R901"])
def test_what_cannot_be_accepted_is_refused(edition: Edition, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    reason = f'[[accepted]]\ncode = "{code}"\ndocument = "letter"\nreason = "No."\n'
    (edition.root / "accepted.toml").write_text(reason, encoding="utf-8")
    assert main(["verify", "--edition", str(edition.root)]) == 3
    assert "cannot be accepted" in capsys.readouterr().err


def test_a_release_is_not_made_while_words_are_lost(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    page = edition.build / "documents" / "letter" / "index.html"
    before = page.read_bytes()
    edit(edition, "The engineers will", "The two engineers will")
    assert main(["build", "--release", "--edition", str(edition.root)]) == 4
    assert "Not released" in capsys.readouterr().out
    assert page.read_bytes() == before
    reason = '[[accepted]]\ncode = "V104"\ndocument = "letter"\nreason = "Read from the copy."\n'
    (edition.root / "accepted.toml").write_text(reason, encoding="utf-8")
    assert main(["build", "--release", "--edition", str(edition.root)]) == 0
    assert page.read_bytes() != before


def test_a_file_outside_any_edition_is_reviewed_too(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(SOURCE, encoding="utf-8")
    encoding = encode_file(source)
    (tmp_path / "a.xml").write_bytes(encoding.tei)
    (tmp_path / "a.ledger.json").write_bytes(encoding.ledger.as_json())
    assert "D100" in {finding.code for finding in review_file(tmp_path / "a.xml", source)}
