"""``python -m bench.fuzzing FOLDER [SECONDS]``: a long search for texts that break a law of the encoding.

A text that was reached by a new way through the program is kept in FOLDER/corpus and varied further (coverage-guided
fuzzing by libFuzzer through the library ``atheris``, the extra ``fuzzing``); so a search goes on where the last one
stopped. Variants are made by bytes, and by cutting, joining and exchanging paragraphs and lines of the transcripts in
``seeds/`` and ``tests/``. Each text that breaks a law is written to FOLDER/broken, once for each way of breaking it,
and the search goes on.

The laws: any text encodes, in a time that is not out of proportion; its TEI is valid; no character is lost and none
invented, by the ledger and without it.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import atheris

with atheris.instrument_imports(include=["diple"]):
    from diple.pipeline import encode
    from diple.source import source_from_text
    from diple.validate import validate_bytes
    from diple.verify import verify

HOUR = 3600
LONGEST = 6000
SLOW = 10.0  # seconds for LONGEST characters: a hundred times what a common text of that length takes
FOLDERS = ("seeds", "tests/corpus", "tests/cases")
KINDS = ("*.txt", "*.md")
BLANK = re.compile(r"\n\s*\n")


def sources() -> list[str]:
    """Return the transcripts of the edition and of its tests."""
    paths = sorted(path for folder in FOLDERS for kind in KINDS for path in Path(folder).rglob(kind))
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def broken(text: str, name: str) -> Iterator[str]:
    """Yield a short name for each law that a text breaks."""
    source = source_from_text(text, name)
    before = perf_counter()
    encoding = encode(source)
    if perf_counter() - before > SLOW:
        yield "slow"
    findings = [*validate_bytes(encoding.tei, "tei.xml")]
    for ledger in (encoding.ledger, None):
        findings += verify(encoding.tei, source, ledger).findings
    for finding in findings:
        if finding.level == "error":
            yield f"{finding.code} {re.sub('“.*?”|[0-9]+', '', finding.message)}"


def reasons(text: str, name: str) -> list[str]:
    """Return the laws a text breaks; an exception is one, named by its place."""
    try:
        return sorted(set(broken(text, name)))
    except Exception as error:  # whatever is raised is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"]


class Search:
    """The texts that the search varies, and what it found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts = sources()
        self.blocks = [block for text in self.texts for block in BLANK.split(text) if len(block) < LONGEST // 2]
        self.lines = [line for text in self.texts for line in text.splitlines() if line.strip()]
        self.seen: set[str] = set()

    def vary(self, data: bytes, longest: int, seed: int) -> bytes:
        """Return a variant of a text: by bytes, or by its paragraphs and lines."""
        chance = random.Random(seed)  # noqa: S311
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(data, longest))
        between = chance.choice(["\n", "\n\n"])
        parts = data.decode("utf-8", "replace").split(between)
        at = chance.randrange(len(parts))
        match chance.randrange(5):
            case 0:
                del parts[at]
            case 1:
                parts.insert(at, chance.choice(self.blocks))
            case 2:
                parts[at] = chance.choice(self.lines)
            case 3:
                parts[at], parts[0] = parts[0], parts[at]
            case _:
                cut = chance.randrange(len(parts[at]) + 1)
                parts[at] = parts[at][:cut] + chance.choice(["", " ", "\n", "\n\n", *self.lines[:1]]) + parts[at][cut:]
        return between.join(parts).encode()[:longest]

    def try_one(self, data: bytes) -> None:
        """Encode a text, and keep it if it breaks a law in a new way."""
        text = data.decode("utf-8", "replace")
        name = "source.md" if len(data) % 3 == 0 else "source.txt"
        for reason in reasons(text, name):
            if reason not in self.seen:
                self.seen.add(reason)
                digest = hashlib.sha256(data).hexdigest()[:12]
                (self.folder / "broken" / f"{digest}{Path(name).suffix}").write_text(text, encoding="utf-8", newline="")
                print(f"BROKEN {digest}: {reason}", flush=True)

    def begin(self) -> None:
        """Write the transcripts as the first texts of the corpus."""
        for name in ("corpus", "broken"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for text in self.texts:
            data = text.encode()[:LONGEST]
            (self.folder / "corpus" / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)


def main(folder: str, seconds: int = HOUR) -> None:
    """Search for some seconds; libFuzzer prints how many texts were tried and how far they reached."""
    search = Search(Path(folder))
    search.begin()
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=300",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(search.folder / "corpus")], search.try_one, custom_mutator=search.vary)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
