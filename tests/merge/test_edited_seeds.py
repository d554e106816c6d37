"""The edition's documents, edited as archivists do, encoded again after corrections and by another recogniser."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from diple.edition import Edition
from diple.merge import Conflict, Merged, merge
from diple.merge.renewal import is_valid
from diple.merge.wording import told
from diple.pipeline import encode
from diple.source import read_source, source_from_text

TREE = Path(__file__).resolve().parents[2]
CASES = sorted(Path(__file__).with_name("edited").iterdir())


@dataclass(frozen=True)
class Case:
    """A seed encoded without the register, the same edited, its edits, and the corrections of its transcript.

    ``arrives`` and ``offered`` are what the merge says, without the ids of places: what it put in, and of conflicts
    what stands and what is new. An edit whose words the correction changes too has ``then``, what becomes of it.
    """

    base: bytes
    edited: bytes
    edits: tuple[tuple[str, str], ...]
    source: Path
    corrections: tuple[tuple[str, str], ...]
    arrives: list[str]
    offered: list[list[str]]

    def corrected(self, edition: Edition | None = None) -> bytes:
        """Return the TEI of the corrected transcript."""
        text = self.source.read_text(encoding="utf-8")
        for old, new in self.corrections:
            assert old in text, old
            text = text.replace(old, new, 1)
        return encode(source_from_text(text, self.source.name), edition=edition).tei


@cache
def case(path: Path) -> Case:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    (source,) = (TREE / "seeds").glob(f"{path.stem}.*")
    base = encode(read_source(source)).tei
    text = base.decode()
    for one in raw["edit"]:
        assert text.count(one["old"]) >= 1, one
        text = text.replace(one["old"], one["new"], 1)
    edits = tuple((one["what"], one.get("then", one["new"])) for one in raw["edit"])
    corrections = tuple((one["old"], one["new"]) for one in raw["correction"])
    return Case(base, text.encode(), edits, source, corrections, **raw["outcome"])


def even(xml: str) -> str:
    """Return the text and the marks of a person in a piece of TEI, without what a recogniser adds around names."""
    return re.sub(r"</?(?:placeName|orgName|persName|title)\b[^>]*>", "", xml)


def text_of(data: bytes) -> str:
    return data.decode().partition("<text>")[2]


def words(xml: str) -> str:
    return " ".join(re.sub(r"<!--.*?-->|<[^>]*>", "", xml).split())


def read(conflict: Conflict) -> list[list[str]]:
    return [[" ".join(part.mine.split()), " ".join(part.new.split())] for part in conflict.parts]


def see_that_nothing_is_lost(one: Case, merged: Merged) -> None:
    result = merged.data.decode()
    assert is_valid(merged.data)
    for what, new in one.edits:
        assert even(new) in even(result), what
    offered = " ".join(words(part.new) for conflict in merged.conflicts for part in conflict.parts)
    for old, new in one.corrections:
        came = [word for word in new.split() if word not in old.split()]
        assert all(word in words(result) or word in offered for word in came), (old, new)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_corrected_transcript_arrives_beside_the_edits(path: Path) -> None:
    one = case(path)
    assert is_valid(one.edited)
    merged = merge(one.base, one.edited, one.corrected(), accepts=is_valid)
    see_that_nothing_is_lost(one, merged)
    assert [line.partition(": ")[2] for line in told(merged.changes)] == one.arrives
    assert [reading for conflict in merged.conflicts for reading in read(conflict)] == one.offered


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_names_that_are_recognised_now_arrive_around_the_edits(path: Path) -> None:
    one = case(path)
    edition = Edition.load(TREE)
    merged = merge(one.base, one.edited, one.corrected(edition), accepts=is_valid)
    see_that_nothing_is_lost(one, merged)
    without = merge(one.base, one.edited, one.corrected(), accepts=is_valid)
    assert even(text_of(merged.data)) == even(text_of(without.data))
    marked = merged.data.count(b"register/") - one.edited.count(b"register/")
    possible = one.corrected(edition).count(b"register/") - one.base.count(b"register/")
    assert marked >= 0.9 * possible
