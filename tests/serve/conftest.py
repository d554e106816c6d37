"""A small edition, built, and what serves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from diple.cli import main
from diple.edition import Edition
from diple.kit import SAMPLE, Details, found
from diple.serve import Bulletin, Site, start_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return new_edition(tmp_path_factory.mktemp("editions") / "papers")


@pytest.fixture
def edition(built: Edition, tmp_path: Path) -> Edition:
    """A copy that a test may change."""
    shutil.copytree(built.root, tmp_path / "papers")
    return Edition.load(tmp_path / "papers")


@pytest.fixture
def served(edition: Edition) -> Iterator[Served]:
    site = Site(edition.build, Bulletin())
    server = start_server(site)
    yield Served(site, server.server_port)
    site.closing.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="PLAYWRIGHT IS MISSING: no page is tried in a browser")
    if CHROMIUM is None:
        pytest.skip("CHROMIUM IS MISSING: no page is tried in a browser")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
