"""The block of metadata behind (or before) a document: "Document Information", its labels and their values."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.record.conventions import (
    INFORMATION_HEAD,
    LABELS,
    LABELS_OF_LETTERS,
    LINE_VALUES,
    NAVIGATION,
    ONE_VALUE,
    SAYS_RIGHTS,
    SKIP_WORDS,
    STRONG_LABELS,
)
from diple.recognisers.record.lines import Line, claim, lines_of, sign_free, tell
from diple.recognisers.record.people import CREDIT
from diple.recognisers.record.shelfmark import is_reference
from diple.recognisers.record.values import may_be_value, tell_unlabelled, tell_value

_LONGEST_LABEL = 40
_LINES_BEFORE = 12
"""How many lines before the heading of the record labels may stand."""
_AROUND = r"[ \t\xa0#*_:]{0,20}"
_HEADING = re.compile(
    rf"(?:^|[\r\n\x85\u2028])(?P<line>{_AROUND}(?:{INFORMATION_HEAD.pattern}){_AROUND})(?=[\r\n\x85\u2028])",
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
        return _stack_of_labels(draft)
    start = _start_of_labels(draft, heading)
    if heading.start >= len(draft.text) - heading.start or not _text_follows(draft, heading):
        return start, len(draft.text)
    return start, _end_of_labels(draft, heading)


def _stack_of_labels(draft: Draft) -> tuple[int, int] | None:
    """Return where labels without a colon stand over their values, at the end of a page and without a heading."""
    lines = list(lines_of(draft, 0, len(draft.text)))[-_MOST_STACKED:]
    labels = [number for number, line in enumerate(lines) if _plain(line.key) in LABELS and ":" not in line.text]
    if not labels or len(lines) - labels[-1] > _LINES_OF_VALUE:
        return None
    first = len(labels) - 1
    while first and labels[first] - labels[first - 1] <= _LINES_OF_VALUE:
        first -= 1
    fields = {LABELS[_plain(lines[number].key)] for number in labels[first:]}
    if len(labels) - first < _FEWEST_STACKED or len(fields & STRONG_LABELS) < _FEWEST_STRONG:
        return None
    return lines[labels[first]].start, len(draft.text)


_SHORT = 40
"""Below how many characters a line goes on with the value of the last label."""
_MOST_STACKED, _FEWEST_STACKED, _FEWEST_STRONG = 60, 4, 3
_LINES_OF_VALUE = 5
"""The most lines from a label without a colon to the next."""


def _start_of_labels(draft: Draft, heading: Line) -> int:
    """Return where labels begin that stand before the heading, without values or with short ones on their own lines."""
    start = heading.start
    reach = draft.source.line_starts[max(0, draft.source.line_of(start) - 1 - _LINES_BEFORE)]
    for line in reversed(list(lines_of(draft, reach, start))):
        if (line.text.endswith(":") or line.key in _ABOVE) and label_of(line) is not None:
            start = line.start
        elif len(line.text) > _LONGEST_LABEL or line.text.endswith((".", "!", "?", "”", '"')):
            break
    return _start_of_summary(draft, start)


def _start_of_summary(draft: Draft, start: int) -> int:
    """Return where a summary with its label begins that stands right above a record, else where the record does."""
    reach = draft.source.line_starts[max(0, draft.source.line_of(start) - 1 - _LINES_BEFORE)]
    above = list(lines_of(draft, reach, start))
    for number in range(len(above) - 2, max(-1, len(above) - 2 - _LINES_OF_VALUE), -1):
        if LABELS.get(above[number].key) == "abstract":
            return above[number].start
    return start


_ABOVE = frozenset({"associated places", "associated people", "associated organizations", "subjects discussed",
                    "associated people & organizations", "associated people and organizations", "associated topics",
                    "associated subjects", "related documents"})  # fmt: skip
"""Labels that may stand without a colon above the heading of a record."""
_MOST_BARE, _MOST_LACKING = 8, 30
"""The most lines of a record without labels, and of one that lacks some of them."""


def _heading(draft: Draft) -> Line | None:
    """Return the last heading of a block of metadata that a label follows, or near the end what needs none."""
    for match in reversed(list(_HEADING.finditer(draft.text))):
        lines = lines_of(draft, match.start("line"), len(draft.text))
        line = next(lines, None)
        following = [next(lines, None) for _ in range(3)]
        if line is not None and any(item is not None and label_of(item) for item in following):
            return line
        if line is not None and _is_bare_record(draft, line):
            return line
    return None


def _is_bare_record(draft: Draft, heading: Line) -> bool:
    """Tell whether what follows a heading to the end is a reference, credits or rights, without the first labels."""
    lines = list(lines_of(draft, heading.end, len(draft.text)))
    lacking = 2 * sum(_plain(line.key) in LABELS for line in lines[:_MOST_LACKING])  # each label has a value, mostly
    if not 1 <= len(lines) <= _MOST_BARE + lacking:
        return False
    is_told = SAYS_RIGHTS.search(lines[-1].text) or CREDIT.search(lines[0].text) or is_reference(lines[0].text)
    return bool(is_told) or any(SAYS_RIGHTS.search(line.text) for line in lines)


def label_of(line: Line) -> tuple[str, int] | None:
    """Return the field of a label and where its value begins on the line (the line's end if it stands alone)."""
    if (key := _plain(line.key)) in LABELS and len(line.text) <= _LONGEST_LABEL:
        return LABELS[key], line.end
    head, colon, value = line.text.partition(":")
    key = _plain(" ".join(head.lower().replace("*", "").replace("_", "").split()).rstrip("."))
    if colon and key == "note" and len(value) > _LONGEST_LABEL and SAYS_RIGHTS.search(value):
        return "rights", line.start + len(head) + 1
    if colon and key in LABELS and len(head) <= _LONGEST_LABEL and may_be_value(LABELS[key], value):
        return LABELS[key], line.start + len(head) + 1
    return None


def _plain(key: str) -> str:
    """Return a label as it is looked up: "Date(s)", "Transcription\\Markup"."""
    return key.replace("(s)", "s").replace("\\", "/")


def _text_follows(draft: Draft, heading: Line) -> bool:
    """Tell whether more than a few words follow the metadata, or more than precede them: the document itself."""
    behind = [line for line in lines_of(draft, _end_of_labels(draft, heading), len(draft.text)) if not _is_rights(line)]
    length = sum(len(line.text) for line in behind)
    return length > 300 or length > sum(len(line.text) for line in lines_of(draft, 0, heading.start))


def _is_rights(line: Line) -> bool:
    return SAYS_RIGHTS.search(line.text) is not None


def _end_of_labels(draft: Draft, heading: Line) -> int:
    """Return the end of the first value of the last label behind the heading."""
    end, wants_value, end_line = heading.end, False, False
    for line in lines_of(draft, heading.end, len(draft.text)):
        label = label_of(line)
        if label is not None:
            end, wants_value = line.end, label[1] >= line.end
        elif wants_value or (end_line and not line.blank_before and len(line.text) < _SHORT and "." not in line.text):
            end, wants_value, end_line = line.end, False, True
        else:
            end_line = False
    return end


def tell_information(draft: Draft, start: int, end: int) -> None:
    """Record a block of metadata: each line is a label, a value of the label before it, or navigation."""
    claim(draft, start, end)
    field, pending = "", list[Line]()
    for line in lines_of(draft, start, end):
        if INFORMATION_HEAD.fullmatch(line.key):
            _tell_values(draft, field, pending)
            field, pending = "", []
            sign_free(draft, _line_start(draft, line), line.end, why="heading of the record")
            continue
        label = label_of(line) or _label_of_letter(line)
        if label is not None:
            _tell_values(draft, field, pending)
            field, value_start = label
            sign_free(draft, _line_start(draft, line), value_start, why="label of the record")
            rest = Line(value_start, line.end, draft.text[value_start : line.end])
            pending = [rest] if rest.text.strip(" *_\xa0") else []
            continue
        pending.append(line)
    _tell_values(draft, field, pending)


def _label_of_letter(line: Line) -> tuple[str, int] | None:
    """Return the field of a label of a letter's record that stands alone over its value: "From", "Sent from"."""
    field = LABELS_OF_LETTERS.get(line.key)
    return (field, line.end) if field else None


def _tell_without_label(draft: Draft, line: Line, *, is_first: bool) -> None:
    """Record a line without a label: rights by their words, where the original is kept first, else a note."""
    if SAYS_RIGHTS.search(line.text):
        tell_value(draft, "rights", line.start, line.end)
    elif is_first and (is_reference(line.text) or CREDIT.search(line.text)):
        tell_value(draft, "source", line.start, line.end)
    else:
        tell(draft, "note", line.start, line.end)


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
        for number, line in enumerate(values):
            _tell_without_label(draft, line, is_first=not number)
        return
    for number, (first, last) in enumerate(_stretches(field, values)):
        if number and field in ONE_VALUE:
            tell_unlabelled(draft, first, last)
        else:
            tell_value(draft, field, first, last)


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
