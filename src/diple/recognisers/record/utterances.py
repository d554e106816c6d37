"""The sentences of a paragraph of the edition, each with its voice; lines, clauses and signs part them as well."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.record.voices import COPY, CREDIT, FINITE, KEPT, SHELF, UNIT, VERB, voice_of
from diple.sentences import sentences


class Utterance(NamedTuple):
    """A sentence between two offsets of a text, and whose voice it is."""

    start: int
    end: int
    voice: str


def utterances_of(text: str) -> list[Utterance]:
    """Return the sentences of a paragraph, each with its voice; a line that begins with a capital begins a sentence."""
    found: list[Utterance] = []
    for first, last in _lines_of_edition(text):
        for start, end in _joined(text[first:last]):
            found += [
                Utterance(*span, voice_of(text[slice(*span)])) for span in _clauses(text, first + start, first + end)
            ]
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    cuts = [match.end() for match in re.finditer(r"\n\s*(?=[^a-zß-öø-ÿ\s])", text)]
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


def _lines_of_edition(text: str) -> list[tuple[int, int]]:
    """Return the lines of a text, one that is only the name of an archive with the units on the line below it."""
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if found and _goes_on(text[slice(*found[-1])].strip(), text[start:end].strip()):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _joined(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a line; the letters for what somebody did end none: "Trans. by Ann Marr"."""
    found: list[tuple[int, int]] = []
    for start, end in _parted_at_signs(text):
        if found and (_SHORTENED.fullmatch(text, *found[-1]) or _goes_on(text[slice(*found[-1])], text[start:end])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _parted_at_signs(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a line, of which one may begin with a sign that it explains: ". ^Words^ = added"."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        cuts = [match.end() for match in _BEFORE_SIGN.finditer(text, start, end)]
        bounds = [start, *cuts, end]
        found += [(first, first + len(text[first:last].rstrip())) for first, last in pairwise(bounds)]
    return found


_BEFORE_SIGN = re.compile(r"(?<=[a-z)\]]\.)\s+(?=[^\w\s\"'“‘(])")


def _goes_on(before: str, words: str) -> bool:
    """Tell whether words give the number of a piece in the archive that alone is named before them."""
    is_name = len(before) < _LONGEST_NAME and KEPT.search(before) and not re.search(r"\d", before)
    return bool(is_name and not FINITE.search(before)) and (
        _NUMBER_OF_PIECE.fullmatch(words) is not None
        or (UNIT.match(words) is not None and len(UNIT.findall(words)) > 1 and len(words) < _LONGEST_NAME)
    )


_LONGEST_NAME = 80
_NUMBER_OF_PIECE = re.compile(
    r"(?:Inv|MSS?|Ms|Acc|Box|No|Nr|Sign|Cat|Ref|Shelf\w*|File|Folder|Item|Fonds?)\b[^;]{0,40}\d[^;]{0,20}"
)
_SHORTENED = re.compile(r"[\[(*_]*(?:trans(?:l|cr)?|tr|eds?)\.", re.I)
_CLAUSE = re.compile(rf"(?:;\s+|,?\s+and\s+|,\s+)(?=(?:{VERB})\b[^.;:]{{0,90}}?\bby\b)|;\s+(?=[A-Z])", re.I)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a sentence parted before a credit in it that goes on with another voice: "AMV, k. 5; translated by …"."""
    for match in _CLAUSE.finditer(text, start, end):
        voices = voice_of(text[start : match.start()]), voice_of(text[match.end() : end])
        if voices[0] in {SHELF, COPY} and voices[1] in {CREDIT, SHELF}:
            return [(start, match.start()), *_clauses(text, match.end(), end)]
    return [(start, end)]
