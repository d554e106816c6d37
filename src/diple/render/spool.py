"""What the indexes of an edition hold, kept on disk while the documents go by: memory does not grow with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from diple.xmlio import parse_made

_TABLES: Final = """
CREATE TABLE document (id TEXT PRIMARY KEY, rank INTEGER, state TEXT, summary TEXT) WITHOUT ROWID;
CREATE TABLE entry (number INTEGER PRIMARY KEY, place TEXT, sort TEXT, document TEXT, count INTEGER, xml TEXT);
"""
_BY_INDEX: Final = "CREATE INDEX by_place ON entry (place, sort)"
_ROWS: Final = """
SELECT entry.document, entry.xml FROM entry JOIN document ON document.id = entry.document
WHERE place = ? ORDER BY sort, rank, number
"""
_TALLIES: Final = """
SELECT sort, SUM(count), COUNT(DISTINCT document), MIN(number) FROM entry WHERE place = ? GROUP BY sort ORDER BY sort
"""
_FEW: Final = 12
"""Of what stands in no more documents than this, each document is named."""


class Row(NamedTuple):
    """An entry of an index: the document it is from and the XML element that says it."""

    document: str
    xml: str


class Spool:
    """The entries of all indexes and the summaries of all documents, in a temporary file of its own."""

    def __init__(self) -> None:
        # An empty name is a private database on disk, which goes when it is closed.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; {_TABLES} BEGIN")

    def close(self) -> None:
        """Give the disk back."""
        self._database.close()

    def add(self, document_id: str, summary: str, entries: str) -> None:
        """Keep what one document gives: its summary and its entries, each an XML element."""
        state = parse_made(summary).get("status", "")
        self._database.execute("INSERT INTO document VALUES (?, 0, ?, ?)", (document_id, state, summary))
        rows = (
            (row.get("index"), row.get("sort"), document_id, row.get("count") or 1, _as_text(row))
            for row in parse_made(entries)
        )
        self._database.executemany("INSERT INTO entry (place, sort, document, count, xml) VALUES (?, ?, ?, ?, ?)", rows)

    def order(self, document_ids: Iterable[str]) -> None:
        """Give the documents their order; it decides where entries are equal otherwise."""
        ranks = ((rank, document_id) for rank, document_id in enumerate(document_ids))
        self._database.executemany("UPDATE document SET rank = ? WHERE id = ?", ranks)
        self._database.execute(_BY_INDEX)

    def forget(self, document_ids: Iterable[str]) -> None:
        """Take out documents that are not to be in the edition."""
        named = [(document_id,) for document_id in document_ids]
        self._database.executemany("DELETE FROM entry WHERE document = ?", named)
        self._database.executemany("DELETE FROM document WHERE id = ?", named)

    def rows(self, index: str) -> Iterator[Row]:
        """Yield the entries of an index in its order."""
        return map(Row._make, self._database.execute(_ROWS, (index,)))

    def pages(self, index: str, size: int) -> Iterator[list[Row]]:
        """Yield the entries of an index in portions of ``size``; one empty portion if there is none."""
        rows = self.rows(index)
        portion = list(islice(rows, size))
        yield portion
        while portion := list(islice(rows, size)):
            yield portion

    def count_pages(self, index: str, size: int) -> int:
        """Return how many portions ``pages`` yields."""
        (count,) = self._database.execute("SELECT COUNT(*) FROM entry WHERE place = ?", (index,)).fetchone()
        return max(1, -(-int(count) // size))

    def counts(self, index: str) -> tuple[int, int]:
        """Return how many mentions an index has, and how many documents are in it."""
        query = "SELECT SUM(xml GLOB '<mention *'), COUNT(DISTINCT document) FROM entry WHERE place = ?"
        mentions, documents = self._database.execute(query, (index,)).fetchone()
        return int(mentions or 0), int(documents)

    def tallies(self, index: str) -> Iterator[str]:
        """Yield one element for each distinct entry of an index: the first, its count, the number of its documents.

        The attributes are ``total``, ``documents`` and, where they are few, ``in``: the ids, parted by ``/``.
        """
        for sort, total, documents, number in self._database.execute(_TALLIES, (index,)).fetchall():
            (xml,) = self._database.execute("SELECT xml FROM entry WHERE number = ?", (number,)).fetchone()
            element = parse_made(xml)
            element.set("total", str(total))
            element.set("documents", str(documents))
            if documents <= _FEW:
                element.set("in", "/".join(self._documents_of(index, sort)))
            yield _as_text(element)

    def _documents_of(self, index: str, sort: str) -> list[str]:
        query = (
            "SELECT DISTINCT document, rank FROM entry JOIN document ON id = document"
            " WHERE place = ? AND sort = ? ORDER BY rank"
        )
        return [document for document, _ in self._database.execute(query, (index, sort))]

    def summaries(self) -> Iterator[str]:
        """Yield the summaries of all documents in the order of the edition."""
        return (summary for (summary,) in self._database.execute("SELECT summary FROM document ORDER BY rank"))

    def summaries_of(self, document_ids: Iterable[str]) -> list[str]:
        """Return the summaries of the documents named, in the order of the edition."""
        query = "SELECT rank, summary FROM document WHERE id = ?"
        found = [self._database.execute(query, (document_id,)).fetchone() for document_id in set(document_ids)]
        return [summary for _, summary in sorted(found)]

    def states(self) -> Iterator[str]:
        """Yield one element for each state of the work: its name and the number of documents in it."""
        for state, count in self._database.execute(
            "SELECT state, COUNT(*) FROM document GROUP BY state ORDER BY state"
        ):
            yield _as_text(etree.Element("state", {"status": state, "count": str(count)}))

    def count_documents(self) -> int:
        """Return the number of documents."""
        (count,) = self._database.execute("SELECT COUNT(*) FROM document").fetchone()
        return int(count)


def _as_text(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
