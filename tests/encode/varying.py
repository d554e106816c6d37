"""Print which facts no longer come out right when the documents of the corpus wear another dress (``make vary``).

Each document that is not kept aside is encoded in each dress of ``dress.py`` that fits it. A fact is broken where it
came out right as the document stands and no longer does so in the dress.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from comparing import differences, score
from dress import DRESSES, Dressed, Facts
from facts import facts_of

from corpus import Document, documents
from diple.findings import DipleError
from diple.pipeline import encode
from diple.source import Source, read_source, source_from_text
from diple.xmlio import parse_bytes


class Broken(NamedTuple):
    """What a dress broke in one document: how many facts, of how many, and lines that name them."""

    dress: str
    document: Document
    facts: int
    broken: Counter[str]
    lines: tuple[str, ...]


def _as_source(text: str, name: str) -> Source:
    """Return a text as a source; one in another format than text is read from a file, as it is by the command."""
    if not name.endswith(".html"):
        return source_from_text(text, name)
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text, encoding="utf-8")
        return read_source(path)


def misses(text: str, name: str, facts: Facts) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return for each kind of fact how many are missing or too much in a text, with a line for each."""
    try:
        root = parse_bytes(encode(_as_source(text, name)).tei, name).getroot()
    except DipleError as error:
        return {"all": (sum(map(len, facts.values())), (f"not encoded: {error}",))}
    found = {kind: facts_of(root, kind) for kind in facts}
    return {
        kind: (score(kind, wanted, found[kind]).wrong, tuple(differences(kind, wanted, found[kind])))
        for kind, wanted in facts.items()
    }


@cache
def plain_misses(source: Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return the same for a document as it stands in its folder."""
    document = next(one for one in documents() if one.source == source)
    return misses(source.read_text(encoding="utf-8"), source.name, document.facts)


def compare(dress: str, document: Document, dressed: Dressed) -> Broken:
    """Return what a dress broke in a document."""
    name = "page.html" if dressed.text.startswith("<!DOCTYPE") else document.source.name
    plain = plain_misses(document.source)
    worn = misses(dressed.text, name, dressed.facts)
    broken = Counter({kind: max(0, wrong - plain.get(kind, (0, ()))[0]) for kind, (wrong, _) in worn.items()})
    lines = tuple(
        f"{kind}: {line}"
        for kind, (_, named) in worn.items()
        if broken[kind]
        for line in named
        if line not in plain.get(kind, (0, ()))[1]
    )
    return Broken(dress, document, sum(map(len, dressed.facts.values())), +broken, lines)


def broken(names: Iterable[str], seed: int) -> Iterator[Broken]:
    """Yield what each dress breaks in each open document that it fits; texts only, no other formats."""
    for document in documents():
        if document.is_aside or document.source.suffix == ".html":
            continue
        text = document.source.read_text(encoding="utf-8")
        for name in names:
            chance = random.Random(f"{seed} {name} {document.name}")
            dressed = DRESSES[name](text, document, chance)
            if dressed is not None:
                yield compare(name, document, dressed)


def main() -> None:
    """Parse the command line and print the table and the documents that suffer most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dresses", nargs="*", help="names of dresses; all without", metavar="DRESS")
    parser.add_argument("--worst", type=int, default=0, help="how many documents to name for each dress")
    parser.add_argument("--seed", type=int, default=1, help="another number puts other lines in other places")
    options = parser.parse_args()
    found = list(broken(options.dresses or DRESSES, options.seed))
    print(f"{'':28}{'documents':>10}{'facts':>8}{'broken':>8}{'per 1000':>10}")
    for name in options.dresses or DRESSES:
        rows = [one for one in found if one.dress == name]
        facts, count = sum(one.facts for one in rows), sum(one.broken.total() for one in rows)
        kinds = sum((one.broken for one in rows), Counter[str]()).most_common(5)
        print(f"{name:28}{len(rows):10}{facts:8}{count:8}{1000 * count / (facts or 1):10.1f}  {dict(kinds)}")
    for name in options.dresses or DRESSES:
        rows = sorted((one for one in found if one.dress == name and one.broken), key=lambda one: -one.broken.total())
        for one in rows[: options.worst]:
            print(f"\n{name}: {one.document.frame}/{one.document.name} {dict(one.broken)}")
            print(*(f"    {line[:200]}" for line in one.lines[:12]), sep="\n")


if __name__ == "__main__":
    main()
