"""The tables of the whole edition, put together from those of its documents."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from diple.xmlio import open_atomically

TABLES: Final = ("speech.csv", "speech.jsonl", "notes.csv", "notes.jsonl")
"""Each is ``<id>.speech.csv`` and so on beside a document, and ``downloads/speech.csv`` of the edition."""


def write_edition_tables(out: Path, document_ids: Sequence[str]) -> list[Path]:
    """Write the tables of the edition to ``out/downloads``, documents in the order given, and return the files.

    The documents' own tables must be in ``out/documents``. Raises ``DipleError`` (I002) if the folder cannot be
    written.
    """
    written = []
    for table in TABLES:
        parts = [out / "documents" / document_id / f"{document_id}.{table}" for document_id in document_ids]
        written.append(out / "downloads" / table)
        _join(parts, written[-1], has_head=table.endswith(".csv"))
    return written


def _join(parts: Sequence[Path], whole: Path, *, has_head: bool) -> None:
    """Write tables one after the other; only the first keeps its head, since all have the same."""
    with open_atomically(whole, lasting=False) as table:
        for number, part in enumerate(parts):
            with part.open("rb") as stream:
                if has_head and number:
                    stream.readline()
                shutil.copyfileobj(stream, table)
