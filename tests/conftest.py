"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--save-golden", action="store_true", help="write what the encoder gives into the golden files")
