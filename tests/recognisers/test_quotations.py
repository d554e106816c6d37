"""Quoted words, titles and citations."""

from __future__ import annotations

import pytest
from drafts import codes, drafted, words


@pytest.mark.parametrize(
    ("text", "bibl", "title"),
    [
        ("It is “closed” (“Harbour Gazette”, 19 April 1964).", "“Harbour Gazette”, 19 April 1964", ["Harbour Gazette"]),
        ("It is “closed” (Vodni List, 30 January 1968).", "Vodni List, 30 January 1968", ["Vodni List"]),
        ("It is “closed” (“Vodni List, 2 May 1966).", "“Vodni List, 2 May 1966", ["Vodni List"]),
        ("It is “closed”. (VEK bulletin, 31 March 1969).", "VEK bulletin, 31 March 1969", ["VEK bulletin"]),
        ("“It is closed” (from A. Orvin’s report, October 1966).", "from A. Orvin’s report, October 1966", []),
        ("“It is closed” (from the report of A. Orvin).", "from the report of A. Orvin", []),
        ("The board met (see point 3 of the record, pp. 8-9).", "see point 3 of the record, pp. 8-9", []),
        ("It was printed (Harbour Times, 5 May 1961).", "Harbour Times, 5 May 1961", ["Harbour Times"]),
    ],
)
def test_citations(text: str, bibl: str, title: list[str]) -> None:
    draft = drafted(text)
    assert words(draft, "bibl") == [bibl]
    assert words(draft, "title") == title


@pytest.mark.parametrize(
    "text",
    [
        "The engineers met (in the rain) at Mirna (2 June 1931).",
        "The treaty (Mirna, 5 May 1961) was signed.",
        "The keeper (his title is Counselor) said that he was ill.",
        "Say it again. (Briefly repeat the statements. See pages 8-9 of the record).",
        "The boats ((((( 4 May 1931.",
    ],
)
def test_parentheses_that_cite_nothing(text: str) -> None:
    assert words(drafted(text), "bibl") == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("the article “On Gates” and the collection, “Ten Years of Mud”", ["On Gates", "Ten Years of Mud"]),
        ("under the heading, “Do not dredge”, it said", ["Do not dredge"]),
        ("the newspapers “List” and “Vek” wrote", ["List", "Vek"]),
        ("in the newspaper Vodni List it was said", ["Vodni List"]),
        ("said by “Harbour Gazette” in May", ["Harbour Gazette"]),
        ("he called it “task number one”", []),
        ("in the report “everything is in order”", []),
        ("the term “modern revisionists”", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    assert words(drafted(f"It was {text}."), "title") == titles


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Orvin said, “The gates are closed.”", ["“The gates are closed.”"]),
        ("Orvin noted that “the gates are closed”.", ["“the gates are closed”"]),
        ('Orvin wrote: "The gates are closed."', ['"The gates are closed."']),
        ("Orvin wrote: «The gates are closed.»", ["«The gates are closed.»"]),
        ("Orvin wrote in his letter of May: “The gates are “closed” now.”", ["“The gates are “closed” now.”"]),
        ("“We,” he said, “do not sell.”", ["“We,”", "“do not sell.”"]),
        ("“Who is it?” asked Orvin.", ["“Who is it?”"]),
        ("The “absolute independence” of the board was proclaimed.", []),
        ("He took note of the “so-called winter”.", []),
        ("Orvin said that “the gates are closed.", []),
    ],
)
def test_quoted_words(text: str, quotes: list[str]) -> None:
    assert words(drafted(text), "quote") == quotes


def test_a_quotation_mark_without_its_partner_is_listed() -> None:
    assert codes(drafted("Orvin said that “the gates are closed.")) == ["D420"]


def test_a_paragraph_announced_by_a_colon_is_quoted() -> None:
    long = "As you are well aware, the board has always been for the dredging of the channel and of the basin."
    draft = drafted(f"In the letter of May 31, 1962, we wrote:\n\n{long}\n\nWe add that it is late.")
    (wrapper,) = draft.wrappers
    assert draft.text_of(wrapper.first) == draft.text_of(wrapper.last) == long
    assert wrapper.attrs == {"cert": "low"}
    assert codes(draft) == ["D421"]


def test_a_quotation_of_several_paragraphs() -> None:
    draft = drafted("Orvin wrote:\n\n“The gates are closed.\n\n“Nobody came.\n\n“It is late.”\n\nThe end.")
    (wrapper,) = draft.wrappers
    assert draft.text[wrapper.first.start : wrapper.last.end].startswith("“The gates")
    assert draft.text_of(wrapper.last) == "“It is late.”"
    assert codes(draft) == []


def test_a_quoted_paragraph_after_a_colon() -> None:
    assert words(drafted("Orvin wrote:\n\n“The gates are closed.”\n\nThe end."), "quote") == ["“The gates are closed.”"]


def test_a_list_announced_by_a_colon_is_not_quoted() -> None:
    assert drafted("The board wrote as follows:\n\n1. one boat;\n\n2. two boats.").wrappers == []
