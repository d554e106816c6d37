"""Measuring the encoder over the corpus: the score of each document and kind, and what ``verify`` says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from comparing import Score, differences, same, score, total
from encoded import Encoded, encode
from facts import Fact, facts_of
from floors import ASIDE, Floors
from reading import find, plain

from corpus import Document, documents
from diple.findings import DipleError
from diple.source import read_source
from diple.verify import verify

# The aims for F1; a kind that is not named here has none.
AIMS = {
    **dict.fromkeys(("speakers", "notes", "pages", "paragraphs", "additions"), 0.97),
    **dict.fromkeys(("datelines", "signatures", "participants", "attendance", "gaps", "stages"), 0.95),
    **dict.fromkeys(("reported", "marks", "enclosures"), 0.90),
}


class Measured(NamedTuple):
    """What was measured of one kind of fact in one document."""

    document: Document
    kind: str
    score: Score
    misses: tuple[str, ...]


def measure(document: Document) -> list[Measured]:
    """Return what each kind of fact that a document states scores; where it is not encoded, nothing was found."""
    if not is_encoded(document):
        kinds = [*document.facts, *(kind for kind in DEMANDS if kind in document.stated)]
        unmet = {kind: len(document.stated[kind]) for kind in kinds}
        return [Measured(document, kind, Score(n, 0, 0), ("the document is not encoded",)) for kind, n in unmet.items()]
    root = encode(document.source).root
    found = {kind: facts_of(root, kind) for kind in document.facts}
    exact = [
        Measured(document, kind, score(kind, wanted, found[kind]), tuple(differences(kind, wanted, found[kind])))
        for kind, wanted in document.facts.items()
    ]
    return exact + [_demanded(document, kind) for kind in DEMANDS if kind in document.stated]


def _demanded(document: Document, kind: str) -> Measured:
    wanted = document.stated[kind]
    unmet = [one for one in wanted if not DEMANDS[kind](encode(document.source), one)]
    right = len(wanted) - len(unmet)
    return Measured(document, kind, Score(len(wanted), len(wanted), right), tuple(f"unmet: {one}" for one in unmet))


def _is_one_paragraph(encoded: Encoded, trap: Fact) -> bool:
    return sum(same("paragraphs", trap, found) for found in facts_of(encoded.root, "paragraphs")) == 1


def _is_absent(encoded: Encoded, words: str) -> bool:
    return words not in plain(find(encoded.root, "//t:text")[0])


def _is_listed(encoded: Encoded, lines: list[int]) -> bool:
    return any(finding.source_line in lines for finding in encoded.findings)


# What else a document demands: paragraphs that are easily cut or joined, words that are signs or metadata and not text,
# and lines of the source of which one must be in the review list.
DEMANDS: dict[str, Callable[[Encoded, Any], bool]] = {
    "traps": _is_one_paragraph,
    "absent": _is_absent,
    "review": _is_listed,
}


def measured(*, aside: bool, wanted: Callable[[Document], bool] = lambda _: True) -> list[Measured]:
    """Return what the documents kept aside score, or all others; of these the wanted ones."""
    chosen = [document for document in documents() if document.is_aside == aside and wanted(document)]
    return [one for document in chosen for one in measure(document)]


def by(measurements: list[Measured], key: str) -> dict[str, Score]:
    """Return the sums by ``kind`` or by ``frame``."""
    names = {id(one): one.kind if key == "kind" else one.document.frame for one in measurements}
    return {
        name: total(one.score for one in measurements if names[id(one)] == name) for name in sorted({*names.values()})
    }


def reached(open_ones: list[Measured], aside: list[Measured]) -> Floors:
    """Return the F1 of each open document and kind, and of each kind over those kept aside."""
    floors: Floors = {}
    for one in open_ones:
        floors.setdefault(f"{one.document.frame}/{one.document.name}", {})[one.kind] = one.score.f1
    return {**floors, ASIDE: {kind: found.f1 for kind, found in by(aside, "kind").items()}}


def is_encoded(document: Document) -> bool:
    """Say whether a document can be encoded at all."""
    try:
        return bool(encode(document.source))
    except (DipleError, ImportError):
        return False


def lost(document: Document) -> tuple[int, int]:
    """Return the characters not accounted for and the words that differ, as ``diple verify`` counts them."""
    encoded = encode(document.source)
    found = verify(encoded.tei, read_source(document.source), encoded.ledger)
    return found.unaccounted, found.differing
