"""``diple review``: the list of places that want a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.options import (
    edition_option,
    refuse_one_source_for_many,
    source_option,
    tei_argument,
    tei_files,
    the_edition_if_any,
    with_source,
)
from diple.cli.progress import for_each
from diple.cli.report import Report, reporting
from diple.register import check, register_of
from diple.review import review_file


@click.command("review")
@tei_argument
@source_option
@edition_option
@reporting(findings_are_result=True)
def command(report: Report, tei: Sequence[Path], source: Path | None, folder: Path | None) -> None:
    """List the places of TEI files that want a person; without any, of all the edition's.

    Low certainty, marks that could not be tied to words, dates that contradict each other, suspected misprints, notes
    without their mark; for a whole edition, also what its register lacks. It is a worklist, not a judgement: whatever
    is on it, the exit status is 0.

    \b
    Example:
      diple review
      diple review tei/letter.xml --format json
    """
    edition = the_edition_if_any(folder)
    refuse_one_source_for_many(source, tei)
    files = tei_files(tei, edition)

    def read(file: Path) -> None:
        report.add(review_file(file, with_source(file, edition, source).source))

    for_each(report, "Reading", files, read)
    if not tei:
        with report.attempt("the register"):
            report.add(check(register_of(edition), files))
