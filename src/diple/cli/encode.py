"""``diple encode``: transcripts as TEI, with their ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from diple.cli.options import edition_option, into_option, the_edition_if_any
from diple.cli.progress import progress
from diple.cli.report import Report, reporting, status_of
from diple.edition import Edition
from diple.findings import Exit, Finding
from diple.inputs import Document, tell_apart
from diple.merge.renewal import State, renew
from diple.pipeline import Encoding, encode_file
from diple.register import register_of

__all__ = ["State", "command", "encode_document"]

_WAITING = frozenset({"I051", "I055", "D701", "D702", "D703"})
"""The codes of findings that tell of a new reading that was not put into an edited file."""


@click.command("encode")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
@into_option
@edition_option
@reporting()
def command(report: Report, sources: Sequence[Path], into: Path | None, folder: Path | None) -> None:
    """Encode transcripts (plain text or Markdown), inside an edition or anywhere else.

    Each SOURCE gives DIR/NAME.xml and DIR/NAME.ledger.json, the account of its characters; the paths of the TEI files
    written are printed. DIR is the edition's tei folder, outside an edition the current one. Into a TEI file that
    somebody has edited only what is new in the encoding is merged; where both changed one place, the file stays as it
    is and the new reading is told (diple merge settles it).

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
                tell(report, document, state, encoding.findings)
            done(document.id)


def tell(report: Report, document: Document, state: State, findings: Sequence[Finding]) -> None:
    """Say what became of a document's TEI, and end with status 1 if a new reading waits outside of it."""
    if state is State.ENCODED:
        report.say(str(document.tei))
    else:
        report.say(f"{document.tei}: {state.value}")
    if any(finding.code in _WAITING for finding in findings):
        report.worsen(Exit.FINDINGS)


def encode_document(document: Document, edition: Edition | None) -> tuple[Encoding, State]:
    """Encode a document's source and write TEI and ledger; what people have edited is kept, and merged with.

    The findings of the encoding have with them what could not be merged (``renew``). Raises what ``encode_file``
    and ``renew`` raise.
    """
    assert document.source is not None
    encoding = encode_file(document.source, edition=edition)
    renewal = renew(document, encoding)
    return replace(encoding, findings=encoding.findings + renewal.findings), renewal.state
