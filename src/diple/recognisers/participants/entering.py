"""The items of a list of participants: each block's persons with their sides, roles and offices (TEI 16.2.2)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Clean, Draft
from diple.model import Block, Role
from diple.recognisers.participants.attendance import presences
from diple.recognisers.participants.columns import Cell, cells_at, column_of, persons_side_by_side
from diple.recognisers.participants.labels import (
    CHAIR_BEHIND,
    COUNTRY,
    HEAD,
    INNER_ROLE,
    MEMBERS,
    end_of_sided_label,
    is_head,
    labelled_role,
    office_alone,
    role_at,
    side_at,
    side_of,
)
from diple.recognisers.participants.names import listed_persons, role_of
from diple.recognisers.participants.reading import Reader, source_stretch
from diple.recognisers.participants.recording import role_behind
from diple.recognisers.participants.siding import SIDE_LED

GROUP = "participants"
"""The list that items of participants belong to."""


class State(NamedTuple):
    """What holds for the persons of the next item: their side, role and office."""

    side: str
    role: str
    office: str = ""


START = State("", "participant")
_ABSENT = re.compile(
    r",?\s*[(\[]?(?:absent|not present|excused|abwesend|entschuldigt|absente?|ausente|assente)(?:[)\]]|(?=[,;.]|$))",
    re.I,
)
"""What stands behind somebody who is listed and was not there."""


def take_item(draft: Draft, reader: Reader, block: Block, lead: int, state: State) -> State:
    """Make a block an item and enter its persons; return the side and role that hold for the blocks after it."""
    clean, _ = reader.read_item(block)
    reader.sign_bullet(block)
    draft.give_role(block, Role.ITEM, group=GROUP, why="one of a list of participants")
    position = lead
    if behind := CHAIR_BEHIND.fullmatch(clean.text):
        _enter(draft, clean, 0, behind.end("who"), State(state.side, "participant", "Chairman"))
        return State(state.side, "participant")
    while position < len(clean.text):
        if position > lead and _TOLD.match(clean.text, position):
            _enter_told(draft, clean.text[position:], state)
            break
        state, position = _label_at(clean.text, position, state)
        end = _next_side(clean.text, position)
        _enter(draft, clean, position, end, state)
        position = max(end, position + 1)
    return State(state.side, state.role if state.role == "mentioned" else "participant")


_TOLD = re.compile(
    r"(?=[A-Z])[^.;:]{5,160}?\b(?:took part|participated|attended|(?:was|were) (?:also )?(?:present|invited)|"
    r"(?:was|were) in attendance)\b"
)
"""A sentence behind a list that tells of others: "Comrades Holm and Lund were invited to the first item."."""


def _enter_told(draft: Draft, words: str, state: State) -> None:
    """Enter those of whom sentences behind a list tell that they were there."""
    for presence in presences(words, draft.people, is_talk=True):
        draft.people.add(presence.name, office=presence.office, side=presence.side or state.side, role=presence.role)


def take_columns(draft: Draft, reader: Reader, block: Block, columns: list[str]) -> None:
    """Make a block an item and enter the persons who stand side by side in it, each of the side over its column.

    Where there are fewer persons than columns, nobody can tell whose side they are on.
    """
    clean, _ = reader.read_item(block)
    draft.give_role(block, Role.ITEM, group=GROUP, why="a line across columns of participants")
    persons = persons_side_by_side(clean.text)
    for number, (start, end) in enumerate(persons):
        side = columns[number] if len(persons) == len(columns) else ""
        _enter(draft, clean, start, end, State(side, "participant"))


def take_cells(draft: Draft, reader: Reader, block: Block, heads: list[Cell]) -> None:
    """Make a block an item and enter the person in each of its cells, of the party over its column."""
    cells = cells_at(draft, block.start, block.end)
    draft.give_role(block, Role.ITEM, group=GROUP, why="a line across columns of participants")
    for cell in cells:
        clean = reader.read(cell.start, cell.end)
        _enter(draft, clean, 0, len(clean.text), State(column_of(cell, heads), "participant"))


def _label_at(text: str, position: int, state: State) -> tuple[State, int]:
    """Return the state after a label at ``position``, if there is one, and the offset behind it."""
    if labelled := role_at(text, position):
        row, end = labelled
        of_side = "" if position == 0 and row.role in {"recorder", "interpreter"} else state.side
        return State(of_side, row.role, row.office), end
    if position == 0:
        head = HEAD.match(text)
        position = head.end() if head and is_head(head, text) else end_of_sided_label(text)
        state = State(state.side, "participant") if position else state
    if position and (inner := HEAD.match(text, position)) and inner["colon"].startswith(":"):
        return START, inner.end()
    if side := side_at(text, position):
        return State(side_of(side), "participant"), side.end()
    if led := SIDE_LED.match(text, position):
        return State(side_of(led), "participant"), led.end()
    if members := MEMBERS.match(text, position):
        return State("", "participant"), members.end()
    match = COUNTRY.match(text, position)
    if match is not None:
        return State(side_of(match), "participant"), match.end()
    return state, position


def _next_side(text: str, position: int) -> int:
    """Return where the next side begins in the same block, or the end of the text."""
    for match in re.finditer(r"(?<=[;,.\n])\s*|\s(?=(?:from|on) the [^:\n]{3,60} sides?:)", text[position:]):
        side = side_at(text, position + match.end())
        if (side is not None and side["colon"]) or (match.end() and SIDE_LED.match(text, position + match.end())):
            return position + match.end()
        role = INNER_ROLE.match(text, position + match.end())
        if role is not None and labelled_role(role["label"]):
            return position + match.end()
        head = HEAD.match(text, position + match.end()) if match.end() else None
        if head is not None and head["colon"].startswith(":") and text[head.start()].strip():
            return position + match.end()
        if _TOLD.match(text, position + match.end()):
            return position + match.end()
    return len(text)


_EXCELLENCY = re.compile(r"\s*(?:(?:His|Her) Excellency|H\.\s?E\.)\s")


def _enter(draft: Draft, clean: Clean, start: int, end: int, state: State) -> None:
    words = clean.text[start:end]
    if office := office_alone(words):
        person = draft.people.add(f"The {office}", office=office, side=state.side, role=state.role)
        if _EXCELLENCY.match(words):
            draft.people.alias(person, "H.E.", short=True)
        first = start + len(words) - len(words.lstrip())
        stretch = source_stretch(draft, clean, first, start + words.index(office) + len(office))
        draft.span(*stretch, "persName", {"ref": f"#{person.id}"}, why="an office in a list of participants")
        return
    persons = listed_persons(words, lambda name: draft.people.match(name) is not None, in_list=start > 0)
    for number, listed in enumerate(persons, 1):
        known = draft.people.match(listed.name)
        side = state.side if state.role != "mentioned" else ""
        office = listed.office or state.office
        told = role_behind(words[: persons[number].start] if number < len(persons) else words, listed.end) or state.role
        role = "mentioned" if _ABSENT.match(words, listed.end) else role_of(listed.office, told)
        person = draft.people.add(known.names[0] if known else listed.name, office=office, side=side, role=role)
        if state.office and state.office not in person.offices:
            person.offices.append(state.office)
        draft.people.alias(person, listed.name, short=len(listed.name.split()) < len(person.names[0].split()))
        first, last = source_stretch(draft, clean, start + listed.start, start + listed.end)
        draft.span(first, last, "persName", {"ref": f"#{person.id}"}, why="named in a list of participants")
