"""Attendance as a list: "Participants: Soviet side: A, B", or a head with a name to a line, by sides or not."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from diple.draft import Clean, Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import DISTRIBUTION_HEAD, FIELDS
from diple.recognisers.frame.lines import label_in
from diple.recognisers.participants.contents import LONGEST, SENTENCE, names_only, names_somebody
from diple.recognisers.participants.names import listed_persons, role_of
from diple.recognisers.participants.reading import Reader, opening_blocks, source_stretch
from diple.recognisers.participants.wording import (
    ACRONYM,
    COUNTRY_LABEL,
    LABELLED_ROLES,
    LIST_LABEL,
    NATIONS,
    SIDE_LABEL,
    WHOSE_SIDE,
    LabelledRole,
)

_GROUP = "participants"
_HEAD = re.compile(rf"\s*(?P<label>{LIST_LABEL.pattern})\s*(?P<colon>:?)\s*", re.I)
_SIDE = re.compile(rf"\s*(?:{SIDE_LABEL.pattern})\s*(?P<colon>:?)\s*")
_WHOSE = re.compile(rf"{WHOSE_SIDE.pattern}(?P<colon>:?)\s*")
_COUNTRY = re.compile(rf"\s*(?:{COUNTRY_LABEL.pattern})\s*(?P<colon>:)\s*")
_ROLE = re.compile(r"\s*(?P<label>[A-Z][\w -]{2,30}?)\s*:\s*(?=\S)")
_INNER_ROLE = re.compile(r"\s*(?P<label>[A-Za-z][\w -]{2,30}?)\s*:\s*(?=\S)")
_IS_VERB = re.compile(r"(?<!following )\b(?:was|were|are|is)\b", re.I)
_BARE = re.compile(
    r"(?:[Tt]he )?(?:(?:United|Soviet|North|South|East|West|People[’']s) )?[A-Z][\w.’'-]*"
    r"(?: (?:[Ss]ide|[Dd]elegation))?:?"
)
_OFFICE_ALONE = re.compile(
    r"(?:[Tt]he )?(?P<office>(?:(?:Acting|Deputy|Vice|Under|Assistant|Foreign|Prime|First) ?)*"
    r"(?:Secretary|President|Premier|Minister|Ambassador|Chairman|Chancellor|Consul|Governor|Marshal|King|Queen|"
    r"Director|Attorney General|Secretary[ -]General|General Secretary)"
    r"(?: (?:of|for) (?:the )?(?:State|Defen[cs]e|War|Navy|Treasury|Interior|Foreign Affairs|Finance|"
    r"(?:Foreign )?Trade|Commerce|Justice|Labou?r|Agriculture|Education|Culture|[A-Z]\w+))?)\.?"
)
"""An office that stands for whoever holds it: "The Secretary"."""
_LINE = re.compile(r"\n[^\S\n]*(?=\S)")
_INNER_HEAD = re.compile(rf"\n[^\S\n]*(?=[A-Z])(?=(?:{LIST_LABEL.pattern})\s*:)", re.I)
_LONGEST_NAME, _READ = 80, 100_000
_FARTHEST = 20 * LONGEST
"""The characters of the source, signs and notes among them, that a block of a list has at most."""


class _State(NamedTuple):
    side: str
    role: str
    office: str = ""


_START = _State("", "participant")
_BARE_CHAIR = re.compile(r"Chair(?:man|person)?|President|Secretary|Interviewers?", re.I)
"""Labels that turns of a talk have too."""


def recognise_lists(draft: Draft, reader: Reader) -> None:
    """Find the lists of participants near the head of the document; each block of one becomes an item."""
    for block in opening_blocks(draft):
        starts = (
            [] if block.role else [match.end() for match in _INNER_HEAD.finditer(draft.text, block.start, block.end)]
        )
        if any(draft.text[start].isupper() for start in starts):
            draft.split_block(block, *(start for start in starts if draft.text[start].isupper()))
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _FARTHEST and block in draft.blocks:
            _begin(draft, reader, block)


def _begin(draft: Draft, reader: Reader, block: Block) -> None:
    text = reader.read_block(block).text
    head = _HEAD.match(text)
    if head is not None and _is_head(head, text):
        _take_list(draft, reader, block, head.end())
    elif lead := _end_of_sided_label(text):
        _take_list(draft, reader, block, lead)
    elif (end := _unheaded_label(text) or _label_of_once(draft, text)) and _may_be_listed(draft, text, end):
        _take_list(draft, reader, block, 0)


def _may_be_listed(draft: Draft, text: str, end: int) -> bool:
    """Tell whether persons alone stand behind a label; behind "Absent" it may be states that did not vote."""
    if re.match(r"absent|excused", text, re.I):
        return names_somebody(draft, text[end:])
    return names_only(draft, text[end:])


def _is_head(head: re.Match[str], text: str) -> bool:
    """Tell whether a label is that of a list, and not the beginning of a sentence."""
    if len(text) >= LONGEST or _IS_VERB.search(head["label"]):
        return False
    return bool(head["colon"]) or head.end() == len(text) or _is_on_its_line(head, text)


def _is_on_its_line(head: re.Match[str], text: str) -> bool:
    """Tell whether a label without a colon has a line for itself, over lines that each begin with a capital."""
    if "\n" not in text[head.end("label") : head.end()] or not text[:1].isupper():
        return False
    lines = [line.strip() for line in text[head.end() :].split("\n") if line.strip()]
    return bool(lines) and all(line[0].isupper() and not SENTENCE.search(line) for line in lines)


def _end_of_sided_label(text: str) -> int:
    """Return the end of a list's label behind which a side stands, as in "Present from our side:", or 0."""
    head = _HEAD.match(text)
    if head is None or head["colon"] or len(text) >= LONGEST or re.search(r"\n\s*[a-z]", text):
        return 0
    side = _side_at(text, head.end())
    return head.end() if side and side.end() > head.end() and text[side.end() - 1] in ":\n " else 0


def _side_at(text: str, position: int) -> re.Match[str] | None:
    """Return a side's label at a position that a colon or the end of the text closes."""
    for pattern in (_SIDE, _WHOSE):
        match = pattern.match(text, position)
        if match is not None and (match["colon"] or match.end() == len(text) or _is_inserted(text, match)):
            return match
    return None


def _is_inserted(text: str, match: re.Match[str]) -> bool:
    """Tell whether a side without a colon, as in "[from the Chinese side] Liu", stands before a name."""
    return re.match(r"\s*(?:from|on) the ", match[0]) is not None and text[match.end() : match.end() + 1].isupper()


def _side_of(match: re.Match[str]) -> str:
    """Return the name of a side as its label has it: "Soviet side", "SED"."""
    named = match.groupdict()
    return " ".join((named.get("side") or named.get("of") or "").split())


def _unheaded_label(text: str) -> int:
    """Return the end of a side's or a role's label that needs no head over the list, or 0."""
    if (side := _side_at(text, 0)) and side["colon"]:
        return side.end()
    role = _ROLE.match(text)
    return role.end() if role and _labelled_role(role["label"]) and not _BARE_CHAIR.fullmatch(role["label"]) else 0


def _label_of_once(draft: Draft, text: str) -> int:
    """Return the end of a label such as "Chairman:" that stands once, before a name alone; or 0."""
    role = _ROLE.match(text)
    if role is None or not _BARE_CHAIR.fullmatch(role["label"]) or len(text) > _LONGEST_NAME or text[-1] in "!?…":
        return 0
    if text[-1] == "." and not names_somebody(draft, text[role.end() : -1]):
        return 0
    label = re.compile(rf"^\W*(?:the )?{re.escape(role['label'])}\s*:", re.I | re.M)
    turns = [match for match in label.finditer(draft.text) if len(_line_at(draft, match.end())) > _LONGEST_NAME]
    return 0 if turns or len(label.findall(draft.text[:_READ])) > 2 else role.end()


def _line_at(draft: Draft, offset: int) -> str:
    return draft.source.line_text(draft.source.line_of(offset))


def _take_list(draft: Draft, reader: Reader, block: Block, lead: int) -> None:
    """Take a block, of which ``lead`` characters are the list's label, and those after it that go on with the list."""
    parts = _parts_of_list(draft, reader, block, lead)
    texts = [reader.read_block(part).text for part in parts]
    if lead >= len(texts[0]) and len(parts) == 1:
        return
    skipped = 1 if lead else 0
    openers = [_opens_group(parts, number) for number in range(skipped, len(parts))]
    headings = _side_headings(texts[skipped:], openers)
    state = _START
    for number, (part, text) in enumerate(zip(parts, texts, strict=True)):
        if number == 0 and lead >= len(text):
            draft.give_role(part, Role.ITEM, tag="head", group=_GROUP, why="head of a list of participants")
        elif text in headings:
            draft.give_role(part, Role.ITEM, group=_GROUP, why="a side in a list of participants")
            state = _State(text.strip(" :"), "participant")
        else:
            state = _take_item(draft, reader, part, lead if number == 0 else 0, state)


def _parts_of_list(draft: Draft, reader: Reader, block: Block, lead: int) -> list[Block]:
    """Return the blocks of a list in order, divided at lines that are items of their own."""
    parts = _lines(draft, block)
    index = draft.blocks.index(parts[-1]) + 1
    in_list = (
        len(parts) > 1
        or lead >= len(reader.read_block(parts[0]).text)
        or _side_at(reader.read_block(block).text, lead) is not None
    )
    while index < len(draft.blocks):
        following = draft.blocks[index]
        if following.role in {Role.META, Role.VOID}:
            index += 1
            continue
        if not _goes_on(draft, reader, following, in_list=in_list):
            break
        lines = _lines(draft, following)
        parts += lines
        index += len(lines)
    return parts


def _opens_group(parts: list[Block], number: int) -> bool:
    """Tell whether a line opens a group: a blank line stands before it, and none behind it."""
    return parts[number].blank_before > 0 and number + 1 < len(parts) and parts[number + 1].blank_before == 0


def _side_headings(texts: list[str], openers: list[bool]) -> frozenset[str]:
    """Return the lines that name a country or side over the persons below them.

    ``openers`` says of each line whether it opens a group; where one is headed by a country, so are the others.
    """
    bare = [number for number, text in enumerate(texts) if _BARE.fullmatch(text.strip())]
    sides = {texts[number] for number in bare if _is_nation(texts[number])}
    apart = all(later - number > 1 for number, later in pairwise(bare))
    if len(bare) > 1 and bare[0] == 0 and apart and len(texts) - 1 not in bare:
        sides |= {texts[number] for number in bare}
    if sides:
        named = (text for text, opens in zip(texts, openers, strict=True) if opens and _BARE.fullmatch(text.strip()))
        sides |= {text for text in named if not _OFFICE_ALONE.fullmatch(text.strip())}
    return frozenset(sides)


def _is_nation(text: str) -> bool:
    words = text.strip(" :").removeprefix("The ").removeprefix("the ")
    return words.lower() in NATIONS or bool(ACRONYM.fullmatch(words)) or words.split()[0] in {"United", "Soviet"}


def _lines(draft: Draft, block: Block) -> list[Block]:
    """Divide a block in which each line is a person or a side; return its parts."""
    text = draft.text[block.start : block.end]
    starts = [match.end() for match in _LINE.finditer(text)]
    if not starts:
        return [block]
    lines = [text[begin:end].strip() for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if any(line[:1].islower() or line[:1].isdigit() for line in lines):
        return [block]
    first_line = text[: starts[0]].rstrip()
    if first_line.endswith((",", " and")) and not all(line.endswith((",", ";", ".")) or "," in line for line in lines):
        return [block]
    return draft.split_block(block, *(block.start + start for start in starts))


def _goes_on(draft: Draft, reader: Reader, block: Block, *, in_list: bool) -> bool:
    """Tell whether a block goes on with a list: a side with or without names, a labelled role, or bare persons."""
    text = reader.read_block(block).text
    if block.role is not None or len(text) > LONGEST:
        return False
    if (match := _ROLE.match(text)) and _labelled_role(match["label"]):
        return names_only(draft, text[match.end() :])
    if _side_at(text, 0) or _end_of_sided_label(text) or ((match := _HEAD.match(text)) and _is_head(match, text)):
        return True
    if label_in(text) in FIELDS or DISTRIBUTION_HEAD.match(text):
        return False
    if in_list and (match := _COUNTRY.match(text)):
        return draft.people.match(match["side"]) is None and names_somebody(draft, text[match.end() :])
    if in_list and _BARE.fullmatch(text.strip()) and _is_nation(text):
        return True
    lines = text.split("\n")
    return in_list and ":" not in text[:60] and (
        names_only(draft, text) or (len(lines) > 1 and all(names_only(draft, line.strip()) for line in lines))
    )  # fmt: skip


def _labelled_role(label: str) -> LabelledRole | None:
    return next((row for row in LABELLED_ROLES if row.label.fullmatch(label.strip())), None)


def _take_item(draft: Draft, reader: Reader, block: Block, lead: int, state: _State) -> _State:
    """Make a block an item and enter its persons; return the side and role that hold for the blocks after it."""
    clean = reader.read_block(block)
    draft.give_role(block, Role.ITEM, group=_GROUP, why="one of a list of participants")
    position = lead
    while position < len(clean.text):
        state, position = _label_at(clean.text, position, state)
        end = _next_side(clean.text, position)
        _enter(draft, clean, position, end, state)
        position = max(end, position + 1)
    return _State(state.side, "participant")


def _label_at(text: str, position: int, state: _State) -> tuple[_State, int]:
    """Return the state after a label at ``position``, if there is one, and the offset behind it."""
    if (match := _INNER_ROLE.match(text, position)) and (row := _labelled_role(match["label"])):
        of_side = "" if position == 0 and row.role == "recorder" else state.side
        return _State(of_side, row.role, row.office), match.end()
    if position == 0:
        head = _HEAD.match(text)
        position = head.end() if head and _is_head(head, text) else _end_of_sided_label(text)
    if side := _side_at(text, position):
        return _State(_side_of(side), "participant"), side.end()
    match = _COUNTRY.match(text, position)
    if match is not None:
        return _State(_side_of(match), "participant"), match.end()
    return state, position


def _next_side(text: str, position: int) -> int:
    """Return where the next side begins in the same block, or the end of the text."""
    for match in re.finditer(r"(?<=[;,.\n])\s*", text[position:]):
        side = _side_at(text, position + match.end())
        if side is not None and side["colon"]:
            return position + match.end()
        role = _INNER_ROLE.match(text, position + match.end())
        if role is not None and _labelled_role(role["label"]):
            return position + match.end()
    return len(text)


def _enter(draft: Draft, clean: Clean, start: int, end: int, state: _State) -> None:
    words = clean.text[start:end]
    if alone := _OFFICE_ALONE.fullmatch(words.strip()):
        name = f"The {alone['office']}"
        person = draft.people.add(name, office=alone["office"], side=state.side, role=state.role)
        first = start + len(words) - len(words.lstrip())
        stretch = source_stretch(draft, clean, first, first + len(words.strip(" .\n")))
        draft.span(*stretch, "persName", {"ref": f"#{person.id}"}, why="an office in a list of participants")
        return
    for listed in listed_persons(words, lambda name: draft.people.match(name) is not None, in_list=start > 0):
        known = draft.people.match(listed.name)
        name, length = _without_variant(draft, clean, start + listed.start, listed.name)
        side = state.side if state.role != "mentioned" else ""
        office = listed.office or state.office
        person = draft.people.add(
            known.names[0] if known else name, office=office, side=side, role=role_of(listed.office, state.role)
        )
        if state.office and state.office not in person.offices:
            person.offices.append(state.office)
        draft.people.alias(person, name, short=len(name.split()) < len(person.names[0].split()))
        end_of_name = listed.start + length if length < len(listed.name) else listed.end
        first, last = source_stretch(draft, clean, start + listed.start, start + end_of_name)
        draft.span(first, last, "persName", {"ref": f"#{person.id}"}, why="named in a list of participants")


def _without_variant(draft: Draft, clean: Clean, start: int, name: str) -> tuple[str, int]:
    """Return a name without another spelling of it in brackets ("Sachkov [Saqiukefu]"), and its length in characters.

    The spelling is a note on the name, which the brackets' own recogniser makes, and no second name of the person.
    """
    words = name.split()
    if len(words) != 2 or words[0][:1] != words[1][:1] or min(map(len, words)) < 4:
        return name, len(name)
    bracket = clean.offsets[start + clean.text[start:].find(words[1])] - 1
    return (words[0], len(words[0])) if draft.text[bracket : bracket + 1] == "[" else (name, len(name))
