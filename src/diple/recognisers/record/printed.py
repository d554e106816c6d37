"""The head of a text taken from a printed work and put online: author, date, collection, pages, who prepared it."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.recognisers.record.conventions import NAVIGATION
from diple.recognisers.record.head import head_lines
from diple.recognisers.record.lines import Line, claim, sign_free, tell
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import tell_value

_PAGES = re.compile(r"\(?(?:pp?\.|pages)\s*\d+\s*[-–—]\s*\d+\)?\.?", re.I)
_TAKEN_FROM = re.compile(
    r"(?:(?:taken|reprinted|reproduced|translated|excerpted|extract(?:ed)?) )?"
    r"from (?:the )?(?:appendix|appendices|annex|collection|"
    r"book|volume|pamphlet|supplement|journal|newspaper|magazine|series|selected works|collected works|documents?)\b.*"
    r"|(?:appendix|annex|supplement) to .*|(?:published|printed|reprinted) (?:in|by|as) .*",
    re.I,
)
_PREPARED = re.compile(
    r"(?P<verb>(?:prepared|transcribed|digiti[sz]ed|html(?: markup)?|marked up|mark-?up|scanned|typed|converted|"
    r"proofread|edited|online version)"
    r"\b[^:\n]{0,60}?(?:\bby:?|:)\s+)(?P<names>[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,4})(?P<rest>.*)",
    re.I,
)
_PUBLISHER = re.compile(
    r"(?:[A-Z][\w’'&.]*,? ){1,5}(?:Press|Publishers?|Publishing House|Verlag|Books|Editions)\b.{0,60}"
)
_TITLE_WORDS = re.compile(
    r"\b(?:letter|speech|report|statement|reply|address|declaration|appeal|on|to|resolution|proposal|telegram|notes?|open)\b",
    re.I,
)
_DATE_IN_BRACKETS = re.compile(r"\([^()]{4,40}\)")
_LABELLED = "label "
_EVIDENCE = frozenset(
    {"print-note", "print-pages", "digital-note", "print-publisher"}
    | {f"{_LABELLED}{field}" for field in ("print-note", "digital-note", "transcriber", "translator", "rights")}
)
_PRINTED_LABELS = frozenset(
    {"print-note", "digital-note", "transcriber", "translator", "rights", "source", "url", "citation", "editor", "date"}
)
_LONGEST, _MOST_LINES = 160, 16


class _Told(NamedTuple):
    """What a line of a printed text's head is."""

    field: str
    line: Line


def tell_printed_head(draft: Draft, start: int) -> int:
    """Record the head of a printed or online text; return the offset behind it.

    It counts only with two signs of print: the collection, the pages, the publisher, who put it online; the region ends
    with the last of them.
    """
    lines = list(takewhile(_may_be_head, head_lines(draft, start)[:_MOST_LINES]))
    fields = _fields(lines)
    evidence = [number for number, field in enumerate(fields) if field in _EVIDENCE]
    if len({fields[number] for number in evidence}) < 2:
        return start
    taken = lines[: evidence[-1] + 1]
    told = [_Told(field, line) for field, line in zip(_with_unknown(fields, lines), taken, strict=False)]
    claim(draft, start, taken[-1].end)
    for first, last, field in _joined(told):
        _tell_part(draft, field, first.start, last.end)
    return taken[-1].end


def _may_be_head(line: Line) -> bool:
    """Tell whether a line may belong to the head of a print; a bracket or a long line begins the text."""
    is_labelled = ":" in line.text and label_of(line) is not None
    return (len(line.text) <= _LONGEST or is_labelled) and not line.text.startswith("[")


def _fields(lines: list[Line]) -> list[str]:
    """Return what each line is by its own words; a title follows the words "from the collection"."""
    fields: list[str] = []
    for line in lines:
        previous = fields[-1] if fields else ""
        label = label_of(line)
        if label and ":" in line.text and label[0] in _PRINTED_LABELS:
            field = f"{_LABELLED}{label[0]}"
        elif line.key in NAVIGATION:
            field = "navigation"
        elif _PAGES.fullmatch(line.text):
            field = "print-pages"
        elif _PREPARED.fullmatch(line.text):
            field = "digital-note"
        elif _TAKEN_FROM.fullmatch(line.text):
            field = "print-note"
        elif _PUBLISHER.fullmatch(line.text):
            field = "print-publisher"
        elif parse_date(line.text) and "date" not in fields:
            field = "date"
        elif previous in {"print-note", "print-title"} and not line.blank_before:
            field = "print-title"
        else:
            field = ""
        fields.append(field)
    return fields


def _with_unknown(fields: list[str], lines: list[Line]) -> list[str]:
    """Return the fields with the lines that say nothing of themselves told as author and title, in this order."""
    unknown = [number for number, field in enumerate(fields) if not field]
    told = list(fields)
    for order, number in enumerate(unknown):
        is_title = order > 0 or bool(_TITLE_WORDS.match(lines[number].text))
        told[number] = "title" if is_title else "author"
    return told


def _joined(told: list[_Told]) -> list[tuple[Line, Line, str]]:
    """Return the parts with lines of one title put together."""
    parts: list[tuple[Line, Line, str]] = []
    for field, line in told:
        goes_on = field == "print-title" or (field in {"title", "author"} and not line.blank_before)
        if parts and parts[-1][2] == field and goes_on:
            parts[-1] = (parts[-1][0], line, field)
        else:
            parts.append((line, line, field))
    return parts


def _tell_part(draft: Draft, field: str, start: int, end: int) -> None:
    if field.startswith(_LABELLED):
        colon = draft.text.index(":", start, end) + 1
        sign_free(draft, start, colon, why="label of the record")
        tell_value(draft, field.removeprefix(_LABELLED), colon, end)
    elif field == "navigation":
        draft.drop(start, end, "navigation of the web page")
    elif field == "digital-note":
        _tell_preparation(draft, start, end)
    elif field == "date" and _DATE_IN_BRACKETS.fullmatch(draft.text, start, end):
        sign_free(draft, start, start + 1, why="around the date")
        tell_value(draft, field, start + 1, end - 1)
        sign_free(draft, end - 1, end, why="around the date")
    else:
        tell_value(draft, field, start, end)


def _tell_preparation(draft: Draft, start: int, end: int) -> None:
    """Keep the line that says who put the text online, and take the name from it."""
    tell(draft, "digital-note", start, end)
    match = _PREPARED.fullmatch(draft.text, start, end)
    if match is None:
        return
    name = match["names"].rstrip(",.")
    verb = " ".join(re.sub(r"[^\w\s]", " ", match["verb"]).split()).lower()
    draft.fact("resp", name, match.start("names"), match.start("names") + len(name), consumed=False,
               attrs={"role": "transcriber", "verb": verb})  # fmt: skip
    draft.agents.name("transcriber", name)
