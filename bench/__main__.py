"""``python -m bench [NUMBER]``: documents a second for each part of the line and the whole, and peak memory.

Measured are the transcripts of the edition in the current folder and NUMBER (200) documents made from them. Each figure
comes from a process of its own, so that its peak memory (the largest single process) is its own too; start-up counts
only in the whole line. ``python -m bench validation [NUMBER]`` measures validation alone, beside other programs;
``python -m bench pages`` shows what the files weigh and how long each takes;
``python -m bench serve`` how long after a save an open page is new;
``python -m bench doubling [CHARACTERS]`` shows how the time grows with the text;
``python -m bench.fuzzing FOLDER [SECONDS]`` searches for texts that break a law (extra ``fuzzing``).
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bench import doubling, pages, serve, validation
from bench.corpus import make_documents, make_edition
from bench.measure import measured
from diple.edition import Edition
from diple.inputs import list_sources

PARTS = ("encode", "validate", "verify", "render")
MANY = 200


class Figure(NamedTuple):
    """What was measured of one part: documents, seconds, the peak of resident memory in bytes."""

    documents: int
    seconds: float
    peak: int


def figures(folder: Path, documents: int) -> Iterable[tuple[str, Figure]]:
    """Yield each part's name and figure for the edition in a folder, the whole line from nothing first."""
    line = measured([sys.executable, "-m", "diple.cli", "build", "--no-pdf"], folder)
    yield "whole line", Figure(documents, line.seconds, line.peak)
    for part in PARTS:
        done = measured([sys.executable, "-m", "bench.part", part], folder)
        yield part, Figure(documents, float(done.printed.split()[-1]), done.peak)


def report(title: str, rows: Iterable[tuple[str, Figure]]) -> None:
    """Print a table as its rows come."""
    print(f"\n{title}\n{'':12}{'seconds':>10}{'documents/s':>14}{'peak MB':>10}", flush=True)
    for name, figure in rows:
        speed = figure.documents / figure.seconds
        print(f"{name:12}{figure.seconds:10.2f}{speed:14.1f}{figure.peak / 2**20:10.0f}", flush=True)


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["validation"]:
        validation.main(*map(int, sys.argv[2:3]))
        return
    if sys.argv[1:2] == ["pages"]:
        pages.main()
        return
    if sys.argv[1:2] == ["serve"]:
        serve.main()
        return
    if sys.argv[1:2] == ["doubling"]:
        doubling.main(*map(int, sys.argv[2:3]), *sys.argv[3:])
        return
    number = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    seeds, _ = list_sources(Edition.load(Path()).seeds)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    sizes = sum(path.stat().st_size for path in seeds)
    with tempfile.TemporaryDirectory() as folder:
        few = make_edition(Path(folder) / "few", {path.name: path.read_bytes() for path in seeds})
        many = make_edition(Path(folder) / "many", make_documents(seeds, number))
        report(f"{len(seeds)} documents of the edition, {sizes / 1024:.0f} KB", figures(few, len(seeds)))
        report(f"{number} documents made from them", figures(many, number))
    pages.main()
    serve.main()


if __name__ == "__main__":
    main()
