"""Nouns of offices and trades, told by how they end: "Surveyor", "Churchwarden", "Superintendent"."""

from __future__ import annotations

from diple import patterns as re


def is_noun_of_a_person(noun: str) -> bool:
    """Tell whether a noun, in small letters, ends as those of offices and trades do, and is no thing's."""
    return _PERSON.fullmatch(noun) is not None and noun not in _THINGS


def is_trade(noun: str) -> bool:
    """Tell whether a noun, in small letters, is that of a person's office or trade, or of several persons'."""
    return is_noun_of_a_person(noun) or (noun.endswith("s") and is_noun_of_a_person(noun[:-1]))


_PERSON = re.compile(
    r"[a-z]{3,}(?:[^aeiou]er|[std]or|yor|ist|[^aeiou]ian|[^uo]man|woman|gent|dent|ndant|tenant|countant|servant)|"
    r"(?:church|game)?warden|(?:town|county|parish|chief)?clerk|sexton|beadle|bailiff|provost|dean|vicar|parson|"
    r"constable|verger|reeve|doctor|registrar|bursar|alderman|sheriff|midwife|cook|pilot|guide|coroner|serjeant|sergeant|elder|widow|smith|founder"
)
_THINGS = frozenset(
    "letter letters paper papers order orders register charter matter answer water river number chapter master-plan "
    "newspaper mirror observer monitor factor sector tractor reactor motor list register cover cluster winter summer "
    "december september november october easter border corner former latter other further quarter center transfer "
    "offer dinner supper power tower winter accident incident resident continent german roman human".split()
)
"""Words that end as those of persons do and are things."""
