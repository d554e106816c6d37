"""A new edition: the folder that ``diple init`` lays out, and the parts of it that keep step with the program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Template
from typing import Final, NamedTuple

from diple.edition import EDITION_FILE
from diple.findings import bad_input
from diple.resources import resource
from diple.xmlio import write_atomically

SAMPLE: Final = "1955-03-02-letter-to-the-harbour-board.txt"

SCHEMAS: Final = ("diple.rng", "diple.sch", "edition.schema.json", "accepted.schema.json")
"""What editors complete and check by; these files belong to the program, not to the edition."""

_OWN: Final = {
    EDITION_FILE: "edition.toml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/tasks.json": "vscode/tasks.json",
    ".vscode/tei.code-snippets": "vscode/tei.code-snippets",
    "edition.xpr": "project.xpr",
    ".github/workflows/edition.yml": "forges/github.yml",
    ".gitlab-ci.yml": "forges/gitlab.yml",
    f"seeds/{SAMPLE}": f"seeds/{SAMPLE}",
}
"""The files of a new edition, each with the one it is made from; from then on they are the edition's."""
_NOBODY: Final = '# publisher = "…" says who publishes it; until then nobody is named.'
_FILLED: Final = frozenset({EDITION_FILE, "README.md"})


class Details(NamedTuple):
    """What a new edition says of itself; ``day`` is the date of its first version, ``publisher`` may be empty."""

    title: str
    publisher: str
    day: date


def found(folder: Path, details: Details) -> list[Path]:
    """Lay out a new edition in a folder and return the files written, in order.

    The folder is made if it is not there. It may hold files whose names begin with a dot (``.git``), none of which is
    written over. Raises ``DipleError``: I090 if it holds anything else, I002 if a file cannot be written.
    """
    _refuse_if_taken(folder)
    written = []
    for name, origin in _OWN.items():
        target = folder / name
        if not target.exists():
            _write(target, _content(name, origin, details))
            written.append(target)
    return [*written, *refresh(folder)]


def refresh(folder: Path) -> list[Path]:
    """Bring the schema files of an edition up to date with the program; return those that were written.

    Raises ``DipleError`` (I002) if a file cannot be written.
    """
    stale = list(outdated(folder))
    for target in stale:
        _write(target, resource("schema", target.name).read_bytes())
    return stale


def outdated(folder: Path) -> Iterator[Path]:
    """Yield the schema files of an edition that are missing or not those of this version of the program."""
    for name in SCHEMAS:
        target = folder / "schema" / name
        if not target.is_file() or target.read_bytes() != resource("schema", name).read_bytes():
            yield target


def _refuse_if_taken(folder: Path) -> None:
    if (folder / EDITION_FILE).exists():
        advice = "to bring its schema files up to date: diple init --refresh"
        raise bad_input("I090", str(folder), "this folder holds an edition already", suggestion=advice)
    taken = sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) if folder.exists() else []
    if taken:
        message = f"a new edition wants a folder of its own; this one holds {taken[0]}"
        raise bad_input("I090", str(folder), message, suggestion="name a folder that is empty or not there yet")


def _content(name: str, origin: str, details: Details) -> bytes:
    data = Path(__file__).with_name("files").joinpath(origin).read_bytes()
    return _filled(data.decode(), details).encode() if name in _FILLED else data


def _filled(text: str, details: Details) -> str:
    """Return a template with the details in it; in TOML they stand as basic strings, which JSON's strings are too."""
    return Template(text).substitute(
        title=_quoted(details.title),
        publisher=f"publisher = {_quoted(details.publisher)}" if details.publisher else _NOBODY,
        date=details.day.isoformat(),
        heading=" ".join(details.title.split()),
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(target: Path, data: bytes) -> None:
    write_atomically(target, data)
