"""Who says "I" in a record of a talk: named at its head, in its title, or under it."""

from __future__ import annotations

import re

from diple.agents import Person
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.participants.names import listed_persons

_MEETS = re.compile(
    r"""(?:^|[.,;]\s+|\bat[ ][\d:.]+[ ](?:[ap]\.?m\.?[ ])?|\b\d{4},?[ ]|\b[A-Z][a-z]+,?[ ]|\b\d{1,2}[ ][A-Z][a-z]+[ ])
    I[ ](?:again[ ]|also[ ])?(?:received|met|visited|called[ ]on|paid|had[ ]an?[ ]|went[ ]to|was[ ]received|invited|
    talked|spoke|handed|saw)\b""",
    re.X,
)
_SIGNATURES = 12
"""The blocks at the end of a document, in number, in which it may be signed."""


def find_author(draft: Draft, paragraphs: list[Block], principals: list[Person]) -> None:
    """Give the role of author to whoever writes "I received", if the document names them."""
    if any("author" in person.roles for person in draft.people):
        return
    if not any(_MEETS.search(draft.text[block.start : min(block.end, block.start + 400)]) for block in paragraphs):
        return
    person = _sender(draft) or _signer(draft) or _other_principal(draft, paragraphs, principals)
    if person is not None:
        person.roles.append("author")


def _sender(draft: Draft) -> Person | None:
    """Return the person of a line "From: …"."""
    for block in draft.blocks[:40]:
        text = draft.text_of(block)
        if block.role is Role.OPENER and text[:5].lower() == "from:":
            return _person(draft, text[5:])
    return None


def _signer(draft: Draft) -> Person | None:
    """Return the last person who signs the document."""
    for block in reversed(draft.blocks[-4 * _SIGNATURES :]):
        if block.role is Role.CLOSER and (person := _person(draft, draft.text_of(block))):
            return person
    return None


def _person(draft: Draft, text: str) -> Person | None:
    words = " ".join(re.sub(r"\[[^\[\]]*\]|/s/|\([^()]*\)", " ", text).split())
    words = words.title() if words.isupper() else words
    for part in (words, " ".join(words.split()[-3:]), " ".join(words.split()[-2:]), " ".join(words.split()[-1:])):
        if person := draft.people.match(part):
            return person
    listed = [person for person in listed_persons(words[:300]) if " " in person.name]
    return draft.people.add(listed[0].name, office=listed[0].office) if len(listed) == 1 else None


def _other_principal(draft: Draft, paragraphs: list[Block], principals: list[Person]) -> Person | None:
    """Return the one of two principals whom the first paragraphs do not name as the other party."""
    told = " ".join(draft.text[block.start : block.start + 400] for block in paragraphs)
    unnamed = [person for person in principals if person.names[0].split()[-1] not in told]
    return unnamed[0] if len(principals) == 2 and len(unnamed) == 1 else None
