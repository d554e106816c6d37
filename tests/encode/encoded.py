"""Encoded sources for the tests, each encoded once in a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from kept import encoding_of_file

CASES = Path(__file__).parents[1] / "cases"
SEEDS = Path(__file__).parents[2] / "seeds"


class Encoded(NamedTuple):
    """One encoded source: its tree, its bytes and what the encoder lists for review."""

    root: etree._Element
    tei: bytes
    findings: list[Any]
    ledger: Any


@cache
def encode(path: Path) -> Encoded:
    """Encode a file once and parse the result."""
    from diple.review import review
    from diple.source import read_source
    from diple.xmlio import parse_bytes

    encoding = encoding_of_file(path)
    root = parse_bytes(encoding.tei, path.name).getroot()
    listed = review(root, path.name, encoding.ledger, read_source(path))
    return Encoded(root, encoding.tei, [*encoding.findings, *listed], encoding.ledger)


@cache
def seed_path(words: str) -> Path:
    """Return the seed that holds the words given."""
    found = [path for path in sorted(SEEDS.iterdir()) if words in path.read_text(encoding="utf-8")]
    assert len(found) == 1, f"{len(found)} seeds hold {words!r}"
    return found[0]
