"""The closed list of wordings: what brackets may consume, and free words, which they may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.draft import Draft
from diple.recognisers import brackets
from diple.recognisers.brackets.owned import owner_of_label
from diple.recognisers.brackets.wordings import is_wording
from diple.source import read_source

CASES = Path(__file__).parents[1] / "cases"
SOURCES = [
    path
    for kind in ("brackets", "hands", "margin", "stamps", "gaps", "sic")
    for path in sorted(CASES.glob(f"{kind}/*/source.*"))
]


@pytest.mark.parametrize(
    "literal",
    [
        " [Translator’s note: ",
        "[Ed. – ",
        " – Ed.]",
        "[entered above by hand: ",
        "[in red pencil: ",
        "*[Handwritten at the bottom of the first page] ",
        " [sic]",
        "[sic, should be ",
        "[recte ",
        "[correctly: ",
        "[two words illegible]",
        "[1½ lines not declassified]",
        "[...]",
        "[gap in the tape]",
        "[crossed out: ",
        " [crossed out]",
        "[in Russian: ",
        "[possibly: ",
        "[illegible—",
        "[that is, ",
        "]",
        " [",
        "?]",
        "~~",
        "_____",
        "(inaudible)",
    ],
)
def test_a_wording_is_known(literal):
    assert is_wording(literal)


@pytest.mark.parametrize(
    "literal",
    [
        "[the party]",
        "[the ",
        " [not",
        "of society",
        "[he lost the house]",
        "Stalin’s",
        "[North",
        "two men",
        "[in the house: ",
    ],
)
def test_free_words_are_no_wording(literal):
    assert not is_wording(literal)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_every_sign_is_a_known_wording(path):
    draft = Draft(read_source(path))
    draft.recogniser = "brackets"
    brackets.recognise(draft)
    literals = [draft.text[sign.start : sign.end] for sign in draft.signs]
    assert [literal for literal in literals if not (is_wording(literal) or owner_of_label(literal))] == []
