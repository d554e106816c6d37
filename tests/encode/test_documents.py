"""Whole documents with their facts stated by hand: each fact, and none besides, must be in the TEI.

A document is a folder in ``corpus/FRAME``: ``source.txt`` or ``source.md``, and ``facts.json``, which maps kinds (see ``facts.KINDS``) to lists of facts. ``"review"`` lists source lines that must be
in the review list, each as a list of lines of which one must be named; ``"traps"`` gives beginning and end of
paragraphs among the others; ``"absent"`` gives words that must not be in the text.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from comparing import differences, same
from encoded import encode
from facts import KINDS, facts_of
from reading import ID, find, plain

from corpus import SPECIAL, documents

FOLDERS = [document.folder for document in documents()]


def stated(folder: Path) -> dict[str, list]:
    """Return the facts of a case as its author stated them."""
    return json.loads((folder / "facts.json").read_text(encoding="utf-8"))


def source_in(folder: Path) -> Path:
    """Return the source of a case."""
    (source,) = folder.glob("source.*")
    return source


def pairs(*kinds: str) -> list:
    """Return a parameter for each case and each of the kinds given that it states."""
    return [pytest.param(f, k, id=f"{f.name}-{k}") for f in FOLDERS for k in stated(f) if k in kinds]


@pytest.mark.parametrize(("folder", "kind"), pairs(*KINDS))
def test_facts(folder, kind):
    found = differences(kind, stated(folder)[kind], facts_of(encode(source_in(folder)).root, kind))
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(("folder", "kind"), pairs("traps"))
def test_paragraphs_that_are_easily_cut_or_joined(folder, kind):
    paragraphs = facts_of(encode(source_in(folder)).root, "paragraphs")
    missing = [trap for trap in stated(folder)[kind] if sum(same(kind, trap, found) for found in paragraphs) != 1]
    assert missing == []


@pytest.mark.parametrize(("folder", "kind"), pairs("absent"))
def test_words_that_are_signs_or_metadata_are_not_text(folder, kind):
    text = plain(find(encode(source_in(folder)).root, "//t:text")[0])
    assert [words for words in stated(folder)[kind] if words in text] == []


@pytest.mark.parametrize(("folder", "kind"), pairs("review"))
def test_review_list(folder, kind):
    listed = {finding.source_line for finding in encode(source_in(folder)).findings}
    assert [lines for lines in stated(folder)[kind] if not listed & set(lines)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_tei_is_valid_and_always_the_same(folder):
    from diple.pipeline import encode_file
    from diple.validate import validate_bytes

    tei = encode(source_in(folder)).tei
    assert [finding.as_text() for finding in validate_bytes(tei, folder.name) if finding.level == "error"] == []
    assert encode_file(source_in(folder)).tei == tei


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_pointers_lead_to_elements_and_ids_are_unique(folder):
    root = encode(source_in(folder)).root
    ids = [element.get(ID) for element in find(root, "//*[@xml:id]")]
    pointers = find(root, "//@who | //@toWhom | //@resp | //@hand | //@target | //@ref | //@spanTo | //@next | //@prev")
    astray = [p for pointer in pointers for p in pointer.split() if p.startswith("#") and p[1:] not in ids]
    assert (astray, len(ids)) == ([], len(set(ids)))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_intervention_names_its_agent(folder):
    translators = "@type='translator' or @type='original' or @type='transcriber' or @type='description'"
    places = f"//t:note[{translators}][not(@resp)] | //t:supplied[not(@resp)] | //t:corr[not(@resp)]"
    anonymous = find(encode(source_in(folder)).root, f"{places} | //t:expan[not(@resp)] | //t:add[not(@hand)]")
    assert [plain(element) for element in anonymous] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_kinds_are_known(folder):
    assert set(stated(folder)) <= set(KINDS) | SPECIAL
