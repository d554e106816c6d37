"""A small edition, built, and what serves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, new_edition

from diple.edition import Edition
from diple.serve import Bulletin, Site, start_server


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
