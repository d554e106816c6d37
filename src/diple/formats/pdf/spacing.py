"""Spaces that PDFium makes up between letters: between words, and where letters are set apart (S E C R E T)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_APART = 4
"""How many letters set apart it takes to believe that they make words."""
_WORD = 1.7
"""How many times the gap between letters set apart the one between their words has at least."""


class Letter(NamedTuple):
    """A character: its left, right, bottom and top, and its size, in points; ``is_italic`` as its font is named.

    ``is_made_up`` tells a space that is none of the file's: PDFium sees a gap there.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_italic: bool
    is_made_up: bool = False


def spaced(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters of a line without the spaces between letters of a word."""
    result = list(letters)
    for first, last in _runs_apart(result):
        places = [place for place in range(first, last) if result[place].is_made_up]
        usual = median(_gap(result, place) for place in places)
        for place in places:
            if _gap(result, place) < _WORD * usual:
                result[place] = result[place]._replace(text="")
    return [letter for letter in result if letter.text]


def _gap(letters: Sequence[Letter], place: int) -> float:
    return letters[place + 1].left - letters[place - 1].right


def _runs_apart(letters: Sequence[Letter]) -> list[tuple[int, int]]:
    """Return where letters stand each after a space that was made up: first and last place."""
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(letters):
        last = place
        while _goes_on(letters, last):
            last += 2
        if (last - place) // 2 + 1 >= _APART and _is_edge(letters, place - 1) and _is_edge(letters, last + 1):
            runs.append((place, last))
        place = last + 1
    return runs


def _goes_on(letters: Sequence[Letter], place: int) -> bool:
    """Tell whether a single letter, a space that was made up and another letter follow each other."""
    if place + 2 >= len(letters) or not letters[place].text.isalpha():
        return False
    return letters[place + 1].is_made_up and letters[place + 1].text == " " and letters[place + 2].text.isalpha()


def _is_edge(letters: Sequence[Letter], place: int) -> bool:
    return not 0 <= place < len(letters) or not letters[place].text.isalnum()
