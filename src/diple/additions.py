"""Documents that come into an edition: transcripts brought in from elsewhere, or begun in its own folder."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Final, NamedTuple

from diple.edition import Edition
from diple.findings import DipleError, bad_input
from diple.formats import ending_of
from diple.inputs import SOURCE_SUFFIXES, TEI_SUFFIX, document_id, sources_of
from diple.source import read_source
from diple.xmlio import write_atomically

_BEGUN: Final = """\
---
title: {title}
date: {date}
source: {source}
translator: {translator}
---

"""
_LONGEST_ID: Final = 80


class Stated(NamedTuple):
    """What is known of a document before its text is there; each may be empty. ``date`` is as ISO 8601 writes it."""

    title: str
    date: str = ""
    source: str = ""
    translator: str = ""


def import_transcript(path: Path, edition: Edition, name: str = "") -> Path:
    """Copy a transcript into an edition, byte for byte, and return the copy.

    ``name`` is the document's id; without it the file's own name gives it. A file without an ending, or with one that
    says nothing, gets that which fits what it holds. Raises ``DipleError``: I001 if the file cannot be read, I003 to
    I006 if it then is nothing that can be read as a transcript, I091 if the edition has a document of that id.
    """
    if path.suffix.lower() not in SOURCE_SUFFIXES:
        return _put_by_content(path, edition, name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
    return _put(edition, name or document_id(path), path.suffix.lower(), data)


def _put_by_content(path: Path, edition: Edition, name: str) -> Path:
    """Copy a transcript whose name does not tell its format; ``read_source`` says whether it is one."""
    read_source(path)
    data = path.read_bytes()
    is_ending = re.fullmatch(r"\.[A-Za-z]{1,4}", path.suffix)
    bare = path.stem if is_ending else path.name
    suffix = ending_of(data)
    return _put(edition, name or document_id(Path(f"{bare}{suffix}")), suffix, data)


def begin_transcript(stated: Stated, edition: Edition, name: str = "") -> Path:
    """Write a transcript that has no text yet, with what is known of it as front matter; return the file.

    Without ``name``, date and title give the id. Raises ``DipleError`` (I091) if the edition has a document of that id.
    """
    front = _BEGUN.format(**{field: json.dumps(value, ensure_ascii=False) for field, value in stated._asdict().items()})
    return _put(edition, name or id_of(stated), ".md", front.encode())


def id_of(stated: Stated) -> str:
    """Return the id that date and title give: small letters, digits and hyphens, cut after a word."""
    plain = unicodedata.normalize("NFKD", f"{stated.date} {stated.title}").encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > _LONGEST_ID and len(words) > 1:
        words.pop()
    return "-".join(words) or "document"


def _put(edition: Edition, name: str, suffix: str, data: bytes) -> Path:
    target = edition.seeds / f"{name}{suffix}"
    if document_id(target) != name:
        advice = f"try {document_id(target)}"
        raise bad_input("I091", str(target), f"“{name}” cannot be the id of a document", suggestion=advice)
    taken = [*sources_of(edition.seeds, name), *_if_there(edition.tei / f"{name}{TEI_SUFFIX}")]
    if taken:
        raise _taken(name, taken[0])
    edition.seeds.mkdir(parents=True, exist_ok=True)
    write_atomically(target, data)
    return target


def _if_there(path: Path) -> list[Path]:
    return [path] if path.exists() else []


def _taken(name: str, by: Path) -> DipleError:
    advice = "give it another with --id; a corrected transcript is saved over the old one by hand"
    return bad_input("I091", str(by), f"the edition has a document “{name}” already", suggestion=advice)
