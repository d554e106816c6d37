"""Runs killed at random moments leave old files or new ones, and the next run makes everything right."""

from __future__ import annotations

from killing import killings


def test_twenty_runs_killed_at_random_leave_nothing_half_done() -> None:
    killed, broken = killings(20)
    assert broken == []
    assert killed > 0
