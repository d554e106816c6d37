"""Recognise marks in the margin that notes describe."""

from __future__ import annotations

from diple.draft import Draft


def recognise(draft: Draft) -> None:
    """Do nothing yet."""
