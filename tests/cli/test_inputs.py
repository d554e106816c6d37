"""Ids of documents, and the files that belong together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from diple.inputs import document_id, document_of_tei, list_sources, list_tei, tell_apart


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A.txt", "A"),
        ("1961-07-03-record-of-talk.txt", "1961-07-03-record-of-talk"),
        ("B.v2.md", "B.v2"),
        ("my letter (copy).txt", "my-letter-copy"),
        ("Bucures\u0327ti.txt", "Bucureşti"),
        ("письмо.txt", "письмо"),
        ("a:b.txt", "a-b"),
        (".hidden.txt", "hidden"),
        ("???.txt", "document"),
    ],
)
def test_an_id_is_the_stem_where_it_can_be(name: str, expected: str) -> None:
    assert document_id(Path(name)) == expected


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_an_id_can_be_a_file_name_and_the_end_of_an_xml_id(name: str) -> None:
    identifier = document_id(Path(name))
    assert etree.QName(f"doc-{identifier}").localname == f"doc-{identifier}"
    assert Path(identifier).name == identifier
    assert document_id(Path(f"{identifier}.txt")) == identifier


def test_sources_are_listed_by_name_and_what_is_none_is_told(tmp_path: Path) -> None:
    for name in ("b.md", "a.TXT", "c.jpg", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "older.txt").mkdir()
    sources, findings = list_sources(tmp_path)
    assert [path.name for path in sources] == ["a.TXT", "b.md"]
    assert [(finding.code, Path(finding.file).name) for finding in findings] == [
        ("I053", "c.jpg"),
        ("I053", "older.txt"),
    ]
    assert {finding.level for finding in findings} == {"advice"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list_sources(tmp_path / "none") == ([], [])
    assert list_tei(tmp_path / "none") == []


def test_registers_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "persons.xml").write_text("<x/>")
    (tmp_path / "a.xml").write_text("<x/>")
    assert [path.name for path in list_tei(tmp_path)] == ["a.xml"]


def test_sources_with_one_id_are_all_left_out_and_named(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in ("a.txt", "b.txt", "a.md", "a.text")]
    documents, errors = tell_apart(sources, tmp_path / "tei")
    assert [document.id for document in documents] == ["b"]
    assert [Path(error.finding.file).name for error in errors] == ["a.txt", "a.md", "a.text"]
    assert "a.md" in errors[0].finding.message
    assert "a.text" in errors[0].finding.message
    assert errors[0].exit_status == 3


def test_one_source_named_twice_is_one_source(tmp_path: Path) -> None:
    documents, errors = tell_apart([tmp_path / "a.txt", tmp_path / "x" / ".." / "a.txt"], tmp_path)
    assert [document.id for document in documents] == ["a"]
    assert errors == []


def test_a_tei_file_finds_its_source_and_its_ledger(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "my letter.txt").write_text("x")
    document = document_of_tei(tmp_path / "tei" / "my-letter.xml", beside=[tmp_path / "seeds"])
    assert document.source == tmp_path / "seeds" / "my letter.txt"
    assert document.ledger == tmp_path / "tei" / "my-letter.ledger.json"
