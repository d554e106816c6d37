"""Word-processor files in DOCX: Office Open XML, ECMA-376 part 1, chapter 17."""

from __future__ import annotations

from diple.formats.docx.reader import read_docx

__all__ = ["read_docx"]
