"""A new edition: what ``init``, ``new``, ``import`` and ``status`` write and tell."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from diple.additions import Stated, begin_transcript, id_of, import_transcript
from diple.cli import main
from diple.edition import Edition
from diple.findings import DipleError
from diple.kit import SAMPLE, SCHEMAS, Details, found, outdated, refresh
from diple.resources import resource
from diple.validate import validate_bytes

ROOT = Path(__file__).parents[2]
DETAILS = Details('Papers "of" the Harbour', "The Harbour Archive", date(2026, 1, 31))
PLACEHOLDER = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)?\}")
HOST = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>T</title>
<respStmt xml:id="editor"><resp>edited by</resp><name>E</name></respStmt></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt>
<sourceDesc><msDesc><msIdentifier><repository>R</repository></msIdentifier>
<physDesc><handDesc><handNote xml:id="hand-1">A hand</handNote></handDesc></physDesc></msDesc></sourceDesc></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="person"><persName>N</persName></person></listPerson></particDesc>
</profileDesc></teiHeader><text><body><div type="document">%s</div></body></text></TEI>"""


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    found(tmp_path / "papers", DETAILS)
    return Edition.load(tmp_path / "papers")


def call(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_a_new_edition_can_be_read_and_says_what_it_was_told(edition: Edition) -> None:
    assert (edition.title, edition.publisher, edition.date) == (*DETAILS[:2], "2026-01-31")
    assert (edition.seeds / SAMPLE).is_file()
    assert "build/" in (edition.root / ".gitignore").read_text(encoding="utf-8")


def test_nothing_in_it_is_left_to_fill_in(edition: Edition) -> None:
    for path in (edition.root / "edition.toml", edition.root / "README.md"):
        assert "$" not in path.read_text(encoding="utf-8")


def test_the_schema_lies_where_the_tei_looks_for_it(edition: Edition) -> None:
    assert call("encode", edition.seeds / SAMPLE, "--edition", edition.root) == 0
    (tei,) = edition.tei.glob("*.xml")
    named = re.findall(r'<\?xml-model href="([^"]+)"', tei.read_text(encoding="utf-8"))
    assert len(named) == 2
    assert all((tei.parent / name).is_file() for name in named)


def test_it_builds_without_an_error(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("build", "--edition", edition.root) == 0
    assert "1 document: 1 encoded" in capsys.readouterr().out
    assert (edition.build / "index.html").is_file()


def test_what_begins_with_a_dot_may_be_there_and_stays(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    found(tmp_path, DETAILS)
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("name", ["letter.txt", "edition.toml"])
def test_a_folder_that_holds_anything_is_not_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(DipleError, match="I090"):
        found(tmp_path, DETAILS)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_refresh_writes_what_is_not_of_this_version_and_nothing_else(edition: Edition) -> None:
    schema = edition.root / "schema"
    (schema / "diple.rng").write_text("old", encoding="utf-8")
    (schema / "diple.sch").unlink()
    (edition.root / "README.md").write_text("mine", encoding="utf-8")
    assert sorted(path.name for path in refresh(edition.root)) == ["diple.rng", "diple.sch"]
    assert not list(outdated(edition.root))
    assert (edition.root / "README.md").read_text(encoding="utf-8") == "mine"
    assert all((schema / name).read_bytes() == resource("schema", name).read_bytes() for name in SCHEMAS)


def test_editors_files_are_json(edition: Edition) -> None:
    for path in (edition.root / ".vscode").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))


def test_the_task_finds_what_validate_prints(edition: Edition) -> None:
    tasks = json.loads((edition.root / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = re.compile(tasks[0]["problemMatcher"]["pattern"]["regexp"])
    (edition.root / "x.xml").write_text(HOST % "<p>A <persNmae>b</persNmae></p>", encoding="utf-8")
    command = [sys.executable, "-m", "diple.cli", "validate", "x.xml"]
    done = subprocess.run(command, cwd=edition.root, capture_output=True, text=True, check=False)
    found_by = [match.groups() for line in done.stdout.splitlines() if (match := pattern.match(line))]
    assert any(file == "x.xml" and level == "error" and "S001" in text for file, _, _, level, text in found_by)


def snippets() -> dict[str, str]:
    """Return what each snippet writes into a document, with its placeholders as they first stand."""
    text = (ROOT / "src/diple/kit/files/vscode/tei.code-snippets").read_text(encoding="utf-8")
    written = {}
    for one in json.loads(text).values():
        body = "\n".join(one["body"]) if isinstance(one["body"], list) else one["body"]
        chosen = body.replace("$TM_SELECTED_TEXT", "words")
        written[one["prefix"]] = PLACEHOLDER.sub(lambda match: match[1] or match[2] or "", chosen)
    return written


@pytest.mark.parametrize("prefix", sorted(snippets()))
def test_a_snippet_writes_valid_tei(prefix: str) -> None:
    written = snippets()[prefix]
    block = written if prefix == "sp" else f"<p>Some {written} here.</p>"
    findings = validate_bytes((HOST % block).encode(), "snippet.xml", rules=True)
    wrong = [finding.as_text() for finding in findings if finding.level == "error"]
    assert not wrong


def test_nobody_publishes_what_nobody_has_said(tmp_path: Path) -> None:
    assert call("init", tmp_path / "papers") == 0
    assert Edition.load(tmp_path / "papers").publisher == ""
    assert call("build", "--no-pdf", "--edition", tmp_path / "papers") == 0
    (header,) = (tmp_path / "papers" / "tei").glob("*.xml")
    assert "<publisher>Not published</publisher>" in header.read_text(encoding="utf-8")
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "papers" / "build").rglob("*.html")]
    assert pages and not any(re.search(r"\bPublisher\b", page) for page in pages)


def test_the_sample_is_that_of_the_guide(edition: Edition) -> None:
    guide = (ROOT / "docs" / "archivists.md").read_text(encoding="utf-8")
    assert (edition.seeds / SAMPLE).read_text(encoding="utf-8").strip() in guide


def test_a_transcript_is_taken_in_byte_for_byte(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "a b.TXT").write_bytes(b"Caf\xe9\r\nau lait\r\n")
    copy = import_transcript(tmp_path / "a b.TXT", edition)
    assert copy == edition.seeds / "a-b.txt"
    assert copy.read_bytes() == b"Caf\xe9\r\nau lait\r\n"


@pytest.mark.parametrize("taken", ["seeds/talk.md", "tei/talk.xml"])
def test_a_document_that_is_there_is_not_written_over(edition: Edition, tmp_path: Path, taken: str) -> None:
    (edition.root / taken).parent.mkdir(exist_ok=True)
    (edition.root / taken).write_text("mine", encoding="utf-8")
    (tmp_path / "talk.txt").write_text("other", encoding="utf-8")
    with pytest.raises(DipleError, match=r"I091.*already"):
        import_transcript(tmp_path / "talk.txt", edition)
    assert not (edition.seeds / "talk.txt").exists()


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("letter of march", b"Dear friend,\n", "letter-of-march.txt"),
        ("letter.asc", b"Dear friend,\n", "letter.txt"),
        ("letter.1955", b"Dear friend,\n", "letter.1955.txt"),
        ("Письмо", "Дорогой друг,\n".encode(), "Письмо.txt"),
        ("page", b"<!DOCTYPE html>\n<html><body><p>Dear friend,</p></body></html>", "page.html"),
        ("page.asp", b'<?xml version="1.0"?>\n<html><body><p>Dear friend,</p></body></html>', "page.html"),
        ("talk", b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', "talk.xml"),
    ],
)
def test_a_name_that_does_not_tell_the_format_is_no_hindrance(
    edition: Edition, tmp_path: Path, name: str, data: bytes, taken: str
) -> None:
    (tmp_path / name).write_bytes(data)
    copy = import_transcript(tmp_path / name, edition)
    assert (copy, copy.read_bytes()) == (edition.seeds / taken, data)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("gone.txt", None, "I001"),
        ("gone", None, "I001"),
        ("picture.jpeg", b"\xff\xd8\xff\xe0" + bytes(range(256)), "I005"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "I005"),
        ("nothing", b"", "I004"),
    ],
)
def test_what_cannot_be_taken_in_is_told(
    edition: Edition, tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DipleError, match=code):
        import_transcript(tmp_path / name, edition)


def test_an_id_that_no_address_may_hold_is_refused(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DipleError, match=r"I091.*try a-b"):
        import_transcript(tmp_path / "talk.txt", edition, "a b")
    with pytest.raises(DipleError, match="I091"):
        import_transcript(tmp_path / "talk.txt", edition, "../talk")


def test_what_is_known_of_a_document_comes_into_its_header(edition: Edition) -> None:
    begun = begin_transcript(Stated("Letter: to the “Board”", "1955-03-02", "HBA, f. 3", "B. Person"), edition)
    assert begun.name == "1955-03-02-letter-to-the-board.md"
    begun.write_text(begun.read_text(encoding="utf-8") + "Dear friend,\n\nall is well.\n", encoding="utf-8")
    assert call("encode", begun, "--edition", edition.root) == 0
    header = (edition.tei / f"{begun.stem}.xml").read_text(encoding="utf-8").partition("</teiHeader>")[0]
    assert "Letter: to the “Board”" in header
    assert "B. Person" in header
    assert "1955-03-02" in header
    assert "HBA" in header


def test_a_long_title_gives_an_id_that_ends_with_a_word() -> None:
    name = id_of(Stated("Überaus lange Aufzeichnung " * 8, "1955"))
    assert len(name) <= 80
    assert name.startswith("1955-uberaus-lange-aufzeichnung")
    assert not name.endswith("-")


def states(capsys: pytest.CaptureFixture[str], edition: Edition) -> dict[str, str]:
    capsys.readouterr()
    assert call("status", "--edition", edition.root, "--format", "json") == 0
    return {one["document"]: one["state"] for one in json.loads(capsys.readouterr().out)}


def test_status_follows_a_document(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    name, source = Path(SAMPLE).stem, edition.seeds / SAMPLE
    assert states(capsys, edition) == {name: "not encoded yet"}
    call("encode", source, "--edition", edition.root)
    assert states(capsys, edition) == {name: "as encoded"}
    source.write_text(source.read_text(encoding="utf-8").replace("oil", "lamp oil"), encoding="utf-8")
    assert states(capsys, edition) == {name: "the transcript changed since"}
    tei = edition.tei / f"{name}.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("With great respect", "With respect"), encoding="utf-8")
    assert states(capsys, edition) == {name: "edited; the transcript changed since"}
    source.unlink()
    assert states(capsys, edition) == {name: "without a transcript"}


def test_status_counts_and_names_what_is_stale(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    call("build", "--edition", edition.root)
    (tei,) = edition.tei.glob("*.xml")
    tei.write_text(tei.read_text(encoding="utf-8").replace("closer>", "closr>"), encoding="utf-8")
    (edition.root / "schema" / "diple.rng").unlink()
    capsys.readouterr()
    assert call("status", "--edition", edition.root) == 0
    head, row, note = capsys.readouterr().out.splitlines()
    assert head.split() == "document TEI errors warnings differences conflicts to look at page".split()
    assert row.split()[:3] == [tei.stem, "edited", "1"]
    assert "diple init" in note
    assert "--refresh" in note


def test_status_counts_differences_and_conflicts(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    name, source = Path(SAMPLE).stem, edition.seeds / SAMPLE
    call("encode", source, "--edition", edition.root)
    tei = edition.tei / f"{name}.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("With great respect", "With respect"), encoding="utf-8")
    source.write_text(source.read_text(encoding="utf-8").replace("great respect", "deep respect"), encoding="utf-8")
    call("encode", source, "--edition", edition.root)
    (edition.tei / "alone.xml").write_bytes(tei.read_bytes())
    capsys.readouterr()
    assert call("status", "--edition", edition.root, "--format", "json") == 0
    edited, alone = json.loads(capsys.readouterr().out)
    assert (edited["differences"], edited["conflicts"]) == (1, 1)
    assert edited["review"] > 0
    assert (alone["differences"], alone["conflicts"]) == (None, 0)


@pytest.mark.parametrize("wrong", ["1955-13", "55", "March"])
def test_a_date_that_is_none_is_wrong_usage(edition: Edition, wrong: str) -> None:
    assert call("new", "A letter", "--date", wrong, "--edition", edition.root) == 2


def test_this_repository_uses_the_same_files_for_editors() -> None:
    kit = ROOT / "src" / "diple" / "kit" / "files"
    for path in sorted((kit / "vscode").iterdir()):
        assert (ROOT / ".vscode" / path.name).read_bytes() == path.read_bytes()
    assert (ROOT / "edition.xpr").read_bytes() == (kit / "project.xpr").read_bytes()
