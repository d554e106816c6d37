"""Two archivists on two branches: git merges their TEI by structure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from merge_calling import Diple, change

from diple.merge.renewal import is_valid
from diple.xmlio import parse_bytes

ATTRIBUTES = "tei/*.xml merge=diple\ntei/*.base.tei merge=diple\n"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def branches(edition: Path) -> Path:
    """An edition under git, on the first of two branches that both come from the encoded letter."""
    driver = f"{sys.executable} -m diple.cli merge-driver %O %A %B %P"
    for arguments in (["init"], ["config", "merge.diple.driver", driver]):
        assert git(edition, *arguments).returncode == 0
    (edition / ".gitattributes").write_text(ATTRIBUTES)
    save(edition, "encoded")
    git(edition, "branch", "theirs")
    return edition


def save(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    assert git(folder, "commit", "-m", message).returncode == 0


def merge_of(folder: Path, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> int:
    """Edit the letter on both branches and merge theirs into ours; return git's status."""
    tei = folder / "tei/letter.xml"
    git(folder, "checkout", "theirs")
    change(tei, *theirs)
    save(folder, "theirs")
    git(folder, "checkout", "main")
    change(tei, *ours)
    save(folder, "ours")
    return git(folder, "merge", "theirs", "-m", "merged").returncode


def test_edits_of_one_line_in_different_places_both_arrive(branches: Path, diple: Diple) -> None:
    ours = [("harbour opens", '<hi rend="italic">harbour</hi> opens')]
    theirs = [("pilots were", "pilots<!-- which? --> were"), ("</p>", '</p>\n        <p xml:id="added">More.</p>')]
    assert merge_of(branches, ours, theirs) == 0
    data = (branches / "tei/letter.xml").read_bytes()
    assert is_valid(data)
    for edit in ('<hi rend="italic">harbour</hi>', "<!-- which? -->", '<p xml:id="added">More.</p>'):
        assert edit in data.decode()


def test_where_both_edited_one_word_git_is_told_and_the_file_stays_well_formed(branches: Path) -> None:
    assert merge_of(branches, [("late", "soon")], [("late", "<hi>early</hi>--so")]) == 1
    data = (branches / "tei/letter.xml").read_bytes()
    assert is_valid(data)
    assert "<<<<" not in data.decode()
    assert "opens soon<!-- diple: conflict p1, both changed this place; the other has: <hi>early</hi>- -so -->" in (
        data.decode().replace(" <!--", "<!--")
    )
    assert "UU tei/letter.xml" in git(branches, "status", "--short").stdout


def test_one_id_given_twice_is_told_apart(branches: Path) -> None:
    ours = [("</p>", '</p>\n        <p xml:id="added">Ours.</p>')]
    theirs = [("year.</p>", 'year.</p>\n        <p xml:id="added">Theirs, <ref target="#added">here</ref>.</p>')]
    assert merge_of(branches, ours, theirs) == 0
    tree = parse_bytes((branches / "tei/letter.xml").read_bytes(), "x")
    names = [str(one) for one in tree.xpath("//@xml:id")]  # type: ignore[union-attr]
    assert len(names) == len(set(names))
    assert tree.xpath("string(//*[@target]/@target)") == "#added-2"


def test_an_id_that_somebody_renamed_is_renamed(branches: Path) -> None:
    assert merge_of(branches, [("late", "soon")], [('xml:id="p1"', 'xml:id="opening"')]) == 0
    assert '<p xml:id="opening">The harbour opens soon' in (branches / "tei/letter.xml").read_text()


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_what_is_not_well_formed_leaves_ours_as_it_is(edition: Path, diple: Diple, broken: int) -> None:
    data = (edition / "tei/letter.xml").read_bytes()
    for number, name in enumerate("oab"):
        (edition / name).write_bytes(data[:-9] if number == broken else data)
    ours = (edition / "a").read_bytes()
    assert diple("merge-driver", "o", "a", "b", "tei/letter.xml").status == 3
    assert (edition / "a").read_bytes() == ours


def test_any_tei_is_merged(tmp_path: Path, diple: Diple) -> None:
    drama = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div1><l>{}</l><l>{}</l></div1></body></text></TEI>'
    for name, lines in (("o", ("a b", "c d")), ("a", ("a B", "c d")), ("b", ("a b", "C d"))):
        (tmp_path / name).write_text(drama.format(*lines))
    assert diple("merge-driver", *(tmp_path / name for name in "oab")).status == 0
    assert (tmp_path / "a").read_text() == drama.format("a B", "C d")
