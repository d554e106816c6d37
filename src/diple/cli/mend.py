"""What ``diple validate --fix`` does: shows what is mechanical as a diff, and writes it when told to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import click

from diple.cli.report import Report, echo, plural
from diple.validate.repair import repair
from diple.xmlio import write_atomically


def mend(report: Report, files: Sequence[Path], *, write: bool) -> None:
    """Show the repairs of files as a diff; write them if ``write``, else if a person at the terminal says so.

    What is shown goes to standard error where standard output is for programs.
    """
    aside = report.format != "text"
    repaired = {file: new for file in files for new in [_repaired(report, file)] if new is not None}
    for file, (old, new, number) in repaired.items():
        _show_diff(file, old, new, aside)
        echo(f"{file}: {plural(number, 'mistake')} that can be put right", err=aside)
    if not repaired:
        echo("nothing that can be put right mechanically", err=aside)
    elif write or _is_wanted(len(repaired)):
        for file, (_, new, _) in repaired.items():
            with report.attempt(str(file)):
                write_atomically(file, new)
                echo(f"{file}: written", err=aside)
    else:
        echo("nothing was written; add --yes to write it", err=aside)


def _repaired(report: Report, file: Path) -> tuple[bytes, bytes, int] | None:
    """Return a file before and after repair, with the number of mistakes put right; ``None`` if there are none."""
    with report.attempt(str(file)):
        if file.is_file():
            old = file.read_bytes()
            new, mended = repair(old, str(file))
            return (old, new, len(mended)) if mended else None
    return None


def _show_diff(file: Path, old: bytes, new: bytes, aside: bool) -> None:
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    for line in unified_diff(before, after, str(file), f"{file} (put right)", n=1, lineterm=""):
        echo(line, err=aside)


def _is_wanted(number: int) -> bool:
    """Ask the person at the terminal, if there is one."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm(f"Write {plural(number, 'file')}?", default=False, err=True)
