"""``diple render``: pages and plain texts from TEI files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from diple.cli.options import (
    edition_option,
    into_option,
    jobs_option,
    pdf_option,
    tei_argument,
    tei_files,
    the_edition_if_any,
    with_source,
)
from diple.cli.progress import progress
from diple.cli.report import Report, reporting
from diple.edition import Edition
from diple.findings import DipleError, Exit, Finding
from diple.render import render_edition
from diple.render.sources import folder_digest
from diple.review import review_file
from diple.validate.accepted import Acceptance, read_acceptances, settle


@click.command("render")
@tei_argument
@into_option
@edition_option
@jobs_option
@pdf_option
@reporting()
def command(
    report: Report, tei: Sequence[Path], into: Path | None, folder: Path | None, jobs: int | None, *, pdf: bool
) -> None:
    """Make the pages and plain texts of TEI files (or folders of them); without any, of all the edition's.

    DIR is the edition's build folder, outside an edition ./build. What is named is the whole of the list of documents
    that is written there.

    \b
    Example:
      diple render
      diple render tei/letter.xml --into proof
    """
    edition = the_edition_if_any(folder)
    files = tei_files(tei, edition)
    stated = edition or Edition.of_folder(Path())
    out = into or stated.build
    render(report, files, out, stated, jobs, pdf=pdf)
    if report.status is Exit.WELL:
        report.say(str(out / "index.html"))


def render(
    report: Report, files: Sequence[Path], out: Path, edition: Edition, jobs: int | None, *, pdf: bool = True
) -> tuple[str, ...]:
    """Render TEI files as an edition into a folder; what cannot be rendered goes to the report.

    Returns a sentence for each thing that the edition might offer and does not.
    """
    sources = {file.stem: source for file in files if (source := with_source(file, edition, None).source)}
    review = partial(places_to_review, sources=sources, acceptances=read_acceptances(edition.root))
    reviewed = folder_digest(edition.tei, edition.root / "accepted.toml", edition.root / "conventions.toml")
    with report.attempt(str(out)), progress("Rendering", len(files)) as done:
        rendered = render_edition(
            files,
            out,
            edition,
            processes=jobs,
            progress=done,
            review=review,
            sources=sources,
            pdf=pdf,
            review_of=reviewed,
        )
        told = {_place(finding) for finding in report.findings}
        news = [finding for finding in rendered.findings if _place(finding) not in told]
        report.refusals.extend(news)
        for name in rendered.kept:
            report.say(f"{name}: its file cannot be read; until that is put right, its page shows the state before")
        report.worsen(Exit.BAD_INPUT if news else Exit.WELL)
        return rendered.left_out
    return ()


def _place(finding: Finding) -> tuple[str, str, int, int]:
    return finding.code, finding.file, finding.line, finding.column


def places_to_review(file: Path, sources: Mapping[str, Path], acceptances: Sequence[Acceptance]) -> list[Finding]:
    """Return the places of a TEI file that want a person, those that ``acceptances`` give a reason for left out.

    ``sources`` are transcripts by the documents' ids. Of a file that cannot be read the one place is why.
    """
    try:
        found = review_file(file, sources.get(file.stem))
    except DipleError as error:
        message = f"the page shows an earlier state, since the file cannot be read: {error.finding.message}"
        return [replace(error.finding, message=message)]
    return settle(found, file.stem, acceptances, "D").findings
