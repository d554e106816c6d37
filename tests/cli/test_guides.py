"""The guides: what they show works, and what they point at is there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from diple.edition import Edition

TREE = Path(__file__).resolve().parents[2]
GUIDES = sorted([*TREE.glob("*.md"), *(TREE / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.S | re.M)
TOML = re.compile(r"^( *)\[edition\]\n.*?(?=^```|^ *END$)", re.S | re.M)


def anchors(guide: Path) -> set[str]:
    """Return the anchors of a guide's headings, as the forges make them."""
    headings = re.findall(r"^#+ (.+)$", guide.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_link_leads_somewhere(guide: Path) -> None:
    prose = CODE.sub("", guide.read_text(encoding="utf-8"))
    links = [link for link in LINK.findall(prose) if ":" not in link]
    missing = []
    for link in links:
        name, _, anchor = unquote(link).partition("#")
        target = guide.parent / name if name else guide
        if not target.exists() or (anchor and anchor not in anchors(target)):
            missing.append(link)
    assert missing == []


def test_an_edition_as_the_guide_shows_it_can_be_loaded(tmp_path: Path) -> None:
    shown = TOML.search((TREE / "docs/commands.md").read_text(encoding="utf-8"))
    assert shown is not None
    text = re.sub(f"^{shown[1]}", "", shown[0], flags=re.M)
    (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    assert Edition.load(tmp_path).title == "Papers of the Harbour Office"


def test_this_repositorys_own_edition_can_be_loaded() -> None:
    assert Edition.load(TREE).seeds.is_dir()


def test_the_readme_shows_the_two_commands_that_make_knows() -> None:
    readme, makefile = ((TREE / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    for target in ("build", "test"):
        assert f"    make {target} " in readme
        assert re.search(rf"^{target}:", makefile, re.M)
