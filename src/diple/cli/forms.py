"""Findings in the forms in which they are printed: JSON, those of other programs, lines with the place shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from diple.codes import OF_REVIEW
from diple.findings import DipleError, Finding, as_json
from diple.source import read_source

Format = Literal["text", "json", "sarif", "junit", "github"]
Lines = Callable[[Finding], Iterator[str]]

# How many characters of a long line are shown, and how many of them before the place.
SHOWN, BEFORE = 100, 40
# A file of more bytes is not read again to show its lines.
HUGE = 20_000_000
_INDENT = "    "


def in_form(form: Format, findings: Sequence[Finding], files: Sequence[str]) -> str:
    """Return findings as programs want them; ``files`` are all that were looked at. Text is not made here."""
    if form == "json":
        return as_json(findings)
    from diple.validate import formats

    match form:
        case "sarif":
            return formats.as_sarif(findings)
        case "junit":
            return formats.as_junit(findings, files)
        case _:
            return formats.as_github(findings)


def one_line(finding: Finding) -> Iterator[str]:
    """Yield a finding as one line, with the place in the transcript it came from, where that is known."""
    source = (finding.source_file, finding.source_line)
    is_told = not all(source) or source == (finding.file, finding.line)
    yield finding.as_text() if is_told else f"{finding.as_text()} [{finding.source_file}:{finding.source_line}]"


class Worklist:
    """The lines of findings that stand together by code: a heading for each code, each finding with its words.

    One is for one list, in the order in which it is shown.
    """

    def __init__(self) -> None:
        self._shown = ("", "")

    def __call__(self, finding: Finding) -> Iterator[str]:
        """Yield a finding as lines: a heading if it begins a group, itself, the transcript's line, the page."""
        if self._shown != (finding.file, finding.code):
            yield from [""] if self._shown[0] else []
            known = OF_REVIEW.get(finding.code)
            yield f"{Path(finding.file).stem}: {known[0]}" if known else Path(finding.file).stem
            self._shown = (finding.file, finding.code)
        yield from one_line(finding)
        if finding.source_file and finding.source_line:
            words = _line_of_source(finding.source_file, finding.source_line)
            yield f"{_INDENT}{finding.source_line} | {_cut(words, 0)[0]}".rstrip()
        if finding.page:
            yield f"{_INDENT}{finding.page}"


def with_its_place(finding: Finding) -> Iterator[str]:
    """Yield a finding as lines: itself, its path, the line of the XML with the place marked, that of the transcript.

    What is allowed there comes last, unless the sentence has said it. Only the first line begins at the margin.
    """
    yield finding.as_text()
    if finding.xpath:
        yield f"{_INDENT}{finding.xpath}"
    yield from _place(finding)
    if finding.source_file and finding.source_line:
        words = _line_of_source(finding.source_file, finding.source_line)
        yield f"{_INDENT}{finding.source_file}:{finding.source_line} | {_cut(words, 0)[0]}".rstrip()
    if finding.allowed and finding.allowed not in finding.message:
        yield f"{_INDENT}allowed here: {finding.allowed}"


def _place(finding: Finding) -> Iterator[str]:
    """Yield the line of the file and below it a caret under the place, if both are known."""
    lines = _lines_of(finding.file)
    if not 0 < finding.line <= len(lines) or not lines[finding.line - 1].strip():
        return
    number = str(finding.line)
    shown, before = _cut(lines[finding.line - 1], max(finding.column - 1, 0))
    yield f"{_INDENT}{number} | {shown}"
    if finding.column:
        yield f"{_INDENT}{' ' * len(number)} | {' ' * before}^"


def _cut(line: str, place: int) -> tuple[str, int]:
    """Return the part of a line around a place, counted from 0, and where the place is in it."""
    line = line.replace("\t", " ").rstrip()
    lead = len(line) - len(line.lstrip())
    start = max(min(place - BEFORE, len(line) - SHOWN), 0)
    start = min(lead, place) if start <= lead else start
    shown = line[start : start + SHOWN]
    head = "…" if start > lead else ""
    tail = "…" if start + SHOWN < len(line) else ""
    return f"{head}{shown}{tail}", len(head) + place - start


@lru_cache(maxsize=4)
def _lines_of(file: str) -> tuple[str, ...]:
    """Return the lines of an XML file as an editor counts them; none if it is huge or cannot be read as text."""
    try:
        if Path(file).stat().st_size > HUGE:
            return ()
        return tuple(Path(file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    except (OSError, UnicodeDecodeError, ValueError):
        return ()


@lru_cache(maxsize=4)
def _source(file: str) -> Callable[[int], str]:
    return read_source(Path(file)).line_text


def _line_of_source(file: str, number: int) -> str:
    try:
        return _source(file)(number).strip()
    except (DipleError, IndexError):
        return ""
