"""The full account of a document that failed, by xmlschema, which finds more than libxml2 does and takes longer.

Importing this module alone takes half a second, so it is imported where it is needed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import xmlschema
from lxml import etree

from diple.findings import DipleError
from diple.resources import resource
from diple.xmlio import write_atomically


class Refusal(NamedTuple):
    """An element that a schema processor refused, and what the processor says."""

    element: etree._Element
    reason: str


def refusals(tree: etree._ElementTree) -> Iterator[Refusal]:
    """Yield every element that xmlschema refuses in a document, in the order in which it finds them."""
    for error in _full_schema().iter_errors(tree):
        element = error.elem
        if isinstance(element, etree._Element):
            yield Refusal(element, error.reason or error.message)


@lru_cache(maxsize=1)
def _full_schema() -> xmlschema.XMLSchema10:
    """Return the schema as xmlschema loads it, from the cache if this very schema was loaded before."""
    path = resource("schema", "diple.xsd")
    kept = cache_folder() / f"schema-{_fingerprint(path)}.pickle"
    schema = _unpickled(kept)
    if schema is None:
        # "skip" leaves out the check of the schema itself, which takes most of the time and is done by the tests.
        schema = xmlschema.XMLSchema10(str(path), validation="skip", allow="local")
        _keep(schema, kept)
    return schema


def _fingerprint(path: Path) -> str:
    parts = (path.read_bytes(), xmlschema.__version__.encode(), sys.version.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:24]


def cache_folder() -> Path:
    """Return the folder for what can be made anew: ``diple`` in the user's own cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(home) / "diple" if home else Path("~/.cache/diple").expanduser()


def _unpickled(path: Path) -> xmlschema.XMLSchema10 | None:
    """Return a kept schema; ``None`` if there is none, it cannot be read, or somebody else could have written it."""
    try:
        if not _is_private(path):
            return None
        schema = pickle.loads(path.read_bytes())  # noqa: S301 (a file of the user's own that nobody else can write)
    except Exception:  # a damaged cache is made anew, whatever is wrong with it
        return None
    return schema if isinstance(schema, xmlschema.XMLSchema10) else None


def _is_private(path: Path) -> bool:
    """Return whether a file and its folder belong to this user and to nobody else's hands."""
    if not hasattr(os, "getuid"):
        return path.exists()
    return all(entry.stat().st_uid == os.getuid() and not entry.stat().st_mode & 0o022 for entry in (path, path.parent))


def _keep(schema: xmlschema.XMLSchema10, path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, pickle.dumps(schema))
    except (OSError, RuntimeError, DipleError):
        return  # without a place to write, the schema is loaded anew each time
