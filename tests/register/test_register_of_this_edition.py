"""The register of this edition and its documents: complete, valid, and true to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from diple.edition import Edition
from diple.pipeline import encode_file
from diple.register import FOLDER, check, list_registers, register_of
from diple.source import read_source
from diple.validate import validate_bytes, validate_file
from diple.verify import verify

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").iterdir())
REGISTERS = list_registers(ROOT / "tei" / FOLDER)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition.load(ROOT)


@pytest.fixture(scope="module")
def documents(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the documents of the edition, encoded with its register."""
    folder = tmp_path_factory.mktemp("tei")
    files = []
    for seed in SEEDS:
        files.append(folder / f"{seed.stem}.xml")
        files[-1].write_bytes(encode_file(seed, edition=edition).tei)
    return files


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_registers_are_valid(path: Path) -> None:
    assert [finding.as_text() for finding in validate_file(path, rules=True)] == []


def test_there_are_persons_places_and_organizations(edition: Edition) -> None:
    tags = [named.tag for named in register_of(edition).forms()]
    assert {tag: tags.count(tag) > 20 for tag in ("persName", "placeName", "orgName")} == {
        "persName": True,
        "placeName": True,
        "orgName": True,
    }


def test_register_and_documents_agree(edition: Edition, documents: list[Path]) -> None:
    """Every pointer leads to an entry, every entry is named, every wording is listed."""
    assert [finding.as_text() for finding in check(register_of(edition), documents)] == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_marking_names_changes_no_word(seed: Path, edition: Edition) -> None:
    plain, marked = encode_file(seed), encode_file(seed, edition=edition)
    assert _words(marked.tei) == _words(plain.tei)
    assert [one.as_text() for one in validate_bytes(marked.tei, seed.name, rules=True) if one.level == "error"] == []
    for ledger in (marked.ledger, None):
        assert not [one for one in verify(marked.tei, read_source(seed), ledger).findings if one.level == "error"]


def _words(data: bytes) -> str:
    text = etree.fromstring(data).find("{http://www.tei-c.org/ns/1.0}text")
    assert text is not None
    return "".join(str(part) for part in text.itertext())
