"""The five seeds as fixtures, named by what they are and found by their words."""

from __future__ import annotations

import pytest
from encoded import Encoded, encode, seed_path


@pytest.fixture(scope="session")
def memorandum() -> Encoded:
    return encode(seed_path("RECORD OF A CONVERSATION* BETWEEN. N. S. KHRUSHCHEV"))


@pytest.fixture(scope="session")
def conversation() -> Encoded:
    return encode(seed_path("Chairman Mao (hereafter, Chairman):"))


@pytest.fixture(scope="session")
def proposal() -> Encoded:
    return encode(seed_path("Ideas for the text of the letter"))


@pytest.fixture(scope="session")
def embassy_memo() -> Encoded:
    return encode(seed_path("FIRST SECRETARY OF THE SOVIET"))


@pytest.fixture(scope="session")
def printed_letter() -> Encoded:
    return encode(seed_path("Prepared © for the Internet"))
