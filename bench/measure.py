"""One command measured: what it printed, how long it took, how much memory it needed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from diple.findings import Exit


class Measured(NamedTuple):
    """What a command printed, its wall time and processor time in seconds, its peak memory in bytes."""

    printed: str
    seconds: float
    processor: float
    peak: int


def measured(command: list[str], folder: Path) -> Measured:
    """Run a command in a folder and measure it.

    Raises ``SystemExit`` if the command could not do its work (findings are no such case).
    """
    with tempfile.TemporaryFile("w+") as output:
        places = [str(Path.cwd()), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(places)}
        before = perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, env=environment)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {Exit.WELL, Exit.FINDINGS, Exit.TEXT_LOST}:
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
        output.seek(0)
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Measured(output.read(), seconds, usage.ru_utime + usage.ru_stime, peak)
