"""Formats of transcripts other than plain text: HTML, DOCX, ODT, PDF, and TEI that exists already."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from diple.formats.pieces import Taken

    Reader = Callable[[bytes, str], Taken]

PLAIN_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown"})
TEI_SUFFIXES: Final = frozenset({".xml"})
_READERS: Final = {
    "docx": ("diple.formats.docx", "read_docx"),
    "odt": ("diple.formats.odt", "read_odt"),
    "html": ("diple.formats.html", "read_html"),
    "mhtml": ("diple.formats.html", "read_mhtml"),
    "pdf": ("diple.formats.pdf", "read_pdf"),
}
_BY_SUFFIX: Final = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
}
SUFFIXES: Final = PLAIN_SUFFIXES | TEI_SUFFIXES | frozenset(_BY_SUFFIX)
"""The endings, in lower case, of the files that can be encoded."""
FILE_LIMIT: Final = 100 * 1024 * 1024
"""The largest file taken in any format but plain text, in bytes; pictures in it count, though they are not read."""

NAMES: Final = {
    "text": "plain text",
    "tei": "TEI",
    "docx": "DOCX",
    "odt": "ODT",
    "html": "a web page",
    "mhtml": "a web page",
    "pdf": "PDF",
}
"""What messages call the formats."""


def format_of(name: str, data: bytes) -> str:
    """Return the format of a file, by its ending, else by its first bytes: ``text``, ``tei``, ``docx``, ``odt`` …"""
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in TEI_SUFFIXES:
        return "tei"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "odt" if b"opendocument.text" in data[:200] else "docx"
    return "text"


def ending_of(data: bytes) -> str:
    """Return the ending that fits what a file holds, ``.txt`` for all that no other is known for."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000].lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head.partition(b"?>")[2][:500]:
        return ".html"
    if b"http://www.tei-c.org/ns/1.0" in head and head.startswith(b"<"):
        return ".xml"
    kind = format_of("", data)
    return ".txt" if kind == "text" else f".{kind}"


def reader_of(kind: str) -> Reader:
    """Return the function that reads files of a format: bytes and the name for messages in, pieces out."""
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(module), function)
    return reader
