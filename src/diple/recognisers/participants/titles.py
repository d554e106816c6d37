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
_WITH = re.compile(r"^(?P<first>.{0,200}?)\bwith[ ]+(?P<second>.+)$", re.I)
_KIND = re.compile(rf"^.*\b(?:{TALK}|record|notes|memorandum|minutes)\b(?:\s+(?:of|by))?", re.I)
_RECORD = re.compile(
    r"^.*?\b(?:records?|notes?|memorandum|minutes|transcript|summary)\s+(?:of|on)\s+(?:an?\s|the\s)?", re.I
)
_OF = re.compile(r"^(?:.*?\b(?:of|by)[ ](?:an?[ ]|the[ ])?)(?P<who>[A-Z].*)$")
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
            if known is not None and shouted:
                presence = presence._replace(name=known.names[0])
            elif shouted and name_key(presence.name).count(" ") == 0:
                continue
            yield presence


def _of_title(words: str, draft: Draft) -> Iterator[Presence]:
    found = list(principals(words, draft.people))
    if found:
        yield from found
        return
    match = _WITH.match(words)
    parts = (match["first"], match["second"]) if match else (words,)
    for part in parts:
        yield from _of_part(_party(part), draft)


def _party(part: str) -> str:
    """Return a part of a title without what says that it is a record of a talk."""
    bare = _KIND.sub("", part).strip()
    return bare if bare else _RECORD.sub("", part)


def _of_part(part: str, draft: Draft) -> Iterator[Presence]:
    """Yield the persons of one party, as it stands, or after the last "of" before a name: "conversation of X"."""
    while True:
        listed = listed_persons(part, lambda name: draft.people.match(name) is not None)
        found = [person for person in listed if " " in person.name or draft.people.match(person.name)]
        match = None if found else _OF.match(part)
        if match is None:
            break
        part = match["who"]
    yield from (Presence(person.name, person.office, principal=True) for person in found)
