"""A list of those present without a label, proved by the talk below it: those in it are those who speak.

"P. Holm – Minister", "From NCP: cde. P. Holm", "NORLAND" over names: a line that nothing announces is one of a list of
participants if persons stand in it, and nothing else, and some of them bear the labels of turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS
from diple.recognisers.frame.lines import label_in
from diple.recognisers.participants.announced import announced_side, last_sentence
from diple.recognisers.participants.contents import names_somebody
from diple.recognisers.participants.dividing import lines_of_list
from diple.recognisers.participants.entering import GROUP
from diple.recognisers.participants.labels import (
    HEAD,
    end_of_bare_label,
    end_of_chair,
    end_of_sided_label,
    is_head,
    label_of_once,
    may_be_listed,
    unheaded_label,
)
from diple.recognisers.participants.lists import entry_of, take_parts
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.reading import Reader, opening_blocks
from diple.recognisers.participants.setting import SETTING
from diple.recognisers.participants.sideheads import Entry
from diple.recognisers.participants.wording import ADDRESS

_TURN = re.compile(
    r"(?:^|\n)[^\S\n]*(?:\*\*)?(?P<label>[^\W\d_a-z][^:.\n]{0,40})(?:\*\*)?(?::|\.(?=\s+[“\"(]?[A-Z]))(?=\s*\S)"
)
_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAD = re.compile(r"(?:[a-z\d]\) )?(?P<label>[^:\n]{1,60}):\s*(?=\S)")
"""What stands before the persons of one side or in one role: "From NCP:", "a) on our side:"."""
_SIDE = re.compile(r"(?:(?:For|From)(?: the)? )?[^\W\d_a-z][\w’'-]+(?: [\w’'-]+){0,3}:?")
"""A line that may be a side over its people."""
_PERSON = re.compile(r"(?:[A-Z]\. ?)+[A-Z]|[A-Z][\w’'-]+ [A-Z]|\b[A-Z][\w’'-]+,")
_COLUMNS = re.compile(r"\S\s{3,}\S")
_OF_TALK = re.compile(r"(?:with|by|between|from|to|on)\b")
"""What stands behind a word of a title that is no name: "Interview with Ilse Marten"."""
_BULLET = re.compile(r"\s*[•·▪◦●*–-]\s")
_DATED = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b|\d[.:]\d\d")
_FARTHEST = 60_000
"""The characters of a document in which turns prove who was there."""
_LONGEST = 400
_FEWEST = 2
"""The speakers, in number, whose names prove a list."""


def take_proved(draft: Draft) -> None:
    """Take the lines above the first turn that name those who speak; nothing where a label announces a list."""
    speakers, first = _speakers(draft)
    if len(speakers) < _FEWEST:
        return
    reader = Reader(draft)
    above = [block for block in opening_blocks(draft) if block.end <= first]
    if any(block.end - block.start < _LONGEST and _announces(draft, reader, block) for block in above):
        return
    for run in _runs(draft, above, speakers):
        _take(draft, reader, run, speakers)


def _announces(draft: Draft, reader: Reader, block: Block) -> bool:
    """Tell whether a block opens a list of participants by a label or a sentence."""
    text = entry_of(reader, block).text
    head = HEAD.match(text)
    end = unheaded_label(text) or label_of_once(draft, text)
    return (
        (head is not None and is_head(head, text))
        or bool(end_of_sided_label(text) or end_of_bare_label(draft, text) or end_of_chair(draft, text))
        or bool(end and may_be_listed(draft, text, end))
        or announced_side(last_sentence(text)) is not None
    )


def _take(draft: Draft, reader: Reader, run: list[Block], speakers: set[str]) -> None:
    """Take each line as an item, those below a side's name as that side's people."""
    entries = [entry_of(reader, line) for block in run for line in lines_of_list(draft, block)]
    side, people = "", list[Entry]()
    for entry in [*entries, None]:
        if entry is not None and not _is_side(entry.text.strip(), speakers):
            people.append(entry)
            continue
        take_parts(draft, reader, people, side=side)
        people = []
        if entry is not None:
            draft.give_role(entry.block, Role.ITEM, group=GROUP, why="a side over those who speak below")
            side = entry.text.strip(" :")


def _speakers(draft: Draft) -> tuple[set[str], int]:
    """Return the last words of labels, in small letters, and where the first label that comes again stands."""
    found = [(match["label"], match.start("label")) for match in _TURN.finditer(draft.lined, 0, _FARTHEST)]
    last = [(names[-1].casefold(), start) for label, start in found if (names := _WORD.findall(label))]
    times = Counter(name for name, _ in last)
    begins = [start for name, start in last if times[name] > 1]
    return (set(times) if begins else set()), min(begins, default=0)


def _runs(draft: Draft, above: list[Block], speakers: set[str]) -> Iterator[list[Block]]:
    """Yield the runs of blocks of which each line names persons, or their side, and which name those who speak."""
    for is_list, run in groupby(above, lambda block: _is_of_persons(draft, block, speakers)):
        if not is_list:
            continue
        blocks = _without_titles(draft, list(run), speakers)
        lines = [line for block in blocks for line in _lines(draft, block)]
        named = [_named(line, speakers) for line in lines]
        is_told = any(map(_LEAD.match, lines)) or sum(map(bool, named)) >= _FEWEST
        if is_told and len(set().union(*named)) >= _FEWEST:
            yield blocks


def _without_titles(draft: Draft, run: list[Block], speakers: set[str]) -> list[Block]:
    """Return a run without the lines at either end that may be sides, but are over nobody; a lone one is a title."""
    sides = [all(_is_side(line, speakers) for line in _lines(draft, block)) for block in run]
    while sides and sides[-1]:
        run, sides = run[:-1], sides[:-1]
    first = next((number for number, is_side in enumerate(sides) if not is_side), 0)
    return run[max(0, first - 1) if any(sides[first:]) else first :]


def _lines(draft: Draft, block: Block) -> list[str]:
    return [line.strip(" *•–-") for line in draft.lined[block.start : block.end].split("\n") if line.strip()]


def _named(line: str, speakers: set[str]) -> set[str]:
    return {word.casefold() for word in _WORD.findall(line)} & speakers


def _is_of_persons(draft: Draft, block: Block, speakers: set[str]) -> bool:
    """Tell whether each line of a block names persons and their offices, or may be the side of those below."""
    if block.role is not None or block.end - block.start > _LONGEST or _BULLET.match(draft.text, block.start):
        return False
    return all(_is_line(draft, line, speakers) for line in _lines(draft, block))


def _is_side(line: str, speakers: set[str]) -> bool:
    may_be = _SIDE.fullmatch(line) is not None and not _named(line, speakers)
    return may_be and (line.isupper() or line.endswith(":") or not _PERSON.search(line))


def _is_line(draft: Draft, line: str, speakers: set[str]) -> bool:
    lead = _LEAD.match(line)
    rest = line[lead.end() :] if lead else line
    if (
        label_in(line) in FIELDS
        or SETTING.match(line)
        or _DATED.search(line)
        or (lead and _is_key(lead["label"], rest))
    ):
        return False
    return (names_somebody(draft, rest) and _begins_with_name(rest)) or _is_side(line, speakers)


def _begins_with_name(words: str) -> bool:
    """Tell whether a full name, or one with an office, stands first, behind nothing but titles."""
    person = next(iter(listed_persons(words)), None)
    if person is None or not _PERSON.search(words) or _COLUMNS.search(words):
        return False
    before = re.findall(r"[^\W\d_]+", words[: person.start].lower())
    return all(word in ADDRESS for word in before) and not _OF_TALK.match(person.office)


def _is_key(label: str, name: str) -> bool:
    """Tell whether a label is the initials of the person behind it: a key to the labels of turns."""
    return label.isupper() and len(label) <= _INITIALS and label[0] == name[0]


_INITIALS = 3
