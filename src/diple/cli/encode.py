"""``diple encode``: transcripts as TEI, with their ledgers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.line import State, encode_document, status_of
from diple.cli.options import edition_option, into_option, the_edition_if_any
from diple.cli.progress import progress
from diple.cli.report import Report, reporting
from diple.findings import Exit, Finding
from diple.inputs import Document, tell_apart


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
