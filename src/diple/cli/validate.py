"""``diple validate``: TEI files against the schema."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.options import edition_option, tei_argument, tei_files, the_edition_if_any, with_source
from diple.cli.progress import for_each
from diple.cli.report import Report, reporting, status_of
from diple.findings import Finding
from diple.inputs import Document
from diple.origin import Origin
from diple.validate import validate_file


@click.command("validate")
@tei_argument
@edition_option
@reporting(findings_are_result=True)
def command(report: Report, tei: Sequence[Path], folder: Path | None) -> None:
    """Check TEI files (or folders of them) against the schema; without any, all of the edition's.

    Exit status 1 if there is an error or a warning; advice alone leaves it 0.

    \b
    Example:
      diple validate
      diple validate tei/letter.xml --format json
    """
    edition = the_edition_if_any(folder)
    files = tei_files(tei, edition)

    def check(file: Path) -> None:
        findings = validate_document(with_source(file, edition, None))
        report.add(findings, status_of(findings, strict=True))

    for_each(report, "Validating", files, check)


def validate_document(document: Document) -> list[Finding]:
    """Return what is wrong with a document's TEI, with lines of its source where source and ledger are there."""
    return validate_file(document.tei, source=Origin(document.source, document.ledger) if document.source else None)
