"""The last good state of documents whose TEI cannot be read just now: it is shown until the file is put right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from diple.findings import DipleError, Finding
from diple.render.pointers import with_pointers_down
from diple.xmlio import parse_bytes, parse_file


@dataclass(frozen=True)
class Shown:
    """The TEI files that an edition is made from: those given, or the last published state of one that is broken.

    ``kept`` are the ids of documents of which that is shown, ``findings`` say what is wrong with their files.
    """

    files: tuple[Path, ...]
    kept: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@contextmanager
def standing(tei_files: Sequence[Path], out: Path) -> Iterator[Shown]:
    """Give the files to make an edition in ``out`` from, for as long as it is being made.

    A file that cannot be read or parsed, and of which ``out`` has the TEI as it was published last, is replaced by
    that, in a folder of its own, with what lies beside the file.
    """
    with TemporaryDirectory(prefix="diple-") as folder:
        files: list[Path] = []
        kept: list[str] = []
        findings: list[Finding] = []
        for tei in tei_files:
            refusal, published = _refusal(tei), out / "documents" / tei.stem / tei.name
            last = _readable(published) if refusal else None
            if refusal and last is not None:
                kept.append(tei.stem)
                findings.append(refusal)
                files.append(_laid_out(tei, last, Path(folder)))
            else:
                files.append(tei)
        yield Shown(tuple(files), tuple(kept), tuple(findings))


def _refusal(tei: Path) -> Finding | None:
    """Return why a file cannot be read or parsed, or ``None``."""
    try:
        parse_file(tei)
    except DipleError as error:
        return error.finding
    return None


def _readable(published: Path) -> bytes | None:
    """Return what was published, as it was in the edition; ``None`` if there is nothing that can be read."""
    try:
        data = published.read_bytes()
        parse_bytes(data, str(published))
    except (OSError, DipleError):
        return None
    return with_pointers_down(data)


def _laid_out(tei: Path, last: bytes, folder: Path) -> Path:
    for beside in tei.parent.iterdir():
        if beside.name.startswith(f"{tei.stem}.") and beside != tei and beside.is_file():
            shutil.copy(beside, folder)
    copy = folder / tei.name
    copy.write_bytes(last)
    return copy
