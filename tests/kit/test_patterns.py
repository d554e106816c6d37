"""Patterns whose capitals are those of every alphabet."""

from __future__ import annotations

import re as plain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diple import patterns as re


@pytest.mark.parametrize("name", ["Holm", "Łucja", "Šimák", "Øster", "Öcal", "Đorđe", "Орлов", "Ρήγας", "Ấn"])
def test_a_name_begins_with_a_capital_of_any_alphabet(name: str) -> None:
    assert re.fullmatch(r"[A-Z][a-z]+", name)
    assert re.fullmatch(r"[A-Za-z]+", name)
    assert re.fullmatch(r"[A-Z]{2,}", name.upper())
    assert not re.match(r"[A-Z]", name.lower())
    assert not re.match(r"[^a-z]", name.lower())


@pytest.mark.parametrize("sign", ["1", "¹", "⁴", "½", "_", "-", "ª", "«"])
def test_what_is_no_letter_is_none(sign: str) -> None:
    assert not re.match(r"[A-Z]|[a-z]|[A-Za-z]", sign)


@pytest.mark.parametrize("pattern", [r"\[A-Z\]", r"[A-ZÄÖÜ]", r"[^\W\d_a-z]", r"[\]A-]"])
def test_a_set_that_names_its_letters_stays_as_it_is_written(pattern: str) -> None:
    assert re.widened(pattern) == pattern


def test_the_pattern_of_a_match_is_the_one_that_found_it() -> None:
    pattern, other = re.compile("[A-Z]"), re.compile("[a-z]")
    found = pattern.search("Łódź")
    assert found is not None
    assert found.re == pattern
    assert found.re != other
    assert len({pattern, other, re.compile("[A-Z]")}) == 2


def test_a_pattern_that_is_none_raises_in_its_first_use() -> None:
    pattern = re.compile("(")
    with pytest.raises(plain.error):
        pattern.match("")


@given(st.text(), st.sampled_from([r"[A-Z][a-z]*", r"(?i:[a-z])+", r"[A-Z’'-]{2,}", r"\b[A-Z]\.", r"(?<=[a-z])\s"]))
def test_what_english_letters_match_matches_still(text: str, pattern: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert re.findall(pattern, ascii_text) == plain.findall(pattern, ascii_text)
    assert re.sub(pattern, "x", ascii_text) == plain.sub(pattern, "x", ascii_text)
    assert re.split(pattern, ascii_text) == plain.split(pattern, ascii_text)
    assert [found.span() for found in re.finditer(pattern, ascii_text)] == [
        found.span() for found in plain.finditer(pattern, ascii_text)
    ]
