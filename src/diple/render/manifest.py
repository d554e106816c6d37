"""``manifest.json`` of a published edition: each of its files with a checksum, and what they were made from.

By it a host or a reader can check that nothing is missing or changed, the next run tells which files of an earlier one
are stale, and leaves as they are those whose sources have not changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Final

from diple.xmlio import write_made

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an edition consists of: SHA-256 in hexadecimal of each file, by its address under the edition's.

    ``made_from`` stands for all that the edition is made from, "" if something was wrong with it; ``documents`` for
    what each document's own files are made from, by its id. ``left_out`` are sentences on what there is not.
    """

    made_from: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def files_in(self, folder: str) -> dict[str, str]:
        """Return the files whose addresses begin so."""
        return {path: digest for path, digest in self.files.items() if path.startswith(folder)}


def read_manifest(out: Path) -> Manifest:
    """Return the manifest of an edition; an empty one if there is none that can be read.

    Addresses that lead out of the edition's folder are passed over: a record is no reason to touch anything there.
    """
    try:
        read = json.loads((out / MANIFEST).read_bytes())
        files = {str(path): str(digest) for path, digest in read["files"].items() if _is_within(str(path))}
        documents = {str(name): str(digest) for name, digest in read["documents"].items()}
        return Manifest(str(read["made_from"]), documents, tuple(map(str, read["left_out"])), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest; raises ``DipleError`` (I002) if it cannot be written."""
    told = {
        "made_from": manifest.made_from,
        "left_out": manifest.left_out,
        "documents": dict(sorted(manifest.documents.items())),
        "files": dict(sorted(manifest.files.items())),
    }
    write_made(out / MANIFEST, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def digests_of(out: Path, files: Iterable[Path]) -> dict[str, str]:
    """Return the checksum of each file by its address in ``out``; raises ``OSError`` if one cannot be read."""
    return {file.relative_to(out).as_posix(): _digest(file) for file in files}


def stand(out: Path, files: Mapping[str, str]) -> bool:
    """Tell whether files are there and as they were written."""
    try:
        return all(_digest(out / path) == digest for path, digest in files.items())
    except OSError:
        return False


def remove_stale(out: Path, earlier: Manifest, current: Iterable[str]) -> None:
    """Remove files that an earlier run wrote and this one did not, and folders that are empty then."""
    for path in sorted(set(earlier.files) - set(current)):
        with suppress(OSError):  # a folder, or one in which somebody has files of his own
            (out / path).unlink(missing_ok=True)
            for folder in list(Path(path).parents)[:-1]:
                (out / folder).rmdir()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _is_within(path: str) -> bool:
    return bool(Path(path).parts) and not Path(path).is_absolute() and ".." not in Path(path).parts
