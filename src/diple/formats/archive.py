"""Reading archives that may be hostile: what DOCX and ODT files are made of (PKWARE's ZIP)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from diple.findings import bad_input
from diple.xmlio import safe_parser

PART_LIMIT = 64 * 1024 * 1024
"""The largest part of an archive that is unpacked, in bytes."""
TOTAL_LIMIT = 256 * 1024 * 1024
"""The most that all parts of an archive may claim to hold, in bytes."""
RATIO_LIMIT = 200
"""The most a part may grow on being unpacked: XML shrinks to a hundredth at best."""
RATIO_FROM = 1024 * 1024
"""From which unpacked size on, in bytes, the growth is looked at."""
MEMBER_LIMIT = 10_000
DEPTH_LIMIT = 250
"""How deep the elements of a part may be nested; readers follow them by recursion."""


class Archive:
    """The parts of a file that is a ZIP archive. Parts are read into memory; none is ever written to the disk."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive; raises ``DipleError`` if it is damaged (I102) or not safe to unpack (I103)."""
        self.name = name
        with self._as_damage():
            self._zip = ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        self._refuse_unsafe(members)
        self._members = {member.filename: member for member in members}

    def __contains__(self, part: str) -> bool:
        return part in self._members

    @property
    def parts(self) -> list[str]:
        """The names of the parts, in the order of the archive."""
        return list(self._members)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; raises ``DipleError`` if it is missing or damaged (I102) or too large (I103)."""
        member = self._members.get(part)
        if member is None:
            raise bad_input("I102", self.name, f"the file is damaged: its part {part} is missing", _SAVE_AGAIN)
        with self._as_damage(), self._zip.open(member) as stream:
            data = stream.read(PART_LIMIT + 1)
        if len(data) > PART_LIMIT:
            raise self._unsafe(f"its part {part} is too large")
        return data

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part that is XML; also raises ``DipleError`` (I102, I103) for what must not be in it."""
        return safe_xml(self.read(part), self.name, part)

    @contextmanager
    def _as_damage(self) -> Iterator[None]:
        try:
            yield
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            is_locked = "password" in str(error) or "encrypted" in str(error)
            message = "the file is locked with a password" if is_locked else f"the file is damaged: {error}"
            raise bad_input("I102", self.name, message, _SAVE_AGAIN) from error

    def _refuse_unsafe(self, members: list[ZipInfo]) -> None:
        names = [member.filename for member in members]
        if len(names) > MEMBER_LIMIT:
            raise self._unsafe(f"it has {len(names)} parts")
        if len(set(names)) < len(names):
            raise self._unsafe("two of its parts have one name")
        if sum(member.file_size for member in members) > TOTAL_LIMIT:
            raise self._unsafe("unpacked it would be too large")
        for member in members:
            if _leads_outside(member.filename):
                raise self._unsafe(f"its part {member.filename!r} leads out of it")
            if member.file_size > RATIO_FROM and member.file_size > RATIO_LIMIT * max(member.compress_size, 1):
                raise self._unsafe(f"its part {member.filename} grows more than {RATIO_LIMIT} times on being unpacked")

    def _unsafe(self, why: str) -> Exception:
        return bad_input("I103", self.name, f"this archive is not safe to unpack: {why}", _SAVE_AGAIN)


_SAVE_AGAIN = "open it in the program that made it, and save it again"


def safe_xml(data: bytes, name: str, part: str = "") -> etree._Element:
    """Return the root of XML that came with a file; its entities, DTD and the network are off.

    Raises ``DipleError`` for XML that is not well-formed (I102), that declares a document type or is nested too deep
    (I103): no program that writes such files does either.
    """
    where = f"its part {part}" if part else "it"
    unsafe = "this file is not safe to read"
    try:
        root = etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"the file is damaged: {where} is not well-formed ({error})"
        raise bad_input("I102", name, message, _SAVE_AGAIN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise bad_input("I103", name, f"{unsafe}: {where} declares a document type", _SAVE_AGAIN)
    if is_deeper(root, DEPTH_LIMIT):
        raise bad_input("I103", name, f"{unsafe}: {where} nests its elements too deep", _SAVE_AGAIN)
    return root


def is_deeper(root: etree._Element, limit: int) -> bool:
    """Tell whether elements are nested deeper than ``limit``, the root counted as 1."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


def _leads_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or "\x00" in path or path[1:2] == ":"
