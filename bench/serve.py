"""``python -m bench serve``: how long after a save a page that is open is told to load what is new.

Measured is a copy of the edition in the current folder, shown by ``diple serve``: the shortest and the longest document
saved; then, with the page of the longest open, a file of the register, the edition's own style sheet and its own
stylesheet (XSLT). Each time is that from the writing of the file to the news at the page, so that the gathering of
saves is in it; it is the median of several.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from diple.edition import Edition
from diple.inputs import list_tei

_OWN_STYLESHEET = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>\n'
_TIMES = 5
_REST = 3.0
"""Seconds between saves, for a person to read, and for the rest of a document to be made."""


def main() -> None:
    """Build a copy of the edition, serve it, save files and print the times."""
    with tempfile.TemporaryDirectory() as place:
        folder = _copied(Path(place) / "edition")
        edition = Edition.load(folder)
        documents = sorted(list_tei(edition.tei), key=lambda path: path.stat().st_size)
        print(f"\n{'saved':56}{'KB':>8}{'seconds':>10}", flush=True)
        with _served(folder) as port:
            for tei in (documents[0], documents[-1]):
                _row(tei, port, tei.stem)
            others = [*sorted((edition.tei / "register").glob("*.xml"))[:1], folder / "edition.css"]
            for path in (*others, folder / "xslt" / "html.xsl"):
                _row(path, port, documents[-1].stem)


def _copied(folder: Path) -> Path:
    edition = Edition.load(Path())
    folder.mkdir()
    shutil.copy(edition.root / "edition.toml", folder)
    for part in (edition.seeds, edition.tei):
        shutil.copytree(part, folder / part.relative_to(edition.root))
    (folder / "edition.css").write_text("main { color: black }\n", encoding="utf-8")
    (folder / "xslt").mkdir()
    (folder / "xslt" / "html.xsl").write_text(_OWN_STYLESHEET, encoding="utf-8")
    _diple(folder, "build", "--no-pdf").wait()
    return folder


def _diple(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-u", "-m", "diple.cli", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    """Give the port at which the edition is served until one leaves."""
    running = _diple(folder, "serve", "--no-build", "--port", "0")
    assert running.stdout is not None
    try:
        found = re.match(r"http://localhost:(\d+)/", running.stdout.readline())
        assert found
        yield int(found[1])
    finally:
        running.send_signal(signal.SIGINT)
        running.wait()
        running.stdout.close()


def _row(path: Path, port: int, told: str) -> None:
    seconds = median([_seconds(path, port, told) for _ in range(_TIMES)])
    print(f"{path.name[:55]:56}{path.stat().st_size / 1024:8.0f}{seconds:10.2f}", flush=True)


def _seconds(path: Path, port: int, told: str) -> float:
    """Save a file with a remark more at its end, and return the seconds until the news of it is there."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", f"/-/news?document={told}")
    news = connection.getresponse()
    remark = b"/* saved */\n" if path.suffix == ".css" else b"<!-- saved -->\n"
    data = path.read_bytes() + remark
    start = perf_counter()
    path.write_bytes(data)
    _wait_for(news, f"data: {told}\n".encode(), lambda: perf_counter() - start)
    seconds = perf_counter() - start
    connection.close()
    sleep(_REST)
    return seconds


def _wait_for(news: HTTPResponse, line: bytes, waited: Callable[[], float]) -> None:
    """Read news until a page is told of; raises ``SystemExit`` if it is not for two minutes."""
    kind = b""
    while waited() < 120:
        read = news.readline()
        if kind == b"event: page\n" and read == line:
            return
        kind = read
    raise SystemExit("nothing was told")


if __name__ == "__main__":
    main()
