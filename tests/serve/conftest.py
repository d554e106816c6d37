"""A small edition, built, and what serves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import Served, new_edition

from diple.edition import Edition
from diple.serve import Bulletin, Site, start_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


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
