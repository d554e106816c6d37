"""Persons named in the title of a record of a talk: "between O. Lindqvist and I. Brandt", "X's conversation with Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from diple.agents import name_key
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.participants.attendance import Presence, principals
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import TALK, vocabulary

_HEAD = 30
"""The blocks at the head of a document, in number, among which its title stands."""
_GOES_ON = re.compile(r"(?:between|with|of|and|by|to|from|on|at|in|concerning)\s", re.I)
_LITTLE = vocabulary("a an and at by for from in of on or the to with between during about concerning regarding")
_INSTITUTIONS = vocabulary("""
    CC CCP CPC CPSU CPV DPRK DRV FRG GDR KWP MFA MPR NATO PCI PRC PUWP ROK SED SFRY SRV UK UN US USA USSR VWP WPK
    BCP HSWP HWP CPCz CSSR FPRY KGB MID
""")
"""Words of titles in capitals that are little, and those that are initials."""
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
    for title in [*titles, *_heads(draft)]:
        words = " ".join(title.split())
        shouted = words.isupper()
        for presence in _of_title(_END.split(in_small_letters(words) if shouted else words, maxsplit=1)[0], draft):
            known = draft.people.match(presence.name)
            if known is not None and shouted:
                presence = presence._replace(name=known.names[0])
            elif shouted and name_key(presence.name).count(" ") == 0:
                continue
            yield presence


def _heads(draft: Draft) -> list[str]:
    """Return the document's own first titles, each with the lines that go on with it."""
    heads: list[str] = []
    for block in islice(draft.body_blocks(), _HEAD):
        if block.role is not Role.HEAD:
            continue
        words = draft.clean_block(block)
        if heads and (block.joined or _GOES_ON.match(words)):
            heads[-1] += f" {words}"
        else:
            heads.append(words)
    return heads[:4]


def in_small_letters(words: str) -> str:
    """Return words in capitals as a title in small letters would have them; initials of institutions stay."""
    return " ".join(_small(word) for word in words.split())


def _small(word: str) -> str:
    plain = word.strip(".,;:()[]“”\"'’*")
    if plain in _INSTITUTIONS or re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    return word.lower() if plain.lower() in _LITTLE else word.title().replace("’S", "’s").replace("'S", "'s")


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
