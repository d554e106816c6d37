"""The register of an edition: its persons, places and organizations, with every form of name its documents use."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from diple.edition import Edition
from diple.register.check import check, dangling
from diple.register.entries import Entry, Identifier, Name, Register
from diple.register.reading import FOLDER, list_registers, read_register

__all__ = [
    "FOLDER",
    "Entry",
    "Identifier",
    "Name",
    "Register",
    "check",
    "dangling",
    "list_registers",
    "read_register",
    "register_of",
]


def register_of(edition: Edition | None) -> Register:
    """Return the register that stands in the folder ``register`` beside an edition's TEI; an empty one if none does.

    A register that has not changed since it was last read is not read again. Raises what ``read_register`` raises.
    """
    if edition is None:
        return Register()
    folder = edition.tei / FOLDER
    stats = [(path, path.stat()) for path in list_registers(folder)]
    return _read(folder, tuple((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in stats))


@lru_cache(maxsize=8)
def _read(folder: Path, state: tuple[tuple[str, int, int], ...]) -> Register:
    """Read a register; ``state`` tells one state of its files from the next."""
    return read_register(folder)
