"""What the program has to say about a file: findings with stable codes, and the errors that stop a run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Literal

Level = Literal["error", "warning", "advice"]


class Exit(IntEnum):
    """Exit statuses of the command, which other programs may rely on."""

    WELL = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    TEXT_LOST = 4


_BY_ID = re.compile(r"(?:#|//\*\[@xml:id=')([^'/\]]+)")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that wants attention, in words that say what to do.

    ``line`` and ``column`` count from 1 in ``file``; 0 where the place is the whole file.
    ``source_file`` and ``source_line`` name the transcript the place came from, where that is known; ``allowed`` says
    what may stand at the place, in words; ``page`` is where the place is in the built edition, if it is.
    Codes begin with ``I`` (input), ``S`` (schema), ``R`` (rules), ``V`` (verification) or ``D`` (review).
    """

    code: str
    level: Level
    file: str
    line: int
    column: int
    message: str
    xpath: str = ""
    suggestion: str = ""
    source_file: str = ""
    source_line: int = 0
    allowed: str = ""
    page: str = ""

    @property
    def anchor(self) -> str:
        """Return the ``xml:id`` that the path begins with, nothing if it begins with none."""
        found = _BY_ID.match(self.xpath)
        return found[1] if found else ""

    def as_text(self) -> str:
        """Return the finding as one line for people: ``file:line:column: level CODE: message``."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        is_told = any(f"`{form.format(self.suggestion)}`" in self.message for form in ("{}", "@{}", "<{}>"))
        advice = f" ({self.suggestion})" if self.suggestion and not is_told else ""
        return f"{place}: {self.level} {self.code}: {self.message}{advice}"


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as one JSON array of objects, in the order given."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


class DipleError(Exception):
    """An error that stops the work on one file or the whole run; it carries the finding to show and the exit status."""

    def __init__(self, finding: Finding, exit_status: Exit = Exit.BAD_INPUT) -> None:
        super().__init__(finding.as_text())
        self.finding = finding
        self.exit_status = exit_status


def bad_input(code: str, file: str, message: str, suggestion: str = "", line: int = 0, column: int = 0) -> DipleError:
    """Return the error for an input that cannot be used (exit status 3)."""
    return DipleError(Finding(code, "error", file, line, column, message, suggestion=suggestion))
