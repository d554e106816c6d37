"""Pointers of a published TEI file: led to the register's folder, so that they resolve where the file stands."""

from __future__ import annotations

import re
from typing import Final

REGISTER: Final = "register"
"""The folder of the register: beside the documents in ``tei/``, and under the edition's address."""

_MARKUP: Final = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^!?/][^>]*>", re.DOTALL)
_POINTER: Final = re.compile(rb"""(?<=[\s"'])register/(?=[^\s"'/]+\.xml[#\s"'])""")
_UP: Final = b"../../register/"


def with_pointers_up(tei: bytes) -> bytes:
    """Return a TEI file as it is published in ``documents/ID/``: ``register/…`` led up to the edition's own folder.

    Nothing else changes: pointers are replaced in start tags, byte for byte, and never in text, comments or CDATA
    (TEI 16.1, pointers as URI references). A file in UTF-16 stays as it is.
    """
    return _MARKUP.sub(lambda match: _led_up(match[0]), tei)


def with_pointers_down(published: bytes) -> bytes:
    """Return a TEI file as it was before ``with_pointers_up``."""
    return _MARKUP.sub(lambda match: match[0].replace(_UP, f"{REGISTER}/".encode()), published)


def _led_up(markup: bytes) -> bytes:
    return markup if markup.startswith((b"<!", b"<?")) else _POINTER.sub(_UP, markup)
