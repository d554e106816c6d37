"""A file that holds several documents in a row, divided into their transcripts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from diple.batches.heads import heads_of, read_paragraphs
from diple.findings import Finding
from diple.source import Source


class Part(NamedTuple):
    """One document of a batch: its id, its characters as they stand, and the line of the batch on which it begins."""

    id: str
    text: str
    line: int


def split(source: Source, identifier: str) -> list[Part]:
    """Return the documents of a source in order; one if nothing proves that there are more.

    Their texts, one after the other, are the text of the source. Ids are ``<identifier>-1``, ``-2`` …, with noughts
    before the number where there are ten or more, so that they sort.
    """
    paragraphs = read_paragraphs(source.text)
    starts = [paragraphs[index].start for index in heads_of(paragraphs)]
    if len(starts) < 2:
        return [Part(identifier, source.text, 1)]
    bounds = [0, *starts[1:], len(source.text)]
    width = len(str(len(starts)))
    return [
        Part(f"{identifier}-{number:0{width}}", source.text[start:end], source.line_of(paragraph_start))
        for number, (start, end, paragraph_start) in enumerate(zip(bounds, bounds[1:], starts, strict=False), 1)
    ]


def seems_a_batch(source: Source, path: Path, parts: list[Part], *, is_plain: bool = True) -> Finding:
    """Return the finding that a source holds several documents; only plain text can be divided without loss."""
    lines = ", ".join(str(part.line) for part in parts[:8]) + (" …" if len(parts) > 8 else "")
    message = f"the file seems to hold {len(parts)} documents, which begin on lines {lines}; it was taken as one"
    advice = "diple encode --split makes a transcript of each" if is_plain else "make a file of each"
    return Finding("I122", "warning", str(path), parts[1].line, 0, message, suggestion=advice, source_file=source.name)
