"""Documents to measure with, made from those of an edition: the same signs, other years, a line of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

YEAR = re.compile(r"\b(1[89]\d\d)\b")
EDITION = """\
[edition]
title = "Measured documents"
publisher = "bench"
version = "1"
date = 2000-01-01
[licence]
name = "CC0"
"""


def make_documents(sources: Sequence[Path], number: int) -> dict[str, bytes]:
    """Return ``number`` documents by file name, made in turn from the sources."""
    return {
        f"{index:04}-{source.name}": variant(source.read_text(encoding="utf-8"), index).encode()
        for index, source in ((index, sources[index % len(sources)]) for index in range(number))
    }


def variant(text: str, index: int) -> str:
    """Return a text with its years moved and one paragraph more."""
    moved = YEAR.sub(lambda year: str(int(year[1]) + index % 7), text)
    return f"{moved}\n\nThis is copy {index} of the text above.\n"


def make_edition(folder: Path, documents: Mapping[str, bytes]) -> Path:
    """Write an edition with these transcripts into a folder and return the folder."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "edition.toml").write_text(EDITION, encoding="utf-8")
    for name, data in documents.items():
        (folder / "seeds" / name).write_bytes(data)
    return folder
