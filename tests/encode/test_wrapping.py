"""Where lines end in a wrapped text is of no account: the same is recognised as with each paragraph on one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from textwrap import wrap

import pytest

from diple.pipeline import encode
from diple.source import source_from_text
from diple.spacing import unwrapped

CASES = Path(__file__).parents[1] / "cases"
FAMILIES = ("brackets", "dates", "footnotes", "gaps", "hands", "names", "quotations", "sic", "statements")
LONGEST = 90
SOURCES = [
    path
    for family in FAMILIES
    for path in sorted(CASES.glob(f"{family}/*/source.txt"))
    if any(len(line) > LONGEST for line in path.read_text(encoding="utf-8", errors="replace").splitlines())
]
SPOKEN = [path for family in ("speech", "record", "frame") for path in sorted(CASES.glob(f"{family}/*/source.txt"))]
HEADED = {"said-of-the-text-and-not-supplied", "label-on-a-line-of-its-own"}
"""Cases in which it tells something that a bracket begins a line, or that a line ends before one."""


def wrapped(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        "\n".join(wrap(line, 72, break_long_words=False, break_on_hyphens=False)) if len(line) > LONGEST else line
        for line in lines
    )


@cache
def tags(text: str) -> list[str]:
    tei = encode(source_from_text(text, "case.txt")).tei.decode()
    return [re.sub(r' xml:id="[^"]*"', "", tag) for tag in re.findall(r"<[^>]*>", tei[tei.index("<text") :])]


def with_no_break_spaces(text: str) -> str:
    return re.sub(r"\b(Mr|Mrs|Dr|No|p|f|op|d|l)\. ", "\\1.\N{NO-BREAK SPACE}", text)


def with_windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def test_there_are_cases_enough() -> None:
    assert len(SOURCES) > 40


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_line_ends_change_nothing(source: Path) -> None:
    text = source.read_text(encoding="utf-8", errors="replace")
    if source.parent.name not in HEADED:
        assert tags(wrapped(text)) == tags(text)


@pytest.mark.parametrize("spaced", [with_no_break_spaces, with_windows_line_ends])
@pytest.mark.parametrize("source", SPOKEN, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_kinds_of_spaces_and_line_ends_change_nothing(source: Path, spaced: Callable[[str], str]) -> None:
    text = source.read_text(encoding="utf-8", errors="replace")
    assert tags(spaced(text)) == tags(text)


LONG = "The pilots of the harbour went home without their pay and said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nthat they would come back.", f"{LONG} that they would come back."),
        (f"{LONG}\r\nthat they would.", f"{LONG}  that they would."),
        (f"{LONG} [in the\nPilots’ house].", f"{LONG} [in the Pilots’ house]."),
        (f"{LONG} (as the\nPost\nsays).", f"{LONG} (as the Post\nsays)."),
    ],
)
def test_spaces_stand_for_line_ends_within_a_sentence(text: str, expected: str) -> None:
    found = unwrapped(text, [(0, len(text))])
    assert found == expected
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "text", [f"{LONG}.\nThey came back.", f"{LONG} har-\nbour.", "Dear Sir,\nwe have", f"{LONG}\nOrlo: no."]
)
def test_other_line_ends_stay(text: str) -> None:
    assert unwrapped(text, [(0, len(text))]) == text


def test_a_broken_line_of_markdown_stays_broken() -> None:
    text = f"{LONG}  \nthat"
    assert unwrapped(text, [(0, len(text))], breaks=True) == text
