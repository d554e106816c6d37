"""``diple init``: a new edition."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from diple.cli.report import Report, plural, reporting
from diple.edition import EDITION_FILE
from diple.findings import bad_input
from diple.kit import Details, found, refresh


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--title", default="A new edition", help="The title of the edition.", show_default=True)
@click.option("--publisher", default="", help="Who publishes it. [default: nobody is named until edition.toml says so]")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The date of its first version. [default: today]"
)
@click.option("--refresh", "refreshing", is_flag=True, help="Bring the schema files of an edition up to date.")
@reporting()
def command(
    report: Report, folder: Path, title: str, publisher: str, day: datetime | None, *, refreshing: bool
) -> None:
    """Lay out a new edition in the folder DIR, with one small sample, ready for git.

    It has edition.toml, folders for transcripts and TEI, the schema for editors, settings for VS Code and oXygen, and
    what GitHub and GitLab need to check and build it. A folder that holds anything is not touched.

    \b
    Example:
      diple init papers --title "Papers of the Harbour Office" --publisher "The Harbour Archive"
      diple init papers --refresh
    """
    if refreshing:
        _refresh(report, folder)
        return
    if not title.strip():
        raise click.UsageError("an edition wants a title")
    written = found(folder, Details(title, publisher.strip(), day.date() if day else date.today()))
    report.say(f"{folder}: a new edition, {plural(len(written), 'file')}")
    report.say(f"Next: cd {folder}, then diple build, and open build/index.html")


def _refresh(report: Report, folder: Path) -> None:
    if not (folder / EDITION_FILE).is_file():
        advice = "name the folder of an edition"
        raise bad_input("I060", str(folder / EDITION_FILE), "there is no such file", suggestion=advice)
    written = refresh(folder)
    for path in written:
        report.say(str(path))
    if not written:
        report.say("The schema files are up to date.")
