"""A name that ends a part of a list, after an office: "Ambassador to North Korea V. V. Puzanov"."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.brackets.languages import CLIPPED
from diple.recognisers.participants.elsewhere import OF
from diple.recognisers.participants.places import CAPITALS
from diple.recognisers.participants.wording import (
    ACRONYM,
    COUNTRIES,
    HOLDERS,
    INSTITUTIONS,
    NATIONS,
    NO_NAMES,
    OFFICES,
    is_office_word,
)

_ADDRESSED = re.compile(
    r"\b(?:[Cc]omrade|[Cc]de\.?|[Cc]om\.|Mr\.?|Mrs\.?|Dr\.?)[ ](?P<name>[A-Z][\w.’'\-]*(?:[ ][A-Z][\w.’'\-]*){0,3})$"
)
LATE_NAME = re.compile(r"(?:(?!(?:Mr|Ms|Dr|St)\.)[A-Z][a-z]?\.[ ]?){1,3}[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+)?$")
"""A name with initials at the end of a text."""
_GIVEN = re.compile(r"(?P<before>\S+)[ ](?P<given>[A-Z][a-z]{2,})[ ]$")
"""A given name before one initial: "Secretary of Defense Robert S. McNamara"."""
_FULL_NAME = re.compile(
    r"(?:[Tt]he )?"
    r"(?P<office>[A-Za-z][\w’'\-]*(?: [\w’'\-]+){0,6}? (?:of|for|to|in|at)(?: the)?"
    r"(?: (?:[A-Z][\w’'.\-]*|and|of|the))+?) "
    r"(?P<name>[A-Z][a-z][\w’'\-]* (?:[A-Z]\. )?[A-Z][a-z][\w’'\-]*)(?P<after> \([^()]*\))?"
)
"""An office and what it is of, and a full name: "Secretary of State Paul Drost"."""
_OF_THREE = re.compile(r"(?P<before>[\w.’'\-]+) (?P<name>[A-Z][a-z][\w’'\-]*(?: [A-Z][a-z][\w’'\-]*){2})$")
"""Three names at the end, and the word before them."""
_SURNAME = re.compile(
    r"(?:[Tt]he )?"
    r"(?P<office>[A-Za-z][\w’'\- ]* (?:of|for|to|in) (?:the )?[\w’'\- ]*) (?P<name>[A-Z][a-z][\w’'\-]+)"
)
"""An office and what it is of, and a surname: "Secretary of State Drost"."""
_RANK = (
    r"(?:(?:[Cc]omrade|[Cc]de\.|Mr\.|Mrs\.|Dr\.|Prof\.|General|Gen\.|Lt\.|Major|Maj\.|Colonel|Col\.|Captain|Admiral) )*"
)
_BEHIND_NOUN = re.compile(
    r"(?P<office>(?:[\w’'.\-]+ ){1,12}?(?P<noun>[a-z][\w’'\-]+)) " + _RANK + r"(?P<name>[^\W\d_a-z][\w’'\-]+"
    r"(?: [^\W\d_a-z]\.){0,2}(?: [^\W\d_a-z][\w’'\-]+){0,2})(?P<after> \([^()]*\))?"
)
"""An office that ends in a word without a capital, and a name: "head of department Olga Marek"."""
_ENDS_OF_PLACES = frozenset(
    "africa america arabia britain china city emirates england europe france germany guinea hungary india indochina "
    "islands italy japan kingdom korea lanka nations poland rica romania russia salvador spain states turkey union "
    "vietnam york zealand region oblast province district county staff congress".split()
)
_BEFORE_PLACES = frozenset({"of", "for", "to", "in", "at", "the", "from", "and"})
_BEFORE_NAMES_OF_THINGS = (
    _BEFORE_PLACES | {"by", "with", "on", "or", "near", "under", "as", "de", "la", "newspaper"} | OF
)


class Late(NamedTuple):
    """A name at the end of a part: its offsets."""

    start: int
    end: int


def late_name(words: str) -> Late | None:
    """Return a name at the end of a part of a list, after an office: with initials, an address, or in full."""
    words = words.rstrip(". ")
    near = max(0, len(words) - 60)
    match = _ADDRESSED.search(words, near)
    if match is None or any(is_office_word(word) for word in match["name"].split()):
        match = LATE_NAME.search(words, near)
    if match is None:
        return _late_full_name(words) or _late_surname(words) or _late_behind_noun(words)
    if match.re == _ADDRESSED:
        return Late(match.start("name"), match.end())
    return Late(_with_given_name(words, match), match.end())


def _with_given_name(words: str, match: re.Match[str]) -> int:
    """Return where a name begins of which only one initial was found, its given name before it."""
    given = _GIVEN.search(words, 0, match.start()) if match.group().count(".") == 1 else None
    if given is None or given["before"].lower() in _BEFORE_PLACES or not _may_be_name([given["given"]]):
        return match.start()
    return given.start("given")


def _late_full_name(words: str) -> Late | None:
    """Return a full name at the end, after an office and what it is of."""
    match = _FULL_NAME.fullmatch(words) if len(words) < 160 else None
    third = _OF_THREE.search(words) if match else None
    if (
        third
        and _begins_office(words.split())
        and _ends_office(third["before"])
        and _may_be_name(third["name"].split())
    ):
        return Late(*third.span("name"))
    if match is None or not _begins_office(words.split()) or not _may_be_name(match["name"].split()):
        return None
    if match["office"].split()[-1] in _BEFORE_PLACES:
        return None
    return Late(*match.span("name"))


def _late_behind_noun(words: str) -> Late | None:
    """Return a name at the end, right after the word without a capital that ends an office."""
    match = _BEHIND_NOUN.fullmatch(words) if len(words) < 160 else None
    if match is None or match["noun"] in _BEFORE_NAMES_OF_THINGS or not _begins_office(match["office"].split()):
        return None
    return Late(*match.span("name")) if _may_be_name(match["name"].split()) else None


def _begins_office(words: list[str]) -> bool:
    """Tell whether words begin with an office, or a nation or state before it: "Soviet Envoy", "Cuba's Envoy"."""
    words = words[1:] if words[0].lower() == "the" and len(words) > 2 else words
    of_state = words[0].lower() in NATIONS or words[0] in INSTITUTIONS or re.search(r"[’']s$", words[0]) is not None
    return is_office_word(words[0]) or (of_state and is_office_word(words[1]))


def _ends_office(word: str) -> bool:
    """Tell whether a word can be the last of an office: one that makes up offices, a state, or initials."""
    plain = word.lower()
    return is_office_word(word) or plain in COUNTRIES | _ENDS_OF_PLACES or ACRONYM.fullmatch(word) is not None


def _late_surname(words: str) -> Late | None:
    """Return a surname at the end, right after the word that ends an office: "Minister of Foreign Trade Petek"."""
    match = _SURNAME.fullmatch(words) if len(words) < 100 else None
    office = match["office"].lower().split() if match else []
    if match is None or not HOLDERS & set(office) or not _begins_office(match["office"].split()):
        return None
    if not _ends_office(match["office"].split()[-1]):
        return None
    if not match["office"][0].isupper() and match["name"].lower() in COUNTRIES:
        return None
    if ACRONYM.fullmatch(match["name"]) or CLIPPED.match(match["name"]) or match["name"] in CAPITALS:
        return None  # part of what the office is of: "Deputy Chairman of DRV Gosplan"
    return Late(*match.span("name")) if _may_be_name([match["name"]]) else None


def _may_be_name(words: list[str]) -> bool:
    """Tell whether none of the words makes up an office, or ends the name of a country or place."""
    lower = [word.lower() for word in words]
    return not any(
        word in NATIONS or word in NO_NAMES or word in _ENDS_OF_PLACES or word in OFFICES or is_office_word(word)
        for word in lower
    )
