"""Page numbers, form feeds and running heads."""

from __future__ import annotations

import pytest
from drafts import attrs, codes, drafted, paragraphs
from hypothesis import given
from hypothesis import strategies as st

from diple.model import Role

BEFORE = "The boats of the northern coast leave the harbour in the first days of"
AFTER = "spring and do not return before the autumn."


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        ("page 496", "496"),
        ("Page 12", "12"),
        ("PAGE 7", "7"),
        ("[Page 49]", "49"),
        ("[p. 3]", "3"),
        ("(p. 12)", "12"),
        ("p. 12", "12"),
        ("[page 3 of 12]", "3"),
        ("-- page 8 --", "8"),
        ("- 12 -", "12"),
        ("– 12 –", "12"),
        ("-12-", "12"),
        ("{page 4}", "4"),
        ("page xii", "xii"),
        ("[pg. 5a]", "5a"),
    ],
)
def test_a_page_number_alone_on_its_line(mark: str, number: str) -> None:
    draft = drafted(f"{BEFORE}\n\n{mark}\n\n{AFTER}")
    assert attrs(draft, "pb") == [{"n": number}]
    assert paragraphs(draft) == [f"{BEFORE} {AFTER}"]
    assert [block.role for block in draft.blocks] == [None, Role.VOID, None]


@pytest.mark.parametrize(
    "line", ["5", "Nº 12", "page twelve", "1956", "- 1956 -", "12-13", "p.", "pages", "[12]", "the page 12", "12 May"]
)
def test_lines_that_are_no_page_numbers(line: str) -> None:
    assert attrs(drafted(f"{BEFORE} spring.\n\n{line}\n\n{AFTER.capitalize()}"), "pb") == []


def test_a_lone_number_that_no_list_has_is_that_of_a_page_between_paragraphs() -> None:
    draft = drafted(f"{BEFORE} spring.\n\n165\n\n{AFTER.capitalize()}")
    assert attrs(draft, "pb") == [{"n": "165"}]
    assert paragraphs(draft) == [f"{BEFORE} spring.", AFTER.capitalize()]


def test_bare_numbers_are_believed_in_sequence_where_one_cuts_a_sentence() -> None:
    cut = f"{BEFORE}\n\n1\n\n{AFTER}\n\n2\n\nThe rest stays."
    assert attrs(drafted(cut), "pb") == [{"n": "1"}, {"n": "2"}]
    whole = f"{BEFORE} May.\n\n1\n\nThe rest goes.\n\n2\n\nThe rest stays."
    assert attrs(drafted(whole), "pb") == []


def test_bare_numbers_that_begin_late_count_pages() -> None:
    text = "\n\n".join(f"The page before number {number} is full.\n\n{number}" for number in range(2, 6))
    assert [found["n"] for found in attrs(drafted(text), "pb")] == ["2", "3", "4", "5"]


def test_a_number_within_the_line_wants_its_neighbours() -> None:
    assert attrs(drafted("See the report (p. 12) and the book (p. 40)."), "pb") == []
    assert len(attrs(drafted("One (p. 12) two (p. 13) three."), "pb")) == 2


def test_a_note_that_ends_on_the_line_of_a_page_number() -> None:
    draft = drafted(f"[Note: all is well.\n    ] page 4\n\n{BEFORE}\n\npage 5\n\n{AFTER}")
    assert [found["n"] for found in attrs(draft, "pb")] == ["4", "5"]
    assert draft.text_of(draft.blocks[1]) == "page 4"


def test_a_form_feed_beside_a_number_is_one_page() -> None:
    assert attrs(drafted(f"{BEFORE}\n\f3\n\n{AFTER}"), "pb") == [{"n": "3"}]
    assert attrs(drafted(f"{BEFORE}\f{AFTER}"), "pb") == [{}]


def test_numbers_out_of_sequence_are_listed() -> None:
    assert codes(drafted("One.\n\npage 3\n\nTwo.\n\npage 5\n\nThree.")) == ["D401"]


def test_a_running_head_is_no_text() -> None:
    head = "MINUTES OF THE BOARD"
    text = f"{BEFORE}\n\npage 2\n\n{head}\n\n{AFTER}\n\npage 3\n\n{head}\n\nThe rest stays."
    draft = drafted(text)
    assert [draft.text[span.start : span.end] for span in draft.spans if span.tag == "fw"] == [head, head]
    assert attrs(draft, "fw") == [{"type": "header"}] * 2
    assert paragraphs(draft) == [f"{BEFORE} {AFTER}", head, "The rest stays."]


def test_a_running_head_with_its_number_on_one_line() -> None:
    text = f"{BEFORE}\n\n12    MINUTES OF THE BOARD\n\n{AFTER} {BEFORE}\n\n13    MINUTES OF THE BOARD\n\n{AFTER}"
    draft = drafted(text)
    assert [found["n"] for found in attrs(draft, "pb")] == ["12", "13"]
    assert attrs(draft, "fw") == [{"type": "header"}] * 2
    assert paragraphs(draft) == [f"{BEFORE} {AFTER} {BEFORE} {AFTER}"]


def test_paragraphs_over_pages_are_no_running_heads() -> None:
    text = "".join(f"{BEFORE}\n\npage {number}\n\n{AFTER}\n\n" for number in range(2, 5))
    assert attrs(drafted(text), "fw") == []


@given(st.text(alphabet="page 12[]().-\f\nabc\r", max_size=200))
def test_any_text_keeps_its_characters(text: str) -> None:
    draft = drafted(text)
    assert all(0 <= point.offset <= len(text) for point in draft.points)
    assert all(block.start < block.end for block in draft.blocks)
