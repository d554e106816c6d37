"""The worklist as a person works it off: what weighs most first, alike things together, settled things gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from diple.findings import Finding

_WEIGHT: Final = ("D7", "D10", "D2", "D30", "D503", "D40", "D41", "D1", "D501", "D502")
"""Beginnings of codes, what weighs most first; the others come after these, in order."""


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, in each file by weight, then by code and line."""
    return sorted(findings, key=lambda one: (one.file, _rank(one.code), one.code, one.line, one.source_line))


def _rank(code: str) -> int:
    matching = [(len(start), rank) for rank, start in enumerate(_WEIGHT) if code.startswith(start)]
    return max(matching)[1] if matching else len(_WEIGHT)


def with_pages(findings: Sequence[Finding], build: Path) -> list[Finding]:
    """Return findings with the address of their place in the built edition, where its page is there.

    The address is a path as ``build`` is one, with the ``xml:id`` of the place behind ``#`` where there is one.
    """
    return [replace(finding, page=_page(finding, build)) for finding in findings]


def _page(finding: Finding, build: Path) -> str:
    page = build / "documents" / Path(finding.file).stem / "index.html"
    if not page.is_file():
        return ""
    return f"{page}#{finding.anchor}" if finding.anchor else str(page)
