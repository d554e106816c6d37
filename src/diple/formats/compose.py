"""From the pieces of a file to the transcript: its text, with what signs cannot say kept beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diple.formats.formatting import Formatting, Kind
from diple.formats.merging import flat
from diple.formats.pieces import PAGE_BREAK, Cell, Look, Note, Paragraph, Piece, Run, Table, Taken

_LABEL = re.compile(r"[^\s\]^\[]{1,24}")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]*\s*$")
_WRAPPED = range(40, 101)
"""How many characters a full line of a hard-wrapped text has."""
_PROOF = 4
"""How many full lines it takes to believe that a file has one paragraph for each line."""
_UNPARTED = 0.1
"""The part of long paragraphs that may lack an empty one after them where empty ones part all others."""
_OUTER = " \t\n\f"
_PARTS: dict[str, Kind] = {
    "heading": "heading",
    "header": "header",
    "footer": "footer",
    "page-number": "page-number",
    "metadata": "metadata",
    "furniture": "furniture",
}
_FURTHER_INDENT = "    "
"""What further paragraphs of a note begin with, as in Markdown."""


def compose(taken: Taken) -> tuple[str, tuple[Formatting, ...]]:
    """Return the text of a transcript and what is said of stretches of it, in order of their beginnings.

    Paragraphs are parted by an empty line (lines of a hard-wrapped text that a file gives as paragraphs, by a line
    end); a page break is a form feed; the mark of a footnote is ``[^1]`` and its body, at the end, ``[^1]: …``; each
    row of a table is a line with tabs between its cells. Comments stand before the notes.
    """
    return _Composer(_are_lines(taken.pieces)).compose(taken.pieces)


def _are_lines(pieces: Sequence[Piece]) -> bool:
    """Tell whether the paragraphs of a file are lines: of a hard-wrapped text, or of one parted by empty paragraphs."""
    texts = [piece.text if isinstance(piece, Paragraph) else "" for piece in pieces]
    before_another = [first for first, second in pairwise(texts) if first.strip() and second.strip()]
    full = [text for text in before_another if len(text) in _WRAPPED and not _SENTENCE_END.search(text)]
    if max(map(len, texts), default=0) <= _WRAPPED[-1]:
        return len(full) >= _PROOF and 2 * len(full) >= len(before_another)
    long = sum(len(text) > _WRAPPED[-1] for text in texts)
    unparted = sum(len(text) > _WRAPPED[-1] for text in before_another)
    return long >= _PROOF and unparted <= _UNPARTED * long


def _without_outer_breaks(runs: Sequence[Run]) -> tuple[list[Run], bool, bool]:
    """Return runs without the page breaks before and after their words, and whether there were any on either side."""
    found = list(runs)
    sides = [False, False]
    for side, step in ((0, 1), (1, -1)):
        for number in list(range(len(found)))[::step]:
            run = found[number]
            bare = run.text.lstrip(_OUTER) if step == 1 else run.text.rstrip(_OUTER)
            if PAGE_BREAK in (run.text[: len(run.text) - len(bare)] if step == 1 else run.text[len(bare) :]):
                sides[side] = True
                found[number] = run._replace(text=bare)
            if bare or run.note is not None:
                break
    return found, sides[0], sides[1]


class _Composer:
    """Writes pieces one after the other and notes down what is said of them."""

    def __init__(self, are_lines: bool) -> None:
        self._are_lines = are_lines
        self._text: list[str] = []
        self._length = 0
        self._said: list[Formatting] = []
        self._last: dict[Look, int] = {}
        self._notes: list[tuple[str, Note]] = []
        self._comments: list[tuple[int, Note]] = []
        self._labels: set[str] = set()
        self._is_parted = True
        self._page_waits = False
        self._page_start = 0

    def compose(self, pieces: Sequence[Piece]) -> tuple[str, tuple[Formatting, ...]]:
        for piece in pieces:
            self._piece(piece)
        written = 0
        while self._comments or written < len(self._notes):
            comments, self._comments = self._comments, []
            for at, note in comments:
                self._comment(at, note)
            if not self._comments and written < len(self._notes):
                self._body(*self._notes[written])
                written += 1
        self._write("\n" if self._length else "")
        return "".join(self._text), tuple(sorted(self._said, key=lambda one: (one.start, -one.end)))

    # ---- pieces

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Table):
            self._table(piece)
            return
        self._page_waits = self._page_waits or piece.page_before
        if not piece.text.strip() and not any(run.note for run in piece.runs):
            self._page_waits = self._page_waits or PAGE_BREAK in piece.text
            self._is_parted = True
            return
        runs, leads, trails = _without_outer_breaks(piece.runs)
        self._page_waits = self._page_waits or leads
        self._part()
        start = self._length
        self._runs(runs)
        self._page_waits = trails
        if kind := _PARTS.get(piece.part):
            at = self._page_start if kind == "page-number" else -1
            self._said.append(Formatting(start, self._length, kind, piece.value, at=at))
        self._is_parted = not (self._are_lines and piece.part == "text")

    def _part(self) -> None:
        """Write what stands between the last paragraph and the next."""
        if self._length:
            self._write("\n\n" if self._is_parted or self._page_waits else "\n")
            if self._page_waits:
                self._page_start = self._length
                self._write(PAGE_BREAK)
        self._page_waits = False  # what begins the first page breaks none

    def _table(self, table: Table) -> None:
        self._is_parted = True
        self._part()
        start = self._length
        for row in table.rows:
            row_start = self._length
            for number, cell in enumerate(row):
                self._write("\t" if number else "")
                self._cell(cell)
            self._write("\n")
            self._said.append(Formatting(row_start, self._length, "row"))
        self._said.append(Formatting(start, self._length, "table"))
        self._is_parted = True

    def _cell(self, cell: Cell) -> None:
        start = self._length
        for number, paragraph in enumerate(one for one in cell.paragraphs if one.text.strip()):
            self._write("\n" if number else "")
            self._runs(paragraph.runs)
        columns = str(cell.columns) if cell.columns > 1 else ""
        self._said.append(Formatting(start, self._length, "cell", columns))

    # ---- notes

    def _body(self, label: str, note: Note) -> None:
        for number, paragraph in enumerate(one for one in note.paragraphs if one.text.strip()):
            self._write("\n\n" + (_FURTHER_INDENT if number else f"[^{label}]: "))
            runs = paragraph.runs
            lead = next((position for position, run in enumerate(runs) if run.text.strip()), 0)
            self._runs([runs[lead]._replace(text=runs[lead].text.lstrip()), *runs[lead + 1 :]])

    def _comment(self, at: int, note: Note) -> None:
        for paragraph in note.paragraphs:
            if paragraph.text.strip():
                self._write("\n\n")
                start = self._length
                self._runs(paragraph.runs)
                self._said.append(Formatting(start, self._length, "comment", "", note.agent, note.date, at))

    def _mark(self, note: Note) -> None:
        if not any(paragraph.text.strip() for paragraph in note.paragraphs):
            return
        if not note.label:
            self._comments.append((self._length, note))
            return
        label = note.label if _LABEL.fullmatch(note.label) else str(len(self._notes) + 1)
        plain, number = label, 2
        while label in self._labels:
            label, number = f"{plain}-{number}", number + 1
        self._labels.add(label)
        self._write(f"[^{label}]")
        self._notes.append((label, note))

    # ---- characters

    def _runs(self, runs: Sequence[Run]) -> None:
        for run in runs:
            if run.note is not None:
                self._mark(run.note)
            start = self._length
            self._write(run.text)
            for look in run.looks:
                if start < self._length or look.kind == "page-number":
                    self._say(look, start)

    def _say(self, look: Look, start: int) -> None:
        """Note down a look, as one with the same look right before it."""
        index = self._last.get(look, -1)
        if index >= 0 and self._said[index].end == start:
            self._said[index] = self._said[index]._replace(end=self._length)
            return
        self._last[look] = len(self._said)
        self._said.append(Formatting(start, self._length, look.kind, look.value, look.agent, look.date))

    def _write(self, text: str) -> None:
        if text:
            self._text.append(text)
            self._length += len(text)


def count_notes(taken: Taken) -> tuple[int, int]:
    """Return how many footnotes and how many comments the runs of a file carry."""
    notes = {run.note for paragraph in flat(taken.pieces) for run in paragraph.runs if run.note is not None}
    return sum(bool(note.label) for note in notes), sum(not note.label for note in notes)
