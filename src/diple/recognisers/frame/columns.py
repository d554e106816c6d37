"""Lines of a head in which a transcript has run two columns together: "From the journal of SECRET" (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_qualified_dates
from diple.draft import Draft
from diple.recognisers.frame.conventions import CAPITALS_NAME, CLASSIFICATIONS, GENRE, INITIALS_NAME, INSTITUTION
from diple.recognisers.frame.headforms import JOURNAL
from diple.recognisers.frame.lines import Line
from diple.recognisers.frame.tokens import Token, token_at

_LONGEST = 110
_WORD = re.compile(r"[^\s]+")
_CLASSED = re.compile(r"[A-Z]")
SURNAME_FIRST = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+, (?:[A-ZÀ-ÖØ-Þ][a-z]?\.\s?){1,3}")
"""A surname before its initials: "Quist, O.L."."""
_GOES_ON = re.compile(r"(?:in|to|of) (?:the )?[A-Z][\w’'. -]{1,40}")
"""The second line of a letterhead: "in the DPRK"."""
_KEPT = re.compile(rf"\b(?:{'|'.join(CLASSIFICATIONS)}|cop(?:y|ies))\b", re.I)
"""A classification or the number of a copy, which no title or name of a body ends with."""
_FILED = re.compile(r"file\s(?:#|no\b|№)", re.I)
"""The number of the file, beside the title of a telegram."""
_NO_COLUMN = re.compile(r"\b(?:dated|of|from|our|your|my|the|to|on|in|by|at|and|with|for|until|since|or)\Z")
"""What stands before a number or date that belongs to the words before it."""


def parted_columns(draft: Draft, lines: list[Line], *, has_journal: bool) -> list[Line]:
    """Return lines with those divided that hold whose journal it is, a name or a body beside parts of the other column.

    ``has_journal`` says that a line before said whose journal it is, so that names with numbers beside them follow.
    """
    parted: list[Line] = []
    for line in lines:
        parts = _parts_of(line.text, has_journal=has_journal)
        has_journal = has_journal or JOURNAL.match(line.text) is not None
        parted += _cut(draft, line, parts) if parts else [line]
    return parted


def _parts_of(text: str, *, has_journal: bool) -> list[tuple[int, int]]:
    """Return where the columns of a line stand in it, none if it is not of two."""
    if len(text) > _LONGEST:
        return []
    opened = JOURNAL.match(text)
    parts, words = _columns(text, opened.end() if opened else 0)
    if len(parts) - len(words) < 1 or len(words) > 1 or (opened is None and parts[:1] != words):
        return []
    filed = GENRE.match(text) is not None and parts[1:] and _FILED.match(text, parts[-1][0]) is not None
    if opened is None and not has_journal and not filed and not _KEPT.search(text, parts[-1][0]):
        return []
    if opened is not None:
        fits = all(_is_name(text[slice(*part)]) for part in words)
        return [(0, opened.end()), *parts] if fits else []
    return parts if words and (filed or _may_stand_beside(text[slice(*words[0])], has_journal=has_journal)) else []


def _columns(text: str, position: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the parts of a line from a place on, and those of them that are plain words."""
    dates = {date.start: date for date in find_qualified_dates(text)}
    parts: list[tuple[int, int]] = []
    words: list[tuple[int, int]] = []
    while word := _WORD.search(text, position):
        token = token_at(text, word.start(), dates)
        if token is not None and not _is_part(text, token):
            token = None
        if token is not None:
            parts.append((word.start(), _end_of(text, token.end)))
            position = parts[-1][1]
            continue
        if words and words[-1] == parts[-1]:
            words[-1] = parts[-1] = (words[-1][0], word.end())
        else:
            words.append(word.span())
            parts.append(word.span())
        position = word.end()
    return parts, words


def _end_of(text: str, end: int) -> int:
    """Return where a part ends with the stops and quotation marks behind it."""
    while end < len(text) and text[end] in '.,;”"':
        end += 1
    return end


def _is_part(text: str, token: Token) -> bool:
    """Tell whether a part stands by itself: a classification with a capital, a number or date behind no preposition."""
    if token.kind in {"classification", "precedence"} and not _CLASSED.match(text, token.start):
        return False
    return (
        _NO_COLUMN.search(text[: token.start].rstrip()) is None
        or JOURNAL.fullmatch(text[: token.start].rstrip()) is not None
    )


def _is_name(words: str) -> bool:
    forms = (INITIALS_NAME, CAPITALS_NAME, SURNAME_FIRST)
    return any(form.fullmatch(name) for form in forms for name in (words.strip(), words.strip(" ,.;")))


def _may_stand_beside(words: str, *, has_journal: bool) -> bool:
    """Tell whether words may stand in one column with a number or classification in the other."""
    if has_journal:
        return _is_name(words)
    is_body = INSTITUTION.search(words) is not None and words[:1].isupper() and not re.search(r"[.:;]", words)
    return _GOES_ON.fullmatch(words) is not None or (is_body and len(words.split()) < 10)


def _cut(draft: Draft, line: Line, parts: list[tuple[int, int]]) -> list[Line]:
    """Return the parts of a line as lines of their own."""
    clean = draft.clean(line.start, line.end)
    squeezed = _offsets_of_squeezed(clean.text)
    cells: list[Line] = []
    for start, end in parts:
        first, last = clean.offsets[squeezed[start]], clean.offsets[squeezed[end - 1]] + 1
        cells.append(Line(line.block, first, last, line.text[start:end]))
    return cells


def _offsets_of_squeezed(text: str) -> list[int]:
    """Return where each character of a text stands that is left when white space is squeezed to one space."""
    offsets: list[int] = []
    for word in _WORD.finditer(text):
        if offsets:
            offsets.append(offsets[-1] + 1)
        offsets += range(word.start(), word.end())
    return offsets
