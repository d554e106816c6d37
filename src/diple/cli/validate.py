"""``diple validate``: TEI files against the schema and its rules."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from diple.cli.forms import with_its_place
from diple.cli.mend import mend
from diple.cli.options import (
    REGISTER,
    edition_option,
    files_and_registers,
    tei_argument,
    the_edition_if_any,
    with_source,
)
from diple.cli.progress import for_each
from diple.cli.report import Report, reporting, status_of
from diple.edition import Edition
from diple.findings import Finding
from diple.formats import TEI_SUFFIXES
from diple.inputs import Document
from diple.origin import Origin
from diple.validate import validate_file
from diple.validate.accepted import Acceptance, Settled, of_no_document, read_acceptances, settle
from diple.validate.explain import all_codes, explain


def _explain(context: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    """Print what a code means, and end there."""
    if code is None:
        return
    known = explain(code)
    if known is None:
        close = get_close_matches(code.upper(), all_codes(), 1)
        letters = ", ".join(sorted({each[0] for each in all_codes()}))
        advice = f"; did you mean {close[0]}?" if close else f"; codes are three figures after one of {letters}"
        raise click.UsageError(f"there is no code {code}{advice}", context)
    click.echo(known.as_text())
    context.exit()


@click.command("validate")
@tei_argument
@click.option("--fix", is_flag=True, help="Put right what is mechanical, such as a misspelt name; shows a diff first.")
@click.option("--yes", is_flag=True, help="With --fix: write the files without asking.")
@click.option(
    "--explain", metavar="CODE", is_eager=True, expose_value=False, callback=_explain, help="Say what CODE means."
)
@edition_option
@reporting(findings_are_result=True, formats=("text", "json", "sarif", "junit", "github"), lines=with_its_place)
def command(report: Report, tei: Sequence[Path], fix: bool, yes: bool, folder: Path | None) -> None:
    """Check TEI files (or folders of them) against the schema and its rules; without any, all of the edition's.

    Exit status 1 if there is an error or a warning; advice alone leaves it 0. Findings of the rules for which the
    edition's accepted.toml gives a reason are not shown.

    \b
    Example:
      diple validate
      diple validate tei/letter.xml --format json
      diple validate --explain R204
      diple validate tei/letter.xml --fix
    """
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")
    edition = the_edition_if_any(folder)
    files = files_and_registers(tei, edition)
    if fix:
        mend(report, files, write=yes)
    acceptances = acceptances_of(edition)
    report.files = [str(file) for file in files]

    def check(file: Path) -> None:
        take(report, validate_document(with_source(file, edition, None), edition, acceptances), strict=True)

    for_each(report, "Validating", files, check)
    if not tei:
        unknown = of_no_document(acceptances, [file.stem for file in files])
        report.add(unknown, status_of(unknown, strict=True))


def acceptances_of(edition: Edition | None) -> tuple[Acceptance, ...]:
    """Return the reasons that an edition keeps; raises what ``read_acceptances`` raises."""
    return read_acceptances(edition.root) if edition else ()


def take(report: Report, settled: Settled, *, strict: bool) -> None:
    """Take the outcome of validation into a report; warnings count if ``strict``."""
    report.accepted += settled.accepted
    report.add(settled.findings, status_of(settled.findings, strict=strict))


def _into_register(tei: Path, edition: Edition) -> list[Finding]:
    """Return the pointers of a document into the edition's register that lead nowhere."""
    if not (edition.tei / REGISTER).is_dir():
        return []
    from diple.register import dangling, register_of  # takes a second to import, with all that knows of names

    return dangling(register_of(edition), tei)


def validate_document(document: Document, edition: Edition | None, acceptances: Sequence[Acceptance] = ()) -> Settled:
    """Return what is wrong with a document's TEI, with lines of its source where source and ledger are there.

    Pointers into the register of the edition are followed too. What ``acceptances`` give a reason for is counted only.
    """
    source = Origin(document.source, document.ledger) if document.source else None
    taken = document.source is not None and document.source.suffix.lower() in TEI_SUFFIXES
    findings = validate_file(document.tei, source=source, rules=True, taken=taken)
    if edition is not None and not any(finding.code.startswith("I") for finding in findings):
        findings += _into_register(document.tei, edition)
    return settle(findings, document.id, acceptances)
