"""What hurried people do to an edition's files: nothing of theirs is lost, and they are told what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from calling import TALK, Diple

CYRILLIC = "Протокол-заседания"


@pytest.fixture
def encoded(edition: Path, diple: Diple) -> Path:
    """The current folder: an edition, encoded, of which one file is edited."""
    (edition / "seeds" / f"{CYRILLIC}.txt").write_text(TALK + "\nOrlo: Yes.\n", encoding="utf-8")
    assert diple("encode", "seeds").status == 0
    return edition


def edited(path: Path) -> bytes:
    data = path.read_bytes().replace(b"Who reads", b'<hi rend="italic">Who reads</hi>')
    path.write_bytes(data)
    return data


def test_a_transcript_under_a_new_name_is_not_encoded_a_second_time(encoded: Path, diple: Diple) -> None:
    data = edited(encoded / "tei/talk.xml")
    (encoded / "seeds" / f"{CYRILLIC}.txt").unlink()
    (encoded / "seeds/talk.txt").rename(encoded / "seeds/1962-05-04-talk.txt")
    for command in (("build", "--no-pdf"), ("encode", "seeds/1962-05-04-talk.txt")):
        result = diple(*command)
        assert result.status == 3
        assert "I049: this is the transcript of" in result.err
        assert "begin with “talk.”" in result.err
        assert not (encoded / "tei/1962-05-04-talk.xml").exists()
    for path in list((encoded / "tei").glob("talk.*")):
        path.rename(path.with_name(f"1962-05-04-{path.name}"))
    assert diple("encode", "seeds/1962-05-04-talk.txt").status == 0
    assert b'<hi rend="italic">Who reads</hi>' in (encoded / "tei/1962-05-04-talk.xml").read_bytes()
    assert data.count(b"<p ") == (encoded / "tei/1962-05-04-talk.xml").read_bytes().count(b"<p ")


@pytest.mark.parametrize("name", ["talk", CYRILLIC])
def test_a_tei_file_under_a_new_name_is_not_encoded_a_second_time(encoded: Path, diple: Diple, name: str) -> None:
    tei = encoded / "tei" / f"{name}.xml"
    data = edited(tei)
    tei.rename(encoded / "tei/record.xml")
    result = diple("build", "--no-pdf")
    assert result.status == 3
    assert "seems to be the TEI of this transcript" in result.err
    assert not tei.exists()
    assert (encoded / "tei/record.xml").read_bytes() == data


def test_tei_that_was_taken_away_on_purpose_is_encoded_again(encoded: Path, diple: Diple) -> None:
    (encoded / "tei/talk.xml").unlink()
    assert diple("encode", "seeds/talk.txt").status == 0
    assert (encoded / "tei/talk.xml").is_file()


def test_a_file_that_cannot_be_read_is_not_written_over(
    encoded: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    tei = encoded / "tei/talk.xml"
    data = edited(tei)
    whole = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == tei.name:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    result = diple("encode", "seeds/talk.txt")
    monkeypatch.undo()
    assert result.status == 3
    assert "talk.xml: error I001: the file cannot be read: Permission denied" in result.err
    assert tei.read_bytes() == data


def test_a_disk_that_is_full_is_told_of_the_file_that_people_know(
    encoded: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = edited(encoded / "tei/talk.xml")
    seed = encoded / "seeds/talk.txt"
    seed.write_text(seed.read_text().replace("Then let", "Now let"))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = diple("encode", "seeds/talk.txt")
    assert (result.status, (encoded / "tei/talk.xml").read_bytes()) == (3, data)
    assert "talk.xml: error I002: the file cannot be written: No space left on device (the disk is full" in result.err
    assert not [path.name for path in (encoded / "tei").iterdir() if path.name.startswith(".")]


def test_a_base_with_gits_marks_is_named_and_nothing_is_merged(encoded: Path, diple: Diple) -> None:
    data = edited(encoded / "tei/talk.xml")
    base = encoded / "tei/talk.base.tei"
    base.write_bytes(b"<<<<<<< HEAD\n" + base.read_bytes())
    result = diple("encode", "seeds/talk.txt")
    assert result.status == 3
    assert "tei/talk.base.tei:1:1: error I059: the base of the TEI is damaged: git has left" in result.err
    assert (encoded / "tei/talk.xml").read_bytes() == data


@pytest.mark.parametrize("file", ["edition.toml", "accepted.toml"])
def test_gits_marks_in_a_toml_file_are_told(encoded: Path, diple: Diple, file: str) -> None:
    path = encoded / file
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{old}\n<<<<<<< HEAD\n=======\n>>>>>>> other\n", encoding="utf-8")
    result = diple("validate")
    assert result.status == 3
    assert "git has left the marks of a conflict here" in result.err


def test_a_document_may_be_named_by_its_id(encoded: Path, diple: Diple) -> None:
    for command in ("verify", "validate", "review", "fmt"):
        assert "I001" not in diple(command, CYRILLIC, "talk").err
    assert diple("verify", "tolk").status == 3


def test_an_id_in_any_script_is_the_name_of_the_root_too(encoded: Path) -> None:
    assert f'xml:id="{CYRILLIC}"' in (encoded / "tei" / f"{CYRILLIC}.xml").read_text(encoding="utf-8")


def test_a_file_with_carriage_returns_a_byte_order_mark_and_tabs_keeps_them(encoded: Path, diple: Diple) -> None:
    tei, seed = encoded / "tei/talk.xml", encoded / "seeds/talk.txt"
    data = b"\xef\xbb\xbf" + edited(tei).replace(b"        ", b"\t\t").replace(b"\n", b"\r\n")
    tei.write_bytes(data)
    seed.write_text(seed.read_text().replace("I do.", "I do.\n\nOrlo: At once."))
    assert diple("encode", "seeds/talk.txt").status == 0
    merged = tei.read_bytes()
    assert b"At once." in merged and merged.startswith(b"\xef\xbb\xbf<?xml") and b'<hi rend="italic">' in merged
    assert merged.count(b"\r\n") == merged.count(b"\n") > data.count(b"\n")
