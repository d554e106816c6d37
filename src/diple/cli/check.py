"""``diple check``: the conventions of a house read, and their examples tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from diple.cli.options import edition_option, the_edition_if_any
from diple.cli.progress import for_each
from diple.cli.report import Report, plural, reporting, status_of
from diple.conventions import CONVENTIONS_FILE, Convention, House, built_in, read_conventions
from diple.conventions.examples import Failure, failures
from diple.edition import Edition
from diple.findings import Finding, bad_input
from diple.inputs import CONVENTIONS_SUFFIX


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[CONVENTIONS]...")
@edition_option
@reporting(findings_are_result=True)
def command(report: Report, files: Sequence[Path], folder: Path | None) -> None:
    """Check conventions.toml, the table of what wordings mean, and run each of its examples.

    Without a file: the edition's, and those of single documents (seeds/ID.conventions.toml). An example that does not
    become what it should is shown with what it becomes. Exit status 1 if one fails, 3 if a file cannot be used.

    \b
    Example:
      diple check
      diple check conventions.toml
    """
    edition = the_edition_if_any(folder)
    for_each(report, "Checking", list(files) or _files_of(edition), lambda path: check(report, path, edition))


def check(report: Report, path: Path, edition: Edition | None) -> None:
    """Read one file and run its examples under the conventions that hold where it holds."""
    conventions = read_conventions(path)
    house = built_in().with_more(_of_edition(path, edition)).with_more(conventions)
    findings = list(_findings(path, conventions, house))
    report.add(findings, status_of(findings))
    examples = sum(len(convention.examples) for convention in conventions)
    failed = sum(finding.level == "error" for finding in findings)
    verdict = f"{failed} failed" if failed else "all are well"
    report.say(f"{path}: {plural(len(conventions), 'wording')}, {plural(examples, 'example')}, {verdict}")


def _files_of(edition: Edition | None) -> list[Path]:
    """Return the files with conventions of an edition; raises ``DipleError`` (I080) if there is none."""
    edition = edition or Edition.load(Path())
    own = sorted(edition.seeds.glob(f"*{CONVENTIONS_SUFFIX}"))
    files = [path for path in (edition.root / CONVENTIONS_FILE, *own) if path.is_file()]
    if not files:
        advice = "write one beside edition.toml; docs/conventions.md tells how"
        raise bad_input("I080", str(edition.root / CONVENTIONS_FILE), "there is no such file", advice)
    return files


def _of_edition(path: Path, edition: Edition | None) -> tuple[Convention, ...]:
    """Return the edition's conventions, which hold beside those of one document."""
    beside = edition.root / CONVENTIONS_FILE if edition else None
    if beside is None or not beside.is_file() or not path.name.endswith(CONVENTIONS_SUFFIX):
        return ()
    return read_conventions(beside)


def _findings(path: Path, conventions: Sequence[Convention], house: House) -> Iterator[Finding]:
    tried: set[int] = set()
    for convention in conventions:
        if not convention.examples and convention.line not in tried:
            message = f"“{convention.wording.written}” has no example"
            advice = 'add examples = [{ source = "…", becomes = "…" }]'
            yield Finding("I086", "advice", str(path), convention.line, 0, message, suggestion=advice)
        tried.add(convention.line)
        yield from (_told(path, failure) for failure in failures(convention, house))


def _told(path: Path, failure: Failure) -> Finding:
    example = failure.example
    message = f"the example “{_short(example.source)}” fails: {failure.reason}"
    found = f"; wanted {_short(example.becomes)}; it became {_short(failure.found, 600)}" if failure.found else ""
    return Finding("I085", "error", str(path), example.line, 0, message + found)


def _short(words: str, length: int = 120) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else f"{words[: length - 1]}…"
