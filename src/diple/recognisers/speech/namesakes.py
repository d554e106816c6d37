"""Persons of one surname: two labels whose turns answer each other are of two persons."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from diple.agents import People
from diple.recognisers.participants.letters import named
from diple.recognisers.speech.evidence import Candidate

_FEWEST = 2
"""The turns, in number, that each of two labels has at least."""


def enter_namesakes(people: People, turns: list[Candidate]) -> None:
    """Enter who shares a surname with somebody who speaks right before or after: "President Lie:", "Jon Lie:".

    Nobody is known yet under exactly the longer name, of which the other is a form.
    """
    counts = Counter(turn.key for turn in turns)
    beside = {(one.key, other.key) for one, other in pairwise(turns) if one.key != other.key}
    labels = {turn.key: turn.label.name for turn in reversed(turns)}
    for key, other in sorted(beside):
        is_form = len(key.split()) > 1 and key.split()[-1:] == other.split()
        if is_form and min(counts[key], counts[other]) >= _FEWEST and people.find(labels[key]) is None:
            for name in (labels[other], labels[key]):
                people.add(named(name), role="participant")
