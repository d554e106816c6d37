"""Sources: transcripts as received, decoded but otherwise unchanged, or taken from files of other formats."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from charset_normalizer import from_bytes

from diple.findings import DipleError, Finding, bad_input
from diple.formats import FILE_LIMIT, format_of
from diple.formats.formatting import Formatting

Markup = Literal["plain", "markdown"]

SIZE_LIMIT = 32 * 1024 * 1024
"""The largest source taken, in bytes; a longer file is a batch that wants to be split."""

LINE_END = re.compile(r"[\n\r\x85\u2028\u2029](?:(?<=\r)\n)?")
"""A line end; the class stands first, so that a search leaps to the next of its characters."""
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BINARY_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"{\\rtf",
)
_WESTERN = frozenset("àâäáãåæçéèêëíîïñóôöòøœùûüúßÀÂÄÁÅÆÇÉÈÊËÍÎÑÓÔÖØŒÙÛÜÚ’‘“”„–—…«»°§•€£½·\xa0\xad")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKDOWN_SIGNS = re.compile(
    r"^#{1,6} +\S|^\[\^[^\]\s]+\]:|\[\\\[|\]\(#|\[\^[^\]\s]+\]|^\*\*[^*\n]+\*\*\s*$|^>+ \S|\*\*\S[^*\n]*\S\*\*|"
    r"^\*[^*\s][^*\n]{1,80}[^*\s]\*(?=\s|$)",
    re.M,
)


@dataclass(frozen=True)
class Source:
    """A transcript: its characters exactly as decoded, with nothing changed, dropped or normalised.

    ``text`` holds a byte order mark, every line end and control character that the file holds; offsets everywhere
    in the program count its characters. ``encoding`` is the name of the codec that decoded it. For a file of another
    ``format`` (``docx``, ``pdf`` …) the text is what was taken from it, and ``formatting`` what the file says of
    stretches of that text; of TEI, ``original`` holds the file's bytes.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    markup: Markup = "plain"
    findings: tuple[Finding, ...] = field(default=())
    format: str = "text"
    formatting: tuple[Formatting, ...] = field(default=())
    original: bytes = b""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; line 1 is the first item."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def line_of(self, offset: int) -> int:
        """Return the number of the line, from 1, in which the character at ``offset`` stands."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, number: int) -> str:
        """Return the text of line ``number``, counted from 1, without its line end."""
        start = self.line_starts[number - 1]
        match = LINE_END.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]


def source_from_text(text: str, name: str = "source.txt") -> Source:
    """Return a source for characters already at hand; Markdown is told by the name or by its signs."""
    return Source(name, text, markup=_markup_of(name, text))


def read_source(path: Path) -> Source:
    """Read a transcript: plain text or Markdown, decoded; any other of ``formats.SUFFIXES``, taken as text.

    A byte order mark decides the encoding, then strict UTF-8, then detection, which is reported (I010).
    Raises ``DipleError`` (exit status 3) for a missing file (I001), a folder (I003), an empty file (I004),
    a file that is no text (I005), one over ``SIZE_LIMIT`` bytes (I006; ``formats.FILE_LIMIT`` for the other formats),
    and what ``formats.taking.take`` and ``formats.tei.source_text`` raise.
    """
    data = _read_bytes(path)
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise bad_input("I004", str(path), "the file is empty", "put the transcript into it, or leave it out")
    kind = format_of(path.name, data)
    if kind != "text":
        return _take(kind, data, path)
    if len(data) > SIZE_LIMIT:
        raise _too_large(path, len(data), SIZE_LIMIT)
    encoding, text = _decode(data, path)
    findings = () if encoding == "utf-8" else (_encoding_finding(path, encoding),)
    return Source(path.name, text, encoding, _markup_of(path.name, text), findings)


def _take(kind: str, data: bytes, path: Path) -> Source:
    """Return the source for a file of another format; what reads it is imported only now."""
    if kind == "tei":
        from diple.formats.tei import source_text

        return Source(path.name, source_text(data, str(path)), format=kind, original=data)
    from diple.formats.taking import take

    taken = take(kind, data, str(path))
    return Source(path.name, taken.text, findings=taken.findings, format=kind, formatting=taken.formatting)


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise bad_input("I003", str(path), "this is a folder, not a transcript", "name the files in it")
    try:
        size = path.stat().st_size
        if size > FILE_LIMIT:
            raise _too_large(path, size, FILE_LIMIT)
        return path.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}", "check its name") from error


def _too_large(path: Path, size: int, limit: int) -> DipleError:
    message = f"the file has {size / 2**20:.0f} MB; {limit / 2**20:.0f} MB is the most one document may have"
    return bad_input("I006", str(path), message, "split it into its documents")


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    """Return the codec's name and the text; the byte order mark stays in the text as U+FEFF."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := _try(data, encoding)) is not None:
            return encoding, text
    _refuse_binary(data, path)
    if (text := _try(data, "utf-8")) is not None:
        return "utf-8", text
    if (text := _western(data)) is not None:
        return "cp1252", text
    best = from_bytes(data).best()
    if best is None:
        raise bad_input("I005", str(path), "no character encoding fits this file", "save it as UTF-8 text")
    text = _try(data, best.encoding)
    return (best.encoding, text) if text is not None else ("latin-1", data.decode("latin-1"))


def _western(data: bytes) -> str | None:
    """Return the text of a file in the usual encoding of Western Europe, if hardly a sign in it speaks against that.

    Detection takes short texts for those of any language that has the same bytes. Polish or Cyrillic in this encoding
    is full of signs that no Western text has.
    """
    text = _try(data, "cp1252") or ""
    high = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in text)
    usual = sum(character in _WESTERN for character in high)
    return text if high and usual >= 0.98 * len(high) and len(high) < 0.3 * letters else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse_binary(data: bytes, path: Path) -> None:
    sample = data[:65536]
    controls = len(_CONTROL.findall(sample))
    if data.startswith(_BINARY_MAGIC) or controls > max(8, len(sample) // 10):
        raise bad_input("I005", str(path), "this is not a text file", "save it as plain text (UTF-8), DOCX, ODT or PDF")


def _encoding_finding(path: Path, encoding: str) -> Finding:
    message = f"the file is not plain UTF-8; it was read as {encoding}"
    return Finding("I010", "advice", str(path), 0, 0, message, suggestion="look at accents and quotation marks")


def _markup_of(name: str, text: str) -> Markup:
    if Path(name).suffix.lower() in {".md", ".markdown"}:
        return "markdown"
    return "markdown" if len(_MARKDOWN_SIGNS.findall(text[:200_000])) >= 3 else "plain"
