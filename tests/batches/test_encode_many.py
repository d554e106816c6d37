"""``diple encode`` on folders, ZIP files and batches: each file's fate is told, and none stops the others."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from diple.cli import main

TEXT = "The harbour [illegible] was opened in the spring.\n"
BATCH = "".join(f"Document {n}\n\nLetter of {n} May 1962\n\n{TEXT}\n" for n in (1, 2))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edition(folder: Path) -> None:
    (folder / "seeds").mkdir()
    text = '[edition]\ntitle="x"\npublisher="y"\nversion="1"\ndate=2020-01-01\n[licence]\nname="CC0"\n'
    (folder / "edition.toml").write_text(text, encoding="utf-8")


def codes(err: str) -> list[str]:
    return [item["code"] for item in json.loads(err)]


def test_a_folder_is_taken_with_those_in_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "in" / "deep").mkdir(parents=True)
    (here / "in" / ".git").mkdir()
    (here / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (here / "in" / "deep" / "b.md").write_text(TEXT, encoding="utf-8")
    (here / "in" / ".git" / "c.txt").write_text(TEXT, encoding="utf-8")
    (here / "in" / "empty.txt").write_text("", encoding="utf-8")
    (here / "in" / "picture.png").write_bytes(b"\x89PNG")
    assert main(["encode", "in", "--into", "out"]) == 3
    shown = capsys.readouterr()
    assert shown.out.split() == ["out/a.xml", "out/b.xml"]
    assert "I004" in shown.err
    assert "I053" in shown.err
    assert "I124: 3 documents: 2 encoded, 1 not encoded" in shown.err


def test_a_zip_file_is_taken(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ZipFile("a.zip", "w") as file:
        for name in ("x/talk.txt", "y/talk.txt", "y/letter.md", "../bad.txt"):
            file.writestr(name, TEXT + name)
        file.writestr("empty.txt", "")
    assert main(["encode", "a.zip", "--into", "out"]) == 3
    shown = capsys.readouterr()
    assert shown.out.split() == ["out/x-talk.xml", "out/letter.xml", "out/y-talk.xml"]
    assert (here / "out" / "x-talk.txt").read_text(encoding="utf-8") == TEXT + "x/talk.txt"
    assert not (here.parent / "bad.txt").exists()
    assert not (here / "bad.txt").exists()
    assert "4 documents: 3 encoded, 1 not encoded, 1 left out" in shown.err
    assert main(["verify", *[str(path) for path in sorted((here / "out").glob("*.xml"))]]) == 0


def test_in_an_edition_the_transcripts_of_a_zip_file_go_to_the_seeds(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition(here)
    (here / "seeds" / "talk.txt").write_text("Another talk.\n", encoding="utf-8")
    with ZipFile("a.zip", "w") as file:
        file.writestr("talk.txt", TEXT)
        file.writestr("letter.txt", TEXT)
    assert main(["encode", "a.zip", "--format", "json"]) == 3
    assert set(codes(capsys.readouterr().out)) >= {"I123", "I124"}
    assert (here / "seeds" / "talk.txt").read_text(encoding="utf-8") == "Another talk.\n"
    assert [path.name for path in (here / "tei").glob("*.xml")] == ["letter.xml"]
    assert main(["encode", "a.zip"]) == 3


def test_a_batch_is_told_of_and_split_on_request(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "papers.txt").write_text(BATCH, encoding="utf-8")
    assert main(["encode", "papers.txt", "--into", "one"]) == 0
    shown = capsys.readouterr()
    assert shown.out.split() == ["one/papers.xml"]
    assert "papers.txt:7: warning I122" in shown.err
    assert main(["encode", "papers.txt", "--into", "two", "--split"]) == 0
    assert capsys.readouterr().out.split() == ["two/papers-1.xml", "two/papers-2.xml"]
    parts = [(here / "two" / f"papers-{n}.txt").read_text(encoding="utf-8") for n in (1, 2)]
    assert "".join(parts) == BATCH
    first = {path.name: path.read_bytes() for path in (here / "two").iterdir()}
    assert main(["encode", "papers.txt", "--into", "two", "--split"]) == 0
    assert {path.name: path.read_bytes() for path in (here / "two").iterdir()} == first


def test_an_empty_folder_has_nothing_to_encode(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "in").mkdir()
    assert main(["encode", "in"]) == 3
    assert "I054" in capsys.readouterr().err


def test_several_documents_on_a_web_page_are_told_of_and_left_together(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = "".join(f"<h3>Document {n}</h3><p>Letter of {n} May 1962</p><p>{TEXT * 4}</p>" for n in (1, 2, 3))
    (here / "page.html").write_text(f"<html><body><nav><a href='/'>Home</a></nav>{items}</body></html>")
    assert main(["encode", "page.html", "--into", "out", "--split"]) == 0
    shown = capsys.readouterr()
    assert shown.out.split() == ["out/page.xml"]
    assert "I122: the file seems to hold 3 documents" in shown.err
    assert "make a file of each" in shown.err
