"""The reading of facts itself: the worked example's TEI states what its author says, and a changed one does not."""

from __future__ import annotations

import json

import pytest
from comparing import Score, differences, score
from facts import KINDS, facts_of

from corpus import CORPUS
from diple.xmlio import parse_file

CASE = CORPUS / "minutes" / "harbour-talk"
STATED = json.loads((CASE / "facts.json").read_text(encoding="utf-8"))
KINDS_STATED = [kind for kind in STATED if kind in KINDS]


def example():
    return parse_file(CASE / "expected.xml").getroot()


@pytest.mark.parametrize("kind", KINDS_STATED)
def test_facts_of_the_worked_example(kind):
    assert differences(kind, STATED[kind], facts_of(example(), kind)) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS_STATED if STATED[kind]])
def test_facts_are_missed_in_an_empty_document(kind):
    root = example()
    for element in [*root.iter("{*}teiHeader"), *root.iter("{*}body")]:
        element.clear()
    assert len(differences(kind, STATED[kind], facts_of(root, kind))) == len(STATED[kind])


def test_score_counts_what_is_missing_and_what_is_too_much():
    counts = score("additions", [["a", "above"], ["b", "above"], ["c", "below"]], [["a", "above"], ["x", "above"]])
    assert counts == Score(wanted=3, found=2, right=1)
    assert (round(counts.precision, 2), round(counts.recall, 2)) == (0.5, 0.33)


def test_anchor_is_compared_at_its_end():
    found = [["translator", "", "so called", "The quay was built in two years"]]
    assert differences("notes", [["translator", "", "so called", "two years"]], found) == []
    assert len(differences("notes", [["translator", "", "so called", "two months"]], found)) == 2
