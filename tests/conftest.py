"""Options and profiles of the test run.

Property tests try the same examples in every run, so that a run says something of the change and not of chance. To
search with new ones: ``DIPLE_SEARCH=1 make test``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

import kept

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("search" if os.environ.get("DIPLE_SEARCH") else "steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save-golden", action="store_true", help="write what the encoder gives into the golden files")


def pytest_configure(config: pytest.Config) -> None:
    """Give all processes of the run one folder in which they keep encodings for each other."""
    if kept.FOLDER not in os.environ:
        os.environ[kept.FOLDER] = tempfile.mkdtemp(prefix="diple-kept-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(kept.FOLDER), ignore_errors=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="PLAYWRIGHT IS MISSING: no page is tried in a browser")
    if CHROMIUM is None:
        pytest.skip("CHROMIUM IS MISSING: no page is tried in a browser")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
