"""Offices that stand for whoever holds them, with their articles: "The Ambassador", "Der Finanzminister"."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.elsewhere import ARTICLES, holds_office
from diple.recognisers.participants.trades import is_noun_of_a_person
from diple.recognisers.participants.wording import HOLDERS
from diple.recognisers.reported.wording import BODIES

_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def with_article(office: str) -> str:
    """Return an office with its article in place of a form of address: "The Ambassador" for "Comrade Ambassador"."""
    return re.sub(r"^(?:M\.|Mme) (?=l)", "", re.sub(r"^(?:Comrade|Cde\.?|Mr\.?) ", "The ", office))


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
    return bool(head) and head[-1].capitalize() in office and is_noun_of_a_person(head[-1])
