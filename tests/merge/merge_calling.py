"""An edition of one letter, and what a call of the command gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

EDITION = """\
[edition]
title = "Harbour Papers"
publisher = "An edition"
version = "1"
date = 2024-03-09
[licence]
name = "CC0"
"""
LETTER = """\
Dear Comrade Orlo,

The harbour opens late in the spring, as we agreed. The pilots were told of it on 2 March.

Nobody asked for the tariffs of the free port, which were not changed in that year.

With greetings,

L. Varga
"""


class Result(NamedTuple):
    """What a call of the command gave."""

    status: int
    out: str
    err: str


Diple = Callable[..., Result]


def change(path: Path, *pairs: tuple[str, str]) -> bytes:
    """Replace strings in a file, which must be there, as an editor would; return the new bytes."""
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_bytes(text.encode())
    return text.encode()
