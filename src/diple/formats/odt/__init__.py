"""Word-processor files in ODT: OpenDocument 1.3 (OASIS, ISO/IEC 26300), part 3."""

from __future__ import annotations

from diple.formats.odt.reader import read_odt

__all__ = ["read_odt"]
