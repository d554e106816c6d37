"""The command: what it writes, what it prints, how it ends."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calling import LETTER, TALK, Diple

from diple.cli import diple as group
from diple.cli.report import echo
from diple.findings import Finding

TREE = Path(__file__).resolve().parents[2]
COMMANDS = ["init", "new", "import", "build", "encode", "validate", "verify", "render", "review", "serve", "status"]
PRODUCTS = ("index.html", "{}.xml", "{}.critical.txt", "{}.diplomatic.txt", "{}.reading.txt")


def edit(path: Path, old: str, new: str) -> bytes:
    """Replace a string in a file, which must be there, as an editor would; return the new bytes."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path.read_bytes()


# ---- encode


def test_a_doubt_names_its_place_once_and_by_its_path(outside: Path, diple: Diple) -> None:
    (outside / "in").mkdir()
    (outside / "in" / "A.txt").write_text(f"{TALK}\nOrlo: We shall [qv: next week] see.\n")
    result = diple("encode", "in/A.txt")
    assert result.err.startswith("in/A.txt:11: advice D102: ")
    assert result.err.count("A.txt") == 1
    (told,) = diple("encode", "in/A.txt", "--format", "json").findings
    assert (told["file"], told["source_file"]) == ("in/A.txt", "in/A.txt")


def test_encode_writes_tei_and_ledger_and_prints_where(outside: Path, diple: Diple) -> None:
    (outside / "A.txt").write_text(TALK)
    (outside / "B.md").write_text(LETTER)
    result = diple("encode", "A.txt", "B.md", "--into", "out/deep")
    assert (result.status, result.err) == (0, "")
    assert result.out.split() == ["out/deep/A.xml", "out/deep/B.xml"]
    names = sorted(path.name for path in (outside / "out" / "deep").iterdir())
    assert names == [f"{name}.{kind}" for name in "AB" for kind in ("base.tei", "ledger.json", "xml")]


def test_encode_goes_to_the_current_folder_outside_an_edition(outside: Path, diple: Diple) -> None:
    (outside / "A.txt").write_text(TALK)
    assert diple("encode", "A.txt").out == "A.xml\n"
    assert (outside / "A.xml").is_file()


def test_encode_goes_to_the_editions_tei_also_from_below(
    edition: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition / "seeds")
    assert diple("encode", "talk.txt").status == 0
    assert (edition / "tei" / "talk.xml").is_file()


def test_encode_twice_gives_the_same_bytes_and_writes_nothing_new(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    tei, ledger = edition / "tei" / "talk.xml", edition / "tei" / "talk.ledger.json"
    before = [(path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns) for path in (tei, ledger)]
    assert diple("encode", "seeds/talk.txt").status == 0
    assert [(path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns) for path in (tei, ledger)] == before


def test_encode_follows_a_transcript_that_changed(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    edit(edition / "seeds" / "talk.txt", "statement", "declaration")
    assert diple("encode", "seeds/talk.txt").status == 0
    assert "declaration" in (edition / "tei" / "talk.xml").read_text(encoding="utf-8")


def test_encode_never_writes_over_what_somebody_edited(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    tei = edition / "tei" / "talk.xml"
    edited = edit(tei, "statement", "Statement")
    assert diple("encode", "seeds/talk.txt", "seeds/note.txt").status == 0
    assert tei.read_bytes() == edited
    assert (edition / "tei" / "note.xml").is_file()
    edit(edition / "seeds" / "talk.txt", "statement", "pronouncement")
    result = diple("encode", "seeds/talk.txt", "--format", "json")
    assert result.status == 1
    assert [one["file"] for one in result.findings if one["code"] == "D701"] == ["tei/talk.xml"]
    assert tei.read_bytes() == edited


def test_encode_keeps_an_edited_file_of_which_nobody_knows_what_it_was(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    edited = edit(edition / "tei" / "talk.xml", "statement", "Statement")
    (edition / "tei" / "talk.base.tei").unlink()
    edit(edition / "seeds" / "talk.txt", "begin", "start")
    result = diple("encode", "seeds/talk.txt", "--format", "json")
    assert (result.status, "I051" in result.codes) == (1, True)
    assert (edition / "tei" / "talk.xml").read_bytes() == edited


def test_encode_leaves_a_tei_file_alone_that_has_no_ledger(edition: Path, diple: Diple) -> None:
    (edition / "tei").mkdir()
    (edition / "tei" / "talk.xml").write_text("<TEI/>")
    assert diple("encode", "seeds/talk.txt").status == 1
    assert (edition / "tei" / "talk.xml").read_text() == "<TEI/>"


@pytest.mark.parametrize("damage", ["", "{", '{"x": 1}', "[]", "null"])
def test_encode_sets_right_a_ledger_that_was_lost_or_cut_off(edition: Path, diple: Diple, damage: str) -> None:
    diple("encode", "seeds/talk.txt")
    ledger = edition / "tei" / "talk.ledger.json"
    whole = ledger.read_bytes()
    ledger.write_text(damage)
    assert diple("encode", "seeds/talk.txt").status == 0
    assert ledger.read_bytes() == whole


# ---- build


def test_build_makes_every_file_that_other_programs_rely_on(edition: Path, diple: Diple) -> None:
    result = diple("build")
    assert (result.status, result.err) == (0, "")
    assert "3 documents: 3 encoded" in result.out
    assert (edition / "build" / "index.html").is_file()
    for name in ("talk", "letter", "note"):
        assert (edition / "tei" / f"{name}.xml").is_file()
        for product in PRODUCTS:
            assert (edition / "build" / "documents" / name / product.format(name)).is_file()


def test_build_twice_gives_the_same_bytes(edition: Path, diple: Diple) -> None:
    def state() -> dict[str, bytes]:
        return {str(path.relative_to(edition)): path.read_bytes() for path in edition.rglob("*") if path.is_file()}

    diple("build")
    first = state()
    assert diple("build").status == 0
    assert state() == first


def test_build_finds_the_edition_that_is_named(
    edition: Path, diple: Diple, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert diple("build", "--edition", edition).status == 0
    assert (edition / "build" / "index.html").is_file()


def test_build_takes_an_edited_file_as_it_stands_and_says_so(edition: Path, diple: Diple) -> None:
    diple("build")
    tei = edition / "tei" / "talk.xml"
    edited = edit(tei, "<body>", "<body><!-- looked through -->")
    result = diple("build")
    assert result.status == 0
    assert "2 encoded, 1 edited since it was encoded" in result.out
    assert "tei/talk.xml: edited since it was encoded; kept as it is" in result.out
    assert tei.read_bytes() == edited
    assert (edition / "build" / "documents" / "talk" / "talk.xml").read_bytes() == edited


def test_build_says_when_an_edited_file_lost_words(edition: Path, diple: Diple) -> None:
    diple("build")
    edit(edition / "tei" / "note.xml", "Nobody asked for it either.", "Nobody asked.")
    result = diple("build", "--format", "json")
    assert result.status == 4
    assert any(one["code"].startswith("V") and one["file"] == "tei/note.xml" for one in result.findings)


def test_build_renders_an_edited_file_that_is_not_valid_and_says_so(edition: Path, diple: Diple) -> None:
    diple("build")
    edited = edit(edition / "tei" / "note.xml", "<body>", '<body n="1" wrong="yes">')
    result = diple("build", "--format", "json")
    assert result.status == 1
    assert any(one["code"].startswith("S") and one["file"] == "tei/note.xml" for one in result.findings)
    assert (edition / "build" / "documents" / "note" / "note.xml").read_bytes() == edited


def test_build_goes_on_when_a_file_is_not_well_formed(edition: Path, diple: Diple) -> None:
    diple("build")
    edit(edition / "tei" / "note.xml", "</body>", "")
    result = diple("build", "--format", "json")
    assert result.status in {1, 3}
    assert "I020" in result.codes
    assert (edition / "build" / "documents" / "talk" / "index.html").is_file()


def test_build_takes_tei_that_has_no_transcript(edition: Path, diple: Diple) -> None:
    diple("build")
    (edition / "seeds" / "note.txt").unlink()
    result = diple("build")
    assert result.status == 0
    assert "2 encoded, 1 without a source" in result.out
    assert (edition / "build" / "documents" / "note" / "index.html").is_file()


def test_build_goes_on_after_a_bad_transcript(edition: Path, diple: Diple) -> None:
    (edition / "seeds" / "empty.txt").write_bytes(b"")
    result = diple("build")
    assert result.status == 3
    assert "seeds/empty.txt" in result.err
    assert "1 not encoded" in result.out
    assert (edition / "build" / "documents" / "talk" / "index.html").is_file()
    assert not (edition / "build" / "documents" / "empty").exists()


def test_build_with_many_documents_shares_them_out_and_gives_the_same(edition: Path, diple: Diple) -> None:
    for number in range(9):
        (edition / "seeds" / f"more-{number}.txt").write_text(f"{LETTER}\nLetter {number}.\n")
    assert diple("build", "--jobs", "1").status == 0
    alone = {path.name: path.read_bytes() for path in (edition / "tei").iterdir()}
    for path in (edition / "tei").iterdir():
        path.unlink()
    assert diple("build", "--jobs", "2").status == 0
    assert {path.name: path.read_bytes() for path in (edition / "tei").iterdir()} == alone


# ---- validate, verify, review, render


def test_validate_takes_all_of_the_edition_or_what_is_named(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt", "seeds/note.txt")
    assert diple("validate").status == 0
    edit(edition / "tei" / "talk.xml", "<body>", "<body><nonsense/>")
    assert diple("validate", "tei/note.xml").status == 0
    for named in ([], ["tei"], ["tei/talk.xml"]):
        result = diple("validate", *named, "--format", "json")
        assert result.status == 1
        assert {one["file"] for one in result.findings if one["level"] == "error"} == {"tei/talk.xml"}


def test_findings_as_json_have_the_fields_programs_rely_on(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt")
    edit(edition / "tei" / "talk.xml", "<body>", "<body><nonsense/>")
    findings = diple("validate", "--format", "json").findings
    (finding,) = [one for one in findings if one["level"] == "error"]
    assert re.fullmatch(r"[SR]\d{3}", finding["code"])
    assert finding["line"] > 1
    assert isinstance(finding["column"], int)
    assert "nonsense" in finding["message"]


def test_findings_name_the_line_of_the_transcript(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/note.txt")
    edit(edition / "tei" / "note.xml", "for it either", "for <nonsense>it</nonsense> either")
    (finding,) = [one for one in diple("validate", "--format", "json").findings if one["level"] == "error"]
    assert (finding["source_file"], finding["source_line"]) == ("seeds/note.txt", 3)


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("advice", 0)])
def test_advice_alone_does_not_fail(
    edition: Path, diple: Diple, monkeypatch: pytest.MonkeyPatch, level: str, status: int
) -> None:
    diple("encode", "seeds/talk.txt")
    finding = Finding("R001", level, "tei/talk.xml", 0, 0, "a thing")  # type: ignore[arg-type]
    monkeypatch.setattr("diple.cli.validate.validate_file", lambda path, **_: [finding])
    result = diple("validate")
    assert (result.status, result.out) == (status, f"tei/talk.xml: {level} R001: a thing\n")


def test_verify_proves_what_was_encoded_and_finds_what_was_cut(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt", "seeds/note.txt")
    assert diple("verify") == (0, "", "")
    edit(edition / "tei" / "note.xml", "not changed", "changed")
    result = diple("verify", "--format", "json")
    assert result.status == 4
    assert {one["file"] for one in result.findings} == {"tei/note.xml"}


def test_verify_needs_no_ledger(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/note.txt")
    (edition / "tei" / "note.ledger.json").unlink()
    assert diple("verify").status == 0
    edit(edition / "tei" / "note.xml", "not changed", "changed")
    assert diple("verify").status == 4


def test_verify_finds_the_transcript_beside_above_or_where_it_is_told(outside: Path, diple: Diple) -> None:
    (outside / "A.txt").write_text(TALK)
    diple("encode", "A.txt", "--into", "out")
    assert diple("verify", "out/A.xml").status == 0
    (outside / "kept").mkdir()
    (outside / "A.txt").rename(outside / "kept" / "A.txt")
    missing = diple("verify", "out/A.xml", "--format", "json")
    assert (missing.status, missing.codes) == (3, ["I052"])
    assert diple("verify", "out/A.xml", "--source", "kept").status == 0
    assert diple("verify", "out/A.xml", "--source", "kept/A.txt").status == 0


def test_one_transcript_cannot_be_that_of_two_files(edition: Path, diple: Diple) -> None:
    result = diple("verify", "a.xml", "b.xml", "--source", "seeds/talk.txt")
    assert result.status == 2


def test_review_is_a_worklist_and_never_fails(edition: Path, diple: Diple) -> None:
    (edition / "seeds" / "odd.txt").write_text(
        "RECORD OF A TALK\n\n19 September 1958\n\nIt was said [?] that the 3rd [sic] note was lost.1\n\n5 May 1961\n"
    )
    diple("encode", "seeds/odd.txt")
    result = diple("review", "--format", "json")
    assert result.status == 0
    assert result.codes
    assert all(code.startswith("D") for code in result.codes)


def test_render_writes_where_it_is_told(edition: Path, diple: Diple) -> None:
    diple("encode", "seeds/talk.txt", "seeds/note.txt")
    result = diple("render", "tei/talk.xml", "--into", "proof")
    assert (result.status, result.out) == (0, "proof/index.html\n")
    assert [path.name for path in (edition / "proof" / "documents").iterdir() if path.is_dir()] == ["talk"]


def test_render_needs_no_edition(outside: Path, diple: Diple) -> None:
    (outside / "A.txt").write_text(TALK)
    diple("encode", "A.txt")
    assert diple("render", "A.xml").status == 0
    assert (outside / "build" / "documents" / "A" / "A.reading.txt").is_file()


# ---- help, usage, streams


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_shows_an_example(diple: Diple, name: str) -> None:
    result = diple(name, "--help")
    assert result.status == 0
    assert f"Example:\n    diple {name}" in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_tells_every_command_and_option(name: str) -> None:
    guide = (TREE / "docs" / "commands.md").read_text(encoding="utf-8")
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    section = guide.split(f"\n## {name}\n")[1].split("\n## ")[0]
    own = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert {option for option in own - {"--format"} if option not in section} == set()


def test_the_guide_tells_every_input_code() -> None:
    guide = (TREE / "docs" / "commands.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| (I\d{3}) \|", guide, re.M))
    used = {
        code for path in (TREE / "src").rglob("*.py") for code in re.findall(r'"(I\d{3})"', path.read_text("utf-8"))
    }
    assert used == told


@pytest.mark.parametrize(
    "arguments", [[], ["press"], ["encode"], ["build", "--press"], ["validate", "--format", "xml"], ["build", "extra"]]
)
def test_wrong_usage_ends_with_status_2(diple: Diple, arguments: list[str]) -> None:
    result = diple(*arguments)
    assert result.status == 2
    assert "Usage: diple" in result.out + result.err


def test_what_a_terminal_would_obey_is_shown_as_an_escape(capsys: pytest.CaptureFixture[str]) -> None:
    echo("a\x1b[31m\u202eé\ndc80")
    assert capsys.readouterr().out == "a\\x1b[31m\\u202eé\\ndc80\n"


def run(arguments: list[str], folder: Path, **streams: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "diple.cli", *arguments], cwd=folder, **streams)  # type: ignore[call-overload,no-any-return]


def test_a_full_disk_behind_the_output_is_told(edition: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here to stand for a full disk")
    with Path("/dev/full").open("wb") as full:
        process = run(["encode", "seeds/talk.txt"], edition, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate()
    assert process.returncode == 3
    assert b"the output cannot be written" in err
    assert b"Traceback" not in err


def test_a_reader_that_goes_away_is_no_error(edition: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = run(["encode", "seeds/talk.txt"], edition, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


def test_progress_is_shown_on_a_terminal_and_nowhere_else(edition: Path) -> None:
    piped = run(["encode", *map(str, (edition / "seeds").iterdir())], edition, stderr=subprocess.PIPE)
    assert piped.communicate()[1] == b""
    ours, theirs = pty.openpty()
    process = run(
        ["encode", *map(str, (edition / "seeds").iterdir())], edition, stdout=subprocess.DEVNULL, stderr=theirs
    )
    assert process.wait() == 0
    os.close(theirs)
    assert b"Encoding" in os.read(ours, 4096)
    os.close(ours)
