"""What proves the lines at the end of a document to be its foot (TEI 4.2.2)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.frame.conventions import NUMBER_SIGN, SEAL
from diple.recognisers.frame.lines import Line

DOCKETS = frozenset({"copies", "docket", "typist", "distribution", "endnote"})
"""Kinds of lines that say what was done with a paper, below who signed it."""
SIGNERS = frozenset({"signature", "name", "office", "weak-name", "body"})
"""Kinds of lines of one who signs."""
_REGISTERED = re.compile(rf"{NUMBER_SIGN}\s?[\w./-]*\d[\w./-]*\.?")
"""The number under which a paper was registered, alone on its line: "No. 2974", "Nº 12/sh."."""


class FootLine(NamedTuple):
    """A line at the foot of a document and what it is; ``kind`` is empty for text."""

    kind: str
    line: Line


def believed(foot: list[FootLine]) -> list[FootLine]:
    """Return the foot without what at its beginning could as well be text: a lone office, number or body."""
    kinds = {item.kind for item in foot}
    if kinds == {"stamp"} and all(SEAL.fullmatch(item.line.text) for item in foot):
        return foot
    if foot and foot[-1].kind == "address" and kinds <= {"address", "stamp"}:
        return []
    if not kinds & (
        DOCKETS - {"endnote"}
        | {"signature", "signatory", "row", "name", "weak-name", "formula", "date", "body", "postscript"}
    ):
        return []
    first = 0
    while first < len(foot) and foot[first].kind in {"number", "endnote"} and not _is_registered(foot[first:]):
        first += 1
    return foot[first:]


def _is_registered(foot: list[FootLine]) -> bool:
    """Tell whether a foot begins with the number of the paper, and a date, docket or signer stands right below."""
    below = {item.kind for item in foot[1:2]}
    is_below = bool(below & {"name", "weak-name", "signature", "date", "copies", "docket"})
    return is_below and _REGISTERED.fullmatch(foot[0].line.text) is not None
