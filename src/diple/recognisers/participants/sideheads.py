"""Which lines of a list of persons name a country, a side or an agency over those below them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple.model import Block
from diple.recognisers.participants.labels import BARE, OFFICE_ALONE, is_group, is_nation


class Entry(NamedTuple):
    """A block that may be one of a list: its words without the bullet before them, and whether it has one."""

    block: Block
    text: str
    is_bulleted: bool


def side_headings(entries: list[Entry]) -> frozenset[int]:
    """Return, by their blocks' ids, the entries that name a country, side or agency over the persons below them.

    A line does so between blank lines before it and none behind it, if another is a country; one with a bullet, over
    lines that are indented further, or behind a bullet alone.
    """
    words = [entry.text.strip() for entry in entries]
    bare = [number for number, text in enumerate(words) if BARE.fullmatch(text) and not OFFICE_ALONE.fullmatch(text)]
    sides = {number for number in bare if is_nation(words[number])}
    apart = all(later - number > 1 for number, later in pairwise(bare))
    is_first = bare[:1] == [0] or (bool(sides) and len(bare) > 2 and all(entry.is_bulleted for entry in entries))
    if len(bare) > 1 and is_first and apart and len(words) - 1 not in bare:
        sides |= set(bare)
    if sides:
        sides |= {
            number for number in bare if _opens_group(entries, number) and not OFFICE_ALONE.fullmatch(words[number])
        }
    sides |= {number for number, (one, other) in enumerate(pairwise(entries)) if _is_over(one, other)}
    sides |= {
        number
        for number, (one, other) in enumerate(pairwise(entries))
        if (one.is_bulleted or other.is_bulleted) and is_labelled_group(one.text)
    }
    sides |= {number + 1 for number, (one, _) in enumerate(pairwise(entries)) if not one.text.strip(" -–—•*·")}
    return frozenset(id(entries[number].block) for number in sides if words[number])


def _opens_group(entries: list[Entry], number: int) -> bool:
    """Tell whether a line opens a group: a blank line stands before it, and none behind it."""
    blanks = [entry.block.blank_before for entry in entries[number : number + 2]]
    return len(blanks) == 2 and blanks[0] > 0 and blanks[1] == 0


def is_labelled_group(text: str) -> bool:
    """Tell whether a text is the name of a group with a colon behind it: "State Department:"."""
    return text.rstrip().endswith(":") and is_group(text)


def _is_over(one: Entry, other: Entry) -> bool:
    """Tell whether an entry with a bullet is a group over the next, which is indented further."""
    return one.is_bulleted and other.is_bulleted and other.block.indent > one.block.indent and is_group(one.text)
