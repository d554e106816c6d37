"""Names in capitals that open paragraphs without a stop behind them: "LUND All of this was known."."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.letters import in_small_letters
from diple.recognisers.speech.evidence import Candidate
from diple.recognisers.speech.labels import labelled

_LABEL = re.compile(
    r"(?P<name>(?:[^\W\d_a-z]\.[ ]?){0,2}[^\W\d_a-z][^\W\d_a-z’'-]+)(?P<qualifiers>)(?P<stop>)"
    r"(?=[ ]+[\"“]?[^\W\d_a-z][a-z’']*,?[ ][a-z])"
)
_ENOUGH, _SPEAKERS = 3, 2
"""The paragraphs, and the persons named at them, in number, from which on such names are labels."""


def listed_turns(draft: Draft, blocks: list[Block]) -> list[Candidate]:
    """Return the blocks that begin with the name of a known person in capitals, and a sentence right behind it."""
    found: list[Candidate] = []
    keys: set[str] = set()
    for block in blocks:
        words = draft.clean(block.start, min(block.end, block.start + 120)).text.lstrip()
        match = _LABEL.match(words)
        person = draft.people.match(in_small_letters(match["name"])) if match else None
        if match and person is not None and not block.joined:
            found.append(Candidate(block.start, block, labelled(match, "capitals")))
            keys.add(person.id)
    return found if len(found) >= _ENOUGH and len(keys) >= _SPEAKERS else []
