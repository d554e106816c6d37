"""Dates in words and figures, and what they stand for."""

from __future__ import annotations

import pytest

from diple.datewords import find_dates, find_qualified_dates, parse_date

WHOLE = [
    ("18 September 1956", {"when": "1956-09-18"}),
    ("September 18, 1956", {"when": "1956-09-18"}),
    ("(March 30, 1963 )", {"when": "1963-03-30"}),
    ("Friday, 14 July 1961", {"when": "1961-07-14"}),
    ("3 JULY 1961", {"when": "1961-07-03"}),
    ("the 3rd of May 1950", {"when": "1950-05-03"}),
    ("30th January, 1968", {"when": "1968-01-30"}),
    ("9 February1968", {"when": "1968-02-09"}),
    ("5 Nov. 1956", {"when": "1956-11-05"}),
    ("12.IX.1958", {"when": "1958-09-12"}),
    ("12 IX 1958", {"when": "1958-09-12"}),
    ("18.09.1956", {"when": "1956-09-18"}),
    ("18.09.56", {"when": "1956-09-18", "cert": "medium"}),
    ("12/25/1961", {"when": "1961-12-25"}),
    ("3/4/1961", {"when": "1961-04-03", "cert": "low"}),
    ("1956-09-18", {"when": "1956-09-18"}),
    ("July 1961", {"when": "1961-07"}),
    ("October (1964)", {"when": "1964-10"}),
    ("1950", {"when": "1950"}),
    ("ca. 1950", {"when": "1950", "cert": "low"}),
    ("4 July", {"when": "--07-04"}),
    ("5-7 July 1961", {"from": "1961-07-05", "to": "1961-07-07"}),
    ("July 4-7, 1961", {"from": "1961-07-04", "to": "1961-07-07"}),
    ("30 June – 2 July 1961", {"from": "1961-06-30", "to": "1961-07-02"}),
    ("December 31, 1960 – January 2, 1961", {"from": "1960-12-31", "to": "1961-01-02"}),
    ("between 4 and 7 July 1961", {"notBefore": "1961-07-04", "notAfter": "1961-07-07"}),
    ("1959–1962", {"from": "1959", "to": "1962"}),
    ("1959-62", {"from": "1959", "to": "1962"}),
    ("between 1958 and 1964", {"from": "1958", "to": "1964"}),
    ("the end of 1962", {"notBefore": "1962-10", "notAfter": "1962-12", "cert": "medium"}),
    ("the 1950s", {"notBefore": "1950", "notAfter": "1959"}),
    ("In words: the fourth of May nineteen hundred and sixty-two", {"when": "1962-05-04"}),
    ("the twenty-first of June, nineteen sixty-two", {"when": "1962-06-21"}),
    ("the first of May, one thousand nine hundred and seven", {"when": "1907-05-01"}),
]


@pytest.mark.parametrize(("text", "attrs"), WHOLE)
def test_a_line_that_is_a_date_is_read(text: str, attrs: dict[str, str]) -> None:
    dated = parse_date(text)
    assert dated is not None
    assert dated.attrs == attrs


@pytest.mark.parametrize("text", ["9 Junes 1969", "Febuary 9, 1969", "9 Setpember 1969", "9 Apirl 1969"])
def test_a_misspelt_month_is_read_with_low_certainty_and_a_reason(text: str) -> None:
    dated = parse_date(text)
    assert dated is not None
    assert dated.when.startswith("1969")
    assert dated.cert == "low"
    assert "is no month" in dated.problem


def test_a_day_that_does_not_exist_leaves_the_month() -> None:
    dated = parse_date("31 June 1961")
    assert dated is not None
    assert (dated.when, dated.cert) == ("1961-06", "low")
    assert "no day 31" in dated.problem


@pytest.mark.parametrize(
    "text",
    ["", "165", "Nº 340", "page 1956", "I.", "1. Trade", "4 May 1962 and after", "5 Marx books", "12-13",
     "45 July 1961", "may", "March on", "1961-1961", "the second of all"],
)  # fmt: skip
def test_a_line_that_is_no_date_is_left(text: str) -> None:
    assert parse_date(text) is None


def test_dates_in_a_sentence_are_found_where_they_stand() -> None:
    text = "On 4 May 1962 he left; the letters of March 3 and 12 May, and the plenum in 1957, came before May 1962."
    found = [text[date.start : date.end] for date in find_dates(text)]
    assert found == ["4 May 1962", "March 3", "12 May", "1957", "May 1962"]


def test_a_day_without_year_takes_only_the_year_it_is_given() -> None:
    (dated,) = find_dates("as he said on 7 September.", default_year=1958)
    assert dated.attrs == {"when": "1958-09-07", "cert": "medium"}
    (bare,) = find_dates("as he said on 7 September.")
    assert bare.when == "--09-07"


def test_a_date_over_a_line_end_is_one_date() -> None:
    (dated,) = find_dates("on 7\n   September 1958")
    assert dated.when == "1958-09-07"


@pytest.mark.parametrize(
    "text", ["1 " * 50000, "May " * 50000, "nineteen " * 50000, "1-" * 50000, "\n" * 100000 + "1961", "[" * 9999]
)
def test_hostile_text_gives_dates_or_none(text: str) -> None:
    assert all(date.start < date.end <= len(text) for date in find_dates(text))


@pytest.mark.parametrize(
    ("text", "attrs"),
    [
        ("ca. March 1951", {"when": "1951-03", "cert": "low"}),
        ("probably 3 May 1951", {"when": "1951-05-03", "cert": "low"}),
        ("undated [1951]", {"when": "1951", "cert": "low"}),
        ("not later than 5 May 1950", {"notAfter": "1950-05-05"}),
        ("before 1950", {"notAfter": "1950"}),
        ("after June 1950", {"notBefore": "1950-06"}),
        ("12 or 13 March 1951", {"notBefore": "1951-03-12", "notAfter": "1951-03-13"}),
        ("the end of February 1952", {"notBefore": "1952-02-21", "notAfter": "1952-02-29", "cert": "medium"}),
        ("in the night of 4 to 5 July 1951", {"from": "1951-07-04", "to": "1951-07-05"}),
        ("5 May [1950]", {"when": "1950-05-05"}),
        ("Tuesday [12 March 1951]", {"when": "1951-03-12"}),
        ("March 12th, 1951, 4:30 p.m.", {"when": "1951-03-12"}),
    ],
)
def test_words_that_qualify_a_date_are_part_of_it(text: str, attrs: dict[str, str]) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.attrs == attrs


@pytest.mark.parametrize(
    "text", ["13 or 12 March 1951", "early 3 May 1951", "a copy of 3 May 1951", "3 May 1951, 12 copies"]
)
def test_other_words_are_not(text: str) -> None:
    assert [text[one.start : one.end] for one in find_qualified_dates(text)] == [
        text[one.start : one.end] for one in find_dates(text)
    ]
    assert parse_date(text) is None


def test_in_a_sentence_each_date_has_its_own_words() -> None:
    text = "Written before 5 May 1950 or after 3 June 1951, in late May 1952 perhaps"
    found = [text[one.start : one.end] for one in find_qualified_dates(text)]
    assert found == ["before 5 May 1950", "after 3 June 1951", "in late May 1952"]


@pytest.mark.parametrize(
    ("text", "attrs"),
    [
        ("1951-03~", {"when": "1951-03", "cert": "low"}),
        ("1951-%03-12", {"when": "1951-03-12", "cert": "low"}),
        ("195X", {"notBefore": "1950", "notAfter": "1959"}),
        ("1951-21", {"notBefore": "1951-03", "notAfter": "1951-05"}),
        ("[1951-03-12,1951-03-13]", {"notBefore": "1951-03-12", "notAfter": "1951-03-13"}),
        ("1984~/2004-06", {"from": "1984", "to": "2004-06", "cert": "low"}),
        ("../1951-05-05", {"to": "1951-05-05"}),
        ("1951-05-05/..", {"from": "1951-05-05"}),
        ("[..1951-05]", {"notAfter": "1951-05"}),
    ],
)
def test_extended_dates_are_read(text: str, attrs: dict[str, str]) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.attrs == attrs


@pytest.mark.parametrize(
    "text", ["12/13", "../..", "1951/1949/x", "3/4/5/6", "[1951,x]", "1951-13~", "X" * 40, "{" * 40]
)
def test_what_only_looks_like_an_extended_date_is_none(text: str) -> None:
    assert parse_date(text) is None
