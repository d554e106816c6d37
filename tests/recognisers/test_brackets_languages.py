"""Which words in brackets are English and which are words of the original."""

from __future__ import annotations

import pytest

from diple.recognisers.brackets.languages import foreign_language
from diple.recognisers.brackets.lexicon import is_english, is_nearly_english


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("vydumyvat’", "ru-Latn"),
        ("moral’nye sily", "ru-Latn"),
        ("odinochestvo", "ru-Latn"),
        ("Zashchitim sotsialisticheskiy lager’", "ru-Latn"),
        ("плывун", "ru"),
        ("社会主义", "zh"),
        ("사회주의", "ko"),
        ("Weltanschauung", "de"),
        ("mogila", "und"),
        ("interference", ""),
        ("the workers’ opposition", ""),
        ("don’t", ""),
        ("accuse", ""),
        ("who is", ""),
        ("observers", ""),
        ("undersigned delegates", ""),
        ("Anastas", ""),
        ("", ""),
    ],
)
def test_language_of_words(words, language):
    assert foreign_language(words) == language


def test_the_expected_language_names_words_of_no_list():
    assert foreign_language("mogila", expected="ru") == "ru-Latn"
    assert foreign_language("ziben zhuyi", expected="zh") == "zh-Latn"
    assert foreign_language("zorbing", known=frozenset({"zorbing"})) == ""


@pytest.mark.parametrize(
    "word", ["lamps", "lighter", "organisation", "colour", "travelling", "anti-aircraft", "carefully", "unpaid"]
)
def test_english_words_and_what_is_derived_from_them(word):
    assert is_english(word)


@pytest.mark.parametrize("word", ["remont", "mogila", "syrost", "volya"])
def test_words_that_are_not_english(word):
    assert not is_english(word)


def test_slips_of_the_pen_are_nearly_english():
    assert is_nearly_english("comittee")
    assert not is_nearly_english("druzhba")
