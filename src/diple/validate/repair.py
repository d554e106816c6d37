"""The mechanical mistakes put right: names and values of which the diagnosis says what was meant.

Nothing else of the file changes, not a space; what is doubtful is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from diple.findings import DipleError, Finding
from diple.validate.diagnosis import CODES, Problem, diagnose
from diple.validate.grammar import Grammar, load_grammar
from diple.validate.places import Places, finding_of
from diple.validate.positions import Positions
from diple.xmlio import parse_bytes

# A misspelt name or a value of which only the form is wrong; an id that is repeated needs a person.
MECHANICAL = frozenset({"S001", "S006", "S008", "S009"})
assert set(CODES) >= MECHANICAL


class Change(NamedTuple):
    """Bytes of a file, from ``start`` to ``end``, and what is to stand in their place."""

    start: int
    end: int
    new: bytes


class Repaired(NamedTuple):
    """A file after repair, the findings that the repair answers, and what it changed of the old bytes, in order."""

    data: bytes
    mended: list[Finding]
    changes: list[Change]


def repair(data: bytes, name: str) -> Repaired:
    """Return a TEI document with its mechanical mistakes put right; ``name`` is what findings call the file.

    A file that is not well-formed, has a DOCTYPE, or is in an encoding unlike ASCII comes back as it is. So does one in
    which the repair would not leave fewer mistakes than before.
    """
    try:
        tree = parse_bytes(data, name)
    except DipleError:
        return Repaired(data, [], [])
    if tree.docinfo.internalDTD is not None or b"\0" in data[:4]:
        return Repaired(data, [], [])
    problems = list(diagnose(tree, load_grammar()))
    positions, numbers = Positions(data), {element: number for number, element in enumerate(tree.iter("*"))}
    changes = {one: list(_changes(one, numbers[one.element], positions)) for one in _mechanical(problems)}
    mended = [problem for problem, some in changes.items() if some]
    made = sorted(change for some in changes.values() for change in some)
    repaired = _changed(data, made)
    if not mended or _count(repaired, load_grammar()) >= len(problems):
        return Repaired(data, [], [])
    places = Places(tree, data)
    return Repaired(repaired, [finding_of(problem, places, name, None) for problem in mended], made)


def _mechanical(problems: list[Problem]) -> list[Problem]:
    return [
        one for one in problems if one.code in MECHANICAL and re.fullmatch(r"[\w.#:/ -]+", one.words.suggestion, re.A)
    ]


def _count(data: bytes, grammar: Grammar) -> float:
    """Return how many problems a document has: without end if it is no longer well-formed."""
    try:
        return sum(1 for _ in diagnose(parse_bytes(data, ""), grammar))
    except DipleError:
        return float("inf")


def _changes(problem: Problem, number: int, positions: Positions) -> Iterator[Change]:
    new = problem.words.suggestion.encode()
    if problem.code == "S001":
        old = etree.QName(problem.element).localname.encode()
        for name in positions.tag_names(number):
            if positions.data.startswith(old, name):
                yield Change(name, name + len(old), new)
        return
    start = positions.attribute_start(number, problem.spot.name)
    if start is None:
        return
    name_end = start + len(problem.spot.name.encode())
    if problem.code == "S006":
        yield Change(start, name_end, new)
    elif value := re.compile(rb"""\s*=\s*(["'])(.*?)\1""", re.DOTALL).match(positions.data, name_end):
        yield Change(*value.span(2), new)


def _changed(data: bytes, changes: list[Change]) -> bytes:
    for change in reversed(changes):
        data = data[: change.start] + change.new + data[change.end :]
    return data
