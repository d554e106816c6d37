"""``diple new``: a transcript to be typed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from diple.additions import Stated, begin_transcript
from diple.cli.options import edition_option, the_edition
from diple.cli.report import Report, reporting


def _checked(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a year, month or day as ISO 8601 writes it; raises ``BadParameter`` for anything else."""
    whole = f"{value}-01-01"[:10] if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else "none"
    try:
        date.fromisoformat(whole)
    except ValueError as error:
        if value:
            raise click.BadParameter("write 1955-03-02, 1955-03 or 1955") from error
    return value


@click.command("new")
@click.argument("title")
@click.option("--date", "day", default="", metavar="DATE", callback=_checked, help="Its date: 1955-03-02 or 1955-03.")
@click.option("--source", default="", help="Archive and shelfmark.")
@click.option("--translator", default="", help="Who translated it.")
@click.option("--id", "name", default="", metavar="ID", help="The id of the document. [default: from date and title]")
@edition_option
@reporting()
def command(
    report: Report,
    title: str,
    day: str,
    source: str,
    translator: str,
    name: str,
    folder: Path | None,
) -> None:
    """Begin a transcript in the edition's folder, with what is known of the document at its head.

    \b
    Example:
      diple new "Letter to the Harbour Board" --date 1955-03-02 --source "HBA, f. 3, op. 1, d. 12"
    """
    if not title.strip():
        raise click.UsageError("a document wants a title")
    stated = Stated(title.strip(), day, source, translator)
    report.say(str(begin_transcript(stated, the_edition(folder), name)))
