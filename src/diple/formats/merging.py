"""Runs put together as they look: word processors cut them at every edit."""

from __future__ import annotations

from collections.abc import Iterable

from diple.formats.pieces import Run


def merged(runs: Iterable[Run]) -> list[Run]:
    """Return runs with those that look alike and follow each other made one, and empty ones left out."""
    result: list[Run] = []
    for run in runs:
        if result and run.note is None and result[-1].note is None and result[-1].looks == run.looks:
            result[-1] = result[-1]._replace(text=result[-1].text + run.text)
        elif run.text or run.note is not None:
            result.append(run)
    return result
