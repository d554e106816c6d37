"""Keys to the labels of a talk: "EH = Premier Edvard Holt; JV = Jonas Viken", at its head or foot."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.participants.names import listed_persons

_PAIR = re.compile(r"(?:^|(?<=[\s;,:(\[]))(?P<label>[^\W\d_a-z]{1,4}\.?)[ ]?=[ ]?(?P<who>[^\W\d_a-z][^;=\n]{2,80})")
_LONGEST = 1500
_ENOUGH = 2
"""The initials, in number, that make a key."""


def read_keys(draft: Draft) -> None:
    """Let the persons of a talk be known by the initials that a key gives them."""
    for block in draft.blocks:
        words = draft.clean(block.start, block.end).text if block.end - block.start <= _LONGEST else ""
        pairs = list(_PAIR.finditer(words)) if "=" in words and block.role is not Role.META else []
        if len(pairs) < _ENOUGH:
            continue
        for pair in pairs:
            for listed in listed_persons(pair["who"].rstrip(" .,"), in_list=True)[:1]:
                known = draft.people.match(listed.name)
                person = known or draft.people.add(listed.name, office=listed.office, role="participant")
                draft.people.alias(person, pair["label"], short=True)
