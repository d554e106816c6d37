"""ZIP files of transcripts: no name leads out of the folder, nothing unpacks beyond bounds, names are decoded."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from diple.batches.names import decoded
from diple.findings import DipleError, bad_input
from diple.formats import FILE_LIMIT, SUFFIXES

MEMBERS: Final = 10_000
"""The most members of one ZIP file."""
TOTAL: Final = 1024 * 1024 * 1024
"""The most bytes that all members together may unpack to."""
RATIO: Final = 200
"""How many times its packed size a member may have, from ``RATIO_FROM`` bytes on; text packs by less than 20."""
RATIO_FROM: Final = 4 * 1024 * 1024

_UTF8: Final = 0x800
_ENCRYPTED: Final = 0x1
_UNICODE_PATH: Final = 0x7075
_NESTED: Final = "it is a ZIP file itself"
_NO_TRANSCRIPT: Final = "it is no transcript"
_ADVICE: Final = {_NESTED: "unpack the outer one, and name this one", _NO_TRANSCRIPT: ""}
_HIDDEN: Final = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


class Member(NamedTuple):
    """A file in a ZIP file: its name as shown, its parts for a path, and its bytes."""

    name: str
    parts: tuple[str, ...]
    data: bytes


def is_zip(path: Path) -> bool:
    """Tell whether a path names a ZIP file of transcripts; DOCX and ODT files, which are ZIP files too, are none."""
    return path.suffix.lower() == ".zip" and path.is_file()


def members(path: Path) -> Iterator[Member | DipleError]:
    """Yield each transcript of a ZIP file in the order of its names, or why one cannot be taken.

    Raises ``DipleError`` (I120) if the file is no ZIP file, has too many members, or unpacks to too many bytes. A
    member gives an error (I121) if its name leads out of the folder or is there twice, if it is a link, encrypted,
    damaged, packed too tightly, over ``FILE_LIMIT`` bytes, or no transcript. Hidden files are passed over.
    """
    try:
        with ZipFile(path) as archive:
            yield from _members(archive, path)
    except (BadZipFile, LargeZipFile, NotImplementedError) as error:
        raise bad_input("I120", str(path), f"this ZIP file cannot be read: {error}", "pack it anew") from error
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror or error}") from error


def _members(archive: ZipFile, path: Path) -> Iterator[Member | DipleError]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MEMBERS:
        message = f"this ZIP file holds {len(entries)} files; {MEMBERS} is the most that is taken at once"
        raise bad_input("I120", str(path), message, "pack it in several")
    named = sorted(((name_of(entry), entry) for entry in entries), key=lambda item: item[0])
    seen: set[str] = set()
    unpacked = 0
    for name, entry in named:
        parts = tuple(part for part in PurePosixPath(name.replace("\\", "/")).parts if part != ".")
        if any(part.startswith(".") and part != ".." for part in parts) or _HIDDEN.intersection(parts):
            continue
        reason = _refusal(entry, name, parts) or ("its name is there twice" if name in seen else "")
        seen.add(name)
        if not reason:
            data, reason = _unpacked(archive, entry)
            unpacked += len(data)
        if unpacked > TOTAL:
            raise bad_input(
                "I120", str(path), f"this ZIP file unpacks to more than {TOTAL >> 20} MB", "pack it in several"
            )
        if reason:
            advice = _ADVICE.get(reason, "unpack it yourself and look")
            yield bad_input("I121", f"{path}/{name}", f"this file in the ZIP file was left out: {reason}", advice)
        else:
            yield Member(name, parts, data)


def _refusal(entry: ZipInfo, name: str, parts: tuple[str, ...]) -> str:
    """Return why a member is not even unpacked, or ""."""
    if not parts or name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in entry.orig_filename:
        return "its name leads out of the folder"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link"
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if PurePosixPath(parts[-1]).suffix.lower() == ".zip":
        return _NESTED
    if PurePosixPath(parts[-1]).suffix.lower() not in SUFFIXES:
        return _NO_TRANSCRIPT
    if entry.file_size > FILE_LIMIT:
        return f"it has {entry.file_size >> 20} MB; {FILE_LIMIT >> 20} MB is the most"
    return _too_tight(entry.file_size, entry.compress_size)


def _too_tight(size: int, packed: int) -> str:
    is_bomb = size > RATIO_FROM and size > RATIO * max(packed, 1)
    return f"it is packed more than {RATIO} times, as no text is" if is_bomb else ""


def _unpacked(archive: ZipFile, entry: ZipInfo) -> tuple[bytes, str]:
    """Return a member's bytes, never more than it says that it has, or nothing and why."""
    try:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        return b"", f"it is damaged: {error}"
    return (data, "") if len(data) == entry.file_size else (b"", "it is damaged: its size is not what it says")


def name_of(entry: ZipInfo) -> str:
    """Return a member's name: as Unicode if the ZIP file says so, else as ``names.decoded`` reads its bytes."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    raw = entry.orig_filename.encode("cp437", "replace")
    if (told := _unicode_path(entry, raw)) is not None:
        return told
    return decoded(raw)


def _unicode_path(entry: ZipInfo, raw: bytes) -> str | None:
    """Return the name in the extra field for Unicode (0x7075), if it belongs to this name."""
    extra, position = entry.extra, 0
    with suppress(struct.error, UnicodeDecodeError):
        while position + 4 <= len(extra):
            kind, size = struct.unpack_from("<HH", extra, position)
            field = extra[position + 4 : position + 4 + size]
            if kind == _UNICODE_PATH and struct.unpack_from("<BL", field) == (1, zlib.crc32(raw)):
                return field[5:].decode("utf-8")
            position += 4 + size
    return None
