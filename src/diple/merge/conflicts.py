"""Places where a new encoding has another reading than the edited file, and where the edited file stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diple.findings import bad_input
from diple.lossless import replaced
from diple.merge.changes import Attributes, Edit, Group, Hunk, Retag
from diple.merge.landing import UNFIT, Three
from diple.merge.spelled import Spelled
from diple.merge.tags import Splice, attribute_splice, name_splices
from diple.merge.tidying import NOWHERE

_CONTEXT = (60, 30, 12, 0)
"""How many characters around a place must be as they were for it to be found again; the most that are is best."""

_FAR = 80
"""How many tokens a place may grow by to be whole elements."""


class Blocked(NamedTuple):
    """Changes that belong together and cannot be put into the edited file, and why."""

    changes: Group
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a conflict: what stands in the file (``mine``), what the new encoding has, and what was there once.

    All are XML as written, and may be tags without their partners; ``before`` and ``after`` are what stands around.
    ``mine`` and ``new`` are the same where a passage left a place in both and came to different ones.
    """

    base: str
    mine: str
    new: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A reading of the new encoding that the edited file does not have; ``at`` names it, by the ``xml:id`` it is at."""

    at: str
    code: str
    reason: str
    parts: tuple[Part, ...]


class _Region(NamedTuple):
    """Characters of the edited file, and of base and new encoding those in their place; ``home`` names where it is.

    ``left`` and ``right`` are the tokens of the base around it, if it lies between tokens.
    """

    start: int
    end: int
    base: str
    new: str
    home: str
    is_attribute: bool = False
    left: int = 0
    right: int = 0


def conflicts_of(three: Three, blocked: Sequence[Blocked], splices: Sequence[Splice]) -> Iterator[Conflict]:
    """Yield the conflicts that blocked changes make in the edited file with these splices put in.

    Changes that meet in one place are one conflict.
    """
    final = replaced(three.edited.text, list(splices))
    seen: set[str] = set()
    for regions, reason in _united(three, [(_regions(three, one.changes), one.reason) for one in blocked]):
        parts = tuple(_part(region, final, splices) for region in regions)
        if any(part.mine != part.new for part in parts):
            code = "D702" if all(region.is_attribute for region in regions) else "D701"
            code = "D703" if reason == UNFIT else code
            yield Conflict(free_name(regions[0].home, seen), code, reason, parts)


def free_name(name: str, seen: set[str]) -> str:
    """Return a name for a conflict, ``p5`` or ``p5.2`` if that is taken, and take it."""
    numbered = (f"{name}.{number}" for number in range(2, len(seen) + 3))
    found = name if name not in seen else next(one for one in numbered if one not in seen)
    seen.add(found)
    return found


def taken(text: str, conflict: Conflict, file: str) -> str:
    """Return the text of a file with the new reading of a conflict in the place of the one that stands.

    Raises ``DipleError`` (I056) if the place is no longer as it was when the conflict was met.
    """
    splices = [_splice(text, part, conflict, file) for part in conflict.parts]
    return replaced(text, splices)


def stands_there(text: str, conflict: Conflict) -> bool:
    """Tell whether a file's text has the new reading at each place of a conflict."""
    size = _CONTEXT[1]
    return all(part.before[-size:] + part.new + part.after[:size] in text for part in conflict.parts)


def place_of(text: str, part: Part) -> tuple[int, int] | None:
    """Return where in a file's text the reading that stands is, by what is around it; None if that is not clear."""
    for size in _CONTEXT:
        before, after = part.before[len(part.before) - size :] if size else "", part.after[:size]
        sought = before + part.mine + after
        if sought and text.count(sought) == 1:
            start = text.index(sought) + len(before)
            return start, start + len(part.mine)
    return None


def _splice(text: str, part: Part, conflict: Conflict, file: str) -> Splice:
    if place := place_of(text, part):
        return *place, part.new
    advice = f"put the new reading in by hand, then: diple merge {file} --take mine --at {conflict.at}"
    raise bad_input("I056", file, f"the place of the conflict {conflict.at} was edited since, or is not there", advice)


def _united(three: Three, groups: list[tuple[list[_Region], str]]) -> Iterator[tuple[list[_Region], str]]:
    """Yield the regions of each conflict, in order: of groups that overlap in the edited file as one."""
    open_groups: list[tuple[list[_Region], str]] = []
    for regions, reason in groups:
        meeting = [one for one in open_groups if _meet(one[0], regions)]
        for one in meeting:
            open_groups.remove(one)
        all_of_them = {region for one, _ in meeting for region in one} | set(regions)
        open_groups.append((_parted(three, all_of_them), meeting[0][1] if meeting else reason))
    yield from sorted(open_groups, key=lambda group: group[0][0])


def _meet(one: list[_Region], two: list[_Region]) -> bool:
    return any((a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end) for a in one for b in two)


def _parted(three: Three, regions: set[_Region]) -> list[_Region]:
    """Return regions in order, those that overlap as one, which offers all that each of them does."""
    kept: list[_Region] = []
    for region in sorted(regions, key=lambda one: (one.start, -one.end, -len(one.new), one)):
        last = kept[-1] if kept else None
        if last is None or (region.start >= last.end and region[:2] != last[:2]):
            kept.append(region)
        elif region.is_attribute or (_lies_in(region, last) and region.new in last.new):
            continue
        else:
            kept[-1] = _joined(three, last, region)
    return kept


def _lies_in(one: _Region, other: _Region) -> bool:
    return other.left <= one.left and one.right <= other.right


def _joined(three: Three, one: _Region, two: _Region) -> _Region:
    """Return two regions as one; where something was moved, with the readings one after the other."""
    left, right = min(one.left, two.left), max(one.right, two.right)
    in_order = (
        _is_shared(three, left) and _is_shared(three, right) and _in_edited(three, left) < _in_edited(three, right)
    )
    if in_order and not one.is_attribute:
        both = _region(three, left, right)
        if _covers(both, one) and _covers(both, two):
            return both
    base, new = _in_turn(one.base, two.base), _in_turn(one.new, two.new)
    return one._replace(end=max(one.end, two.end), base=base, new=new)


def _covers(one: _Region, other: _Region) -> bool:
    return one.start <= other.start and other.end <= one.end and other.new in one.new


def _in_turn(one: str, two: str) -> str:
    """Return two readings one after the other, as words of their own."""
    return f"{one} {two}" if one[-1:].isalnum() and two[:1].isalnum() else one + two


def _part(region: _Region, final: str, splices: Sequence[Splice]) -> Part:
    start = region.start + sum(len(new) - (end - begin) for begin, end, new in splices if begin < region.start)
    grown = sum(len(new) - (end - begin) for begin, end, new in splices if region.start <= begin and end <= region.end)
    end = region.end + (start - region.start) + grown
    before, after = final[max(0, start - _CONTEXT[0]) : start], final[end : end + _CONTEXT[0]]
    new = _in_turn(_in_turn(before, region.new)[len(before) :], after)
    return Part(region.base, final[start:end], new[: len(new) - len(after)], before, after)


# == where changes would have gone


def _regions(three: Three, group: Group) -> list[_Region]:
    return [region for change in group for region in _regions_of(three, change)]


def _regions_of(three: Three, change: Edit) -> list[_Region]:
    match change:
        case Attributes():
            return [_of_attribute(three, change)]
        case Retag():
            return _of_name(three, change)
        case Hunk():
            return [_of_hunk(three, change)]


def _of_name(three: Three, change: Retag) -> list[_Region]:
    there = three.to_edited[change.base]
    if there == NOWHERE:
        return [_of_hunk(three, Hunk(change.base, change.base + 1, change.new, change.new + 1))]
    name = three.new.tokens[change.new].key.strip("</")
    old = three.base.tokens[change.base].key.strip("</")
    home = three.edited.home(there)
    splices = name_splices(three.edited, there, name)
    return [_Region(start, end, old, new, home, True) for start, end, new in splices]


def _of_attribute(three: Three, change: Attributes) -> _Region:
    """Return a tag as a region, or the place where it stood if the edited file has it no longer."""
    there = three.to_edited[change.base]
    if there == NOWHERE:
        return _of_hunk(three, Hunk(change.base, change.base + 1, change.new, change.new + 1))
    token = three.edited.tokens[there]
    start, end, value = attribute_splice(three.edited, there, change.name, change.value)
    text = three.edited.text
    new = text[token.start : start] + value + text[end : token.end]
    return _Region(token.start, token.end, three.base.raw(change.base), new, three.edited.home(there), True)


def _of_hunk(three: Three, hunk: Hunk) -> _Region:
    """Return the place in the edited file between the nearest tokens on both sides that all three states share.

    A little more is taken where that makes whole elements of it, so that either reading can stand there.
    """
    left, right = _before(three, hunk.b1 - 1), _after(three, hunk.b2)
    moved = [there for there in three.to_edited[hunk.b1 : hunk.b2] if there != NOWHERE]
    if moved and not all(_in_edited(three, left) < there < _in_edited(three, right) for there in moved):
        return _of_moved(three, hunk, min(moved), max(moved))
    wider = _widened(three, left, right)
    return _region(three, *(wider or (left, right)))


def _of_moved(three: Three, hunk: Hunk, first: int, last: int) -> _Region:
    """Return the place to which a person moved the tokens that the new encoding has changed."""
    base, new = three.base.written(hunk.b1, hunk.b2), three.new.written(hunk.n1, hunk.n2)
    start, end = three.start_of(first), three.end_of(last)
    return _Region(start, end, base, new, three.edited.home(first), False, hunk.b1 - 1, hunk.b2)


def _region(three: Three, left: int, right: int) -> _Region:
    here, there = _in_edited(three, left), _in_edited(three, right)
    home = three.edited.home(min(here + 1, len(three.edited.tokens) - 1))
    there = there if there > here else here + 1
    base = three.base.text[_end(three.base, left) : _start(three.base, right)]
    new = three.new.text[_end(three.new, _in_new(three, left)) : _start(three.new, _in_new(three, right))]
    return _Region(three.end_of(here), three.start_of(there), base, new, home, False, left, right)


def _widened(three: Three, left: int, right: int) -> tuple[int, int] | None:
    """Return the nearest tokens around a place between which there are whole elements, or None if they are far."""
    for _ in range(_FAR):
        here, there = _in_edited(three, left), _in_edited(three, right)
        one, two = _in_new(three, left), _in_new(three, right)
        if there <= here or one is None or two is None:
            return None
        outside = [*_open_ends(three.edited, here, there), *_open_ends(three.new, one, two)]
        if not outside:
            return left, right
        if any(is_later for is_later in outside):
            right = _after(three, right + 1)
        if not all(outside):
            left = _before(three, left - 1)
    return None


def _open_ends(file: Spelled, left: int, right: int) -> Iterator[bool]:
    """Yield, for each tag between two tokens whose partner is not, whether that stands later."""
    for index in range(left + 1, right):
        if not left < file.partners[index] < right:
            yield file.partners[index] >= right


def _before(three: Three, index: int) -> int:
    """Return the nearest token of the base, this or before it, that all three states share."""
    return next(one for one in range(index, -2, -1) if _is_shared(three, one))


def _after(three: Three, index: int) -> int:
    """Return the nearest token of the base, this or after it, that all three states share."""
    end = len(three.base.tokens)
    return next((one for one in range(index, end) if _is_shared(three, one)), end)


def _in_edited(three: Three, index: int) -> int:
    found = three.here(index)
    assert found is not None
    return found


def _is_shared(three: Three, index: int) -> bool:
    return three.here(index) is not None and _in_new(three, index) is not None


def _in_new(three: Three, index: int) -> int | None:
    if index < 0:
        return -1
    if index >= len(three.base.tokens):
        return len(three.new.tokens)
    found = three.to_new[index]
    return None if found == NOWHERE else found


def _end(file: Spelled, index: int | None) -> int:
    return file.tokens[index].end if index is not None and index >= 0 else 0


def _start(file: Spelled, index: int | None) -> int:
    return file.tokens[index].start if index is not None and index < len(file.tokens) else len(file.text)
