"""Where in the edited file a change of the new encoding belongs, if a person has left that place as it was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from diple.lossless import Kind
from diple.merge.align import align, moved
from diple.merge.changes import Attributes, Edit, Hunk, Retag
from diple.merge.names import ids_free, ids_kept, ids_moved, renamed
from diple.merge.spelled import REMARKS, Spelled, values
from diple.merge.tags import MILESTONES, Splice, attribute_splice, is_of_its_words, name_splices
from diple.merge.tidying import NOWHERE, inverse

TOUCHED = "both changed this place"
GONE = "the edited file no longer has this place, or has it elsewhere"
UNFIT = "with it, the edited file would no longer be well-formed and valid"


class Landing(NamedTuple):
    """The splices that put a change in, none if the edited file has it already; or the reason why it cannot be."""

    splices: tuple[Splice, ...] = ()
    reason: str = ""


class Three:
    """Base, edited file and new encoding, aligned; ids in all of them are those of the edited file.

    ``ids_of_people`` are those that stand in the place of an id of the base.
    """

    def __init__(self, base: Spelled, edited: Spelled, new: Spelled, *, keep_ids: bool) -> None:
        self.edited = edited
        self.keeps_ids = keep_ids
        self.to_edited = align(base, edited, by_id=True)
        self.to_new = align(base, new, by_id=False)
        self.moved = moved(base, new, self.to_new)
        self.ids_of_people: frozenset[str] = frozenset()
        if keep_ids:
            self.names = ids_kept(base, edited, new, self.to_edited, self.moved)
            changed = ids_moved(base, edited, self.to_edited)
            self.ids_of_people = frozenset(changed.values())
            base = renamed(base, changed)
        else:
            self.names = ids_free(base, edited, new)
        self.base = base
        self.new = renamed(new, self.names)

    @cached_property
    def from_edited(self) -> list[int]:
        """For each token of the edited file the one of the base that it is, or ``NOWHERE``."""
        return inverse(self.to_edited, len(self.edited.tokens))

    def here(self, index: int) -> int | None:
        """Return the token of the edited file that a token of the base is, the ends of the file included."""
        if index < 0:
            return -1
        if index >= len(self.base.tokens):
            return len(self.edited.tokens)
        found = self.to_edited[index]
        return None if found == NOWHERE else found

    def end_of(self, index: int) -> int:
        """Return the character of the edited file after a token; 0 for that before the first."""
        return self.edited.tokens[index].end if index >= 0 else 0

    def start_of(self, index: int) -> int:
        """Return the character of the edited file at which a token begins; the end for that after the last."""
        return self.edited.tokens[index].start if index < len(self.edited.tokens) else len(self.edited.text)


def land(three: Three, change: Edit) -> Landing:
    """Return where a change belongs in the edited file."""
    match change:
        case Attributes():
            return _land_attribute(three, change)
        case Retag():
            return _land_name(three, change)
        case Hunk():
            return _land_hunk(three, change)


def _land_hunk(three: Three, change: Hunk) -> Landing:
    left, right = three.here(change.b1 - 1), three.here(change.b2)
    if left is not None and right is not None and _is_there_already(three, change, left, right):
        return Landing()
    if change.b1 == change.b2:
        return _land_insertion(three, change, left, right)
    inner = three.to_edited[change.b1 : change.b2]
    if NOWHERE in inner or not _is_as_it_was(three, change, inner) or _drops_id_of_a_person(three, change, inner):
        return Landing(reason=TOUCHED)
    if left == inner[0] - 1 and right == inner[-1] + 1 and _has_gaps_of_base(three, change, left, right):
        return Landing((_between(three, change, left, right),))
    return _land_beside_edits(three, change, inner)


def _is_there_already(three: Three, change: Hunk, left: int, right: int) -> bool:
    there = range(left + 1, right)
    inner = three.to_edited[change.b1 : change.b2]
    if change.n1 == change.n2 and inner and right == left + 1:
        return all(one == NOWHERE for one in inner)
    length = change.n2 - change.n1
    if right <= left or len(there) < length:
        return False
    if len(there) == length:
        return _are_same(three, left + 1, change) and three.edited.gaps[right] == three.new.gaps[change.n2]
    return length > 0 and any(
        _are_same(three, start, change) and _are_notes(three, range(left + 1, start), range(start + length, right))
        for start in range(left + 1, right - length + 1)
    )


def _are_same(three: Three, start: int, change: Hunk) -> bool:
    """Tell whether the edited file has from ``start`` on the tokens that a change brings."""
    edited, new = three.edited, three.new
    pairs = [(start + step, change.n1 + step) for step in range(change.n2 - change.n1)]
    return all(edited.same(one, new, two) and edited.gaps[one] == new.gaps[two] for one, two in pairs)


def _are_notes(three: Three, *runs: range) -> bool:
    """Tell whether tokens that a person put beside others are whole elements or remarks, and no words."""
    file = three.edited
    return all(
        file.is_balanced(run.start, run.stop) and all(file.tokens[one].kind is not Kind.WORD for one in _top(file, run))
        for run in runs
    )


def _is_as_it_was(three: Three, change: Hunk, inner: Sequence[int]) -> bool:
    edited, base = three.edited, three.base
    in_a_row = all(there == inner[0] + step for step, there in enumerate(inner))
    return in_a_row and all(
        edited.raw(there) == base.raw(change.b1 + step)
        and (step == 0 or edited.gaps[there] == base.gaps[change.b1 + step])
        for step, there in enumerate(inner)
    )


def _drops_id_of_a_person(three: Three, change: Hunk, inner: Sequence[int]) -> bool:
    """Tell whether an id that a person gave in the place of another would be gone with a change."""
    if not three.ids_of_people:
        return False
    there = {three.edited.id_at(index) for index in inner} & three.ids_of_people
    return not there <= {three.new.id_at(index) for index in range(change.n1, change.n2)}


def _has_gaps_of_base(three: Three, change: Hunk, left: int, right: int) -> bool:
    edges = ((left + 1, change.b1), (right, change.b2))
    return all(three.edited.gaps[one] == three.base.gaps[two] for one, two in edges)


def _between(three: Three, change: Hunk, left: int, right: int) -> Splice:
    """Return the splice that puts the new tokens between two of the edited file, keeping white space somebody chose."""
    new = three.new
    last = _lead(three, right, change.b2, change.n2)
    if change.n1 == change.n2:
        return three.end_of(left), three.start_of(right), last
    first = _lead(three, left + 1, change.b1, change.n1)
    return three.end_of(left), three.start_of(right), first + new.written(change.n1, change.n2) + last


def _lead(three: Three, edited: int, base: int, new: int) -> str:
    """Return the white space for a place: the new one, unless the edited file has another that means the same."""
    was_left = three.edited.lead(edited) == three.base.lead(base)
    if was_left or three.edited.gaps[edited] != three.new.gaps[new]:
        return three.new.lead(new)
    return three.edited.lead(edited)


def _land_beside_edits(three: Three, change: Hunk, inner: Sequence[int]) -> Landing:
    """Put other tokens in the place of some beside which a person has put a note, a remark, a mark."""
    base, new = three.base, three.new
    same_space = base.gaps[change.b1] == new.gaps[change.n1] and base.gaps[change.b2] == new.gaps[change.n2]
    if change.n1 == change.n2 or not same_space:
        return Landing(reason=TOUCHED)
    before, after = _run(three, inner[0], -1), _run(three, inner[-1], 1)
    is_tag = change.b2 - change.b1 == change.n2 - change.n1 == 1 and base.tokens[change.b1].kind is not Kind.WORD
    is_words = _is_words(base, change.b1, change.b2) and _is_words(new, change.n1, change.n2)
    neighbours = ((before, change.b1 - 1), (after, change.b2))
    if all(
        (is_words and (_is_split(three.edited, run) or _is_around(three.edited, run, inner)))
        or _may_stand_beside(three, run, neighbour, is_tag=is_tag)
        for run, neighbour in neighbours
    ):
        text = new.written(change.n1, change.n2)
        return Landing(((three.start_of(inner[0]), three.end_of(inner[-1]), text),))
    return Landing(reason=TOUCHED)


def _is_words(file: Spelled, start: int, end: int) -> bool:
    return all(file.tokens[index].kind is Kind.WORD for index in range(start, end))


def _is_split(file: Spelled, run: range) -> bool:
    """Tell whether tokens close elements and open others of the same names: a block was divided there."""
    keys = [file.tokens[index].key.strip("</") for index in run]
    half = len(run) // 2
    kinds = [file.tokens[index].kind for index in run]
    return bool(run) and kinds == [Kind.END] * half + [Kind.START] * half and keys[:half] == keys[half:][::-1]


def _is_around(file: Spelled, run: range, inner: Sequence[int]) -> bool:
    """Tell whether tokens are tags that a person put around words, others beside them perhaps included.

    An element that says who or when its words mean, or that they are one of several readings, is of these words alone.
    """
    first, last = inner[0], inner[-1]
    return (
        bool(run)
        and all(file.partners[index] > last if index < first else file.partners[index] < first for index in run)
        and not any(is_of_its_words(file, min(index, file.partners[index])) for index in run)
    )


def _run(three: Three, index: int, step: int) -> range:
    """Return the tokens beside one of the edited file that a person put there."""
    stop = index + step
    while 0 <= stop < len(three.edited.tokens) and three.from_edited[stop] == NOWHERE:
        stop += step
    return range(index + 1, stop) if step > 0 else range(stop + 1, index)


def _may_stand_beside(three: Three, run: range, neighbour: int, *, is_tag: bool) -> bool:
    if not run:
        return True
    if not three.edited.is_balanced(run.start, run.stop):
        return False
    words = any(three.edited.tokens[index].kind is Kind.WORD for index in _top(three.edited, run))
    was_replaced = three.here(neighbour) is None and three.base.tokens[neighbour].kind is Kind.WORD
    return is_tag or not words or was_replaced


def _top(file: Spelled, run: range) -> list[int]:
    """Return the tokens of a balanced run that stand in no element of it."""
    return [index for index in run if file.parents[index] not in run]


def _land_insertion(three: Three, change: Hunk, left: int | None, right: int | None) -> Landing:
    new, edited = three.new, three.edited
    if left is not None and right == left + 1:
        if not _has_gaps_of_base(three, change, left, right):
            return Landing(reason=TOUCHED)
        return Landing((_between(three, change, left, right),))
    if change.n1 == change.n2:
        return Landing(reason=TOUCHED)
    kinds = {new.tokens[index].kind for index in range(change.n1, change.n2)}
    text = new.written(change.n1, change.n2)
    if kinds == {Kind.START} and right is not None and _may_cling(three, change, right, -1):
        return Landing(((three.start_of(right), three.start_of(right), text),))
    if kinds == {Kind.END} and left is not None and _may_cling(three, change, left, 1):
        return Landing(((three.end_of(left), three.end_of(left), text),))
    are_milestones = all(new.tokens[index].key in MILESTONES for index in range(change.n1, change.n2))
    if are_milestones and (word := _word_after_join(three, change.b2)) is not None:
        return Landing(((three.start_of(word), three.start_of(word), text),))
    if three.base.is_between_blocks(change.b2) and new.is_balanced(change.n1, change.n2):
        return _land_block(three, change, left, right)
    remarks = left is not None and right is not None and left < right and _only_remarks(edited, left + 1, right)
    if left is not None and right is not None and remarks and new.gaps[change.n2] == edited.gaps[right]:
        return Landing(((three.end_of(left), three.end_of(left), new.lead(change.n1) + text),))
    return Landing(reason=TOUCHED if left is not None or right is not None else GONE)


def _word_after_join(three: Three, place: int) -> int | None:
    """Return the word of the edited file before which a person joined two blocks, if ``place`` was between them."""
    tokens = three.base.tokens
    before = next((one for one in range(place - 1, -1, -1) if tokens[one].kind is not Kind.END), -1)
    after = next((one for one in range(place, len(tokens)) if tokens[one].kind is not Kind.START), len(tokens))
    if after - before < 2 or before < 0 or after == len(tokens) or tokens[after].kind is not Kind.WORD:
        return None
    left, right = three.here(before), three.here(after)
    return right if left is not None and right == left + 1 else None


def _may_cling(three: Three, change: Hunk, index: int, step: int) -> bool:
    """Tell whether a tag put in goes with the token after it (``step`` -1) or before it, past what a person put in."""
    run = _run(three, index, step)
    space = three.new.gaps
    if step < 0:
        fits = not space[change.n2] and space[change.n1] == three.edited.gaps[index]
    else:
        fits = not space[change.n1] and space[change.n2] == three.base.gaps[change.b2]
    return fits and three.edited.is_balanced(run.start, run.stop)


def _only_remarks(file: Spelled, start: int, end: int) -> bool:
    return all(file.tokens[index].kind in REMARKS for index in range(start, end))


def _land_block(three: Three, change: Hunk, left: int | None, right: int | None) -> Landing:
    """Put a block after the one it follows, or before the one it comes before, unless a person put one there too."""
    text = three.new.written(change.n1, change.n2)
    lead = three.new.lead(change.n1)
    if left is not None and not _run(three, left, 1):
        return Landing(((three.end_of(left), three.end_of(left), lead + text),))
    if right is not None and not _run(three, right, -1):
        return Landing(((three.end_of(right - 1), three.end_of(right - 1), lead + text),))
    return Landing(reason=TOUCHED if left is not None or right is not None else GONE)


# == tags


def _land_attribute(three: Three, change: Attributes) -> Landing:
    there = three.to_edited[change.base]
    if there == NOWHERE:
        return Landing(reason=GONE)
    standing = values(three.edited, there).get(change.name)
    is_kept = three.keeps_ids and change.name == "xml:id" and standing is not None
    if standing == change.value or is_kept:
        return Landing()
    if standing != change.old:
        return Landing(reason=TOUCHED)
    return Landing((attribute_splice(three.edited, there, change.name, change.value),))


def _land_name(three: Three, change: Retag) -> Landing:
    there = three.to_edited[change.base]
    if there == NOWHERE:
        return Landing(reason=GONE)
    standing, new = three.edited.tokens[there], three.new.tokens[change.new]
    if standing.key == new.key:
        return Landing()
    if standing.key != three.base.tokens[change.base].key:
        return Landing(reason=TOUCHED)
    return Landing(name_splices(three.edited, there, new.key.strip("</")))
