"""Where in its transcript each part of a TEI file came from, as the ledger tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from diple.findings import DipleError
from diple.ledger import Ledger, digest
from diple.source import Source, read_source


def lines_by_id(ledger: Ledger, source: Source) -> Mapping[str, int]:
    """Return the first line of the source that each element with text of its own was made from, by ``xml:id``.

    The account of another state of the source says nothing of this one: the result is then empty.
    """
    lines: dict[str, int] = {}
    if ledger.source_digest == digest(source.text):
        for entry in ledger.entries:
            if entry.disposition == "text":
                lines.setdefault(entry.to.split("/")[0].removeprefix("#"), source.line_of(entry.start))
    return lines


@dataclass(frozen=True)
class Origin:
    """The transcript of a TEI file and its ledger; both are read when a line is first asked for."""

    source: Path
    ledger: Path

    @property
    def file(self) -> str:
        """The name of the transcript."""
        return str(self.source)

    def line_of(self, xml_id: str) -> int:
        """Return the line of the transcript that the element with this ``xml:id`` was made from; 0 if unknown."""
        return self._lines.get(xml_id, 0)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        try:
            return lines_by_id(Ledger.from_json(self.ledger.read_bytes()), read_source(self.source))
        except (OSError, DipleError):
            return {}
