"""What an edition offers beside its pages: tables, feeds, a search, books, and all of it in one archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from diple.render.archive import SUMS, archive_name, write_archive
from diple.render.books import begin_books, whole_book, write_books
from diple.render.edition_info import EditionInfo
from diple.render.feeds import changes_of, write_feeds
from diple.render.indexer import find_pagefind
from diple.render.search import NO_PAGEFIND, passages_of, remove_search, write_index, write_page
from diple.render.tables import TABLES, write_edition_tables
from diple.render.workers import Mapper

DOWNLOADS: Final = "downloads"


@dataclass(frozen=True, slots=True)
class Rendered:
    """An edition as far as it is rendered.

    ``documents`` are the TEI files in the order of the edition, ``files`` all files written so far, ``summaries`` the
    XML element with the documents' summaries, ``register`` that with the register's entries or nothing.
    """

    documents: Sequence[Path]
    files: Sequence[Path]
    summaries: str
    register: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """The files written, and for each thing that was left out a sentence that says why."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...]


def offered(edition: EditionInfo) -> tuple[str, ...]:
    """Return the addresses, under the edition's, of the files that hold the whole of it."""
    return tuple(f"{DOWNLOADS}/{name}" for name in (archive_name(edition), whole_book(edition), *TABLES, SUMS))


def write_takeaway(out: Path, rendered: Rendered, run: Mapper, edition: EditionInfo) -> TakeAway:
    """Write tables, feeds, search, books and archive of an edition to ``out``.

    ``run`` maps over the documents; ``edition.search`` says whether there is to be a search. Raises ``DipleError`` if
    ``out`` cannot be written (I002) or Pagefind fails (I043).
    """
    changes = run(partial(changes_of, edition=edition), rendered.documents)  # other processes begin with these now
    passages = run(partial(passages_of, edition=edition), rendered.documents) if edition.search else iter(())
    begun = begin_books(out, rendered.documents, run, edition)
    tables = write_edition_tables(out, [tei.stem for tei in rendered.documents])
    search = _write_search(out, rendered, passages, edition)
    books = write_books(out, rendered.documents, begun, edition)
    pages = [*rendered.files, *search, *books]
    feeds = write_feeds(out, pages, list(changes), edition)
    archive = write_archive(out, [*pages, *tables, *feeds.files], edition)
    left_out = (feeds.left_out, "" if search else NO_PAGEFIND)
    return TakeAway((*tables, *search, *books, *feeds.files, *archive), tuple(filter(None, left_out)))


def with_search(edition: EditionInfo) -> EditionInfo:
    """Return the edition with a search, if Pagefind is there to make one."""
    return replace(edition, search="pagefind" if find_pagefind() else "")


def _write_search(out: Path, rendered: Rendered, passages: Iterable[str], edition: EditionInfo) -> list[Path]:
    if not edition.search:
        remove_search(out)
        return []
    index = write_index(out, passages, rendered.register, edition)
    return [*write_page(out, rendered.summaries, edition), *index]
