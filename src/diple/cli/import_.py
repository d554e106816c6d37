"""``diple import``: transcripts from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.additions import import_transcript
from diple.cli.options import edition_option, the_edition
from diple.cli.report import Report, reporting


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--id", "name", default="", metavar="ID", help="The id of the one document named. [default: its name]")
@edition_option
@reporting()
def command(report: Report, files: Sequence[Path], name: str, folder: Path | None) -> None:
    """Copy transcripts into the edition, byte for byte; a document that is there is never written over.

    The id is the name without its ending, with what no address may hold made hyphens: choose it well, date first; it
    is part of the document's address for ever.

    \b
    Example:
      diple import letter.txt --id 1955-03-02-letter-to-the-harbour-board
      diple import ~/transcripts/*.md
    """
    if name and len(files) > 1:
        raise click.UsageError("--id goes with one FILE")
    edition = the_edition(folder)
    for file in files:
        with report.attempt(str(file)):
            report.say(str(import_transcript(file, edition, name)))
