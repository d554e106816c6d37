"""PDF files with a text layer (ISO 32000), read with PDFium."""

from __future__ import annotations

from diple.formats.pdf.reader import read_pdf

__all__ = ["read_pdf"]
