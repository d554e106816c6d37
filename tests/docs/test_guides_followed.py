"""The guides for archivists, scholars and publishers: whoever follows them gets what they say."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from fences import TREE, encoding_of, fences
from playing import Reader

RUN = {"sh", "python", "xpath", "xquery"}


def read_aloud(name: str, folder: Path) -> int:
    """Follow a guide in a folder; return how many of its blocks were run."""
    reader = Reader(folder)
    blocks = fences(TREE / "docs" / name)
    for fence in blocks:
        reader.follow(fence)
    return sum(fence.words == ("run",) for fence in blocks)


def test_an_archivists_first_hour(tmp_path: Path) -> None:
    assert read_aloud("archivists.md", tmp_path) >= 8


def test_the_recipes_for_scholars(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    for source in sorted((TREE / "seeds").iterdir()):
        (tmp_path / "tei" / f"{source.stem}.xml").write_bytes(encoding_of(f"seeds/{source.name}").tei)
    assert read_aloud("scholars.md", tmp_path) >= 6


def test_the_recipe_for_marks_reads_from_anchor_to_anchor(tmp_path: Path) -> None:
    (recipe,) = (fence for fence in fences(TREE / "docs" / "scholars.md") if "spanTo" in fence.text)
    (tmp_path / "tei").mkdir()
    (named,) = re.findall(r'"(tei/[^"]+\.xml)"', recipe.text)
    (tmp_path / named).write_bytes(encoding_of("tests/cases/margin/crossing-extents/source.txt").tei)
    reader = Reader(tmp_path)
    reader.follow(recipe)
    first, second = reader.printed.splitlines()
    assert first.endswith(": The northern light went out in March. The ships of the line …")
    assert second.endswith(": The ships of the line went round by the south. The keeper wa…")


def test_editing_and_encoding_again(tmp_path: Path) -> None:
    assert read_aloud("editing.md", tmp_path) >= 7


def test_transcripts_in_other_formats(tmp_path: Path) -> None:
    assert read_aloud("formats.md", tmp_path) == 3


def test_the_conventions_of_a_house(tmp_path: Path) -> None:
    assert read_aloud("conventions.md", tmp_path) >= 3


def test_publishing_an_edition(tmp_path: Path) -> None:
    shutil.copytree(TREE / "tests" / "corpus" / "minutes" / "harbour-talk", tmp_path / "transcripts")
    assert read_aloud("publishers.md", tmp_path) >= 3


def test_the_publishers_table_has_the_keys_of_the_file() -> None:
    page = (TREE / "docs" / "publishers.md").read_text(encoding="utf-8")
    (shown,) = (fence for fence in fences(TREE / "docs" / "publishers.md") if fence.language == "toml")
    keys = [key for table in tomllib.loads(shown.text).values() for key in table]
    rows = re.findall(r"^\| (`.+?`) \|", page.partition("key by key")[2], re.M)
    assert [key for row in rows for key in re.findall(r"`(\w+)`", row)] == keys
    assert len(keys) == 14


@pytest.mark.parametrize("name", ["archivists.md", "scholars.md", "publishers.md"])
def test_what_can_be_run_is_run(name: str) -> None:
    left = [str(fence) for fence in fences(TREE / "docs" / name) if fence.language in RUN and fence.words != ("run",)]
    assert left == []
