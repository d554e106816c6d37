"""Recognise stage directions."""

from __future__ import annotations

from diple.draft import Draft


def recognise(draft: Draft) -> None:
    """Do nothing yet."""
