"""A file of any format taken as a transcript, with an account of what was recognised in it and what was not."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from diple.findings import Finding, bad_input
from diple.formats import NAMES, reader_of
from diple.formats.compose import compose, count_notes
from diple.formats.formatting import Formatting, Kind
from diple.formats.marks import prove_marks
from diple.formats.pieces import Table, Taken

_NAMED: dict[Kind, str] = {
    "heading": "headings",
    "inserted": "tracked insertions",
    "deleted": "tracked deletions",
    "strikethrough": "struck out",
    "added": "marked as added",
    "superscript": "raised",
    "subscript": "lowered",
    "underline": "underlined",
    "highlight": "highlighted",
    "italic": "italic",
    "bold": "bold",
    "hidden": "hidden",
    "link": "links",
    "header": "running heads",
    "footer": "running feet",
    "page-number": "page numbers",
    "metadata": "metadata",
    "furniture": "pieces around the document, left out",
}
"""How a finding calls what it counts, in this order."""


class Transcript(NamedTuple):
    """The text taken from a file, what is said of its stretches, and findings."""

    text: str
    formatting: tuple[Formatting, ...]
    findings: tuple[Finding, ...]


def take(kind: str, data: bytes, file: str) -> Transcript:
    """Return what a file of a format holds; ``file`` is what messages call it.

    Raises ``DipleError`` for a file that is empty of text (I004), damaged (I102) or not safe to read
    (I103); a PDF of pictures only is I105.
    """
    taken = reader_of(kind)(data, file)
    prove_marks(taken.pieces)
    text, formatting = compose(taken)
    if not text.strip():
        raise bad_input("I004", file, f"there is no text in this file ({NAMES[kind]})", "look into it, or leave it out")
    return Transcript(text, formatting, (_recognised(kind, taken, text, formatting, file), *_missed(taken, file)))


def _recognised(kind: str, taken: Taken, text: str, formatting: tuple[Formatting, ...], file: str) -> Finding:
    counts = Counter(one.kind for one in formatting)
    notes, comments = count_notes(taken)
    by_sign = text.count("]: ") and sum(line.startswith("[^") for line in text.splitlines())
    parts = [
        ("paragraphs", sum(not isinstance(piece, Table) and bool(piece.text.strip()) for piece in taken.pieces)),
        ("tables", sum(isinstance(piece, Table) for piece in taken.pieces)),
        ("page breaks", text.count("\f")),
        ("notes", max(notes, by_sign)),
        ("comments", comments),
        *((word, counts[named]) for named, word in _NAMED.items()),
    ]
    told = ", ".join(f"{word} {number}" for word, number in parts if number)
    message = f"read as {NAMES[kind]}, and recognised: {told}"
    return Finding("I101", "advice", file, 0, 0, message, suggestion="compare it with the file as its program shows it")


def _missed(taken: Taken, file: str) -> tuple[Finding, ...]:
    if not taken.missed:
        return ()
    told = ", ".join(f"{word} {number}" for word, number in sorted(taken.missed.items()))
    message = f"not carried over from this file: {told}"
    return (Finding("I104", "advice", file, 0, 0, message, suggestion="see whether the edition needs them"),)
