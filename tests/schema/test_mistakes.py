"""Single mistakes of forty kinds in valid documents: caught, at their line, once, with the right suggestion."""

from __future__ import annotations

import pytest
from mistakes import KINDS, Outcome, documents, mistakes, outcome, table


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    told = [outcome(mistake) for mistake in mistakes(4 * len(KINDS))]
    print(f"\n{table(told)}")
    return told


def _share(told: list[bool]) -> float:
    return sum(told) / len(told)


def test_there_are_kinds_and_documents_enough(outcomes: list[Outcome]) -> None:
    assert len({one.kind for one in outcomes}) >= 25
    assert len(documents()) >= 12


def test_every_mistake_is_caught(outcomes: list[Outcome]) -> None:
    assert all(one.caught for one in outcomes), table(outcomes)


def test_mistakes_are_told_at_their_line_and_once(outcomes: list[Outcome]) -> None:
    assert _share([one.at_line for one in outcomes]) >= 0.98, table(outcomes)
    assert _share([one.once for one in outcomes]) >= 0.95, table(outcomes)


def test_the_right_thing_is_suggested(outcomes: list[Outcome]) -> None:
    assert _share([one.suggested for one in outcomes if one.suggested is not None]) >= 0.90, table(outcomes)
