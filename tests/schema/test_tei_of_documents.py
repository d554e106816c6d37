"""Every TEI document that is kept here is valid here, and is valid TEI."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from diple.validate import validate_file
from diple.xmlio import parse_file, tei

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("tei", "tests/cases", "tests/schema")


@pytest.fixture(scope="module")
def documents() -> list[Path]:
    files = sorted(file for folder in KEPT for file in (ROOT / folder).rglob("*.xml"))
    return [file for file in files if parse_file(file).getroot().tag == tei("TEI")]


def test_there_are_documents(documents: list[Path]) -> None:
    assert documents


def test_every_document_is_valid_here(documents: list[Path]) -> None:
    assert [finding.as_text() for file in documents for finding in validate_file(file)] == []


def test_every_document_is_valid_tei(
    documents: list[Path], tei_all: Path, jing: Callable[[Path, Sequence[Path]], set[Path]]
) -> None:
    assert jing(tei_all, documents) == set()
