"""Lists and numbered paragraphs."""

from __future__ import annotations

import pytest
from drafts import drafted, paragraphs

from diple.draft import Draft
from diple.model import Role

LEAD = "The board will discuss these questions:\n\n"


def items(draft: Draft) -> list[str]:
    return [block.attrs.get("n", "") for block in draft.blocks if block.role is Role.ITEM]


@pytest.mark.parametrize(
    ("markers", "numbers"),
    [
        (("a.", "b.", "c."), ["a", "b", "c"]),
        (("a)", "b)"), ["a", "b"]),
        (("(a)", "(b)"), ["a", "b"]),
        (("1.", "2."), ["1", "2"]),
        (("1)", "2)"), ["1", "2"]),
        (("(1)", "(2)"), ["1", "2"]),
        (("i)", "ii)", "iii)"), ["i", "ii", "iii"]),
        (("I)", "II)"), ["I", "II"]),
        (("а)", "б)", "в)"), ["а", "б", "в"]),
        (("7.", "8.", "9."), ["7", "8", "9"]),
        (("-", "-"), ["", ""]),
        (("•", "•"), ["", ""]),
        (("–", "–"), ["", ""]),
    ],
)
def test_markers_in_sequence(markers: tuple[str, ...], numbers: list[str]) -> None:
    draft = drafted(LEAD + "\n\n".join(f"{marker} the depth of the channel;" for marker in markers))
    assert items(draft) == numbers
    assert paragraphs(draft)[1:] == ["the depth of the channel;"] * len(numbers)
    assert {block.group for block in draft.blocks[1:]} == {"ordered" if numbers[0] else "bulleted"}


@pytest.mark.parametrize(
    "text",
    [
        "1954. That was the year.\n\n1955. That was the next.",
        "A. L. Orvin opened.\n\nB. Tarn spoke of the gates.\n\nC. Vell did not.",
        "1. It was a long report.\n\nThe keeper closed the door.",
        "2) The second alone.\n\nThe keeper closed the door.",
        "a) First.\n\nc) Third.",
        "Three questions were raised:\n\n1. Gates.\n\nThey are closed.\n\n2. Barges.\n\nThey are sold.",
        "— Will you sell? asked Orvin.\n\n— No, replied Tarn.",
        "12.5 crowns were paid.\n\n13.5 crowns were lost.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert items(drafted(text)) == []


def test_long_numbered_paragraphs_are_no_list() -> None:
    long = "The channel has not been dredged since the war, and the captains complain of it. " * 4
    draft = drafted(f"1. {long}\n\nMore of it.\n\n2. {long}\n\n3. {long}")
    assert [block.attrs.get("n") for block in draft.blocks if block.role is Role.PARAGRAPH] == ["1", "2", "3"]


def test_an_announced_list_may_have_long_items() -> None:
    long = "The channel has not been dredged since the war, and the captains complain of it. " * 4
    assert items(drafted(f"{LEAD}1. {long}\n\n2. {long}")) == ["1", "2"]


def test_a_paragraph_between_two_items_belongs_to_the_first() -> None:
    draft = drafted(f"{LEAD}a. one boat;\n\nIt is old.\n\nb. two boats.")
    assert items(draft) == ["a", "b"]
    assert [block.joined for block in draft.blocks] == [False, False, True, False]


def test_an_item_over_a_page_is_one() -> None:
    draft = drafted(
        f"{LEAD}a. The depth of the channel and of the basin, which has\n\npage 2\n\nnot been measured;\n\nb. More."
    )
    assert items(draft) == ["a", "b"]
    assert paragraphs(draft)[1] == "The depth of the channel and of the basin, which has not been measured;"


def test_lines_without_blank_lines_between() -> None:
    assert items(drafted(f"{LEAD.strip()}\n1) to dredge the channel,\n2) to close the mole.")) == ["1", "2"]
