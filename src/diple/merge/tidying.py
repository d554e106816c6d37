"""Putting right what a longest common subsequence gets wrong: it counts tokens and knows nothing of what they are.

Each function changes ``match``: for each token of the base, the index of the same token in another state of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from diple.lossless import Kind
from diple.merge.spelled import Spelled

NOWHERE = -1
_NUMBER = re.compile(r"[a-z]+-?\d+\Z")
_FEW = 3
"""Below this number, words of a block that are found in another are there by accident."""
_PASSAGE = 5
"""The number of words and signs by which a passage is known in another block."""


def inverse(match: Sequence[int], length: int) -> list[int]:
    """Return for each of ``length`` tokens of the other file the token of the first that is matched with it."""
    found = [NOWHERE] * length
    for index, there in enumerate(match):
        if there != NOWHERE:
            found[there] = index
    return found


def in_order(match: Sequence[int]) -> list[int]:
    """Return a match without the fewest pairs that stand across others: what is left is in one order in both files."""
    ends: list[int] = []  # the least index in the other file at which a row of each length ends
    rows: list[int] = []  # the length of the longest row that ends with each pair
    pairs = [(index, there) for index, there in enumerate(match) if there != NOWHERE]
    for _, there in pairs:
        place = bisect_left(ends, there)
        ends[place : place + 1] = [there]
        rows.append(place)
    kept, wanted = [NOWHERE] * len(match), len(ends) - 1
    for (index, there), row in zip(reversed(pairs), reversed(rows), strict=True):
        if row == wanted:
            kept[index], wanted = there, wanted - 1
    return kept


def part_accidents(match: list[int], base: Spelled, other: Spelled) -> None:
    """Take lone little words out of a passage that was written anew: that they are in both is an accident."""
    for index in range(1, len(base.tokens) - 1):
        there = match[index]
        if there in (NOWHERE, 0, len(other.tokens) - 1) or not _is_little(base, index):
            continue
        alone_here = match[index - 1] == match[index + 1] == NOWHERE
        among_words = all(_is_word(base, index + step) and _is_word(other, there + step) for step in (-1, 1))
        if alone_here and among_words and _is_alone(match, index, there):
            match[index] = NOWHERE


def _is_alone(match: list[int], index: int, there: int) -> bool:
    near = {one for one in match[max(0, index - 50) : index + 50] if one != NOWHERE}
    return there - 1 not in near and there + 1 not in near


def _is_word(file: Spelled, index: int) -> bool:
    return file.tokens[index].kind is Kind.WORD


def _is_little(file: Spelled, index: int) -> bool:
    return _is_word(file, index) and len(file.tokens[index].key) <= 3


def slide(match: list[int], base: Spelled, other: Spelled) -> None:
    """Move each insertion and each deletion, where it can begin at several places, to one where it is whole elements.

    ``<p>a</p>`` put before ``<p>b</p>`` can be read as ``a</p><p>`` put after ``<p>``.
    """
    _slide_side(match, other, len(base.tokens))
    back = inverse(match, len(other.tokens))
    _slide_side(back, base, len(other.tokens))
    match[:] = inverse(back, len(base.tokens))


def _slide_side(match: list[int], other: Spelled, length: int) -> None:
    """Slide the insertions into ``other``; ``match`` says where in it each of ``length`` tokens of the first is."""
    taken = set(match)
    for index in range(1, length):
        before, after = match[index - 1], match[index]
        if NOWHERE in (before, after) or after <= before + 1 or other.is_balanced(before + 1, after):
            continue
        if taken.isdisjoint(range(before + 1, after)):
            _slide_left(match, other, index) or _slide_right(match, other, index)
            taken = set(match)


def _slide_left(match: list[int], other: Spelled, index: int) -> bool:
    start, end = match[index - 1] + 1, match[index]
    steps = 0
    while index - steps > 0 and match[index - 1 - steps] == start - 1 - steps:
        if other.tokens[start - 1 - steps].key != other.tokens[end - 1 - steps].key:
            return False
        steps += 1
        if other.is_balanced(start - steps, end - steps):
            for step in range(1, steps + 1):
                match[index - step] = end - step
            return True
    return False


def _slide_right(match: list[int], other: Spelled, index: int) -> bool:
    start, end = match[index - 1] + 1, match[index]
    steps = 0
    while index + steps < len(match) and match[index + steps] == end + steps:
        if other.tokens[start + steps].key != other.tokens[end + steps].key:
            return False
        steps += 1
        if other.is_balanced(start + steps, end + steps):
            for step in range(steps):
                match[index + step] = start + step
            return True
    return False


def match_by_id(match: list[int], base: Spelled, other: Spelled) -> None:
    """Match the start tags of elements that have one ``xml:id``, and with them no other; if renamed, end tags too."""
    back = inverse(match, len(other.tokens))
    for index, there in _same_ids(base, other):
        if match[index] != there:
            if match[index] != NOWHERE:
                back[match[index]] = NOWHERE
            if back[there] != NOWHERE:
                match[back[there]] = NOWHERE
            match[index], back[there] = there, index
        ends = base.partners[index], other.partners[there]
        if match[ends[0]] == back[ends[1]] == NOWHERE:
            match[ends[0]], back[ends[1]] = ends[1], ends[0]


def match_leftovers(match: list[int], base: Spelled, other: Spelled) -> None:
    """Match passages that went to another block, of which nothing else was found."""
    taken = set(match)
    here = [index for index in range(len(match)) if match[index] == NOWHERE and _is_word(base, index)]
    there = [index for index in range(len(other.tokens)) if index not in taken and _is_word(other, index)]
    mine, theirs = ([file.tokens[one].key for one in some] for file, some in ((base, here), (other, there)))
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(theirs) - _PASSAGE + 1):
        known[tuple(theirs[place : place + _PASSAGE])].append(place)
    place = 0
    while place < len(mine):
        found = known.get(tuple(mine[place : place + _PASSAGE]), [])
        length = _length_in_common(mine, theirs, place, found[0]) if len(found) == 1 else 0
        for step in range(length):
            if there[found[0] + step] not in taken:
                match[here[place + step]] = there[found[0] + step]
                taken.add(there[found[0] + step])
        place += max(length, 1)


def _length_in_common(mine: Sequence[str], theirs: Sequence[str], one: int, two: int) -> int:
    pairs = zip(mine[one:], theirs[two:], strict=False)
    return next((length for length, (a, b) in enumerate(pairs) if a != b), min(len(mine) - one, len(theirs) - two))


def part_strays(match: list[int], base: Spelled, other: Spelled) -> None:
    """Part the few words of a block that were found in others, though the block itself is known by its id."""
    homes, others = _blocks(base), _blocks(other)
    strays: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, there in enumerate(match):
        if there != NOWHERE and _is_word(base, index):
            home, found = homes[index], others[there]
            if match[home] not in (NOWHERE, found):
                strays[home, found].append(index)
    _part_replaced(match, base, other, homes, others)
    for indices in strays.values():
        if sum(base.tokens[index].key.isalnum() for index in indices) < _FEW:
            for index in indices:
                match[index] = NOWHERE


def _part_replaced(
    match: list[int], base: Spelled, other: Spelled, homes: Sequence[int], others: Sequence[int]
) -> None:
    """Part the tags of blocks of different ids that have no word in common: one was struck out, one put in."""
    words = [index for index, token in enumerate(base.tokens) if token.kind is Kind.WORD and token.key.isalnum()]
    worded = {homes[index] for index in words}
    shared = {
        homes[index] for index in words if match[index] != NOWHERE and match[homes[index]] == others[match[index]]
    }
    for block in base.stretches:
        names = base.id_at(block.start), other.id_at(match[block.start])
        if match[block.start] != NOWHERE and names[0] != names[1] and block.start in worded - shared:
            match[block.start] = match[block.end - 1] = NOWHERE


def _blocks(file: Spelled) -> list[int]:
    """Return for each token the first token of its block."""
    return [stretch.start for stretch in file.stretches for _ in range(stretch.start, stretch.end)]


def part_named(match: list[int], base: Spelled, other: Spelled) -> None:
    """Part the tags of elements that were given different names: they are two persons, two hands."""
    for index, there in enumerate(match):
        if there == NOWHERE or base.tokens[index].kind is not Kind.START:
            continue
        names = base.id_at(index), other.id_at(there)
        if all(names) and names[0] != names[1] and any(is_given(one) and one in base.ids & other.ids for one in names):
            match[index] = NOWHERE


def is_given(name: str) -> bool:
    """Tell whether an ``xml:id`` is a name (``orlov``) and not the number of an element in its file (``p12``)."""
    return not _NUMBER.match(name)


def _same_ids(base: Spelled, other: Spelled) -> Iterator[tuple[int, int]]:
    there = {other.id_at(index): index for index in range(len(other.tokens)) if other.id_at(index)}
    for index, token in enumerate(base.tokens):
        found = there.get(base.id_at(index) or "/")
        if found is None or other.tokens[found].kind is not token.kind:
            continue
        yield index, found
        if other.tokens[found].key != token.key and token.kind is Kind.START:
            yield base.partners[index], other.partners[found]


def match_retagged(match: list[int], base: Spelled, other: Spelled, *, by_id: bool) -> None:
    """Match the tags of elements that have another name and hold what they did."""
    back = inverse(match, len(other.tokens))
    for start in range(len(base.tokens)):
        there = _retagged(match, base, other, start)
        if there is None or (by_id and other.id_at(there) != base.id_at(start) and other.id_at(there) in base.ids):
            continue
        end, close = base.partners[start], other.partners[there]
        if back[there] == back[close] == NOWHERE and _share(match, start, end, there, close):
            if match[end] != NOWHERE:
                back[match[end]] = NOWHERE
            match[start], match[end] = there, close
            back[there], back[close] = start, end


def _retagged(match: Sequence[int], base: Spelled, other: Spelled, start: int) -> int | None:
    """Return the start tag of another name that stands where one of the base stood that was not found."""
    if base.tokens[start].kind is not Kind.START or match[start] != NOWHERE:
        return None
    there = next(iter(_neighbours(match, start)), NOWHERE)
    if not 0 <= there < len(other.tokens) or other.tokens[there].kind is not Kind.START:
        return None
    return there if other.tokens[there].key != base.tokens[start].key else None


def _share(match: Sequence[int], start: int, end: int, there: int, close: int) -> bool:
    """Tell whether all that is known of what stands between two tags stands between two others."""
    inner = [match[index] for index in range(start + 1, end) if match[index] != NOWHERE]
    return bool(inner) and all(there < one < close for one in inner)


def _neighbours(match: Sequence[int], index: int) -> list[int]:
    """Return the places where a token would be if it stood before, or after, the token it stands beside."""
    after = [match[index + 1] - 1] if index + 1 < len(match) and match[index + 1] != NOWHERE else []
    before = [match[index - 1] + 1] if index and match[index - 1] != NOWHERE else []
    return after + before
