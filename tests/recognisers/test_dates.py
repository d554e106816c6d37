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
    "text",
    [
        "in 1931",
        "in May 5 barges",
        "in March",
        "by 4 may",
        "on march 4",
        "in the years 1931-1933",
        "at the end of 1931",
        "number 4/31",
    ],
)
def test_years_and_months_alone_are_text(text: str) -> None:
    assert words(drafted(f"The lock was opened {text} by the board."), "date") == []


@pytest.mark.parametrize(
    ("text", "found", "given"),
    [
        ("on 4 March at", "4 March", {"when": "--03-04"}),
        ("on March 4th at", "March 4th", {"when": "--03-04"}),
        ("until 30 June. At", "30 June", {"when": "--06-30"}),
        ("from 4 to 6 March at", "from 4 to 6 March", {"from": "--03-04", "to": "--03-06"}),
        ("on 28 March – 2 April at", "28 March – 2 April", {"from": "--03-28", "to": "--04-02"}),
        ("on 5 and 7 July 1931 at", "7 July 1931", {"when": "1931-07-07"}),
    ],
)
def test_a_day_without_year_stays_without_year(text: str, found: str, given: dict[str, str]) -> None:
    draft = drafted(f"The lock was opened {text} noon.")
    assert words(draft, "date") == [found]
    assert attrs(draft, "date") == [given]


def test_a_date_marked_up_already_stays_alone() -> None:
    draft = drafted("The lock was opened.")
    assert words(draft, "date") == []


def test_a_date_in_a_citation_stands_in_it() -> None:
    draft = drafted("It is “closed” (Vodni List, 30 January 1968).")
    assert words(draft, "date") == ["30 January 1968"]
