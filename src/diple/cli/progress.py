"""A progress bar for long work: on a terminal only, on standard error, gone when piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[str], None]]:
    """Give a function to call with the name of each thing done; it draws nothing unless a person is looking."""
    if length < 2 or not sys.stderr.isatty():
        yield lambda _name: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, item_show_func=lambda name: name) as bar:
        yield lambda name: bar.update(1, name)
