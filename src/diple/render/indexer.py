"""An index made by Pagefind's own program: one record for each passage, so that a hit leads to its very place."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

from diple.findings import DipleError, bad_input

_PIECE: Final = 1 << 16
_END: Final = b","
"""Ends each message of Pagefind's service, which is JSON in base64."""


class Record(NamedTuple):
    """A passage to be found: where a hit leads, its words, what is shown of it, and by what it can be filtered."""

    url: str
    words: str
    shown: Mapping[str, str]
    filters: Mapping[str, Sequence[str]]


def find_pagefind() -> Path | None:
    """Return Pagefind's program, which its Python package brings with it (``diple[search]``), or ``None``."""
    if find_spec("pagefind") is None:
        return None
    found = import_module("pagefind.service").get_executable()
    return Path(found) if found else None


class Indexer:
    """A running Pagefind with one index in it."""

    def __init__(self, process: subprocess.Popen[bytes], language: str) -> None:
        self._process = process
        self._count = 0
        config = {"force_language": language.split("-")[0].lower(), "keep_index_url": True}
        self._index = self._ask({"type": "NewIndex", "config": config})["index_id"]

    def add(self, record: Record) -> None:
        """Put a passage into the index; raises ``DipleError`` (I043) if Pagefind refuses it."""
        self._ask(
            {
                "type": "AddRecord",
                "index_id": self._index,
                "url": record.url,
                "content": record.words,
                # Pagefind asks for a language and is told to take one for all.
                "language": "en",
                "meta": dict(record.shown),
                "filters": {name: list(values) for name, values in record.filters.items() if values},
            }
        )

    def write(self, folder: Path) -> None:
        """Write the index to a folder; raises ``DipleError`` (I043) if Pagefind fails, ``OSError`` if writing does."""
        # Pagefind can write the files too, but answers before they are whole.
        for file in self._ask({"type": "GetFiles", "index_id": self._index})["files"]:
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b64decode(file["content"]))

    def _ask(self, payload: Mapping[str, object]) -> dict[str, Any]:
        """Send one message and return what is answered."""
        self._count += 1
        message = {"message_id": self._count, "payload": payload}
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(b64encode(json.dumps(message).encode()) + _END)
            self._process.stdin.flush()
        except OSError as error:
            raise _failed(error.strerror or "it has ended") from error
        answer = json.loads(b64decode(self._read()))["payload"]
        if answer["type"] == "Error":
            raise _failed(str(answer.get("message")))
        return dict(answer)

    def _read(self) -> bytes:
        assert self._process.stdout is not None
        answer = bytearray()
        while not answer.endswith(_END):
            piece = os.read(self._process.stdout.fileno(), _PIECE)
            if not piece:
                raise _failed("it has ended")
            answer += piece
        return bytes(answer[: -len(_END)])


@contextmanager
def indexing(program: Path, language: str) -> Iterator[Indexer]:
    """Start Pagefind and stop it at the end; ``language`` is a BCP 47 tag and decides how words are stemmed.

    Raises ``DipleError`` (I043) if it does not start.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  the program is the one that Pagefind's package names
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise _failed(error.strerror or "it does not start") from error
    try:
        yield Indexer(process, language)
    finally:
        process.kill()
        with suppress(OSError), process:  # what it no longer reads cannot be sent, which is no matter now
            pass


def _failed(reason: str) -> DipleError:
    return bad_input("I043", "pagefind", f"Pagefind made no search index: {reason}", "install diple[search] anew")
