"""Options and profiles of the test run.

Property tests try the same examples in every run, so that a run says something of the change and not of chance. To
search with new ones: ``DIPLE_SEARCH=1 make test``.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("search" if os.environ.get("DIPLE_SEARCH") else "steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save-golden", action="store_true", help="write what the encoder gives into the golden files")
