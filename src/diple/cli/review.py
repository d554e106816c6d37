"""``diple review``: the list of places that want a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.forms import Worklist
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
from diple.cli.validate import acceptances_of
from diple.edition import Edition
from diple.findings import Finding
from diple.register import check, register_of
from diple.review import ranked, review_file, with_pages
from diple.validate.accepted import settle


@click.command("review")
@tei_argument
@source_option
@edition_option
@reporting(findings_are_result=True)
def command(report: Report, tei: Sequence[Path], source: Path | None, folder: Path | None) -> None:
    """List the places of TEI files that want a person; without any, of all the edition's.

    Low certainty, marks that could not be tied to words, dates that contradict each other, suspected misprints, notes
    without their mark, names in two spellings; for a whole edition, also what its register lacks. What weighs most
    comes first, alike things together. A place is settled by cert="high" on the element, by a change of revisionDesc
    that points to it, or by a reason in accepted.toml. It is a worklist, not a judgement: whatever is on it, the exit
    status is 0.

    \b
    Example:
      diple review
      diple review tei/letter.xml --format json
    """
    report.lines = Worklist()
    edition = the_edition_if_any(folder)
    refuse_one_source_for_many(source, tei)
    files = tei_files(tei, edition)

    acceptances = acceptances_of(edition)
    places: list[Finding] = []
    readable: list[Path] = []

    def read(file: Path) -> None:
        found = review_file(file, with_source(file, edition, source).source)
        settled = settle(found, file.stem, acceptances, "D")
        report.accepted += settled.accepted
        places.extend(settled.findings)
        readable.append(file)

    for_each(report, "Reading", files, read)
    report.add(with_pages(ranked(places), (edition or Edition.of_folder(Path())).build))
    if not tei:
        with report.attempt("the register"):
            report.add(check(register_of(edition), readable))
