"""Paragraphs and words cut by page ends, line ends and stray blank lines."""

from __future__ import annotations

import pytest
from drafts import attrs, drafted, paragraphs

from diple.recognisers.hyphens import Words

PROSE = "The boats of the northern coast leave the harbour in spring, and the pilots say that they return"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PROSE, "before the autumn."),
        (f"{PROSE} in the", "Month of October, when the nights grow long."),
        ("Orvin: I think there is hardly anybody who", "knows it."),
        (f"{PROSE}. During the August 30, [1956]", "CC Plenum the matter was raised by the members."),
        (f"{PROSE}. [We should", "tell them:] stay at home."),
    ],
)
def test_a_blank_line_that_cuts_a_sentence(before: str, after: str) -> None:
    assert paragraphs(drafted(f"{before}\n\n{after}")) == [f"{before} {after}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{PROSE}.", "Nobody knows why."),
        (f"{PROSE}:", "before the autumn, when the wind turns, and in the week after the feast of the harbour."),
        (f"{PROSE} to Norhafen", "Orvin: Actually, they do not."),
        ("Orvin: They sold them to China and [North] Korea", "Tarn: Actually, they did not."),
        ("Dear Comrades,", "we greet you on the day of the harbour, and we wish you well in all that you do."),
        ("Present:", "the keeper of the lower lock"),
        ("THE HARBOUR BOARD AND THE DREDGING OF THE OUTER ROADS IN THE YEARS BETWEEN THE WARS", "and after"),
        (f"{PROSE} with", "a. one boat;"),
        ("With fraternal greetings to all the members of the board, and in the hope of an early answer,", "B. Tarn"),
        (PROSE, "THE SECOND BOARD"),
        (PROSE, "with fraternal greetings,"),
        (PROSE, "(laughter)"),
    ],
)
def test_what_is_not_joined(before: str, after: str) -> None:
    assert len(paragraphs(drafted(f"{before}\n\n{after}"))) == 2


@pytest.mark.parametrize(
    ("left", "right", "read"), [("situa-", "tion", "situation"), ("self-", "denial", "self-denial")]
)
def test_a_word_cut_by_a_page(left: str, right: str, read: str) -> None:
    draft = drafted(f"{PROSE} to the {left}\n\npage 4\n\n{right} of the year.")
    assert paragraphs(draft) == [f"{PROSE} to the {read} of the year."]
    soft = {"rend": "hyphen"} if "-" not in read else {}
    assert attrs(draft, "pb") == [{"n": "4", "break": "no", **soft}]


def test_a_word_cut_by_a_line_end() -> None:
    assert paragraphs(drafted("The navi-\n   gation begins, says the well-\nknown pi\u00ad\nlot.")) == [
        "The navigation begins, says the well-known pilot."
    ]


def test_a_footnote_at_the_foot_does_not_part_a_sentence() -> None:
    draft = drafted(f"{PROSE}* before the\n\n* They never do.\n\npage 2\n\nautumn of the year.")
    assert paragraphs(draft) == [f"{PROSE} before the autumn of the year."]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("govern", "ment", False),
        ("anti", "imperialist", True),
        ("Sino", "Soviet", True),
        ("with", "out", False),
        ("arch", "enemy", True),
        ("co", "operate", True),
        ("twenty", "two", True),
        ("so", "called", True),
        ("19", "year", True),
        ("inter", "national", False),
        ("RELA", "TIONS", False),
        ("SINO", "SOVIET", True),
        ("Kim Sang", "jo", False),
        ("Kim Sang", "Jo", True),
    ],
)
def test_hyphens(left: str, right: str, whole: bool) -> None:
    text = "The imperialist enemy goes out with a national flag. They co-operate and operate."
    assert Words(text).belongs_to_word(f"… {left}", f"{right} and") is whole
