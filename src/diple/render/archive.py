"""The whole edition as one archive, and checksums: the same bytes each time (ZIP 6.3.10; SHA-256, FIPS 180-4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import IO, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from diple.render.edition_info import EditionInfo
from diple.xmlio import open_atomically, write_made

SUMS: Final = "SHA256SUMS"
_PERMISSIONS: Final = 0o644 << 16
_UNIX: Final = 3
_FIRST_YEAR: Final = 1980
"""ZIP knows no earlier one."""
_PIECE: Final = 1 << 16


def archive_name(edition: EditionInfo) -> str:
    """Return the name of an edition's archive: its title in plain letters, and its version."""
    letters = (sign for sign in unicodedata.normalize("NFKD", edition.title) if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", re.sub("['’]", "", "".join(letters).lower()))
    version = re.sub(r"[^A-Za-z0-9.]+", "-", edition.version).strip("-.")
    return "-".join([*(words or ["edition"]), *filter(None, [version])]) + ".zip"


def write_archive(out: Path, files: Iterable[Path], edition: EditionInfo) -> list[Path]:
    """Write ``out/downloads/<edition>.zip`` with the files of an edition, and checksums of what ``downloads`` offers.

    ``files`` are in ``out``; the archive has them under one folder named like itself, with their checksums in
    ``SHA256SUMS`` (``sha256sum --check`` reads it). The days of files in it are the edition's. Returns the two files.
    Raises ``DipleError`` (I002) if they cannot be written; what was there before then stays.
    """
    archive = out / "downloads" / archive_name(edition)
    members = sorted({file.relative_to(out).as_posix() for file in files})
    with open_atomically(archive, lasting=False) as stream:
        _pack(out, members, archive.stem, edition.date, stream)
    offered = [archive, *(out / member for member in members if Path(member).parent == Path("downloads"))]
    sums = out / "downloads" / SUMS
    write_made(sums, "".join(_sum_line(_digest(file), file.name) for file in sorted(offered)).encode())
    return [archive, sums]


def _pack(out: Path, members: Iterable[str], folder: str, day: str, stream: BinaryIO) -> None:
    sums = []
    with ZipFile(stream, "w") as pack:
        for member in members:
            sums.append(_sum_line(_digest(out / member), member))
            with (out / member).open("rb") as content, pack.open(dated_entry(f"{folder}/{member}", day), "w") as packed:
                _copy(content, packed)
        pack.writestr(dated_entry(f"{folder}/{SUMS}", day), "".join(sums), ZIP_DEFLATED)


def dated_entry(name: str, day: str) -> ZipInfo:
    """Return the entry of a file: nothing in it comes from the clock or the machine."""
    entry = ZipInfo(name, (*day_of(day), 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _PERMISSIONS
    entry.create_system = _UNIX
    return entry


def day_of(text: str) -> tuple[int, int, int]:
    """Return the year, month and day of an ISO date; the first day that ZIP knows if it is none or earlier."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _FIRST_YEAR, 1, 1
    return (day.year, day.month, day.day) if day.year >= _FIRST_YEAR else (_FIRST_YEAR, 1, 1)


def _copy(source: IO[bytes], target: IO[bytes]) -> None:
    while piece := source.read(_PIECE):
        target.write(piece)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _sum_line(digest: str, name: str) -> str:
    return f"{digest}  {name}\n"
