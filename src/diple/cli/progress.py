"""Work on many files, one after the other: a progress bar where a person looks, and no file stops the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from diple.cli.report import Report


def for_each(report: Report, label: str, files: Sequence[Path], work: Callable[[Path], None]) -> None:
    """Do ``work`` on each file; an error in one goes to the report and the next is taken."""
    with progress(label, len(files)) as done:
        for file in files:
            with report.attempt(str(file)):
                work(file)
            done(file.stem)


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of each thing done; it draws nothing unless a person is looking."""
    if length < 2 or not sys.stderr.isatty():
        yield lambda _name: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, item_show_func=_shortened) as bar:
        yield lambda name: bar.update(1, name)


def _shortened(name: str | None) -> str | None:
    """Return a name short enough for the bar to stay on its line of the terminal."""
    return name if name is None or len(name) <= 24 else f"{name[:23]}…"
