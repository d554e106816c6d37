"""The wordings of a house among the signs: what ``conventions.toml`` lets markup consume."""

from __future__ import annotations

import re

from diple.conventions.table import House
from diple.conventions.wording import NUMBER_WORDS, Filled, fit, runs, trimmed
from diple.recognisers.house import is_place

_WORD = re.compile(r"[^\W\d_]+|\d+")


def is_house_wording(house: House, literal: str, values: set[str], header: str) -> bool:
    """Tell whether the characters of a sign are, as a whole, of one of the wordings.

    What its slots held must stand elsewhere: in ``values``, the words of attributes, or in ``header``, the letters of
    the header without white space.
    """
    start, end = len(literal) - len(literal.lstrip()), len(literal.rstrip())
    return any(
        (found := fit(trimmed(run), literal, start, end)) is not None and _is_told(found, literal, values, header)
        for convention in house.conventions
        if convention.means != "text"
        for run in runs(convention.wording)
    )


def _is_told(found: Filled, literal: str, values: set[str], header: str) -> bool:
    """Tell whether what the slots of a wording held is told elsewhere in the TEI."""
    return all(_stands(name, literal[slice(*place)], values, header) for name, place in found.slots.items())


def _stands(name: str, words: str, values: set[str], header: str) -> bool:
    match name:
        case "place":
            return is_place(words)
        case "hand":
            return "".join(words.split()).casefold() in header.casefold()
        case "unit":
            return True
        case _:
            told = NUMBER_WORDS.get(words.casefold(), words)
            return told in values or all(word in values for word in _WORD.findall(told))
