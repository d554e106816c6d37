"""The cover page that an archive sets before the file of a document: its site, date and title, labels over values."""

from __future__ import annotations

from itertools import islice, pairwise

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.recognisers.record.conventions import LABELS
from diple.recognisers.record.lines import Line, claim, lines_of, sign_free, tell
from diple.recognisers.record.values import tell_value

_MOST_LINES = 90
_MOST_ABOVE = 12
"""The most lines above the first label: name and address of the site, date, title."""
_FEWEST = 2
_CONTENTS = frozenset({"contents", "document contents", "content"})
"""The label over what the file holds, the last of the cover."""
_HELD = re.compile(
    r"(?:\W*(?:(?:English |unofficial )?(?:Translation|Transcription|Transcript)(?: ?[-–—:] ?[A-Z][a-z]+)?|"
    r"Scan of (?:the )?Original(?: Document)?|Original (?:Document|Scan|Image)s?(?: ?[-–—:] ?[A-Z][a-z]+)?)(?![\w]))+",
)
"""What the file holds, behind which the document begins, perhaps on the same line."""


def tell_cover(draft: Draft, start: int) -> int:
    """Record a cover page that begins at an offset; return the offset behind it, ``start`` if there is none.

    It counts where two labels of a record stand alone on their lines above one for the contents.
    """
    lines = list(islice(lines_of(draft, start, len(draft.text)), _MOST_LINES))
    last = next((number for number, line in enumerate(lines) if _is_label(line) and line.key in _CONTENTS), None)
    labels = [number for number, line in enumerate(lines[:last]) if _is_label(line)] if last else []
    if last is None or len(labels) < _FEWEST or not 0 < labels[0] <= _MOST_ABOVE:
        return start
    held = _HELD.match(lines[last + 1].text) if last + 1 < len(lines) else None
    end = lines[last + 1].start + held.end() if held else lines[last].end
    claim(draft, start, end)
    _tell_above(draft, lines[: labels[0]])
    for number, following in pairwise([*labels, last]):
        label = lines[number]
        sign_free(draft, label.start, label.end, why="label of the record")
        if following > number + 1:
            tell_value(draft, LABELS[label.key], lines[number + 1].start, lines[following - 1].end)
    draft.drop(lines[last].start, end, "what the file holds, on its cover page")
    return end


def _is_label(line: Line) -> bool:
    return line.text.endswith(":") and line.key in LABELS


def _tell_above(draft: Draft, lines: list[Line]) -> None:
    """Record date and title above the first label; what stands above the date is the site's name and address."""
    dated = next((number for number, line in enumerate(lines) if _date_end(line)), len(lines) - 1)
    for line in lines[:dated]:
        draft.drop(line.start, line.end, "name of the web site")
    first = lines[dated].start
    if end := _date_end(lines[dated]):
        tell_value(draft, "date", first, first + end)
        first += end
    if first < lines[-1].end:
        tell(draft, "title", first, lines[-1].end)


def _date_end(line: Line) -> int:
    """Return where the date ends with which a line begins, 0 if it begins with none."""
    dates = find_dates(line.text[:60])
    return dates[0].end if dates and dates[0].start == 0 else 0
