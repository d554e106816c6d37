"""Which tokens of one state of a file are which of another: blocks by content, wherever they stand, then words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from diple.lossless import Kind
from diple.merge.spelled import Spelled, Stretch

NOWHERE = -1
_NUMBER = re.compile(r"[a-z]+-?\d+\Z")

_ALIKE = 0.6
"""The share of its words that a block must have in common with another to be taken for it, moved."""
_FEWEST = 4
"""The number of words from which a block can be known again by them."""
_MOST_CELLS = 2_000_000_000
"""The product of lengths up to which two sequences are compared exactly, in 250 MB."""


class Gap(NamedTuple):
    """Stretches of two files, by their numbers, that stand between stretches known to be the same."""

    mine: Sequence[int]
    theirs: Sequence[int]


def align(base: Spelled, other: Spelled, *, by_id: bool) -> list[int]:
    """Return for each token of ``base`` the index of the same token in ``other``, ``NOWHERE`` if it is gone.

    Tags are compared by name; where an element has only another name, its tags are the same too. With ``by_id``,
    elements that kept their ``xml:id`` are the same, and blocks that stand in another place are found there: the result
    is then not in order. Without, it is.
    """
    match = [NOWHERE] * len(base.tokens)
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    mine = [numbers[_key(base, stretch, by_id)] for stretch in base.stretches]
    theirs = [numbers[_key(other, stretch, by_id)] for stretch in other.stretches]
    gaps = []
    for gap, same in _parts(mine, theirs):
        gaps.append(gap)
        for one, two in same:
            _match_all(match, base.stretches[one], other.stretches[two])
    moved = dict(_moves(base, other, gaps, by_id=True)) if by_id else {}
    for one, two in moved.items():
        _match_words(match, base, other, _indices(base, [one]), _indices(other, [two]))
    arrived = set(moved.values())
    for gap in gaps:
        here = _indices(base, [number for number in gap.mine if number not in moved])
        there = _indices(other, [number for number in gap.theirs if number not in arrived])
        _match_words(match, base, other, here, there)
    _part_accidents(match, base, other)
    _slide(match, base, other)
    if by_id:
        _match_by_id(match, base, other)
    _part_named(match, base, other)
    _match_retagged(match, base, other, by_id=by_id)
    return match


def moved(base: Spelled, other: Spelled, match: Sequence[int]) -> list[int]:
    """Return ``match``, which is in order, together with the tokens of blocks that stand in another place."""
    more = list(match)
    gone = [number for number, one in enumerate(base.stretches) if match[one.start] == NOWHERE]
    taken = set(match)
    come = [number for number, one in enumerate(other.stretches) if one.start not in taken]
    for one, two in _moves(base, other, [Gap(gone, []), Gap([], come)], by_id=False):
        found = [NOWHERE] * len(match)
        _match_words(found, base, other, _indices(base, [one]), _indices(other, [two]))
        for index, there in enumerate(found):
            if there not in taken and more[index] == NOWHERE:
                more[index] = there
    return more


def inverse(match: Sequence[int], length: int) -> list[int]:
    """Return for each of ``length`` tokens of the other file the token of the first that is matched with it."""
    found = [NOWHERE] * length
    for index, there in enumerate(match):
        if there != NOWHERE:
            found[there] = index
    return found


def _key(file: Spelled, stretch: Stretch, by_id: bool) -> str:
    name = file.id_at(stretch.start)
    is_tag = file.tokens[stretch.start].kind is Kind.START and stretch.end == stretch.start + 1
    return f"{stretch.key}#{name}" if name and ((by_id and is_tag) or is_given(name)) else stretch.key


def _parts(mine: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[Gap, list[tuple[int, int]]]]:
    """Yield the gaps between common parts, each with the common part that follows it as pairs."""
    before = (0, 0)
    for one, two, length in [*_common(mine, theirs), (len(mine), len(theirs), 0)]:
        yield (
            Gap(range(before[0], one), range(before[1], two)),
            [(one + step, two + step) for step in range(length)],
        )
        before = (one + length, two + length)


def _common(mine: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the parts of a longest common subsequence: where they begin in each, and their length."""
    if len(mine) * len(theirs) > _MOST_CELLS:
        yield from (part for part in SequenceMatcher(None, mine, theirs).get_matching_blocks() if part.size)
        return
    for part in Indel.opcodes(mine, theirs):
        if part.tag == "equal":
            yield part.src_start, part.dest_start, part.src_end - part.src_start


def _match_all(match: list[int], one: Stretch, two: Stretch) -> None:
    for step in range(one.end - one.start):
        match[one.start + step] = two.start + step


def _match_words(match: list[int], base: Spelled, other: Spelled, here: list[int], there: list[int]) -> None:
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    mine = [numbers[base.tokens[index].key] for index in here]
    theirs = [numbers[other.tokens[index].key] for index in there]
    for one, two, length in _common(mine, theirs):
        for step in range(length):
            match[here[one + step]] = there[two + step]


def _indices(file: Spelled, numbers: Sequence[int]) -> list[int]:
    return [index for number in numbers for index in range(file.stretches[number].start, file.stretches[number].end)]


# == moved blocks


def _moves(base: Spelled, other: Spelled, gaps: list[Gap], *, by_id: bool) -> Iterator[tuple[int, int]]:
    """Yield the numbers of stretches that stand in another gap than before, with the tags around them."""
    gap_of = {number: gap for gap in gaps for number in gap.mine}
    free = {number: gap for gap in gaps for number in gap.theirs}
    taken: set[int] = set()
    for one, gap in gap_of.items():
        if one in taken or (two := _found_again(base, other, one, gap, free, by_id=by_id)) is None:
            continue
        for here, there in _with_neighbours(base, other, (one, two), gap_of, free):
            taken.add(here)
            del free[there]
            yield here, there


def _found_again(base: Spelled, other: Spelled, one: int, gap: Gap, free: dict[int, Gap], *, by_id: bool) -> int | None:
    """Return the stretch outside its own gap that a block went to, or None."""
    block = base.stretches[one]
    if not _is_known_by_words(base, block):
        return None
    best, likest = (
        None,
        max((_likeness(base, block, other, two, by_id=by_id) for two in gap.theirs if two in free), default=0.0),
    )
    for two in free:
        if two not in gap.theirs and (likeness := _likeness(base, block, other, two, by_id=by_id)) > max(
            likest, _ALIKE
        ):
            best, likest = two, likeness
    return best


def _is_known_by_words(file: Spelled, stretch: Stretch) -> bool:
    kinds = Counter(token.kind for token in file.tokens[stretch.start : stretch.end])
    return kinds[Kind.WORD] >= _FEWEST or (bool(kinds[Kind.WORD]) and bool(file.id_at(stretch.start)))


def _likeness(base: Spelled, block: Stretch, other: Spelled, number: int, *, by_id: bool) -> float:
    """Return how alike two blocks are, from 0 to 1; those that share an ``xml:id`` are a little more so.

    Two whose ids both files have are not: what a person moves takes its id along.
    """
    there = other.stretches[number]
    names = base.id_at(block.start), other.id_at(there.start)
    known = bool(names[0]) and names[0] == names[1]
    if by_id and not known and names[0] in other.ids and names[1] in base.ids:
        return 0.0
    if block.key == there.key and (known or block.end - block.start > 2 * _FEWEST):
        return 1.0 + known
    mine = [token.key for token in base.tokens[block.start : block.end]]
    theirs = [token.key for token in other.tokens[there.start : there.end]]
    if not known and min(len(mine), len(theirs)) < _FEWEST + 2:
        return 0.0
    return LCSseq.normalized_similarity(mine, theirs) + known * 0.2


def _with_neighbours(
    base: Spelled, other: Spelled, pair: tuple[int, int], gap_of: dict[int, Gap], free: dict[int, Gap]
) -> Iterator[tuple[int, int]]:
    """Yield a moved block and the stretches before and after it that went with it."""
    yield pair
    for step in (-1, 1):
        one, two = pair[0] + step, pair[1] + step
        while one in gap_of and two in free and base.stretches[one].key == other.stretches[two].key:
            yield one, two
            one, two = one + step, two + step


# == putting right what a longest common subsequence gets wrong


def _part_accidents(match: list[int], base: Spelled, other: Spelled) -> None:
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


def _slide(match: list[int], base: Spelled, other: Spelled) -> None:
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


def _match_by_id(match: list[int], base: Spelled, other: Spelled) -> None:
    """Match the start tags of elements that have one ``xml:id``, and with them no other; if renamed, end tags too."""
    back = inverse(match, len(other.tokens))
    for index, there in _same_ids(base, other):
        if match[index] != there:
            if match[index] != NOWHERE:
                back[match[index]] = NOWHERE
            if back[there] != NOWHERE:
                match[back[there]] = NOWHERE
            match[index], back[there] = there, index


def _part_named(match: list[int], base: Spelled, other: Spelled) -> None:
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


def _match_retagged(match: list[int], base: Spelled, other: Spelled, *, by_id: bool) -> None:
    """Match the tags of elements that have another name and hold, or stand between, what they did."""
    back = inverse(match, len(other.tokens))
    for start in range(len(base.tokens)):
        end = base.partners[start]
        if base.tokens[start].kind is not Kind.START or match[start] != NOWHERE or match[end] != NOWHERE:
            continue
        there = _neighbour(match, start)
        if there is None or not 0 <= there < len(other.tokens) or other.tokens[there].kind is not Kind.START:
            continue
        close = other.partners[there]
        if by_id and other.id_at(there) != base.id_at(start) and other.id_at(there) in base.ids:
            continue
        if back[there] == back[close] == NOWHERE and close in _neighbours(match, end):
            match[start], match[end] = there, close
            back[there], back[close] = start, end


def _neighbour(match: Sequence[int], index: int) -> int | None:
    return next(iter(_neighbours(match, index)), None)


def _neighbours(match: Sequence[int], index: int) -> list[int]:
    """Return the places where a token would be if it stood before, or after, the token it stands beside."""
    after = [match[index + 1] - 1] if index + 1 < len(match) and match[index + 1] != NOWHERE else []
    before = [match[index - 1] + 1] if index and match[index - 1] != NOWHERE else []
    return after + before
