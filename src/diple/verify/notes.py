"""Which notes of a TEI document stand where their words stand in the source, and which were moved to their marks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diple.verify.align import align
from diple.verify.tokens import SourceWord, Stream, tei_streams
from diple.xmlio import tei

_MOVED = frozenset({"foot", "end", "bottom", "top"})
_NEAR = 16
"""How many words of the source, signs mostly, may stand between a note in its place and the words around it."""


def ways_to_read_notes(root: etree._Element, words: list[SourceWord]) -> Iterator[frozenset[etree._Element]]:
    """Yield sets of notes to be read apart from the running text, the likeliest first.

    Where a note's words stand in the source cannot be told from the TEI alone: those at the foot or end of a page were
    mostly moved to their marks, those in brackets stand in their place.
    """
    notes = frozenset(root.iter(tei("note")))
    yield frozenset(note for note in notes if note.get("place") in _MOVED or _is_comment(note))
    if notes:
        yield _elsewhere(words, tei_streams(root)[0])
        yield notes
        yield frozenset()


def _is_comment(note: etree._Element) -> bool:
    """Tell whether a note may be a comment of the file that its transcript was taken from."""
    return note.get("type") == "editor" and note.get("place") == "margin"


def _elsewhere(words: list[SourceWord], text: Stream) -> frozenset[etree._Element]:
    """Return the notes whose words do not stand in the source where the note stands in the TEI."""
    at: dict[int, int] = {}
    for match in align([word.text for word in words], [word.text for word in text.words]):
        at.update((match.b + step, match.a + step) for step in range(match.length))
    runs: dict[etree._Element, list[int]] = {}
    for number, word in enumerate(text.words):
        if word.note is not None:
            runs.setdefault(word.note, []).append(number)
    return frozenset(note for note, run in runs.items() if not _is_in_place(run, at, len(text.words)))


def _is_in_place(run: list[int], at: dict[int, int], total: int) -> bool:
    """Tell whether all words of a note are matched, next to those of the words before and after it."""
    if any(number not in at for number in run):
        return False
    first, last = run[0], run[-1]
    before = first == 0 or (first - 1 in at and at[first] - at[first - 1] <= _NEAR)
    after = last + 1 == total or (last + 1 in at and at[last + 1] - at[last] <= _NEAR)
    return before and after
