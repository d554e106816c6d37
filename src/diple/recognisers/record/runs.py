"""A run of lines "Label: value" above a document, as archives and translators set them."""

from __future__ import annotations

from enum import Enum
from itertools import islice, pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.record.conventions import LABELS, MEMO_LABELS, SAYS_RIGHTS, STRONG_LABELS, URL
from diple.recognisers.record.furniture import REASON, is_button
from diple.recognisers.record.head import head_lines
from diple.recognisers.record.lines import Line, claim, lines_of, sign_adornment, sign_free, tell
from diple.recognisers.record.references import is_bare_reference
from diple.recognisers.record.shelfmark import parts_of
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import tell_value

_SITE = re.compile(r"www\.[\w.-]+(?:/\S*)?")
_OTHER_LABEL = re.compile(r"\W*[A-Z][\w’'/() -]{2,50}:(?!//|\d)")
_REFERENCE = re.compile(r"(?P<label>\W*ref(?:erence)?s?\.?)\s*:\s*(?P<value>\S.*)", re.I)


class _Kind(Enum):
    """What a line of the run is."""

    LABEL = "a label of the record"
    CORRESPONDENT = "who wrote, or to whom, with the surname first"
    REFERENCE = "a reference to an archive, under a label that letters have too"
    RIGHTS = "a sentence about rights, without a label"
    ADDRESS = "the address of the page, without a label"
    OTHER = "a label that is not known"
    WRAPPED = "a line that goes on with the value before it"
    END = "a line of the document"


def tell_label_run(draft: Draft, start: int, *, titled: bool = False) -> int:
    """Record a run of lines "Label: value" at the head; return the offset behind it.

    The run counts only with a label that no document has in its own head. A label that is not known counts within the
    run, and its line is told as a note. ``titled`` says that the title may stand above it, and the name of the site.
    """
    lines = [cell for line in head_lines(draft, start) for cell in _cells(draft, line)]
    most = _MOST_ABOVE if titled else 0
    above = next((number for number in range(most + 1) if _counts(lines[number:], above=number)), None)
    if above is None or not all(_may_stand_above(line) for line in lines[:above]):
        return start
    run = _run(lines[above:])
    end = run[-1][0].end
    claim(draft, start, end)
    fields = {label[0] for line, _ in run if (label := label_of(line))}
    _tell_above(draft, lines[:above], has_title="title" in fields)
    for number, (line, kind) in enumerate(run):
        if kind is not _Kind.WRAPPED:
            wrapped = [other.end for other, what in _wrapped(run[number + 1 :])]
            sign_adornment(draft, start, line.start)
            _tell_line(draft, line, kind, max([line.end, *wrapped]))
    return end


_MOST_ABOVE = 4
"""The most lines above a run of labels: the title, wrapped, and the name of the site."""
_LONGEST_ABOVE = 200


def _counts(lines: list[Line], *, above: int) -> bool:
    """Tell whether lines begin with a run of the record's labels; with lines above it, it has to say more."""
    run = _run(lines)
    if not run or (above and run[0][1] is _Kind.END):
        return False
    fields = [label[0] for line, kind in run if kind is _Kind.LABEL and (label := label_of(line))]
    known = len(fields) + sum(kind in {_Kind.CORRESPONDENT, _Kind.REFERENCE} for _, kind in run)
    strong = set(fields) & STRONG_LABELS
    return known >= _FEWEST_BELOW and len(strong) > 1 if above else known > 1 and bool(strong)


_FEWEST_BELOW = 3


def _may_stand_above(line: Line) -> bool:
    """Tell whether a line may be a title or the name of a site."""
    is_short = len(line.text) <= _LONGEST_ABOVE and not line.text.endswith((".", ":", "!", ";"))
    return is_short and label_of(line) is None and line.text.partition(":")[0].lower() not in MEMO_LABELS


def _tell_above(draft: Draft, lines: list[Line], *, has_title: bool) -> None:
    """Record the title right above the run; drop what stands above that, or above a run that tells the title."""
    rest = list(lines)
    while rest and is_button(rest[-1]):
        rest.pop()
    title = len(rest) - 1
    while title > 0 and not rest[title].blank_before:
        title -= 1
    for number, line in enumerate(lines):
        if is_button(line) or has_title or number < title:
            draft.drop(line.start, line.end, REASON if is_button(line) else "name of the web site")
    if rest and not has_title:
        tell(draft, "title", rest[title].start, rest[-1].end)


def _cells(draft: Draft, line: Line) -> list[Line]:
    """Return the parts of a line that holds several labels with tabs between them, else the line."""
    cells = [match for match in _CELL.finditer(line.text) if match.group().strip()]
    if len(cells) < 2 or not all(_OTHER_LABEL.match(f"{cell.group()} ".replace(":", ": ", 1)) for cell in cells):
        return [line]
    return [
        Line(line.start + cell.start(), line.start + cell.end(), cell.group(), line.blank_before and not number)
        for number, cell in enumerate(cells)
    ]


_CELL = re.compile(r"[^\t]+")


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
_ANNOUNCES = re.compile(
    r"(?:body|text|transcript|transcription|content|text of (?:the )?document):|"
    r"(?:raw (?:content|text)|(?:full|document|message|cable) text):?",
    re.I,
)


def _tell_line(draft: Draft, line: Line, kind: _Kind, end: int) -> None:
    if kind is _Kind.CORRESPONDENT:
        _tell_correspondent(draft, line)
        return
    if kind in {_Kind.OTHER, _Kind.RIGHTS, _Kind.ADDRESS}:
        field = {_Kind.RIGHTS: "rights", _Kind.ADDRESS: "url"}.get(kind, "note")
        tell_value(draft, field, line.start, end)
        return
    reference = _REFERENCE.fullmatch(line.text) if kind is _Kind.REFERENCE else None
    field, value = ("source", line.start + reference.start("value")) if reference else label_of(line) or ("note", 0)
    if field == "note" and (uncoloned := _UNCOLONED.match(line.text)):
        field, value = LABELS[uncoloned["label"].lower()], line.start + uncoloned.end("label")
    sign_free(draft, line.start, value, why="label of the record")
    tell_value(draft, field, value, end)


def _tell_correspondent(draft: Draft, line: Line) -> None:
    """Record who wrote or to whom, the names as they stand."""
    match = _INVERTED.fullmatch(line.text)
    if match is None:
        if office := _OFFICE.fullmatch(line.text):
            value = line.start + office.start("name")
            sign_free(draft, line.start, value, why="label of the record")
            tell(draft, "sent-by-org" if office["label"] == "From" else "received-by-org", value, line.end)
        return
    field = "sent-by-name" if match["label"].lower() == "from" else "received-by-name"
    value = line.start + match.start("surname")
    sign_free(draft, line.start, value, why="label of the record")
    tell(draft, field, value, line.end)


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
    for number, line in enumerate(lines):
        far = sum(kind is _Kind.LABEL for _, kind in run) >= _FAR_IN
        kind = _kind(line, begun=bool(run), far=far)
        if kind is _Kind.END and not (far and _goes_on(lines[number : number + _AHEAD])):
            break
        kind = _Kind.OTHER if kind is _Kind.END else kind
        run.append((line, kind))
    told = {_Kind.LABEL, _Kind.REFERENCE, _Kind.CORRESPONDENT, _Kind.RIGHTS, _Kind.ADDRESS}
    known = [number for number, (_, kind) in enumerate(run) if kind in told]
    last = known[-1] + 1 if known else 0
    return run[: last + len(_wrapped(run[last:]))]


_AHEAD = 4


def _goes_on(lines: list[Line]) -> bool:
    """Tell whether a label that letters have too is one of a catalogue's, since the catalogue goes on below it."""
    labels = [label for line in lines[1:] if not line.blank_before and (label := label_of(line))]
    return not lines[0].blank_before and bool({field for field, _ in labels} & STRONG_LABELS)


def is_place_in_archive(words: str, *, among_labels: bool) -> bool:
    """Tell whether the value of "Reference:" is a place in an archive; among labels of a record, units alone say so."""
    units = [part for part in parts_of(words) if part.field not in {"repository", "locus"}]
    return is_bare_reference(words) or (among_labels and bool(units))


_UNCOLONED = re.compile(
    r"(?P<label>Published in|Printed in|Translated by|Transcribed by|Obtained by|Contributed by|Provided by) [A-Z]"
)
"""Labels that go on with their value without a colon."""
_FAR_IN = 3
"""How many labels of a catalogue's record have to stand above "From:" and "To:" that are its own."""
_OFFICE = re.compile(r"(?P<label>From|To):\s*(?P<name>\S.*)")


def _kind(line: Line, *, begun: bool, far: bool = False) -> _Kind:
    if (match := _REFERENCE.fullmatch(line.text)) and is_place_in_archive(match["value"], among_labels=begun):
        return _Kind.REFERENCE
    if begun and _INVERTED.fullmatch(line.text):
        return _Kind.CORRESPONDENT
    if far and not line.blank_before and _OFFICE.fullmatch(line.text):
        return _Kind.CORRESPONDENT
    if line.text.partition(":")[0].lower().strip(" *_") in MEMO_LABELS:
        return _Kind.END
    if (label_of(line) is not None and ":" in line.text) or (begun and _UNCOLONED.match(line.text)):
        return _Kind.LABEL
    if begun and (URL.fullmatch(line.text) or _SITE.fullmatch(line.text)):
        return _Kind.ADDRESS
    if begun and line.blank_before and SAYS_RIGHTS.search(line.text):
        return _Kind.RIGHTS
    if not begun or line.blank_before or label_of(line) is not None:
        return _Kind.END
    if len(line.text) > _LONGEST_WRAPPED or _OPENS_TEXT.match(line.text):
        return _Kind.END
    return _Kind.OTHER if _OTHER_LABEL.match(line.text) else _Kind.WRAPPED


_LONGEST_WRAPPED = 240
"""A longer line is a paragraph of the document, though no blank line parts it from the record."""
_OPENS_TEXT = re.compile(
    r"[•·]\s|(?:My )?(?:Dear|Dearest|Honou?red|Esteemed|Respected) [A-Z]|(?:Comrades?|Sirs?|Gentlemen)[,!:]$"
)
"""What a value never goes on with: a bullet, or a salutation."""
