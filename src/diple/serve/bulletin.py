"""What open pages are told: which of them are new, and what was found in which document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from threading import Lock

from diple.findings import Finding

ALL = "*"
"""Stands for every page, in place of a document's id."""


@dataclass
class Bulletin:
    """News for those who listen, and what was found last in each document; may be used by several threads.

    News is a pair: ``page`` or ``findings``, and the id of the document (``ALL`` for every page).
    """

    _listeners: list[tuple[Queue[tuple[str, str]], str]] = field(default_factory=list)
    _findings: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def tell(self, kind: str, document: str) -> None:
        """Tell everybody who listens now."""
        with self._lock:
            for listener, _ in self._listeners:
                listener.put((kind, document))

    def shown(self) -> set[str]:
        """Return the ids of the documents whose pages are open."""
        with self._lock:
            return {document for _, document in self._listeners if document}

    def post(self, document: str, findings: Sequence[Finding]) -> None:
        """Keep what was found in a document, in place of what was, and tell of it."""
        rows = [_row(finding) for finding in findings]
        with self._lock:
            self._findings[document] = rows
        self.tell("findings", document)

    def findings_as_json(self, document: str) -> bytes:
        """Return what was found last in a document, as a JSON array."""
        with self._lock:
            return json.dumps(self._findings.get(document, []), ensure_ascii=False).encode()

    @contextmanager
    def listening(self, document: str = "") -> Iterator[Queue[tuple[str, str]]]:
        """Give a queue into which all news is put until one leaves; ``document`` is whose page listens, if any's."""
        queue: Queue[tuple[str, str]] = Queue()
        with self._lock:
            self._listeners.append((queue, document))
        try:
            yield queue
        finally:
            with self._lock:
                self._listeners.remove((queue, document))


def _row(finding: Finding) -> dict[str, object]:
    """Return a finding for a page: what it says, and the ``xml:id`` of its place; where files lie is left out."""
    values = {
        name: getattr(finding, name) for name in ("code", "level", "line", "message", "suggestion", "source_line")
    }
    return {**values, "anchor": finding.anchor}
