"""The conventions that hold for a document: its own, its edition's, and those built in, the nearest first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diple.conventions.reading import CONVENTIONS_FILE, read_conventions
from diple.conventions.table import House
from diple.inputs import CONVENTIONS_SUFFIX, document_id

if TYPE_CHECKING:
    from diple.edition import Edition


@cache
def built_in() -> House:
    """Return the conventions that come with the program."""
    return House(read_conventions(Path(__file__).with_name("builtin.toml")))


def house_of(source: Path | None, edition: Edition | None) -> House:
    """Return the conventions for a document: ``<id>.conventions.toml`` beside it, ``conventions.toml``, those built in.

    Raises what ``read_conventions`` raises.
    """
    layers = [source.with_name(f"{document_id(source)}{CONVENTIONS_SUFFIX}")] if source else []
    layers += [edition.root / CONVENTIONS_FILE] if edition else []
    found = [convention for path in layers if path.is_file() for convention in read_conventions(path)]
    return built_in().with_more(found)
