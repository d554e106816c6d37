"""Footnotes that a file writes as raised figures or links: each mark and body that prove each other get one sign."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from diple.formats.merging import flat
from diple.formats.pieces import Paragraph, Piece, Run

_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[*]{1,4}|[†‡§]{1,2}|[a-z])\s*[\])]?[.:]?")


def prove_marks(pieces: Sequence[Piece]) -> None:
    """Write ``[^1]`` for a raised label in the text and ``[^1]: `` for the same one at the beginning of a paragraph.

    A raised label without a partner (10², 4th) stays as it is.
    """
    paragraphs = [paragraph for paragraph in flat(pieces) if paragraph.part == "text"]
    bodies: dict[str, list[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        if label := _body_label(paragraph):
            bodies.setdefault(label, []).append(number)
    proven: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        first = _first(paragraph)
        for index, run in enumerate(paragraph.runs):
            label = _raised(run) if index > first else ""
            if (body := _next_body(bodies.get(label, ()), number)) is not None:
                lead, trail = _outer_space(run.text)
                paragraph.runs[index] = Run(f"{lead}[^{label}]{trail}")
                proven.add(body)
    for number in proven:
        _write_body(paragraphs[number])


def _next_body(bodies: Sequence[int], number: int) -> int | None:
    """Return the first body at or after a paragraph, both counted from 0."""
    index = bisect_left(bodies, number)
    return bodies[index] if index < len(bodies) else None


def _write_body(paragraph: Paragraph) -> None:
    first = _first(paragraph)
    paragraph.runs[first] = Run(f"[^{_raised(paragraph.runs[first])}]: ")
    if first + 1 < len(paragraph.runs):
        run = paragraph.runs[first + 1]
        paragraph.runs[first + 1] = run._replace(text=run.text.lstrip())


def _outer_space(text: str) -> tuple[str, str]:
    """Return the white space before and after the words of a text that has some."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _raised(run: Run) -> str:
    """Return the label that a raised run consists of, or ""."""
    match = _LABEL.fullmatch(run.text.strip()) if run.has("superscript") else None
    return match[1] if match else ""


def _body_label(paragraph: Paragraph) -> str:
    first = _first(paragraph)
    if first >= len(paragraph.runs) or not any(run.text.strip() for run in paragraph.runs[first + 1 :]):
        return ""
    return _raised(paragraph.runs[first])


def _first(paragraph: Paragraph) -> int:
    runs = paragraph.runs
    return next((number for number, run in enumerate(runs) if run.text.strip() or run.note), len(runs))
