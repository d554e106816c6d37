"""``diple build``: the whole line for an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from diple.cli.encode import State
from diple.cli.line import Outcome, plan, run_line
from diple.cli.options import edition_option, jobs_option, pdf_option, the_edition
from diple.cli.progress import progress
from diple.cli.render import render
from diple.cli.report import WORRYING, Report, plural, reporting
from diple.edition import Edition
from diple.findings import Exit


@click.command("build")
@edition_option
@jobs_option
@pdf_option
@click.option("--release", is_flag=True, help="Make no page while anything is wrong; what was built before stays.")
@reporting(levels=WORRYING)
def command(report: Report, folder: Path | None, jobs: int | None, *, pdf: bool, release: bool) -> None:
    """Build the edition: encode what is in its seeds folder, verify, validate, render.

    A TEI file that somebody has edited since it was encoded is never written over: it is verified, validated and
    rendered as it stands. A TEI file without a transcript is validated and rendered.

    \b
    Example:
      diple build
      diple build --edition path/to/edition
    """
    edition = the_edition(folder)
    documents, findings, errors = plan(edition)
    report.add(findings)
    for error in errors:
        report.refuse(error)
    outcomes = []
    with progress("Encoding", len(documents)) as done:
        for outcome in run_line(documents, edition, jobs):
            outcomes.append(outcome)
            report.add(outcome.findings, outcome.status)
            report.refusals.extend(outcome.refusals)
            report.accepted += outcome.accepted
            done(outcome.document.id)
    if release and report.status is not Exit.WELL:
        summarise(report, outcomes, edition)
        report.say("Not released: put right what is named above, or give reasons in accepted.toml. No page was made.")
        return
    files = [outcome.document.tei for outcome in outcomes if outcome.document.tei.is_file()]
    left_out = render(report, files, edition.build, edition, jobs, pdf=pdf)
    summarise(report, outcomes, edition)
    for reason in left_out:
        report.say(f"Left out: {reason}")


def summarise(report: Report, outcomes: Sequence[Outcome], edition: Edition) -> None:
    """Say how many documents there are, which were left as their editors have them, and where the edition is."""
    states = Counter(outcome.state for outcome in outcomes)
    counts = ", ".join(f"{states[state]} {state.value.split(';')[0]}" for state in State if states[state])
    report.say(f"{plural(len(outcomes), 'document')}: {counts}")
    for outcome in outcomes:
        if outcome.state is State.EDITED:
            report.say(f"{outcome.document.tei}: {outcome.state.value}")
    report.say(report.count())
    if (edition.build / "index.html").is_file():
        report.say(f"The edition: {edition.build / 'index.html'}")
