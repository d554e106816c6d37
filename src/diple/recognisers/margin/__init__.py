"""Recognise marks in the margin: the notes that describe them, and the words they stand beside (TEI 11.3.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from diple.draft import Draft
from diple.model import Attrs, Span
from diple.recognisers.frame.resumed import HEADNOTE
from diple.recognisers.margin.extents import Found, Scene, find_extent, scene_of
from diple.recognisers.margin.marks import LONGEST_NOTE, Mark, marks_of
from diple.recognisers.margin.paragraphs import Paragraphs

_NOTE_TYPES = frozenset({"translator", "editor", "transcriber", "description"})
_RANK = 40
"""Marks stand before the note that describes them."""


class _Marked:
    """The stretches already marked, so that one is marked once and crossing ones are told from nested ones."""

    def __init__(self) -> None:
        self._labels: dict[tuple[int, int], str] = {}
        self._recent: list[tuple[int, int]] = []

    def label(self, start: int, end: int) -> str:
        """Return the label of a stretch that is marked already, or ""."""
        return self._labels.get((start, end), "")

    def add(self, start: int, end: int, label: str) -> None:
        """Remember a stretch under its label."""
        self._labels[start, end] = label
        self._recent.append((start, end))

    def crosses(self, start: int, end: int) -> bool:
        """Tell whether a stretch begins inside another and ends outside it, or the other way round."""
        return any(
            (first < start < last < end) or (start < first < end < last) for first, last in self._recent[-_COMPARED:]
        )


_COMPARED = 50
"""With how many of the stretches marked last a new one is compared."""


def recognise(draft: Draft) -> None:
    """Put a ``metamark`` for each mark that a note describes, find the words meant, and point mark and note at them.

    Words that cannot be found (the underlining is lost) leave the mark without ``@target`` and are listed (D130).
    """
    notes = list(_notes_on_marks(draft))
    if not notes:
        return
    paragraphs = Paragraphs(draft)
    marked = _Marked()
    for note, marks in notes:
        place = note.start if note.move_to is None or note.attrs.get("place") != "foot" else note.move_to
        _resolve(draft, note, marks, scene_of(place, paragraphs), marked)


def _notes_on_marks(draft: Draft) -> Iterator[tuple[Span, list[Mark]]]:
    for span in sorted((span for span in draft.spans if span.tag == "note"), key=lambda span: span.start):
        if _is_headnote(draft, span):
            continue
        if span.attrs.get("type") in _NOTE_TYPES and span.end - span.start < 4 * LONGEST_NOTE:
            words = " ".join(draft.text[span.start : span.end].split())
            is_statement = any(start < span.end and span.start < end for start, end in draft.statements)
            if not is_statement and (marks := marks_of(words)):
                yield span, marks


def _is_headnote(draft: Draft, note: Span) -> bool:
    """Tell whether a note stands above the opening of a document: it tells of all of it, and of no mark there."""
    block = draft.block_at(note.start)
    return block is not None and block.why == HEADNOTE


def _resolve(draft: Draft, note: Span, marks: list[Mark], scene: Scene, marked: _Marked) -> None:
    targets: list[str] = []
    place = note.start if note.move_to is None else note.move_to
    for number, mark in enumerate(marks, 1):
        found = find_extent(mark.extent, scene) if mark.extent else None
        attrs: Attrs = {"function": mark.function, "place": mark.place, "rend": mark.rend}
        if mark.additional:
            attrs["n"] = str(number)
        if found is None:
            attrs["cert"] = "unknown"
            _doubt(draft, note, mark)
        else:
            attrs |= _target(draft, found, f"marked-{note.start}-{number}", marked)
            targets += [pointer for pointer in attrs["target"].split() if pointer not in targets]
        draft.point(place, "metamark", attrs, rank=_RANK)
    if targets:
        note.attrs["target"] = " ".join(targets)


def _target(draft: Draft, found: Found, label: str, marked: _Marked) -> Attrs:
    """Return the pointers to the words found; what is no paragraph becomes a ``seg`` or stands between anchors."""
    cert: Attrs = {"cert": found.cert} if found.cert else {}
    if found.wholes:
        return {"target": " ".join(f"{{at:{offset}}}" for offset in found.wholes), **cert}
    known = marked.label(found.start, found.end)
    if known:
        return {"target": f"{{{known}}}", **cert}
    if marked.crosses(found.start, found.end):
        draft.point(found.start, "anchor", label=f"{label}-from", rank=20)
        draft.point(found.end, "anchor", label=f"{label}-to", rank=20)
        return {"target": f"{{{label}-from}}", "spanTo": f"{{{label}-to}}", **cert}
    draft.span(found.start, found.end, "seg", {"type": "marked"}, label=label, rank=20)
    marked.add(found.start, found.end, label)
    return {"target": f"{{{label}}}", **cert}


def _doubt(draft: Draft, note: Span, mark: Mark) -> None:
    words = mark.extent.said["words"] if mark.extent else "no words"
    if mark.extent and mark.extent.kind == "lost":
        message = f"the words beside this mark are named only as “{words}”, and that is lost in the transcript"
    else:
        message = (
            f"the words beside this mark, “{words}”, were not found"
            if mark.extent
            else "the note does not say beside which words this mark stands"
        )
    draft.doubt("D130", note.start, message, "look at the original, then add a seg around them and @target")


__all__ = ["recognise"]
