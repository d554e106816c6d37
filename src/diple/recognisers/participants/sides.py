"""Which side the principals belong to, where their offices and the sides' names say it."""

from __future__ import annotations

from diple import patterns as re
from diple.agents import People, Person

_ALIKE = (
    frozenset({"soviet", "ussr", "cpsu", "russian", "russia", "rsfsr", "moscow"}),
    frozenset({"chinese", "china", "prc", "cpc", "ccp", "beijing", "peking"}),
    frozenset({"american", "us", "usa", "u.s", "states", "washington"}),
    frozenset({"british", "uk", "britain", "kingdom", "england", "london"}),
    frozenset({"korean", "korea", "dprk", "kwp", "rok", "pyongyang"}),
    frozenset({"vietnamese", "vietnam", "drv", "srv", "vwp"}),
    frozenset({"german", "germany", "gdr", "sed", "frg", "fdr"}),
    frozenset({"french", "france"}),
    frozenset({"polish", "poland", "pzpr", "puwp"}),
    frozenset({"czechoslovak", "czechoslovakia", "cssr", "csr", "czech"}),
    frozenset({"dutch", "netherlands"}),
    frozenset({"spanish", "spain"}),
    frozenset({"turkish", "turkey"}),
    frozenset({"swiss", "switzerland"}),
    frozenset({"danish", "denmark"}),
    frozenset({"greek", "greece"}),
    frozenset({"yugoslav", "yugoslavia", "fpry", "sfry"}),
)
_ABROAD = re.compile(r"\b(?:in|to|at)(?: the)?(?: (?:[A-Z][\w.]*|of|and))+")
_WORD = re.compile(r"[A-Z][\w.]*")


def settle_sides(people: People, principals: list[Person]) -> None:
    """Give the principals of a talk their sides: by office, and, of two, the one that is left to the other."""
    names = list(dict.fromkeys(person.side for person in people if person.side))
    if not names:
        return
    for person in principals:
        if not person.side:
            fitting = [side for side in names if _fits(person, side)]
            person.side = fitting[0] if len(fitting) == 1 else ""
    pair = list(dict.fromkeys(person.id for person in principals))
    if len(names) == len(pair) == 2:
        _give_the_other(names, principals)


def _give_the_other(names: list[str], principals: list[Person]) -> None:
    settled = [person for person in principals if person.side]
    open_ones = [person for person in principals if not person.side]
    if len(settled) == len(open_ones) == 1:
        open_ones[0].side = next(side for side in names if side != settled[0].side)


def _fits(person: Person, side: str) -> bool:
    """Tell whether an office names the side's country, as what it serves and not as where it is."""
    served = _words(_ABROAD.sub(" ", " ".join(person.offices)))
    return any(_alike(word, other) for word in served for other in _words(side))


def _words(text: str) -> list[str]:
    return [word.strip(".").lower() for word in _WORD.findall(text)]


def _alike(word: str, other: str) -> bool:
    same_stem = len(word) > 4 and len(other) > 4 and word[:4] == other[:4]
    return word == other or same_stem or any(word in row and other in row for row in _ALIKE)
