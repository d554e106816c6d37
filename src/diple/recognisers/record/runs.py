"""A run of lines "Label: value" above a document, as archives and translators set them."""

from __future__ import annotations

import re
from enum import Enum
from itertools import islice, pairwise

from diple.draft import Draft
from diple.recognisers.record.conventions import LABELS, MEMO_LABELS, STRONG_LABELS
from diple.recognisers.record.head import head_lines
from diple.recognisers.record.lines import Line, claim, lines_of, sign_adornment, sign_free, tell
from diple.recognisers.record.references import is_bare_reference
from diple.recognisers.record.shelfmark import parts_of
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import tell_value

_OTHER_LABEL = re.compile(r"\W*[A-Z][\w’'/() -]{2,40}:(?:\s|$)")
_REFERENCE = re.compile(r"(?P<label>\W*ref(?:erence)?s?\.?)\s*:\s*(?P<value>\S.*)", re.I)


class _Kind(Enum):
    """What a line of the run is."""

    LABEL = "a label of the record"
    CORRESPONDENT = "who wrote, or to whom, with the surname first"
    REFERENCE = "a reference to an archive, under a label that letters have too"
    OTHER = "a label that is not known"
    WRAPPED = "a line that goes on with the value before it"
    END = "a line of the document"


def tell_label_run(draft: Draft, start: int) -> int:
    """Record a run of lines "Label: value" at the head; return the offset behind it.

    The run counts only with a label that no document has in its own head. A label that is not known counts within the
    run, and its line is told as a note.
    """
    run = _run(head_lines(draft, start))
    labels = [label for line, kind in run if kind is _Kind.LABEL and (label := label_of(line))]
    correspondents = sum(kind is _Kind.CORRESPONDENT for _, kind in run)
    if len(labels) + correspondents < 2 or not {field for field, _ in labels} & STRONG_LABELS:
        return start
    end = run[-1][0].end
    claim(draft, start, end)
    for number, (line, kind) in enumerate(run):
        if kind is not _Kind.WRAPPED:
            wrapped = [other.end for other, what in _wrapped(run[number + 1 :])]
            sign_adornment(draft, start, line.start)
            _tell_line(draft, line, kind, max([line.end, *wrapped]))
    return end


def tell_stacked_run(draft: Draft, start: int) -> int:
    """Record labels that stand over their values, line by line, up to the one that announces the text ("Body:").

    Where a date of release is told too, that of publication is the document's own. Return the offset behind it all.
    """
    lines = list(islice(lines_of(draft, start, len(draft.text)), _MOST_STACKED))
    last = next((number for number, line in enumerate(lines) if _ANNOUNCES.fullmatch(line.text)), 0)
    labels = [number for number, line in enumerate(lines[:last]) if _STACKED.fullmatch(line.text)]
    if len(labels) < _FEWEST_STACKED or labels[0] > 2 or any(b - a > 4 for a, b in pairwise([*labels, last])):
        return start
    is_released = any("release" in lines[number].key for number in labels)
    end = lines[last].end
    claim(draft, start, end)
    for line in lines[: labels[0]]:
        tell(draft, "title" if line is lines[0] else "note", line.start, line.end)
    for number, following in pairwise([*labels, last]):
        label, values = lines[number], lines[number + 1 : following]
        field = _field_of(label, is_released=is_released)
        if field == "note":
            tell(draft, "note", label.start, max([label.end, *(line.end for line in values)]))
            continue
        sign_free(draft, label.start, label.end, why="label of the record")
        for line in values:
            tell_value(draft, field, line.start, line.end)
    draft.drop(lines[last].start, end, "heading of the page over the text")
    return end


def _field_of(label: Line, *, is_released: bool) -> str:
    if label.key == "publication date" and is_released:
        return "date"
    field = LABELS.get(label.key, "note")
    return "note" if field == "navigation" else field


_MOST_STACKED = 60
_FEWEST_STACKED = 4
_STACKED = re.compile(r"[A-Z][^:]{2,60}:")
_ANNOUNCES = re.compile(r"(?:body|text|full text|transcript|document text|text of (?:the )?document):", re.I)


def _tell_line(draft: Draft, line: Line, kind: _Kind, end: int) -> None:
    if kind is _Kind.CORRESPONDENT:
        _tell_correspondent(draft, line)
        return
    if kind is _Kind.OTHER:
        tell(draft, "note", line.start, end)
        return
    reference = _REFERENCE.fullmatch(line.text) if kind is _Kind.REFERENCE else None
    field, value = ("source", line.start + reference.start("value")) if reference else label_of(line) or ("note", 0)
    sign_free(draft, line.start, value, why="label of the record")
    tell_value(draft, field, value, end)


def _tell_correspondent(draft: Draft, line: Line) -> None:
    """Record who wrote or to whom, the names in the order in which they are said."""
    match = _INVERTED.fullmatch(line.text)
    if match is None:
        return
    field = "sent-by-name" if match["label"].lower() == "from" else "received-by-name"
    value = line.start + match.start("surname")
    sign_free(draft, line.start, value, why="label of the record")
    draft.fact(field, f"{match['given']} {match['surname']}", value, line.end)


_INVERTED = re.compile(
    r"(?P<label>From|To|Recipient|Sender):\s(?P<surname>[A-Z][\w’' -]{1,30}),\s(?P<given>[A-Z][^,:;]{1,40})"
)
"""A line of a catalogue's record: "From: Marlow, Thomas"."""


def _wrapped(rest: list[tuple[Line, _Kind]]) -> list[tuple[Line, _Kind]]:
    """Return the lines at the head of the rest of a run that go on with a value."""
    count = next((number for number, (_, kind) in enumerate(rest) if kind is not _Kind.WRAPPED), len(rest))
    return rest[:count]


def _run(lines: list[Line]) -> list[tuple[Line, _Kind]]:
    """Return the lines of the run with their kinds; it ends with a label of the record and its value."""
    run: list[tuple[Line, _Kind]] = []
    for line in lines:
        kind = _kind(line, begun=bool(run))
        if kind is _Kind.END:
            break
        run.append((line, kind))
    told = {_Kind.LABEL, _Kind.REFERENCE, _Kind.CORRESPONDENT}
    known = [number for number, (_, kind) in enumerate(run) if kind in told]
    last = known[-1] + 1 if known else 0
    return run[: last + len(_wrapped(run[last:]))]


def is_place_in_archive(words: str, *, among_labels: bool) -> bool:
    """Tell whether the value of "Reference:" is a place in an archive; among labels of a record, units alone say so."""
    units = [part for part in parts_of(words) if part.field not in {"repository", "locus"}]
    return is_bare_reference(words) or (among_labels and bool(units))


def _kind(line: Line, *, begun: bool) -> _Kind:
    if (match := _REFERENCE.fullmatch(line.text)) and is_place_in_archive(match["value"], among_labels=begun):
        return _Kind.REFERENCE
    if begun and _INVERTED.fullmatch(line.text):
        return _Kind.CORRESPONDENT
    if line.text.partition(":")[0].lower().strip(" *_") in MEMO_LABELS:
        return _Kind.END
    if label_of(line) is not None and ":" in line.text:
        return _Kind.LABEL
    if not begun or line.blank_before or label_of(line) is not None:
        return _Kind.END
    return _Kind.OTHER if _OTHER_LABEL.match(line.text) else _Kind.WRAPPED
