"""A small edition that can be built, and how a server is asked."""

from __future__ import annotations

from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from diple.cli import main
from diple.edition import Edition
from diple.kit import SAMPLE, Details, found
from diple.serve import Site

NAME = Path(SAMPLE).stem


class Answer(NamedTuple):
    status: int
    body: bytes
    kind: str


class Served(NamedTuple):
    """A site that is being served, and the port where."""

    site: Site
    port: int

    def ask(self, path: str, method: str = "GET", host: str = "") -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"localhost:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        told = Answer(answer.status, answer.read(), answer.getheader("Content-Type", ""))
        connection.close()
        return told


def new_edition(folder: Path) -> Edition:
    """Lay out an edition with a long letter and build it."""
    found(folder, Details("Papers of the Harbour", "The Harbour Archive", date(2026, 1, 31)))
    source = folder / "seeds" / SAMPLE
    more = "\n\n".join(f"Paragraph {number} speaks of the harbour and of nothing else. " * 6 for number in range(60))
    text = source.read_text(encoding="utf-8").replace("\nWith great respect", f"\n{more}\n\nWith great respect")
    source.write_text(text, encoding="utf-8")
    assert main(["build", "--edition", str(folder)]) == 0
    return Edition.load(folder)
