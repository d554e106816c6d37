"""Dates in running text."""

from __future__ import annotations

import pytest
from drafts import attrs, drafted, words


@pytest.mark.parametrize(
    ("text", "found", "when"),
    [
        ("on 4 March 1931 at", "4 March 1931", "1931-03-04"),
        ("on March 4, 1931, at", "March 4, 1931", "1931-03-04"),
        ("in October 1934 the", "October 1934", "1934-10"),
        ("on 4\nMarch 1931 at", "4\nMarch 1931", "1931-03-04"),
        ("on 04.03.1931 at", "04.03.1931", "1931-03-04"),
    ],
)
def test_full_dates(text: str, found: str, when: str) -> None:
    draft = drafted(f"The lock was opened {text} noon.")
    assert words(draft, "date") == [found]
    assert attrs(draft, "date")[0]["when"] == when


@pytest.mark.parametrize(
    "text", ["in 1931", "on 4 March", "in the years 1931-1933", "at the end of 1931", "number 4/31"]
)
def test_years_and_days_alone_are_text(text: str) -> None:
    assert words(drafted(f"The lock was opened {text} by the board."), "date") == []


def test_a_date_marked_up_already_stays_alone() -> None:
    draft = drafted("The lock was opened.")
    assert words(draft, "date") == []


def test_a_date_in_a_citation_stands_in_it() -> None:
    draft = drafted("It is “closed” (Vodni List, 30 January 1968).")
    assert words(draft, "date") == ["30 January 1968"]
