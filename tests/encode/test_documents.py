"""Whole documents with their facts stated by hand: each kind of fact must keep the F1 that it has reached.

A document is a folder in ``corpus/FRAME``: ``source.txt`` or ``source.md``, and ``facts.json``, which maps kinds (see
``facts.KINDS``) to lists of facts. ``"review"`` lists source lines that must be in the review list, each as a list of
lines of which one must be named; ``"traps"`` gives beginning and end of paragraphs among the others; ``"absent"`` gives
words that must not be in the text. Documents with ``"aside": true`` are tested together, by numbers only.
"""

from __future__ import annotations

import pytest
from encoded import encode
from facts import KINDS
from floors import ASIDE, read_floors, rounded
from measuring import by, lost, measure, measured
from reading import ID, find, plain

from corpus import SPECIAL, Document, documents

FLOORS = read_floors()
NAMED = [pytest.param(document, id=f"{document.frame}/{document.name}") for document in documents()]


@pytest.mark.parametrize("document", [d for d in NAMED if not d.values[0].is_aside])
def test_no_kind_of_fact_falls_below_its_floor(document: Document):
    floors = FLOORS.get(f"{document.frame}/{document.name}", {})
    results = {one.kind: one for one in measure(document)}
    fallen = [
        f"{kind}: F1 {one.score.f1:.3f} under {floors[kind]:.3f}\n  " + "\n  ".join(one.misses)
        for kind, one in results.items()
        if kind in floors and rounded(one.score.f1) < floors[kind]
    ]
    assert fallen == [], "\n".join(fallen)
    assert floors.keys() == results.keys(), "a kind without a floor: run `make score SCORE=--save-floors`"


def test_no_kind_of_fact_falls_below_its_floor_in_the_documents_kept_aside():
    found = {kind: rounded(score.f1) for kind, score in by(measured(aside=True), "kind").items()}
    fallen = {kind: (f1, FLOORS[ASIDE][kind]) for kind, f1 in found.items() if f1 < FLOORS[ASIDE].get(kind, 0)}
    assert fallen == {}
    assert FLOORS[ASIDE].keys() == found.keys()


def test_a_quarter_is_kept_aside():
    aside = sum(document.is_aside for document in documents())
    assert 0.2 <= aside / len(documents()) <= 0.3


@pytest.mark.parametrize("document", NAMED)
def test_tei_is_valid_and_always_the_same(document: Document):
    from diple.pipeline import encode_file
    from diple.validate import validate_bytes

    tei = encode(document.source).tei
    assert [finding.as_text() for finding in validate_bytes(tei, document.name) if finding.level == "error"] == []
    assert encode_file(document.source).tei == tei


@pytest.mark.parametrize("document", NAMED)
def test_every_character_is_accounted_for_and_no_word_is_lost(document: Document):
    assert lost(document) == (0, 0)


@pytest.mark.parametrize("document", NAMED)
def test_pointers_lead_to_elements_and_ids_are_unique(document: Document):
    root = encode(document.source).root
    ids = [element.get(ID) for element in find(root, "//*[@xml:id]")]
    pointers = find(root, "//@who | //@toWhom | //@resp | //@hand | //@target | //@ref | //@spanTo | //@next | //@prev")
    astray = [p for pointer in pointers for p in pointer.split() if p.startswith("#") and p[1:] not in ids]
    assert (astray, len(ids)) == ([], len(set(ids)))


@pytest.mark.parametrize("document", NAMED)
def test_each_intervention_names_its_agent(document: Document):
    translators = "@type='translator' or @type='original' or @type='transcriber' or @type='description'"
    places = f"//t:note[{translators}][not(@resp)] | //t:supplied[not(@resp)] | //t:corr[not(@resp)]"
    anonymous = find(encode(document.source).root, f"{places} | //t:expan[not(@resp)] | //t:add[not(@hand or @resp)]")
    assert [plain(element) for element in anonymous] == []


@pytest.mark.parametrize("document", NAMED)
def test_kinds_are_known(document: Document):
    assert set(document.stated) <= set(KINDS) | SPECIAL
