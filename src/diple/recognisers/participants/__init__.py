"""Recognise who took part: attendance in prose and in lists, time and place, who kept the record (TEI 16.2.2)."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.agents import Person
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.participants.attendance import Presence, announces_list, presences
from diple.recognisers.participants.authors import find_author
from diple.recognisers.participants.below import classify_below_lists
from diple.recognisers.participants.chairing import know_the_chair
from diple.recognisers.participants.courts import recognise_courts
from diple.recognisers.participants.kind import is_record_of_talk
from diple.recognisers.participants.lists import recognise_lists
from diple.recognisers.participants.names import role_of
from diple.recognisers.participants.proved import take_proved
from diple.recognisers.participants.reading import Reader, opening_blocks
from diple.recognisers.participants.setting import recognise_setting
from diple.recognisers.participants.sides import settle_sides
from diple.recognisers.participants.titles import persons_of_titles
from diple.recognisers.participants.turns import divide_at_lists, divide_at_turns

_HEAD = 8
"""The paragraphs at the head of a record, in number, that may say who met whom."""

_TURN = re.compile(r"[A-Z][^:\n]{0,60}:\s")
_SPEAKS = re.compile(r"(?P<name>[A-Z][^:.\n]{1,50})[:.](?=\s+\S)")
_ATTENDANCE = re.compile(
    r"(?:(?:At|In|During|Along with|Together with|Besides) [^,.:]{3,60}? (?=there ))?"
    r"(?:There were |Also |Those |Persons |Members |With me )?(?:also )?\[?"
    r"(?:present|taking part|took part|participa\w*|attend\w*|in attendance|the following|were|was)\b",
    re.I,
)
_DIARY = re.compile(r"(?:(?:Excerpts? )?From the |The )?(?:official )?(?:diary|journal) of", re.I)
_TAIL = 12
"""The blocks at the end of a document, in number, in which it may say who kept the record."""

__all__ = ["divide_at_lists", "is_record_of_talk", "recognise", "take_proved"]


def recognise(draft: Draft) -> None:
    """Fill ``draft.people`` with those who took part; give lists of them and lines of time and place their roles."""
    reader = Reader(draft)
    divide_at_turns(draft)
    recognise_lists(draft, reader)
    classify_below_lists(draft)
    recognise_courts(draft, reader)
    listed = {person.id for person in draft.people}
    opening = opening_blocks(draft)
    for block in opening[:30]:
        recognise_setting(draft, block)
    is_talk = is_record_of_talk(draft)
    principals: list[Person] = []
    ends, announced = _ends(draft), _announced(draft, opening)
    for number, block in enumerate(_candidates(draft, opening)):
        text = ("Present: " if id(block) in announced else "") + reader.read(block.start, ends[id(block)]).text
        for presence in presences(text, draft.people, is_talk=is_talk and number < _HEAD):
            person = _enter(draft, presence, principals)
            if presence.name == f"The {presence.office}":
                _mark_office(draft, block, presence.office, person)
    if is_talk:
        for presence in persons_of_titles(draft):
            _enter(draft, presence, principals)
        find_author(draft, [block for block in opening if block.role is None], principals)
    know_the_chair(draft)
    settle_sides(draft.people, principals)
    draft.people.put_first(person for person in principals if person.id not in listed)


def _announced(draft: Draft, opening: list[Block]) -> set[int]:
    """Return the ids of the blocks before which a line says that those named in it were present."""
    return {id(block) for before, block in pairwise(opening) if announces_list(draft.text_of(before))}


def _ends(draft: Draft) -> dict[int, int]:
    """Return, by the ids of blocks, where the paragraph ends that each begins or goes on with."""
    ends: dict[int, int] = {}
    following: Block | None = None
    for block in reversed(draft.blocks):
        goes_on = following is not None and following.joined and following.role is block.role is None
        ends[id(block)] = ends[id(following)] if goes_on else block.end
        following = block if block.role not in {Role.META, Role.VOID} else following
    return ends


def _candidates(draft: Draft, opening: list[Block]) -> list[Block]:
    """Return the paragraphs that may tell of attendance: near the head, and near the end."""
    closing = [block for block in draft.blocks[-4 * _TAIL :] if block.role is not Role.META][-_TAIL:]
    shown = {id(block) for block in opening}
    paragraphs = [block for block in opening[:20] if _DIARY.match(draft.text, block.start)]
    before = opening[: _first_turn(draft, opening)]
    paragraphs += [
        block for block in before if block.role is None and not block.joined and _may_tell(draft.text_of(block))
    ]
    paragraphs += [block for block in closing if block.role is None and not block.joined and id(block) not in shown]
    return paragraphs + [block for block in closing if block.role in {Role.CLOSER, Role.POSTSCRIPT}]


def _first_turn(draft: Draft, opening: list[Block]) -> int:
    """Return the place of the first turn of somebody listed among the blocks near the head, or their number."""
    for place, block in enumerate(opening):
        match = _SPEAKS.match(draft.text, block.start, block.end) if block.role is None else None
        if match and draft.people.match(match["name"]) and not _ATTENDANCE.match(draft.text, block.start):
            return place
    return len(opening)


def _may_tell(text: str) -> bool:
    """Tell whether a paragraph is no turn of a talk and of a sensible length."""
    is_turn = _TURN.match(text) is not None and _ATTENDANCE.match(text) is None and _SAID_LATER.match(text) is None
    return len(text) < 6000 and not text.isupper() and not is_turn


_SAID_LATER = re.compile(r"[A-Z][^:\n]{3,60}\.\s(?:Also )?(?:[Pp]resent|[Ii]n attendance|[Aa]ttended by)(?: were)?:\s")
"""A sentence before the one that says who was there: "The Board met at ten a.m. Present: Mr. Holm"."""


def _mark_office(draft: Draft, block: Block, office: str, person: Person) -> None:
    """Mark an office that stands for whoever holds it, where a paragraph of attendance names it."""
    words = r"\s+".join(map(re.escape, office.split()))
    match = re.compile(rf"\b[Tt]he\s+(?P<office>{words})(?!\w)").search(draft.text, block.start, block.end)
    if match:
        draft.span(*match.span("office"), "persName", {"ref": f"#{person.id}"}, why="an office among those present")


def _enter(draft: Draft, presence: Presence, principals: list[Person]) -> Person:
    by_office = presence.name.startswith("The ")
    known = draft.people.find(presence.name) if by_office else draft.people.match(presence.name)
    if known is None and by_office and presence.principal:
        holders = [person for person in draft.people if presence.office in person.offices]
        known = holders[0] if len(holders) == 1 else None
    name = known.names[0] if known else presence.name
    person = draft.people.add(
        name, office=presence.office, side=presence.side, role=role_of(presence.office, presence.role)
    )
    if len(presence.name.split()) > 1 and (known is None or not by_office):
        draft.people.complete(person, presence.name)
    if presence.principal and person not in principals:
        principals.append(person)
    return person
