"""The worklist as a person works it off: what weighs most first, alike things together, settled things gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from diple.findings import Finding

_WEIGHT: Final = (
    ("D7", "a new encoding and the file differ"),
    ("D10", "what the text is"),
    ("D2", "who speaks"),
    ("D30", "what the document is, and when"),
    ("D503", "dates that contradict each other"),
    ("D40", "the order of the pages"),
    ("D41", "notes and their places"),
    ("D1", "what the signs mean"),
    ("D501", "what is said with low certainty"),
    ("D502", "marks without their words"),
)
"""Beginnings of codes, what weighs most first; the others come after these, in order."""

_ANCHOR: Final = re.compile(r"(?:#|//\*\[@xml:id=')([^'/\]]+)")


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, in each file by weight, then by code and line."""
    return sorted(findings, key=lambda one: (one.file, _rank(one.code), one.code, one.line, one.source_line))


def _rank(code: str) -> int:
    matching = [(len(start), rank) for rank, (start, _) in enumerate(_WEIGHT) if code.startswith(start)]
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
    anchor = _ANCHOR.match(finding.xpath)
    return f"{page}#{anchor[1]}" if anchor else str(page)
