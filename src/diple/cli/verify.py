"""``diple verify``: the words of TEI files against those of their transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.options import (
    edition_option,
    no_source,
    refuse_one_source_for_many,
    source_option,
    tei_argument,
    tei_files,
    the_edition_if_any,
    with_source,
)
from diple.cli.progress import for_each
from diple.cli.report import Report, reporting, status_of
from diple.cli.validate import acceptances_of
from diple.edition import Edition
from diple.findings import Finding, bad_input
from diple.inputs import Document
from diple.validate.accepted import Acceptance, Settled, settle
from diple.verify import verify_file


@click.command("verify")
@tei_argument
@source_option
@edition_option
@reporting(findings_are_result=True)
def command(report: Report, tei: Sequence[Path], source: Path | None, folder: Path | None) -> None:
    """Check that TEI files hold every word of their transcripts, and no other; without any, all of the edition's.

    Where the ledger is beside the TEI, the transcript is rebuilt from both and compared character for character; with
    it or without, the words of both are collated. Exit status 4 if text was lost, changed, doubled or invented.

    \b
    Example:
      diple verify
      diple verify tei/letter.xml --source seeds/letter.txt
    """
    edition = the_edition_if_any(folder)
    refuse_one_source_for_many(source, tei)
    files = tei_files(tei, edition)

    acceptances = acceptances_of(edition)

    def check_one(file: Path) -> None:
        check(report, with_source(file, edition, source), edition, acceptances, named=bool(tei))

    for_each(report, "Verifying", files, check_one)


def check(
    report: Report, document: Document, edition: Edition | None, acceptances: Sequence[Acceptance], *, named: bool
) -> None:
    """Verify one document; one without a transcript is an error only if it was named."""
    if document.source is not None:
        settled = verify_document(document, edition, acceptances)
        report.accepted += settled.accepted
        report.add(settled.findings, status_of(settled.findings, strict=True, lost=True))
        return
    advice = "name it with --source"
    if named and document.tei.exists():
        raise bad_input("I052", str(document.tei), no_source(document.tei), suggestion=advice)
    if named:
        raise bad_input("I001", str(document.tei), "there is no such file")
    report.add([Finding("I052", "advice", str(document.tei), 0, 0, no_source(document.tei), suggestion=advice)])


def verify_document(document: Document, edition: Edition | None, acceptances: Sequence[Acceptance] = ()) -> Settled:
    """Return the differences between a document's TEI and its source, by its ledger too if there is one.

    Those for which ``acceptances`` give a reason are counted only.
    """
    assert document.source is not None
    ledger = document.ledger if document.ledger.is_file() else None
    found = verify_file(document.tei, document.source, ledger, edition)
    return settle(found, document.id, acceptances, "V")
