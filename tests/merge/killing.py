"""Runs of diple that are killed at a random moment, and what they leave: ``python tests/merge/killing.py 500``.

Each run works on a copy of an edition whose letter was edited and whose transcript was corrected. After the kill every
file is one of those that a whole run leaves or that stood before; a run that is let finish then makes it right.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from merge_calling import EDITION, LETTER, change

from diple.cli import main

COMMANDS = (
    ("encode", "seeds/letter.txt", "seeds/other.txt"),
    ("fmt",),
    ("merge", "letter"),
    ("build", "--jobs", "1", "--no-pdf"),
)
EDITS = (("late", "soon"), ("Nobody", "<!-- who? -->Nobody"), ("\n        <p", "<p"))
CORRECTIONS = (("The harbour", "We write again.\n\nThe harbour"), ("late", "early"), ("tariffs", "duties"))


PROCESSES = get_context("forkserver")
"""A process that has loaded the program begins the runs, so that no run is killed while it loads."""
PROCESSES.set_forkserver_preload(["diple.cli", "diple.pipeline", "diple.merge", "diple.render", "diple.validate"])


def start(folder: Path, *command: str) -> BaseProcess:
    """Start diple in a folder."""
    process = PROCESSES.Process(target=_run, args=(folder, command))
    process.start()
    return process


def _run(folder: Path, command: tuple[str, ...]) -> None:
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    sys.argv = ["diple", *command]
    main()


def seconds_used(pid: int | None) -> float:
    """Return how long a process has worked, which, unlike the time it took, does not depend on what else runs."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # gone, or a system without /proc, where the moment is that of the start
        return float("inf")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def edition(folder: Path) -> Path:
    """Lay out an edition of two letters, one of them edited, whose transcripts have been corrected since."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "edition.toml").write_text(EDITION, encoding="utf-8")
    for name in ("letter", "other"):
        (folder / "seeds" / f"{name}.txt").write_text(LETTER * 6, encoding="utf-8")
    start(folder, *COMMANDS[0]).join()
    change(folder / "tei/letter.xml", *EDITS)
    for name in ("letter", "other"):
        change(folder / "seeds" / f"{name}.txt", *CORRECTIONS)
    return folder


def state(folder: Path) -> dict[str, bytes]:
    """Return the files of an edition's TEI folder, those aside that a killed run left half-written beside them."""
    return {
        path.name: path.read_bytes()
        for path in sorted((folder / "tei").iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


class Killing:
    """One command, killed again and again; ``broken`` tells what was not as it must be."""

    def __init__(self, place: Path, before: Path, command: tuple[str, ...]) -> None:
        self.place, self.before, self.command = place, before, command
        self.broken: list[str] = []
        self.killed = 0
        whole = self._copy("whole")
        process = start(whole, *command)
        self.length = 0.0
        while process.is_alive() and (used := seconds_used(process.pid)) < float("inf"):
            self.length = used
            time.sleep(0.001)
        process.join()
        self.old, self.new = state(before), state(whole)

    def _copy(self, name: str) -> Path:
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.before, folder)
        return folder

    def kill_once(self, random: Random) -> None:
        """Kill the command at a random moment of its run, look, and let another run finish."""
        folder = self._copy("killed")
        process = start(folder, *self.command)
        moment = random.uniform(0.0, 1.0) * self.length
        while process.is_alive() and seconds_used(process.pid) < moment:
            time.sleep(0.001)
        process.kill()
        process.join()
        self.killed += process.exitcode == -signal.SIGKILL
        for name, data in state(folder).items():
            if data not in (self.old.get(name), self.new.get(name)):
                self.broken.append(f"{self.command[0]}: {name} is neither old nor new")
        start(folder, *self.command).join()
        if state(folder) != self.new:
            self.broken.append(f"{self.command[0]}: the next run does not make it right")


def killings(number: int, seed: int = 0) -> tuple[int, list[str]]:
    """Kill each command in turn, ``number`` times in all; return how often it was in time, and what broke."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as place:
        before = edition(Path(place) / "before")
        runs = [Killing(Path(place) / command[0], before, command) for command in COMMANDS]
        for turn in range(number):
            runs[turn % len(runs)].kill_once(random)
    return sum(run.killed for run in runs), [one for run in runs for one in run.broken]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    in_time, broken = killings(int(sys.argv[1]))
    print(f"{sys.argv[1]} runs, {in_time} killed before their end, {len(broken)} left something broken")
    print("\n".join(broken))
    sys.exit(bool(broken))
