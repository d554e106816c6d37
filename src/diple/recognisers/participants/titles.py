"""Persons named in the title of a record of a talk: "between O. Lindqvist and I. Brandt", "X's conversation with Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diple.agents import name_key
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.participants.attendance import Presence, principals
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import TALK

_TITLE_FIELDS = ("title", "main-title")
_WITH = re.compile(
    rf"""^(?P<first>.*?)(?:['’]s)?[ ]?\b(?:{TALK}|record|notes|memorandum|minutes)\b
    [^.]{{0,60}}?\b(?:with|of)[ ]+(?P<second>.+)$""",
    re.I | re.X,
)
_END = re.compile(
    r"""[,;:]?[ ](?:on[ ](?:\d|the|[A-Z][a-z]+[ ]\d) | in[ ](?:Moscow|Beijing|Peking|\d|the) | held\b | about\b
    | regarding\b | concerning\b | during\b | dated\b | at[ ]the\b | from[ ]\d)
    | ,[ ](?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ ]\d)
    | [.\"”]$""",
    re.X,
)


def persons_of_titles(draft: Draft) -> Iterator[Presence]:
    """Yield the persons whom the title of the web page, then the document's own head, name."""
    titles = [fact.value for fact in draft.facts if fact.field in _TITLE_FIELDS]
    heads = [draft.clean_block(block) for block in draft.body_blocks() if block.role is Role.HEAD][:4]
    for title in [*titles, *heads]:
        words = " ".join(title.split())
        shouted = words.isupper()
        for presence in _of_title(_END.split(words.title() if shouted else words, maxsplit=1)[0], draft):
            known = draft.people.match(presence.name)
            if known is not None:
                presence = presence._replace(name=known.names[0])
            elif shouted and name_key(presence.name).count(" ") == 0:
                continue
            yield presence


def _of_title(words: str, draft: Draft) -> Iterator[Presence]:
    found = list(principals(words, draft.people))
    if found:
        yield from found
    elif match := _WITH.match(words):
        for part in (match["first"], match["second"]):
            for person in listed_persons(part, lambda name: draft.people.match(name) is not None):
                if " " in person.name or draft.people.match(person.name):
                    yield Presence(person.name, person.office, principal=True)
