"""Search over the whole edition: an index of all passages, and the page on which one searches."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from diple.findings import bad_input
from diple.render.assets import asset
from diple.render.edition_info import EditionInfo
from diple.render.indexer import Record, find_pagefind, indexing
from diple.render.press import Output, press
from diple.render.settle_index import settle_index
from diple.xmlio import parse_made, write_made

PAGE: Final = "search.html"
INDEX: Final = "pagefind"
NO_PAGEFIND: Final = "the search, since Pagefind is not installed; pip install 'diple[search]' brings it"
_ASSETS: Final = ("search.js", "search.css")
_NEEDED: Final = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta")
"""Of the files that Pagefind writes beside its folders; the rest is an interface of its own, which no page uses."""
_PASSAGES: Final = Output("passages", "tables.xsl", {"table": "passages", "format": "jsonl"})


def passages_of(tei: Path, edition: EditionInfo) -> str:
    """Return the passages of a document as JSON Lines; raises what ``Press.document`` does."""
    return press().document(tei, tei.stem, edition, outputs=[_PASSAGES])[_PASSAGES.name].decode()


def write_page(out: Path, documents: str, edition: EditionInfo) -> list[Path]:
    """Write the search page and what it needs; return the files.

    ``documents`` is the XML element with the documents' summaries, which the page lists for those whose browser runs no
    script. Raises ``DipleError`` (I002) if ``out`` cannot be written.
    """
    for name in _ASSETS:
        write_made(out / "assets" / name, asset(name))
    write_made(out / PAGE, press().search_page(documents, edition))
    return [out / PAGE, *(out / "assets" / name for name in _ASSETS)]


def remove_search(out: Path) -> None:
    """Remove the page and the index that an earlier run left."""
    for path in (out / PAGE, *(out / "assets" / name for name in _ASSETS)):
        path.unlink(missing_ok=True)
    shutil.rmtree(out / INDEX, ignore_errors=True)


def write_index(out: Path, passages: Iterable[str], register: str, edition: EditionInfo) -> list[Path]:
    """Write the index of all passages to ``out/pagefind`` and return its files.

    ``passages`` are what ``passages_of`` gave for each document, ``register`` is the XML of the register's entries, or
    nothing. The index replaces the earlier one when it is whole, and is the same to the byte each time. Raises
    ``DipleError`` if Pagefind fails (I043) or ``out`` cannot be written (I002).
    """
    program = find_pagefind()
    if program is None:
        raise bad_input("I043", INDEX, NO_PAGEFIND)
    names = _names(register)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{INDEX}.", dir=out) as work:
            with indexing(program, edition.language) as index:
                for record in _records(passages, names):
                    index.add(record)
                index.write(Path(work) / "new")
            _keep_needed(Path(work) / "new")
            settle_index(Path(work) / "new")
            _exchange(Path(work), out / INDEX)
    except OSError as error:
        raise bad_input("I002", str(out / INDEX), f"the folder cannot be written: {error.strerror}") from error
    return sorted(path for path in (out / INDEX).rglob("*") if path.is_file())


def _records(passages: Iterable[str], names: Mapping[str, str]) -> Iterator[Record]:
    for lines in passages:
        yield from (_record(json.loads(line), names) for line in lines.splitlines())


def _record(passage: Mapping[str, Any], names: Mapping[str, str]) -> Record:
    """Return the record of a passage; pointers to the register become names, and those that lead nowhere go."""
    told = {name: [names.get(value, value) for value in passage[name]] for name in ("kind", "speaker", "person")}
    known = {name: [value for value in values if "#" not in value] for name, values in told.items()}
    return Record(
        url=f"documents/{passage['document']}/index.html#{passage['id']}",
        words=passage["text"],
        shown={
            "title": passage["title"],
            "page": passage["page"],
            "date": passage["date"],
            "speaker": ", ".join(known["speaker"]),
        },
        filters={**known, "year": [passage["date"][:4]] if passage["date"][:4].isdigit() else []},
    )


def _names(register: str) -> dict[str, str]:
    """Return the names of the register's entries by the pointers that documents use."""
    entries = parse_made(register) if register else ()
    return {str(entry.get("ref")): str(entry.get("name")) for entry in entries}


def _keep_needed(folder: Path) -> None:
    needed = {path for pattern in _NEEDED for path in folder.glob(pattern)}
    for path in folder.iterdir():
        if path.is_file() and path not in needed:
            path.unlink()


def _exchange(work: Path, index: Path) -> None:
    """Put the new index in the place of the old one, which goes with the working folder."""
    if index.exists():
        index.rename(work / "old")
    try:
        (work / "new").rename(index)
    except OSError:
        with suppress(OSError):
            (work / "old").rename(index)
        raise
