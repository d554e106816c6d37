"""The documents of ``tests/corpus``, each in the folder of its frame, with the facts that its author states."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from facts import KINDS, Fact

CORPUS = Path(__file__).parents[1] / "corpus"
SPECIAL = frozenset({"aside", "review", "traps", "absent", "comment"})


class Document(NamedTuple):
    """One document: its folder, its frame, what ``facts.json`` states, and whether nobody tunes on it."""

    folder: Path
    stated: dict[str, Any]

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def frame(self) -> str:
        return self.folder.parent.name

    @property
    def is_aside(self) -> bool:
        return bool(self.stated.get("aside"))

    @property
    def source(self) -> Path:
        (source,) = self.folder.glob("source.*")
        return source

    @property
    def facts(self) -> dict[str, list[Fact]]:
        return {kind: found for kind, found in self.stated.items() if kind in KINDS}


@cache
def documents() -> tuple[Document, ...]:
    """Return all documents, by frame and name."""
    return tuple(
        Document(path.parent, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(CORPUS.glob("*/*/facts.json"))
    )
