"""Names and titles in capitals, as small letters would have them."""

from __future__ import annotations

from diple import patterns as re
from diple.agents import is_family_name
from diple.recognisers.participants.wording import INSTITUTIONS, vocabulary

_LITTLE = vocabulary("""
    a an and at by for from in of on or the to with between during about concerning regarding
    von van des du de der den ter und für del della di
""")
"""Words of titles in capitals that are little."""
_OUTER = ".,;:()[]“”\"'’*"
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,3}")
_SHOUTED = re.compile(r"[^\W\d_]{3,}(?:[-’'][^\W\d_]+)*|LE|LA|DE|DU|DI|DA|EL|AL")


def in_small_letters(words: str) -> str:
    """Return words in capitals as a title in small letters would have them; initials of institutions stay."""
    small = " ".join(_small(word) for word in words.split())
    return _with_small_second(small[:1].upper() + small[1:])


def named(words: str) -> str:
    """Return a name of which some words are in capitals ("Mr. RANKIN", "L. LONGHI") as a list of persons has it."""
    if words.isupper():
        return words if _INITIALS.fullmatch(words) else in_small_letters(words)
    parts = (_small(word) if word.isupper() and _SHOUTED.fullmatch(word) else word for word in words.split())
    return _with_small_second(" ".join(parts))


def _with_small_second(name: str) -> str:
    """Return a name with its family name first as its given name is written behind a hyphen: "Kang Mun-sik"."""
    words = name.split(" ")
    if len(words) != 2 or not is_family_name(words[0]) or words[1].count("-") != 1:
        return name
    return f"{words[0]} {words[1].capitalize()}"


def _small(word: str) -> str:
    plain = word.strip(_OUTER)
    if plain in INSTITUTIONS or re.fullmatch(r"(?:[A-Z]\.-?)+", word):
        return word
    title = re.sub(r"\bMc[a-z]", lambda found: f"Mc{found.group()[2].upper()}", word.title())
    return word.lower() if plain.lower() in _LITTLE else re.sub(r"(?<=[’'])S\b", "s", title)
