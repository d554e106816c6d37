"""The files an edition works on: its sources, their ids, and the TEI and ledger that belong to each."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.findings import DipleError, Finding, bad_input
from diple.formats import SUFFIXES

SOURCE_SUFFIXES: Final = SUFFIXES
TEI_SUFFIX: Final = ".xml"
LEDGER_SUFFIX: Final = ".ledger.json"
TRANSCRIPT_SUFFIX: Final = ".transcript.txt"
"""What the name of a transcript taken from another format ends in; it lies beside the ledger that counts its lines."""
CONVENTIONS_SUFFIX: Final = ".conventions.toml"
"""What follows a document's id in the name of the file with its own conventions."""


def document_id(source: Path) -> str:
    """Return the id of the document in a file: the stem of its name, for ever its address.

    Only what can stand neither in a file name nor in an ``xml:id`` (XML NCName) is changed: a run of other characters
    becomes one hyphen, letters are composed (NFC), dots at the edges are taken away. A name of none but such
    characters gives ``document``.
    """
    stem = unicodedata.normalize("NFC", source.stem)
    kept = "".join(character if is_name_character(character) else " " for character in stem)
    return "-".join(kept.split()).strip(".") or "document"


def is_name_character(character: str) -> bool:
    """Say whether a character may stand in an XML name without colon, by XML 1.0, fifth edition."""
    return is_name_start(f"x{character}")


def is_name_start(name: str) -> bool:
    """Say whether a string is an XML name without colon (NCName), or the beginning of one."""
    try:
        etree.QName(name)
    except ValueError:
        return False
    return ":" not in name


class Document(NamedTuple):
    """A document and where its files are, whether they exist or not; ``source`` is None where there is none."""

    id: str
    tei: Path
    ledger: Path
    source: Path | None = None


def document_of_source(source: Path, folder: Path) -> Document:
    """Return the document that encoding ``source`` into ``folder`` makes."""
    name = document_id(source)
    return Document(name, folder / f"{name}{TEI_SUFFIX}", folder / f"{name}{LEDGER_SUFFIX}", source)


def document_of_tei(tei: Path, *, beside: Iterable[Path] = ()) -> Document:
    """Return the document of a TEI file, with its source if one of the folders ``beside`` (or its own) holds it."""
    name = tei.stem
    found = (path for folder in (*beside, tei.parent) for path in sources_of(folder, name))
    source = next((path for path in found if not _is_same(path, tei)), None)
    return Document(name, tei, tei.with_name(f"{name}{LEDGER_SUFFIX}"), source)


def _is_same(path: Path, other: Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def sources_of(folder: Path, name: str) -> list[Path]:
    """Return the sources in a folder whose document has the id ``name``, in order of their names."""
    return [path for path in list_sources(folder)[0] if document_id(path) == name]


def list_sources(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the transcripts in a folder by name, and a finding (I053) for each other thing it holds.

    Names that begin with a dot are passed over, and transcripts that diple has written beside their ledgers. A folder
    that does not exist holds nothing.
    """
    entries = sorted(path for path in _entries(folder) if not path.name.startswith(".") and not _is_written(path))
    sources = [path for path in entries if path.suffix.lower() in SOURCE_SUFFIXES and not path.is_dir()]
    passed = [path for path in entries if path not in sources and not path.name.endswith(CONVENTIONS_SUFFIX)]
    return sources, [_not_read(path) for path in passed]


def _is_written(path: Path) -> bool:
    """Tell whether a file is the transcript that the ledger beside it accounts for."""
    stem, suffix, _ = path.name.partition(TRANSCRIPT_SUFFIX)
    return bool(suffix) and path.with_name(f"{stem}{LEDGER_SUFFIX}").is_file()


def list_tei(folder: Path) -> list[Path]:
    """Return the TEI documents in a folder by name; folders in it, such as ``register``, hold none."""
    return sorted(path for path in _entries(folder) if path.suffix == TEI_SUFFIX and not path.name.startswith("."))


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise bad_input("I001", str(folder), f"the folder cannot be read: {error.strerror}") from error


def _not_read(path: Path) -> Finding:
    kind = "a folder" if path.is_dir() else "no transcript"
    advice = f"transcripts end in {', '.join(sorted(SOURCE_SUFFIXES))}"
    return Finding("I053", "advice", str(path), 0, 0, f"this is {kind} and was left out", suggestion=advice)


def tell_apart(sources: Sequence[Path], folder: Path) -> tuple[list[Document], list[DipleError]]:
    """Return the documents that encoding ``sources`` into ``folder`` makes, in the order given.

    A source named twice is taken once. Sources that share an id are left out: each gives an error (I050) that names
    the other, since either would overwrite the other's TEI.
    """
    named_once: dict[str, Path] = {}
    by_id: dict[str, list[Document]] = {}
    for source in sources:
        named_once.setdefault(os.path.realpath(source), source)
    for source in named_once.values():
        by_id.setdefault(document_id(source), []).append(document_of_source(source, folder))
    errors = [_same_id(one, group) for group in by_id.values() if len(group) > 1 for one in group]
    return [group[0] for group in by_id.values() if len(group) == 1], errors


def _same_id(document: Document, group: Sequence[Document]) -> DipleError:
    others = " and ".join(str(other.source) for other in group if other is not document)
    message = f"this source and {others} have one id, “{document.id}”; neither was encoded"
    return bad_input("I050", str(document.source), message, suggestion="give each a file name of its own")
