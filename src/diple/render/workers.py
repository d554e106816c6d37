"""The work of rendering shared out among processes, each with a press of its own: Saxon holds Python's lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import BaseContext
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, Protocol, TypeVar

from diple.processes import leave_interrupts, way_to_start_processes
from diple.render.press import press

_FEW: Final = 12
"""Below this number of documents, processes that have to import everything cost more than they save."""
_MOST: Final = 8
_LONGEST_CHUNK: Final = 16

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")


class Mapper(Protocol):
    """A map over a sequence, in order: the built-in one, or a pool's."""

    def __call__(self, work: Callable[[_Task], _Done], tasks: Sequence[_Task], /) -> Iterator[_Done]: ...  # noqa: D102


class Workers(NamedTuple):
    """A map that does its work with the register in use, and that register: the XML of its entries, or nothing."""

    run: Mapper
    register: str


@contextmanager
def workers(documents: int, processes: int | None, read_register: Callable[[], str]) -> Iterator[Workers]:
    """Yield workers for so many documents: this process alone, or others beside it where there is enough to do.

    ``processes`` is their number, by default one for each core. ``read_register`` is called once, after the others have
    started, and what it raises ends the work; on leaving no register is in use any more.
    """
    context, at_once = way_to_start_processes()
    count = processes or (min(cpu_count() or 1, _MOST, documents) if documents >= (2 if at_once else _FEW) else 1)
    try:
        if count > 1:
            with _pool(count, context, read_register) as shared:
                yield shared
        else:
            register = read_register()
            press().use_register(register)
            yield Workers(map, register)
    finally:
        press().use_register("")


@contextmanager
def _pool(count: int, context: BaseContext, read_register: Callable[[], str]) -> Iterator[Workers]:
    """Yield workers in other processes, which find the register in a file."""
    pool = ProcessPoolExecutor(count, context, initializer=leave_interrupts)
    try:
        for _ in range(count):
            pool.submit(_make_ready)  # they start now, while this process has no Saxon yet
        register = read_register()
        press().use_register(register)
        with TemporaryDirectory(prefix="diple.") as folder:
            kept = Path(folder) / "register.xml"
            kept.write_text(register, encoding="utf-8")
            yield Workers(partial(_map, pool, count, kept), register)
    finally:
        pool.shutdown(cancel_futures=True)


def _make_ready() -> None:
    press().compile_for_documents()


def _map(
    pool: ProcessPoolExecutor, count: int, register: Path, work: Callable[[_Task], _Done], tasks: Sequence[_Task], /
) -> Iterator[_Done]:
    chunk = max(1, min(_LONGEST_CHUNK, len(tasks) // (count * 4)))
    return pool.map(partial(_with_register, register, work), tasks, chunksize=chunk)


_in_use: list[Path] = []
"""The file of the register that this process has in use, if any."""


def _with_register(register: Path, work: Callable[[_Task], _Done], task: _Task) -> _Done:
    if _in_use != [register]:
        press().use_register(register.read_text(encoding="utf-8"))
        _in_use[:] = [register]
    return work(task)
