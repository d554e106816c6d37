"""Blocks: which lines belong together."""

from __future__ import annotations

import pytest

from diple.blocks import split_blocks
from diple.source import source_from_text


def blocks(text: str, name: str = "source.txt") -> list[str]:
    source = source_from_text(text, name)
    return [text[block.start : block.end] for block in split_blocks(source)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One line of a wrapped paragraph\nand its second line.", 1),
        ("One.\n\nTwo.", 2),
        ("One.\n \xa0 \nTwo.", 2),
        ("One.\r\n\r\nTwo.\r\n", 2),
        ("Orvin: One.\nTarn: Two.", 2),
        ("a. one;\nb. two;\nc. three.", 3),
        ("The boats of the coast leave\npage 4\nthe harbour in spring.", 3),
        ("The boats of the coast leave\n- 4 -\nthe harbour in spring.", 3),
        ("[^1]: One.\n[^2]: Two.", 2),
        ("[1] One.\n[2] Two.", 2),
        ("", 0),
        (" \n\t\n", 0),
    ],
)
def test_blocks_of_a_text(text: str, number: int) -> None:
    assert len(blocks(text)) == number


def test_a_markdown_heading_stands_alone() -> None:
    assert blocks("# One\nTwo three\nfour.", "x.md") == ["# One", "Two three\nfour."]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = (
        "The boats of the northern coast leave the harbour in the first days of spring, and nobody knows why they do."
    )
    assert len(blocks("\n".join([line] * 4))) == 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1 Some bales.\n2 Old crowns.\n3 See below.", 3),
        ("*Some bales.\n**Old crowns.\n†Never.", 3),
        ("[a] Some bales.\n[b] Old crowns, which are worth\nnothing.", 2),
        ("5 ships came in. They were\nold. Six came on\n7 May.", 1),
        ("The price was\n1 crown in May and\n2 crowns in June.", 1),
    ],
)
def test_rows_of_notes_are_blocks_of_their_own(text: str, count: int) -> None:
    assert len(split_blocks(source_from_text(text))) == count


def test_a_blank_line_after_each_line_divides_nothing() -> None:
    lines = ["The pilots were not", "paid until the summer,", "and the Board had no", "money to pay them with."] * 4
    single, double = blocks("\n".join(lines)), blocks("\n\n".join(lines))
    assert [" ".join(one.split()) for one in double] == [" ".join(one.split()) for one in single]


def test_verses_and_short_lines_with_blank_lines_between_stay_apart() -> None:
    names = "Orlo Varga Krag Holbeck Storm Dahl Lind Munn Hale Tull Clifton Strand Hobart".split()
    lines = [f"{name}, pilot" for name in names]
    assert len(blocks("\n\n".join(lines))) == len(lines)
