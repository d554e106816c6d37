"""Writing several files as one: a run that is cut off between two of them is finished by the next.

Before the first file is written, all of them are written to a journal. If the next run finds one, it looks whether the
first file, which people edit, has been replaced: then it writes the others, else it forgets them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from diple.findings import DipleError, bad_input
from diple.xmlio import write_atomically

_BYTES = "latin-1"
"""An encoding in which any bytes are a text of as many characters."""


def write_together(journal: Path, contents: Mapping[Path, bytes]) -> None:
    """Write files of one folder, the first of which people edit; those that hold these bytes already are left alone.

    Raises ``DipleError`` (I002) if a file cannot be written.
    """
    changed = {path: data for path, data in contents.items() if bytes_of(path) != data}
    if not changed:
        return
    first = next(iter(contents))
    before = bytes_of(first) or b""
    files = {path.name: data.decode(_BYTES) for path, data in contents.items()}
    write_atomically(journal, json.dumps({"before": before.decode(_BYTES), "files": files}).encode())
    for path, data in changed.items():
        write_atomically(path, data)
    journal.unlink(missing_ok=True)


@contextmanager
def telling_of(path: Path, *, instead_of: Collection[Path]) -> Iterator[None]:
    """Name a file that people know in errors about those beside it that they do not."""
    try:
        yield
    except DipleError as error:
        if error.finding.file not in {str(one) for one in instead_of}:
            raise
        raise DipleError(replace(error.finding, file=str(path)), error.exit_status) from error


def finish(journal: Path) -> None:
    """Finish what a run that was cut off had begun to write, or forget it if its first file was not written."""
    data = bytes_of(journal)
    if data is None:
        return
    with suppress(ValueError, KeyError, AttributeError, TypeError):
        raw = json.loads(data)
        files = {journal.with_name(name): text.encode(_BYTES) for name, text in raw["files"].items()}
        first, *others = files
        if _was_written(bytes_of(first) or b"", raw["before"].encode(_BYTES), files[first]):
            for path in others:
                write_atomically(path, files[path])
    journal.unlink(missing_ok=True)


def _was_written(standing: bytes, before: bytes, after: bytes) -> bool:
    """Tell whether a file, edited in the meantime perhaps, comes from its new state and not from the one before."""
    if standing in (before, after):
        return standing == after
    new = set(after.splitlines()) - set(before.splitlines())
    return not new.isdisjoint(standing.splitlines())


def bytes_of(path: Path) -> bytes | None:
    """Return what a file holds, None if there is none.

    Raises ``DipleError`` (I001) if it is there and cannot be read: what is not known must not be written over.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
