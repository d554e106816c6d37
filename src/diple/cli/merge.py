"""``diple merge``: a new encoding brought into an edited TEI file, and what both changed settled."""

from __future__ import annotations

from pathlib import Path

import click

from diple.cli.options import edition_option, no_source, source_option, the_edition_if_any, with_source
from diple.cli.report import Report, reporting
from diple.edition import Edition
from diple.findings import Exit, bad_input
from diple.inputs import TEI_SUFFIX, Document
from diple.merge.renewal import Renewal, files_of, renew, settle
from diple.merge.wording import told
from diple.pipeline import encode_file


@click.command("merge")
@click.argument("name", metavar="NAME")
@click.option("--take", type=click.Choice(["new", "mine"]), help="Settle conflicts: the new reading, or what stands.")
@click.option("--at", "places", multiple=True, metavar="ID", help="The conflict to settle; all that are open without.")
@click.option("--dry-run", is_flag=True, help="Show what would change, by paragraph; write nothing.")
@click.option("--base", type=click.Path(path_type=Path), metavar="FILE", help="The TEI as it was before it was edited.")
@source_option
@edition_option
@reporting(findings_are_result=True)
def command(
    report: Report,
    name: str,
    take: str | None,
    places: tuple[str, ...],
    dry_run: bool,
    base: Path | None,
    source: Path | None,
    folder: Path | None,
) -> None:
    """Merge what is new in the encoding of a document into its edited TEI, as encode and build do.

    NAME is the id of a document of the edition, or a TEI file. What changed is shown by paragraph; where both changed
    one place, the file stays as it is, and the new reading is a conflict until it is settled with --take.

    \b
    Example:
      diple merge letter --dry-run
      diple merge letter --take new --at p5
    """
    if places and not take:
        raise click.UsageError("--at goes with --take new or --take mine")
    document = _document(name, the_edition_if_any(folder), source)
    if take:
        for place in settle(document, places, take):
            report.say(f"{document.tei}: {place}: {'the new reading' if take == 'new' else 'what stands'} was taken")
        return
    if document.source is None:
        raise bad_input("I052", str(document.tei), no_source(document.tei))
    encoding = encode_file(document.source, edition=the_edition_if_any(folder))
    renewal = renew(document, encoding, base=_read(base), write=not dry_run)
    tell(report, document, renewal)


def tell(report: Report, document: Document, renewal: Renewal) -> None:
    """Say what a merge changed, and what it left open; that is a finding."""
    for line in told(renewal.merged.changes if renewal.merged else ()):
        report.say(line)
    report.say(f"{document.tei}: {renewal.state.value}")
    report.add(renewal.findings, Exit.FINDINGS if renewal.findings else Exit.WELL)


def _document(name: str, edition: Edition | None, source: Path | None) -> Document:
    path = Path(name)
    if path.suffix != TEI_SUFFIX:
        path = (edition.tei if edition else Path()) / f"{name}{TEI_SUFFIX}"
    document = with_source(path, edition, source)
    if not files_of(document).tei.is_file():
        advice = "name a document of the edition by its id, or a TEI file"
        raise bad_input("I001", str(path), "the file cannot be read: it is not there", suggestion=advice)
    return document


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
