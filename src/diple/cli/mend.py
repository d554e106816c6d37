"""What ``diple validate --fix`` does: shows what is mechanical as a diff, and writes it when told to."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from diple.cli.report import Report, echo, plural
from diple.validate.repair import Repaired, repair
from diple.xmlio import write_atomically

# How many characters of a line are shown before and after what changes.
NEAR = 40


def mend(report: Report, files: Sequence[Path], *, write: bool) -> None:
    """Show the repairs of files as a diff; write them if ``write``, else if a person at the terminal says so.

    What is shown goes to standard error where standard output is for programs.
    """
    aside = report.format != "text"
    repaired = {file: new for file in files for new in [_repaired(report, file)] if new is not None}
    for file, (old, new) in repaired.items():
        for line in _diff(str(file), old, new):
            echo(line, err=aside)
    if not repaired:
        echo("nothing that can be put right mechanically", err=aside)
    elif write or _is_wanted(len(repaired)):
        for file, (_, new) in repaired.items():
            with report.attempt(str(file)):
                write_atomically(file, new.data)
                echo(f"{file}: {plural(len(new.mended), 'mistake')} put right", err=aside)
    else:
        echo("nothing was written; add --yes to write it", err=aside)


def _repaired(report: Report, file: Path) -> tuple[bytes, Repaired] | None:
    """Return a file's bytes and its repair; ``None`` if there is nothing to repair."""
    with report.attempt(str(file)):
        if file.is_file():
            old = file.read_bytes()
            new = repair(old, str(file))
            return (old, new) if new.mended else None
    return None


def _diff(file: str, old: bytes, new: Repaired) -> Iterator[str]:
    """Yield the changes of a file as a diff that shows of each line, which may be long, only what is near."""
    yield f"--- {file}"
    yield f"+++ {file} (put right)"
    for change in new.changes:
        line = old.count(b"\n", 0, change.start) + 1
        before = _text(old[: change.start].rpartition(b"\n")[2])
        after = _text(old[change.end :].partition(b"\n")[0]).rstrip()
        head = f"…{before[-NEAR:]}" if len(before) > NEAR else before
        tail = f"{after[:NEAR]}…" if len(after) > NEAR else after
        yield f"@@ line {line} @@"
        yield f"-{head}{_text(old[change.start : change.end])}{tail}"
        yield f"+{head}{_text(change.new)}{tail}"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _is_wanted(number: int) -> bool:
    """Ask the person at the terminal, if there is one."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm(f"Write {plural(number, 'file')}?", default=False, err=True)
