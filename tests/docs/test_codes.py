"""The codes of findings: those the program gives, those it explains and those the guides list are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from diple.codes import OF_INPUT, OF_REVIEW, OF_VERIFICATION

TREE = Path(__file__).parents[2]
ROW = re.compile(r"^\| `?([IVD]\d{3})`? \| (.+?) \|(?: (.+?) \|)?$", re.MULTILINE)


def rows(page: str) -> dict[str, tuple[str, str]]:
    """Return the rows of a guide's tables of codes: what each means, and what to do where that is told."""
    text = (TREE / "docs" / page).read_text(encoding="utf-8")
    return {code: (means, to_do) for code, means, to_do in ROW.findall(text)}


def given() -> Iterator[str]:
    """Yield each code that the program's text gives."""
    for path in sorted((TREE / "src" / "diple").rglob("*.py")):
        if path.name != "codes.py":
            yield from re.findall(r'"([IVD]\d{3})"', path.read_text(encoding="utf-8"))


def test_the_commands_guide_lists_what_is_explained() -> None:
    assert {code: means for code, (means, _) in rows("commands.md").items()} == OF_INPUT | OF_VERIFICATION


def test_the_encoding_guide_lists_what_is_explained() -> None:
    assert rows("encoding.md") == OF_REVIEW


def test_every_code_given_is_explained() -> None:
    known = OF_INPUT.keys() | OF_VERIFICATION.keys() | OF_REVIEW.keys()
    assert not set(given()) - known
    assert not known - set(given())
