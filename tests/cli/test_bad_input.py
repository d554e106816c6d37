"""What the command makes of files that cannot be used, and of documents that strain it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from calling import NOTE, Diple

from diple import xmlio
from diple.cli import encode as encoding


def nothing_written(folder: Path) -> bool:
    """Say whether a folder has neither a product nor a temporary file left behind."""
    return not folder.is_dir() or not [path for path in folder.iterdir() if path.suffix in {".xml", ".json"}]


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def fifty_megabytes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)
        stream.write(b"A line of a very long transcript.\n")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "I001"),
        (lambda path: path.mkdir(), "I054"),
        (lambda path: path.touch(), "I004"),
        (lambda path: path.write_bytes(b"\n \r\n\t\n"), "I004"),
        (binary, "I005"),
        (lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\n"), "I102"),
        (fifty_megabytes, "I006"),
        (lambda path: path.symlink_to(path), "I001"),
    ],
    ids=["missing", "empty folder", "empty", "blank", "binary", "pdf", "50 MB", "a link to itself"],
)
def test_a_file_that_cannot_be_used_is_refused_and_the_others_are_encoded(
    outside: Path, diple: Diple, make: Callable[[Path], None], code: str
) -> None:
    make(outside / "bad.txt")
    (outside / "good.txt").write_text(NOTE)
    result = diple("encode", "bad.txt", "good.txt", "--into", "out", "--format", "json")
    assert result.status == 3
    assert [(one["code"], one["file"], one["level"]) for one in result.findings] == [(code, "bad.txt", "error")]
    assert sorted(path.name for path in (outside / "out").iterdir()) == [
        "good.base.tei",
        "good.ledger.json",
        "good.xml",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He said [that the harbour [was open and left.\n\nAnd closed] it again]] later.\n",
        "[" * 10_000 + "\n",
        "A word" + "[" * 10_000 + "]" * 10_000 + " and an end.\n",
        "(" * 10_000 + "a" + ")" * 9_999 + "\n",
        "The note was lost.[1] And another.2 And a third.[^x]\n",
        "1. A body without a mark.\n",
        "\x00\x01A talk\x0c of \ufffe\uffff two\ud7ff\n",
        "\r\r\n\u2028\x85A\rB\n\rC",
        "<script>alert(1)</script> & &amp; ]]> <!-- --> <?php ?>\n",
        "\u202eesrever\u202c \u200f\u200b\ufeff a\u0301\u0301\u0301\n",
        "page 1\npage 2\npage 1\n",
        ":\n\n: :\n\nA:\n\n:B\n",
        "a",
    ],
    ids=lambda text: repr(text[:16]),
)
def test_odd_text_is_encoded_valid_and_whole(outside: Path, diple: Diple, text: str) -> None:
    (outside / "odd.txt").write_bytes(text.encode())
    assert diple("encode", "odd.txt").status == 0
    told = json.loads(diple("validate", "odd.xml", "--format", "json").out)
    assert [finding for finding in told if finding["level"] == "error"] == []
    verified = diple("verify", "odd.xml")
    assert verified.status == 0, verified.out
    assert diple("review", "odd.xml").status == 0
    assert diple("render", "odd.xml").status == 0


def test_a_line_of_three_megabytes_is_encoded_valid_and_whole(outside: Path, diple: Diple) -> None:
    sentences = "The harbour opens in the spring, as they said. " * 20
    (outside / "long.txt").write_text(f"{sentences}The port [free port] is new. " * 3_200)
    assert (outside / "long.txt").stat().st_size > 3_000_000
    assert diple("encode", "long.txt").status == 0
    assert diple("validate", "long.xml").status == 0
    assert diple("verify", "long.xml").status == 0


def test_two_transcripts_with_one_id_are_both_refused(edition: Path, diple: Diple) -> None:
    (edition / "seeds" / "note.md").write_text(NOTE)
    for command in (["build"], ["encode", "seeds/note.txt", "seeds/note.md", "seeds/talk.txt"]):
        result = diple(*command, "--format", "json")
        assert result.status == 3
        assert {one["file"] for one in result.findings if one["code"] == "I050"} == {"seeds/note.txt", "seeds/note.md"}
        assert (edition / "tei" / "talk.xml").is_file()
        assert not (edition / "tei" / "note.xml").exists()


def test_what_was_encoded_before_stays_in_the_edition_when_ids_collide(edition: Path, diple: Diple) -> None:
    diple("build")
    (edition / "seeds" / "note.md").write_text("Quite other words.\n")
    before = (edition / "tei" / "note.xml").read_bytes()
    assert diple("build").status == 3
    assert (edition / "tei" / "note.xml").read_bytes() == before
    assert (edition / "build" / "documents" / "note" / "note.xml").read_bytes() == before


@pytest.mark.parametrize(
    "command", [["encode", "seeds/talk.txt", "--into", "file"], ["render", "tei", "--into", "file"]], ids=" ".join
)
def test_a_file_where_the_folder_should_be_is_told(edition: Path, diple: Diple, command: list[str]) -> None:
    diple("encode", "seeds/note.txt")
    (edition / "file").write_text("in the way")
    result = diple(*command)
    assert result.status == 3
    assert "file" in result.err
    assert (edition / "file").read_text() == "in the way"


def test_a_folder_nobody_may_write_to_is_told(edition: Path, diple: Diple) -> None:
    (edition / "shut").mkdir(mode=0o555)
    if os.access(edition / "shut", os.W_OK):
        pytest.skip("this user may write anywhere (root?), so that a folder cannot be shut")
    result = diple("encode", "seeds/note.txt", "--into", "shut")
    assert result.status == 3
    assert "cannot be written" in result.err


def full_disk(*_arguments: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_old_files_and_no_others(
    edition: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    diple("encode", "seeds/note.txt")
    before = {path.name: path.read_bytes() for path in (edition / "tei").iterdir()}
    (edition / "seeds" / "note.txt").write_text("Other words.\n")
    monkeypatch.setattr(xmlio.os, "fsync", full_disk)
    result = diple("encode", "seeds/note.txt")
    assert result.status == 3
    assert "No space left on device" in result.err
    assert {path.name: path.read_bytes() for path in (edition / "tei").iterdir()} == before


def test_a_full_disk_stops_no_build_with_a_traceback(
    edition: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xmlio.os, "fsync", full_disk)
    result = diple("build")
    assert result.status == 3
    assert "No space left on device" in result.err
    assert nothing_written(edition / "tei")


def test_a_defect_in_one_file_does_not_stop_the_others(
    edition: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = encoding.encode_file

    def encode_file(path: Path, *, edition: Any = None) -> Any:
        if path.name == "letter.md":
            raise RecursionError("maximum recursion depth exceeded")
        return real(path, edition=edition)

    monkeypatch.setattr("diple.cli.encode.encode_file", encode_file)
    result = diple("build", "--format", "json")
    assert result.status == 3
    assert [(one["code"], one["file"]) for one in result.findings if one["level"] == "error"] == [
        ("I099", "seeds/letter.md")
    ]
    assert (edition / "build" / "documents" / "talk" / "index.html").is_file()


@pytest.mark.parametrize("command", ["validate", "verify", "render", "review"])
@pytest.mark.parametrize(
    "content",
    [None, "", "<TEI", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>&undefined;</text></TEI>", "no XML"],
    ids=["missing", "empty", "cut off", "unknown entity", "text"],
)
def test_tei_that_cannot_be_read_is_told(edition: Path, diple: Diple, command: str, content: str | None) -> None:
    (edition / "seeds" / "bad.txt").write_text(NOTE)
    if content is not None:
        (edition / "bad.xml").write_text(content)
    result = diple(command, "bad.xml", "--format", "json")
    assert result.status in {1, 3}
    assert result.status == 3 or command == "validate"
    assert {one["file"] for one in result.findings} == {"bad.xml"}
    assert result.codes[0] in {"I001", "I020"}
    assert len(result.codes) == 1 or command == "validate"


@pytest.mark.parametrize("command", ["build", "validate", "verify", "render", "review"])
def test_without_an_edition_the_command_says_what_to_do(outside: Path, diple: Diple, command: str) -> None:
    result = diple(command)
    assert result.status == 3
    assert "edition.toml" in result.err
    assert result.out == ""


@pytest.mark.parametrize("command", ["build", "validate", "verify", "render", "review"])
def test_an_edition_without_documents_is_told(edition: Path, diple: Diple, command: str) -> None:
    for path in (edition / "seeds").iterdir():
        path.unlink()
    result = diple(command, "--format", "json")
    assert (result.status, result.codes) == (3, ["I054"])


def test_a_mistake_in_edition_toml_stops_everything(edition: Path, diple: Diple) -> None:
    (edition / "edition.toml").write_text("[edition]\ntitel = 'x'\n")
    result = diple("build")
    assert (result.status, result.out) == (3, "")
    assert "edition.toml:2: error I062" in result.err
