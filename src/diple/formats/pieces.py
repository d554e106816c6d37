"""What readers of word-processor files and web pages make of them: paragraphs of runs, tables, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from diple.formats.formatting import Kind

PAGE_BREAK = "\f"
Part = Literal["text", "heading", "header", "footer", "page-number", "metadata", "furniture"]


class Look(NamedTuple):
    """One thing said of a run of characters; see ``Formatting`` for the fields."""

    kind: Kind
    value: str = ""
    agent: str = ""
    date: str = ""


@dataclass(eq=False)
class Note:
    """A footnote, endnote or comment: ``label`` as printed, empty for comments, and its paragraphs."""

    label: str
    paragraphs: list[Paragraph]
    agent: str = ""
    date: str = ""


class Run(NamedTuple):
    """Characters that look alike, or the place (``text`` empty) at which a note belongs."""

    text: str
    looks: tuple[Look, ...] = ()
    note: Note | None = None

    def has(self, kind: Kind) -> bool:
        """Tell whether a look of this kind is among the run's."""
        return any(look.kind == kind for look in self.looks)


@dataclass(eq=False)
class Paragraph:
    """A paragraph: what it is for, and its runs; ``value`` is as in ``Formatting``."""

    runs: list[Run] = field(default_factory=list)
    part: Part = "text"
    value: str = ""
    page_before: bool = False

    @property
    def text(self) -> str:
        """The characters of the runs."""
        return "".join(run.text for run in self.runs)


class Cell(NamedTuple):
    """A cell of a table: its paragraphs, and how many columns it covers."""

    paragraphs: Sequence[Paragraph]
    columns: int = 1


@dataclass(eq=False)
class Table:
    """A table, row by row."""

    rows: list[list[Cell]] = field(default_factory=list)


Piece = Paragraph | Table


@dataclass
class Taken:
    """What was taken from a file: its pieces in reading order, and what could not be carried over, counted by name."""

    pieces: list[Piece] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)
