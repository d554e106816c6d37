"""Lines that call on the readers of a letter or appeal, and what stands around them (TEI 4.2.2)."""

from __future__ import annotations

from collections.abc import Iterable

from diple import patterns as re
from diple.recognisers.frame.conventions import GENRE, INSTITUTION, SALUTATION
from diple.recognisers.frame.headforms import ABOVE_A_CALL
from diple.recognisers.frame.lines import ends_open, is_capitals, is_line_of_address, is_prose, label_in
from diple.recognisers.frame.runin import SALUTE
from diple.recognisers.frame.titlelines import TOPIC

_READERS = re.compile(
    r"\b(?:workers?|citizens|comrades|friends|countrymen|compatriots|brothers|sisters|brethren|men|women|soldiers|"
    r"sailors|peasants|farmers|gentlemen|ladies|people|peoples|electors|voters|inhabitants|youth|mothers|fathers|"
    r"parents|members|nations?|proletarians|toilers|public|readers?|freemen|working[ -]?men)\b",
    re.I,
)
"""Words by which an appeal calls on those for whom it is."""
_TO_READERS = re.compile(r"To,? (?:the|all|our|my|you|every|fellow|those)\b[^.!?:;]{3,120}[.!:,]?", re.I)
_MOST_WORDS = 8


def greets(text: str, following: list[str], seen: Iterable[str]) -> bool:
    """Tell whether a line calls on the readers ("Fellow citizens,"): below date or addressee, above the text.

    In capitals, or before a colon, only a word for readers proves it: "FELLOW WORKERS:" is no heading.
    """
    if INSTITUTION.search(text) and text.endswith(","):
        return False
    is_short = len(text.split()) <= _MOST_WORDS and text[:1].isupper() and precedes_prose(following)
    if not is_short or not ABOVE_A_CALL & set(seen):
        return False
    is_plain = text.endswith((",", "!")) and not is_capitals(text)
    return is_plain or (text.endswith((",", "!", ":")) and _READERS.search(text) is not None)


def is_to_readers(text: str) -> bool:
    """Tell whether a line says to which readers an appeal goes: "To the Working Men and Women of the City!"."""
    return _TO_READERS.fullmatch(text) is not None and _READERS.search(text) is not None and not label_in(text)


def precedes_prose(following: list[str]) -> bool:
    """Tell whether the next line is running text."""
    return any(is_prose(text) for text in following[:1])


def precedes_salutation(following: list[str]) -> bool:
    """Tell whether one of the next two lines is a salutation."""
    return any(SALUTATION.fullmatch(text) for text in following[:2])


def precedes_call(following: list[str]) -> bool:
    """Tell whether the next line is a salutation, or one into which the text runs on."""
    return precedes_salutation(following) or any(map(SALUTE.match, following[:1]))


def precedes_text(following: list[str]) -> bool:
    """Tell whether the next line is running text, or one that says what the text is about."""
    return (
        precedes_prose(following)
        or precedes_salutation(following)
        or any(
            TOPIC.fullmatch(words) or (is_line_of_address(words) and not GENRE.match(words) and not is_capitals(words))
            for words in following[:1]
        )
    )


def goes_on_with_address(text: str, following: list[str]) -> bool:
    """Tell whether a line goes on with the addressee above it: names, over a salutation or further names."""
    if not is_line_of_address(text) or GENRE.match(text) or len(text) > _LONGEST_OF_ADDRESS:
        return False
    if len(text.split()) <= _MOST_OF_PLACE and ends_open(text) and precedes_prose(following):
        return True
    return precedes_salutation(following) or (text.endswith(",") and any(map(is_line_of_address, following[:1])))


_LONGEST_OF_ADDRESS = 100
_MOST_OF_PLACE = 2
"""The most words of the place that ends an address over the text."""
