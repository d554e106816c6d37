"""Marks that stand for a note a second time: each refers to the note at the first (TEI 3.7, ``ref``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from diple.draft import Draft
from diple.model import Role
from diple.recognisers.footnotes.styles import Mark

_STYLES = frozenset(("[1]", "[a]", "<sup>1</sup>", "[1](#)", "[[1]](#)", "¹"))
"""Forms that can hardly be anything but marks, once a note has been found by one of them."""


def label_of_note(mark: Mark) -> str:
    """Return the label by which the note that stands at a mark is pointed at."""
    return f"note-{mark.start}"


def refer_again(draft: Draft, marks: Iterable[Mark], used: list[Mark], is_free: Callable[[Mark], bool]) -> None:
    """Let the marks that no note was moved to refer to the nearest note before, else after, with the same mark."""
    notes: dict[tuple[str, str], list[Mark]] = {}
    for mark in sorted(used, key=lambda mark: mark.start):
        notes.setdefault((mark.label, mark.style.name), []).append(mark)
    for mark in marks:
        same = notes.get((mark.label, mark.style.name), []) if mark.style.name in _STYLES else []
        block = draft.block_at(mark.start)
        if not same or block is None or block.role in {Role.META, Role.VOID} or not is_free(mark):
            continue
        note = same[max(0, bisect_right(same, mark.start, key=lambda other: other.start) - 1)]
        draft.keep(mark.start, mark.end)
        draft.span(mark.start, mark.end, "ref", {"target": f"{{{label_of_note(note)}}}"}, rank=70, why="mark of a note")
