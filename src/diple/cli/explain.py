"""``diple explain``: line by line, what was recognised in a transcript, and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from diple.cli.options import edition_option, the_edition_if_any
from diple.cli.report import Report, escaped
from diple.conventions import house_of
from diple.explain import Line, explain
from diple.source import read_source
from diple.trace import Claim

_RANGE = re.compile(r"(\d+)(?:-(\d+))?")
_SHOWN = 60


class Lines(click.ParamType[range]):
    """A line, or lines from one to another: ``12``, ``12-20``."""

    name = "A-B"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> range:
        """Return the numbers of the lines."""
        match = _RANGE.fullmatch(value)
        if match is None or int(match[1]) < 1 or int(match[2] or match[1]) < int(match[1]):
            self.fail(f"{value!r} names no lines; write 12 or 12-20", param, ctx)
        return range(int(match[1]), int(match[2] or match[1]) + 1)


@click.command("explain")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--line", "--lines", "lines", type=Lines(), help="Only these lines of the transcript.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@edition_option
@click.pass_context
def command(ctx: click.Context, source: Path, lines: range | None, format_: str, folder: Path | None) -> None:
    """Show line by line what was recognised in a transcript: by which recogniser, as what, and why.

    Under each line stand the claims that begin on it; "lost" marks one that was considered and gave way, with what beat
    it. What no line beneath names stayed text. Nothing is written.

    \b
    Example:
      diple explain talk.txt --lines 10-20
    """
    report = Report()
    with report.attempt(str(source)):
        edition = the_edition_if_any(folder)
        transcript = read_source(source)
        account = explain(transcript, edition=edition, house=house_of(source, edition))
        chosen = [line for line in account if lines is None or line.number in lines]
        _show_json(chosen) if format_ == "json" else _show(chosen, account, transcript.text)
    report.show()
    ctx.exit(report.status)


def _show_json(lines: Sequence[Line]) -> None:
    click.echo(json.dumps([_as_object(line) for line in lines], ensure_ascii=True, indent=1))


def _as_object(line: Line) -> dict[str, object]:
    return {
        "line": line.number,
        "text": line.text,
        "claims": [asdict(claim) for claim in line.claims],
        "became": [stretch._asdict() for stretch in line.stretches],
        "doubts": list(line.doubts),
    }


def _show(lines: Sequence[Line], account: Sequence[Line], source: str) -> None:
    """Print lines with their claims; blank ones without claims are passed over. Colour is for terminals only."""
    width = len(str(len(account)))
    for line in lines:
        if not line.text.strip() and not line.claims:
            continue
        click.secho(f"{line.number:>{width}}  {escaped(line.text)}", bold=True)
        for told, colour in _told(line, source):
            click.secho(f"{'':{width}}  {told}", fg=colour)


def _told(line: Line, source: str) -> Iterator[tuple[str, str | None]]:
    """Yield what is said of a line, each with its colour."""
    said: set[str] = set()
    for claim in line.claims:
        told = escaped(_sentence(claim, source))
        if told not in said:
            said.add(told)
            yield told, None if claim.fate == "stands" else "yellow"
    for doubt in line.doubts:
        yield f"? {escaped(doubt)}", "red"


def _sentence(claim: Claim, source: str) -> str:
    lost = {"stands": "", "refused": "lost ", "withdrawn": "taken back "}[claim.fate]
    attrs = "".join(f" {name}={value!r}" for name, value in claim.attrs.items())
    why = f" – {claim.why}" if claim.why else ""
    beaten = f" (to {claim.beaten_by})" if claim.beaten_by and claim.fate == "refused" else ""
    beaten = f" (by {claim.beaten_by})" if claim.fate == "withdrawn" else beaten
    what = f"{claim.kind} {claim.what}".rstrip()
    return f"{claim.by or 'nobody'}: {lost}{what}{attrs}{_words(claim, source)}{beaten}{why}"


def _words(claim: Claim, source: str) -> str:
    """Return the words that a claim is about, in quotation marks, unless it is about a whole block."""
    words = " ".join(source[claim.start : claim.end].split())
    if not words or claim.kind == "role":
        return ""
    return f" “{words if len(words) <= _SHOWN else f'{words[: _SHOWN - 1]}…'}”"
