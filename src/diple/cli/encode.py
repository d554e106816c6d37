"""``diple encode``: transcripts as TEI, with their ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import click

from diple.cli.options import edition_option, into_option, the_edition_if_any
from diple.cli.progress import progress
from diple.cli.report import Report, reporting, status_of
from diple.edition import Edition
from diple.findings import DipleError, Exit, Finding
from diple.inputs import Document, tell_apart
from diple.ledger import Ledger, digest
from diple.pipeline import Encoding, encode_file
from diple.register import register_of
from diple.xmlio import write_atomically


class State(StrEnum):
    """What became of a document's TEI file."""

    ENCODED = "encoded"
    EDITED = "edited since it was encoded; kept as it is"
    SOURCELESS = "without a source; taken as it is"
    FAILED = "not encoded"


@click.command("encode")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
@into_option
@edition_option
@reporting()
def command(report: Report, sources: Sequence[Path], into: Path | None, folder: Path | None) -> None:
    """Encode transcripts (plain text or Markdown), inside an edition or anywhere else.

    Each SOURCE gives DIR/NAME.xml and DIR/NAME.ledger.json, the account of its characters; the paths of the TEI files
    written are printed. DIR is the edition's tei folder, outside an edition the current one. A TEI file that somebody
    has edited since it was encoded is not written over.

    \b
    Example:
      diple encode talk.txt letter.md --into encoded
    """
    edition = the_edition_if_any(folder)
    register_of(edition)  # one that cannot be used stops the run once, not each document
    documents, errors = tell_apart(sources, into or (edition.tei if edition else Path()))
    for error in errors:
        report.refuse(error)
    with progress("Encoding", len(documents)) as done:
        for document in documents:
            with report.attempt(str(document.source)):
                encoding, state = encode_document(document, edition)
                report.add(encoding.findings, status_of(encoding.findings))
                tell(report, document, state)
            done(document.id)


def tell(report: Report, document: Document, state: State) -> None:
    """Say that a document was encoded, or that it was not because its TEI has been edited."""
    if state is State.ENCODED:
        report.say(str(document.tei))
        return
    message = f"the TEI was {State.EDITED.value}; {document.source} was not encoded"
    advice = "to encode it anew, move the edited file away, or name another folder with --into"
    report.add([Finding("I051", "warning", str(document.tei), 0, 0, message, suggestion=advice)], Exit.FINDINGS)


def encode_document(document: Document, edition: Edition | None) -> tuple[Encoding, State]:
    """Encode a document's source and write TEI and ledger, unless a person has edited the TEI since the last encoding.

    A TEI file without a readable ledger counts as edited: nobody knows who wrote it. The ledger is written after the
    TEI; a run that was cut off between the two is set right by the next, which finds its own TEI there.
    Raises what ``encode_file`` and ``write_atomically`` raise.
    """
    assert document.source is not None
    encoding = encode_file(document.source, edition=edition)
    if was_edited(document, encoding.tei):
        return encoding, State.EDITED
    write_if_new(document.tei, encoding.tei)
    write_if_new(document.ledger, encoding.ledger.as_json())
    return encoding, State.ENCODED


def was_edited(document: Document, encoded: bytes) -> bool:
    """Say whether the TEI file holds what neither this encoding nor the one its ledger accounts for has written."""
    if not document.tei.exists():
        return False
    standing = document.tei.read_bytes()
    return standing != encoded and digest(standing) != _digest_in_ledger(document.ledger)


def _digest_in_ledger(ledger: Path) -> str | None:
    with suppress(OSError, ValueError, KeyError, TypeError, DipleError):
        return Ledger.from_json(ledger.read_bytes()).tei_digest
    return None


def write_if_new(path: Path, data: bytes) -> None:
    """Write a file unless it holds these bytes already, so that nothing seems changed that is not."""
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    write_atomically(path, data)
