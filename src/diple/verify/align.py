"""Alignment of two long sequences of words in near-linear time: rare runs first as anchors, then the gaps between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

_SHINGLES = (5, 3, 2, 1)
_EXACT_LIMIT = 4_000_000
"""The largest product of lengths for which the exact alignment is computed."""


class Match(NamedTuple):
    """``length`` words that are the same from ``a`` in the first sequence and from ``b`` in the second."""

    a: int
    b: int
    length: int


class _Gap(NamedTuple):
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Return the runs of equal words of an alignment of two sequences, in order.

    Runs of words that occur once in each sequence, in the longest common order, are anchors (the idea of Bram Cohen's
    patience diff); between them an alignment with the fewest insertions and deletions is found.
    """
    matches: list[Match] = []
    stack = [(_Gap(0, len(a), 0, len(b)), 0)]
    while stack:
        gap, level = stack.pop()
        gap, trimmed = _trim(a, b, gap)
        matches.extend(trimmed)
        if gap.a_start == gap.a_end or gap.b_start == gap.b_end:
            continue
        if (gap.a_end - gap.a_start) * (gap.b_end - gap.b_start) <= _EXACT_LIMIT or level >= len(_SHINGLES):
            matches.extend(_exact(a, b, gap))
            continue
        anchors = _anchors(a, b, gap, _SHINGLES[level])
        matches.extend(anchors)
        stack.extend((inner, level + 1) for inner in _gaps(gap, anchors))
    return _merged(sorted(matches))


def _trim(a: Sequence[str], b: Sequence[str], gap: _Gap) -> tuple[_Gap, list[Match]]:
    """Return a gap without what its two sides begin and end with in common, and those runs."""
    a_start, a_end, b_start, b_end = gap
    found = []
    length = 0
    while a_start + length < a_end and b_start + length < b_end and a[a_start + length] == b[b_start + length]:
        length += 1
    if length:
        found.append(Match(a_start, b_start, length))
        a_start, b_start = a_start + length, b_start + length
    length = 0
    while a_end - length > a_start and b_end - length > b_start and a[a_end - length - 1] == b[b_end - length - 1]:
        length += 1
    if length:
        found.append(Match(a_end - length, b_end - length, length))
    return _Gap(a_start, a_end - length, b_start, b_end - length), found


def _anchors(a: Sequence[str], b: Sequence[str], gap: _Gap, size: int) -> list[Match]:
    """Return runs of ``size`` words that occur once on each side, in the longest order common to both."""
    in_a = _unique_runs(a, gap.a_start, gap.a_end, size)
    in_b = _unique_runs(b, gap.b_start, gap.b_end, size)
    pairs = sorted((position, in_b[run]) for run, position in in_a.items() if run in in_b)
    chosen: list[Match] = []
    for start_a, start_b in _longest_increasing(pairs):
        if not chosen or (start_a >= chosen[-1].a + size and start_b >= chosen[-1].b + size):
            chosen.append(Match(start_a, start_b, size))
    return chosen


def _unique_runs(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    for position in range(start, end - size + 1):
        run = tuple(words[position : position + size])
        seen[run] = -1 if run in seen else position
    return {run: position for run, position in seen.items() if position >= 0}


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest run of pairs, sorted by their first, in which the second grows too."""
    tails: list[int] = []
    tail_indexes: list[int] = []
    previous = [-1] * len(pairs)
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        if place == len(tails):
            tails.append(second)
            tail_indexes.append(index)
        else:
            tails[place], tail_indexes[place] = second, index
        previous[index] = tail_indexes[place - 1] if place else -1
    chain = []
    index = tail_indexes[-1] if tail_indexes else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]


def _gaps(gap: _Gap, anchors: list[Match]) -> list[_Gap]:
    gaps = []
    a_start, b_start = gap.a_start, gap.b_start
    for anchor in anchors:
        gaps.append(_Gap(a_start, anchor.a, b_start, anchor.b))
        a_start, b_start = anchor.a + anchor.length, anchor.b + anchor.length
    gaps.append(_Gap(a_start, gap.a_end, b_start, gap.b_end))
    return gaps


def _exact(a: Sequence[str], b: Sequence[str], gap: _Gap) -> list[Match]:
    if (gap.a_end - gap.a_start) * (gap.b_end - gap.b_start) > 16 * _EXACT_LIMIT:
        return []  # nothing in it is rare: two stretches of one repeated word, which stay unaligned
    operations = Indel.opcodes(a[gap.a_start : gap.a_end], b[gap.b_start : gap.b_end])
    return [
        Match(gap.a_start + op.src_start, gap.b_start + op.dest_start, op.src_end - op.src_start)
        for op in operations
        if op.tag == "equal"
    ]


def _merged(matches: list[Match]) -> list[Match]:
    merged: list[Match] = []
    for match in matches:
        last = merged[-1] if merged else None
        if last and last.a + last.length == match.a and last.b + last.length == match.b:
            merged[-1] = Match(last.a, last.b, last.length + match.length)
        else:
            merged.append(match)
    return merged
