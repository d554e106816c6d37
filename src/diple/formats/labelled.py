"""Tables that only set labels beside what they belong to: speakers and speeches, "Subject:" and the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diple.formats.merging import merged
from diple.formats.pieces import Cell, Paragraph, Run, Table

_LABEL = re.compile(r"\S.{0,60}:\s*")
_ASIDE = re.compile(r"[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?\s*")


def is_labelled(table: Table) -> bool:
    """Tell whether each row of a table is a label with a colon and what it belongs to; times may stand between."""
    rows = [[_words(cell) for cell in row] for row in table.rows]
    labels = [row[0] for row in rows if row and row[0].strip()]
    named = [label for label in labels if _LABEL.fullmatch(label)]
    return (
        bool(named)
        and all(len(row) <= 2 for row in rows)
        and all(label in named or _ASIDE.fullmatch(label) for label in labels)
        and bool(rows[0]) and rows[0][0] in named
        and any(len(row) == 2 and row[1].strip() for row in rows)
    )  # fmt: skip


def labelled(table: Table) -> Iterator[Paragraph]:
    """Yield the paragraphs of such a table: each label stands before the first paragraph beside it."""
    for row in table.rows:
        label = _runs(row[0]) if row else []
        for paragraph in [one for cell in row[1:] for one in cell.paragraphs] or [Paragraph()]:
            runs = [*label, *([Run(" ")] if label and paragraph.runs else []), *paragraph.runs]
            label = []
            if any(run.text.strip() or run.note for run in runs):
                yield Paragraph(merged(runs), paragraph.part, paragraph.value, paragraph.page_before)


def _words(cell: Cell) -> str:
    return "\n".join(paragraph.text for paragraph in cell.paragraphs)


def _runs(cell: Cell) -> list[Run]:
    return [run for paragraph in _shown(cell.paragraphs) for run in paragraph.runs]


def _shown(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (one for one in paragraphs if one.text.strip() or any(run.note for run in one.runs))
