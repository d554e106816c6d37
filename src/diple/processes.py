"""How work is shared out among processes."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal


def way_to_start_processes() -> tuple[BaseContext, bool]:
    """Return how to start processes, and whether they are there at once, with everything imported.

    A fork is, but is sound only in a process of one thread, which Linux can tell; Saxon, once it has run, is a second.
    """
    threads = Path("/proc/self/task")
    if threads.is_dir() and len(list(threads.iterdir())) == 1:
        return get_context("fork"), True
    return get_context("spawn"), False


def leave_interrupts() -> None:
    """Let the process that started this one answer an interrupt from the keyboard for both."""
    signal(SIGINT, SIG_IGN)
