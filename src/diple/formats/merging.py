"""What word processors cut apart put together: runs at every edit, paragraphs in cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diple.formats.pieces import Paragraph, Piece, Run

_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d*[-–—\s]*(?:(?:of|/)\s*\d+)?", re.I)


def merged(runs: Iterable[Run]) -> list[Run]:
    """Return runs with those that look alike and follow each other made one, and empty ones left out."""
    result: list[Run] = []
    for run in runs:
        if result and run.note is None and result[-1].note is None and result[-1].looks == run.looks:
            result[-1] = result[-1]._replace(text=result[-1].text + run.text)
        elif run.text or run.note is not None or run.has("page-number"):
            result.append(run)
    return result


def flat(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Yield the paragraphs of pieces; those of tables, cell by cell."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        else:
            yield from (paragraph for row in piece.rows for cell in row for paragraph in cell.paragraphs)


def is_page_number(words: str) -> bool:
    """Tell whether the words of a running head or foot are only a page number, made by the program that shows it."""
    return bool(_PAGE_NUMBER.fullmatch(words))
