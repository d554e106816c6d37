"""``diple status``: where each document stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from diple.cli.line import plan, share_out
from diple.cli.options import edition_option, the_edition
from diple.cli.report import Report, echo, plural
from diple.cli.validate import acceptances_of, validate_document
from diple.cli.verify import verify_document
from diple.edition import Edition
from diple.findings import Exit, Finding
from diple.inputs import Document
from diple.kit import outdated
from diple.review import review_file
from diple.status import Standing, standing
from diple.validate.accepted import Acceptance, settle

_HEADS = ("document", "TEI", "errors", "warnings", "differences", "conflicts", "to look at", "page")


@click.command("status")
@edition_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(context: click.Context, folder: Path | None, format_: Literal["text", "json"]) -> None:
    """Tell where each document of the edition stands; nothing is written.

    For each: whether it is encoded, edited, or behind its transcript; the errors and warnings of validation; how many
    differences from the transcript nothing explains (diple verify tells them); how many conflicts of a merge are open,
    and how many other places want a person (diple review); whether its page is older than its TEI.

    \b
    Example:
      diple status
    """
    report = Report(format_)
    with report.attempt("diple"):
        edition = the_edition(folder)
        documents, _, errors = plan(edition)
        for error in errors:
            report.refuse(error)
        told = []
        for one, refusals in share_out(stand, documents, edition, acceptances_of(edition)):
            told.append(one)
            report.refusals.extend(refusals)
        for line in _as_json(told) if format_ == "json" else _as_text(told, edition):
            echo(line)
    for refusal in report.refusals:
        echo(refusal.as_text(), err=True)
    context.exit(Exit.BAD_INPUT if report.refusals else Exit.WELL)


def stand(
    document: Document, edition: Edition, acceptances: Sequence[Acceptance]
) -> tuple[Standing, tuple[Finding, ...]]:
    """Return where one document stands, and the errors that kept its files from being looked into."""
    report = Report()
    found: list[Finding] = []
    review: list[Finding] = []
    differences: list[Finding] | None = None
    if document.tei.is_file():
        with report.attempt(str(document.tei)):
            found = validate_document(document, edition, acceptances).findings
            if not any(finding.code.startswith("I") for finding in found):
                review = settle(review_file(document.tei, document.source), document.id, acceptances, "D").findings
                if document.source is not None:
                    differences = verify_document(document, edition, acceptances).findings
    return standing(document, edition, found, differences, review), tuple(report.refusals)


def _as_json(told: Sequence[Standing]) -> list[str]:
    return json.dumps([one.as_json() for one in told], ensure_ascii=False, indent=2).splitlines()


def _as_text(told: Sequence[Standing], edition: Edition) -> list[str]:
    rows = [_HEADS, *map(_row, told)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(_cell(cell, width, column) for column, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    )
    return [*(line.rstrip() for line in lines), *_of_schema(edition)]


def _row(one: Standing) -> tuple[str, ...]:
    counts = (one.errors, one.warnings, one.differences, one.conflicts, one.review)
    numbers = ("–" if number is None else str(number) for number in counts)
    return (one.document.id, one.stand.value, *numbers, one.page or "not built")


def _cell(cell: str, width: int, column: int) -> str:
    """Return a cell as wide as its column, numbers to the right."""
    return cell.rjust(width) if 2 <= column <= 6 else cell.ljust(width)


def _of_schema(edition: Edition) -> list[str]:
    stale = list(outdated(edition.root))
    if not stale:
        return []
    files = plural(len(stale), "schema file")
    return [f"{files} not of this version of diple; to bring them up to date: diple init {edition.root} --refresh"]
