"""Which tokens of one state of a file are which of another: blocks by content, wherever they stand, then words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from diple.lossless import Kind
from diple.merge.spelled import Spelled, Stretch
from diple.merge.tidying import (
    NOWHERE,
    inverse,
    is_given,
    match_by_id,
    match_leftovers,
    match_retagged,
    part_accidents,
    part_named,
    part_strays,
    slide,
)

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
    part_accidents(match, base, other)
    slide(match, base, other)
    if by_id:
        match_by_id(match, base, other)
        part_strays(match, base, other)
        _match_inside(match, base, other)
        match_leftovers(match, base, other)
    part_named(match, base, other)
    match_retagged(match, base, other, by_id=by_id)
    return match


def _is_new(file: Spelled, stretch: Stretch, is_free: Callable[[int], bool]) -> bool:
    """Tell whether most words of a block, or the tag that it is, are nowhere in the other file."""
    inside = range(stretch.start, stretch.end)
    words = [index for index in inside if file.tokens[index].kind is Kind.WORD] or [stretch.start]
    return 2 * sum(is_free(index) for index in words) > len(words)


def _match_inside(match: list[int], base: Spelled, other: Spelled) -> None:
    """Match the words of blocks that are the same by their ids, and of which no word was found."""
    back = inverse(match, len(other.tokens))
    ends = {stretch.start: stretch.end for stretch in other.stretches}
    for block in base.stretches:
        there = match[block.start]
        inner = range(block.start + 1, block.end)
        if there not in ends or not inner or any(match[index] != NOWHERE for index in inner[:-1]):
            continue
        free = [index for index in range(there + 1, ends[there]) if back[index] == NOWHERE]
        _match_words(match, base, other, [index for index in inner if match[index] == NOWHERE], free)


def moved(base: Spelled, other: Spelled, match: Sequence[int]) -> list[int]:
    """Return ``match``, which is in order, together with the tokens of blocks that stand in another place."""
    more = list(match)
    taken = set(match)
    gone = [number for number, one in enumerate(base.stretches) if _is_new(base, one, lambda at: match[at] == NOWHERE)]
    come = [number for number, one in enumerate(other.stretches) if _is_new(other, one, lambda at: at not in taken)]
    for one, two in _moves(base, other, [Gap(gone, []), Gap([], come)], by_id=False):
        found = [NOWHERE] * len(match)
        _match_words(found, base, other, _indices(base, [one]), _indices(other, [two]))
        for index, there in enumerate(found):
            if there not in taken and more[index] == NOWHERE:
                more[index] = there
    return more


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
