"""Every TEI document that is kept here, and every one that the encoder makes, is valid here and is valid TEI."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from diple.inputs import SOURCE_SUFFIXES
from diple.validate import validate_file
from diple.xmlio import parse_file, tei
from kept import encoding_of_file

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("tei", "tests/cases", "tests/schema")


@pytest.fixture(scope="module")
def kept() -> list[Path]:
    files = sorted(file for folder in KEPT for file in (ROOT / folder).rglob("*.xml"))
    return [file for file in files if parse_file(file).getroot().tag == tei("TEI")]


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What the encoder makes of the transcripts of the edition and of each golden case."""
    folder = tmp_path_factory.mktemp("encoded")
    sources = [*(ROOT / "seeds").iterdir(), *(ROOT / "tests" / "cases").rglob("source.*")]
    paths = []
    for source in sorted(one for one in sources if one.suffix in SOURCE_SUFFIXES):
        path = folder / f"{len(paths):03}-{source.parent.name}.xml"
        path.write_bytes(encoding_of_file(source).tei)
        paths.append(path)
    return paths


def test_there_are_documents(kept: list[Path], encoded: list[Path]) -> None:
    assert kept
    assert len(encoded) > 100


def test_every_document_is_valid_here(kept: list[Path]) -> None:
    assert [finding.as_text() for file in kept for finding in validate_file(file)] == []


def test_what_the_encoder_makes_breaks_no_rule(encoded: list[Path]) -> None:
    """Advice is left: a transcript does not always say what archive it comes from."""
    found = [finding for file in encoded for finding in validate_file(file, rules=True)]
    assert [finding.as_text() for finding in found if finding.level != "advice"] == []


def test_every_document_is_valid_tei(
    kept: list[Path], encoded: list[Path], tei_all: Path, jing: Callable[[Path, Sequence[Path]], set[Path]]
) -> None:
    assert jing(tei_all, [*kept, *encoded]) == set()
