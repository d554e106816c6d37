"""What a run makes anew, and what it leaves as an earlier one made it: never anything that would be otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from documents import EDITION, LETTERS, REGISTER, write_letters

from diple.render import EditionInfo, RenderReport, press, publish, render_edition
from diple.render.manifest import read_manifest


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    return write_letters(tmp_path)


def build(tei: Path, edition: EditionInfo = EDITION, out: str = "build") -> RenderReport:
    files = sorted(tei.glob("*.xml"))
    sources = {file.stem: text for file in files if (text := file.with_suffix(".txt")).is_file()}
    return render_edition(files, tei.parent / out, edition, processes=1, sources=sources)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that were pressed, for pages."""
    told: list[str] = []
    pressed = press.Press.document

    def document(self: press.Press, tei: Path, *rest: object, **named: object) -> dict[str, bytes]:
        files = pressed(self, tei, *rest, **named)  # type: ignore[arg-type]
        told.extend([tei.stem] if "index.html" in files else [])
        return files

    monkeypatch.setattr(press.Press, "document", document)
    return told


def test_an_edition_that_is_what_it_would_become_is_left_as_it_is(tei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(tei)
    before = contents(tei.parent / "build")
    monkeypatch.setattr(publish, "workers", None)
    again = build(tei)
    assert contents(tei.parent / "build") == before
    assert (again.documents, set(again.files)) == (first.documents, set(first.files))
    assert again.left_out == first.left_out


def _other_letter(tei: Path) -> None:
    (tei / "letter-2.xml").write_text(LETTERS["letter-2"].replace("came back", "went away"), encoding="utf-8")


def _other_title(tei: Path) -> None:
    (tei / "letter-2.xml").write_text(LETTERS["letter-2"].replace("Letter of", "Note of"), encoding="utf-8")


def _other_register(tei: Path) -> None:
    (tei / "register" / "persons.xml").write_text(
        REGISTER["persons"].replace("Anna Vale", "Anne Vale"), encoding="utf-8"
    )


def _other_page(tei: Path) -> None:
    (tei.parent / "build/documents/letter-1/index.html").write_text("spoilt")


def _no_text(tei: Path) -> None:
    (tei.parent / "build/documents/letter-1/letter-1.reading.txt").unlink()


def _a_transcript(tei: Path) -> None:
    (tei / "letter-1.txt").write_text("Dear all.\n", encoding="utf-8")


def _one_less(tei: Path) -> None:
    (tei / "letter-2.xml").unlink()


@pytest.mark.parametrize(
    ("change", "pressed"),
    [
        (_other_letter, ["letter-2"]),
        (_other_title, ["letter-1", "letter-2"]),
        (_other_register, ["letter-1", "letter-2"]),
        (_other_page, ["letter-1"]),
        (_no_text, ["letter-1"]),
        (_a_transcript, ["letter-1"]),
        (_one_less, ["letter-1"]),
    ],
)
def test_what_changes_is_made_anew_and_the_whole_is_as_if_made_at_once(
    change: Callable[[Path], None], pressed: list[str], tei: Path, made: list[str]
) -> None:
    build(tei)
    change(tei)
    made.clear()
    build(tei)
    assert made == pressed
    build(tei, out="fresh")
    assert contents(tei.parent / "build") == contents(tei.parent / "fresh")


def test_another_version_or_own_style_of_the_edition_makes_all_anew(tei: Path, tmp_path: Path, made: list[str]) -> None:
    (tmp_path / "edition.toml").touch()
    own = replace(EDITION, house=str(tmp_path))
    build(tei, own)
    (tmp_path / "edition.css").write_text(":root { --link: #0b5d4e }")
    made.clear()
    build(tei, own)
    assert made == ["letter-1", "letter-2"]
    made.clear()
    build(tei, replace(own, version="9"))
    assert made == ["letter-1", "letter-2"]


def test_no_file_of_an_edition_is_hidden_and_the_manifest_names_all_others(tei: Path) -> None:
    build(tei)
    files = set(contents(tei.parent / "build"))
    assert not [path for path in files if "/." in f"/{path}"]
    assert set(read_manifest(tei.parent / "build").files) == files - {"manifest.json"}
