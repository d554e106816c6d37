"""Offices that stand for whoever holds them, with their articles: "The Ambassador", "Der Finanzminister"."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.elsewhere import ARTICLES, holds_office
from diple.recognisers.participants.wording import HOLDERS
from diple.recognisers.reported.wording import BODIES

_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def with_article(office: str) -> str:
    """Return an office with its article in place of a form of address: "The Ambassador" for "Comrade Ambassador"."""
    return re.sub(r"^(?:Comrade|Cde\.?|Mr\.?) ", "The ", office)


def without_article(office: str) -> str:
    """Return an office without the article before it."""
    first, _, rest = office.partition(" ")
    return rest if first.lower() in ARTICLES | {"the"} else office


def named_by_office(office: str) -> str:
    """Return the name under which a document's person of an office alone is entered: the office with its article."""
    first, _, rest = office.partition(" ")
    return f"{first.title()} {rest}" if first.lower() in ARTICLES else f"The {rest}"


def is_held(office: str) -> bool:
    """Tell whether an office is a person's and not the name of a body: "The Foreign Secretary", not "The Cabinet"."""
    words = [word.lower() for word in _WORDS.findall(office)[1:]]
    head = words[: next((number for number, word in enumerate(words) if word in {"of", "for", "to"}), len(words))]
    holds = bool(HOLDERS & set(head)) or any(map(holds_office, head)) or _is_of_a_person(office, head)
    return holds and not (head and head[-1] in BODIES)


def _is_of_a_person(office: str, head: list[str]) -> bool:
    """Tell whether the noun of an office, with its capital, ends as those of persons do: "The Borough Surveyor"."""
    noun = head[-1] if head else ""
    return noun.capitalize() in office and _PERSON.fullmatch(noun) is not None and noun not in _THINGS


_PERSON = re.compile(
    r"[a-z]{3,}(?:[^aeiou]er|[std]or|yor|ist|[^aeiou]ian|[^uo]man|woman|gent|dent|ndant|tenant|countant|servant)|"
    r"(?:church|game)?warden|(?:town|county|parish|chief)?clerk|sexton|beadle|bailiff|provost|dean|vicar|parson|"
    r"constable|verger|reeve|doctor|registrar|bursar|alderman|sheriff|midwife|cook|pilot|guide|coroner|serjeant|sergeant"
)
_THINGS = frozenset(
    "letter letters paper papers order orders register charter matter answer water river number chapter master-plan "
    "newspaper mirror observer monitor factor sector tractor reactor motor list register cover cluster winter summer "
    "december september november october easter border corner former latter other further quarter center transfer "
    "offer dinner supper power tower winter accident incident resident continent german roman human".split()
)
"""Words that end as those of persons do and are things."""
