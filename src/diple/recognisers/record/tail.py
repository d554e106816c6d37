"""The block of metadata behind (or before) a document: "Document Information", its labels and their values."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.recognisers.record.conventions import (
    INFORMATION_HEADS,
    LABELS,
    LINE_VALUES,
    NAVIGATION,
    ONE_VALUE,
    SKIP_WORDS,
)
from diple.recognisers.record.lines import Line, claim, lines_of, sign_free, tell
from diple.recognisers.record.values import may_be_value, tell_value

_LONGEST_LABEL = 40
_AROUND = r"[ \t\xa0#*_:]{0,20}"
_HEADING = re.compile(
    rf"(?:^|[\r\n\x85\u2028])(?P<line>{_AROUND}(?:{'|'.join(sorted(INFORMATION_HEADS))}){_AROUND})(?=[\r\n\x85\u2028])",
    re.I,
)
"""The heading of a block of metadata, alone on its line."""
_REASON = "navigation of the web page"


def find_information(draft: Draft) -> tuple[int, int] | None:
    """Return where the block of metadata begins and ends: from its heading to the end of its last value, or None.

    The heading counts only where a known label follows it within three lines.
    """
    heading = _heading(draft)
    if heading is None:
        return None
    if heading.start >= len(draft.text) - heading.start or not _text_follows(draft, heading):
        return heading.start, len(draft.text)
    return heading.start, _end_of_labels(draft, heading)


def _heading(draft: Draft) -> Line | None:
    """Return the last heading of a block of metadata that a label follows."""
    for match in reversed(list(_HEADING.finditer(draft.text))):
        lines = lines_of(draft, match.start("line"), len(draft.text))
        line = next(lines, None)
        following = [next(lines, None) for _ in range(3)]
        if line is not None and any(item is not None and label_of(item) for item in following):
            return line
    return None


def label_of(line: Line) -> tuple[str, int] | None:
    """Return the field of a label and where its value begins on the line (the line's end if it stands alone)."""
    if line.key in LABELS and len(line.text) <= _LONGEST_LABEL:
        return LABELS[line.key], line.end
    head, colon, value = line.text.partition(":")
    key = " ".join(head.lower().replace("*", "").replace("_", "").split()).rstrip(".")
    if colon and key in LABELS and len(head) <= _LONGEST_LABEL and may_be_value(LABELS[key], value):
        return LABELS[key], line.start + len(head) + 1
    return None


def _text_follows(draft: Draft, heading: Line) -> bool:
    """Tell whether a long run of prose follows the metadata, as the document itself would."""
    end = _end_of_labels(draft, heading)
    return len(draft.text[end:].strip()) > 300


def _end_of_labels(draft: Draft, heading: Line) -> int:
    """Return the end of the first value of the last label behind the heading."""
    end, wants_value = heading.end, False
    for line in lines_of(draft, heading.end, len(draft.text)):
        label = label_of(line)
        if label is not None:
            end, wants_value = line.end, label[1] >= line.end
        elif wants_value:
            end, wants_value = line.end, False
    return end


def tell_information(draft: Draft, start: int, end: int) -> None:
    """Record a block of metadata: each line is a label, a value of the label before it, or navigation."""
    lines = list(lines_of(draft, start, end))
    claim(draft, start, end)
    sign_free(
        draft, draft.source.line_starts[draft.source.line_of(start) - 1], lines[0].end, why="heading of the record"
    )
    field, pending = "", list[Line]()
    for line in lines[1:]:
        label = label_of(line)
        if label is not None:
            _tell_values(draft, field, pending)
            field, value_start = label
            sign_free(draft, _line_start(draft, line), value_start, why="label of the record")
            rest = Line(value_start, line.end, draft.text[value_start : line.end])
            pending = [rest] if rest.text.strip(" *_\xa0") else []
            continue
        pending.append(line)
    _tell_values(draft, field, pending)


def _line_start(draft: Draft, line: Line) -> int:
    return draft.source.line_starts[draft.source.line_of(line.start) - 1]


def _tell_values(draft: Draft, field: str, lines: list[Line]) -> None:
    """Record the lines that stand behind a label."""
    values = []
    for line in lines:
        if (line.key in NAVIGATION and field not in ONE_VALUE) or SKIP_WORDS.fullmatch(line.text):
            draft.drop(line.start, line.end, _REASON)
        else:
            values.append(line)
    if not field:
        for line in values:
            tell(draft, "note", line.start, line.end)
        return
    for number, (first, last) in enumerate(_stretches(field, values)):
        tell_value(draft, "note" if number and field in ONE_VALUE else field, first, last)


def _stretches(field: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Return the stretches that are one value each: lines, or paragraphs of wrapped lines."""
    stretches: list[tuple[int, int]] = []
    for line in lines:
        wrapped = stretches and not line.blank_before and field not in ONE_VALUE
        if wrapped and (field not in LINE_VALUES or field == "rights"):
            stretches[-1] = (stretches[-1][0], line.end)
        else:
            stretches.append((line.start, line.end))
    return stretches
