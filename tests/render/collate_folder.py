"""Collates TEI files from anywhere with their pages and texts: how many files, how many letters lost or doubled.

    python tests/render/collate_folder.py FOLDER…

Letters are counted and not words, since elements that the schema does not know may or may not part words.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from documents import EDITION, nesting_errors, page_words, text_of
from lxml import etree

from diple.findings import DipleError
from diple.render.press import OUTPUTS, press
from diple.xmlio import TEI, parse_file

NAMES = ("index.html", "{id}.critical.txt")


class Collation(NamedTuple):
    """The letters of a document, and how many the page lacks or has too often, how many the critical text lacks."""

    letters: int
    lost: int
    doubled: int
    lost_in_text: int
    misnested: int


def letters_of(words: list[str]) -> Counter[str]:
    """Return how often each letter and digit stands in some words."""
    return Counter(letter for word in words for letter in word if letter.isalnum())


def collate(tei: Path) -> Collation:
    """Return what the page and the critical text of a TEI file have of its letters."""
    outputs = [output for output in OUTPUTS if output.name in NAMES]
    files = {name: made.decode() for name, made in press().document(tei, "x", EDITION, outputs=outputs).items()}
    root = parse_file(tei).getroot()
    texts = [text for text in root.iter(f"{{{TEI}}}text", f"{{{TEI}}}sourceDoc") if not _within_text(text)]
    own = letters_of([words for text in texts for words in text.itertext(etree.Element)])
    page = letters_of(page_words(files["index.html"]))
    plain = letters_of(text_of(files["x.critical.txt"]))
    counts = ((own - page).total(), (page - own).total(), (own - plain).total())
    return Collation(own.total(), *counts, len(nesting_errors(files["index.html"])))


def _within_text(element: etree._Element) -> bool:
    return any(etree.QName(above).localname in {"text", "sourceDoc"} for above in element.iterancestors())


def main(folders: list[str]) -> int:
    """Collate every TEI file under some folders, print what was found, and return 1 if a letter was lost."""
    total, files, refused, worst = Counter[str](), 0, 0, 0
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.xml")):
        try:
            if TEI not in str(parse_file(path).getroot().tag):
                continue
            start = perf_counter()
            found = collate(path)
        except DipleError as error:
            refused += 1
            print(f"{path.name}: refused: {error.finding.message}")
            continue
        files += 1
        total.update(found._asdict())
        worst += bool(found.lost or found.doubled or found.lost_in_text)
        print(f"{path.name}: {found._asdict()}, {perf_counter() - start:.1f} s")
    print(f"{files} files, {refused} refused, {dict(total)}, {worst} files with a difference")
    return int(worst > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
