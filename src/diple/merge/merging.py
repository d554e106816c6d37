"""Merging three ways: what the new encoding changed goes into the edited file, wherever no person changed that place.

The result is the edited file with splices: what the new encoding has nothing to say about stays as it is, to the byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from diple.findings import DipleError
from diple.lossless import replaced
from diple.merge.changes import Group, Hunk, groups_of_changes
from diple.merge.conflicts import Blocked, Conflict, conflicts_of
from diple.merge.landing import TOUCHED, UNFIT, Landing, Three, land
from diple.merge.spelled import Spelled
from diple.merge.tags import Splice
from diple.xmlio import XML_ID, parse_bytes

Accepts = Callable[[bytes], bool]
"""Says of a whole file whether it may be written."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the new encoding changed in the edited file, at the element ``at``; ``old`` and ``new`` are XML.

    ``before`` and ``after`` are what stands around it.
    """

    at: str
    before: str
    old: str
    new: str
    after: str


@dataclass(frozen=True)
class Merged:
    """The result of a merge.

    ``data`` is the edited file with what could be merged; ``conflicts`` are the places where it stays as it is though
    the new encoding has another reading; ``changes`` is what was put in. ``new`` is the new encoding under the ids of
    the edited file, the base of the next merge, and ``ids`` tells which id of it became which. ``keeps_edits`` is
    false if nothing is left in ``data`` that is not the new encoding's.
    """

    data: bytes
    conflicts: tuple[Conflict, ...]
    changes: tuple[Change, ...]
    new: bytes
    ids: Mapping[str, str]
    keeps_edits: bool


def merge(base: bytes, edited: bytes, new: bytes, *, accepts: Accepts | None = None, keep_ids: bool = True) -> Merged:
    """Merge two descendants of ``base``: ``edited``, which is kept, and ``new``, whose changes are put into it.

    A change that does not fit, or where both changed one place, is a conflict: the edited file stays as it is there.
    The result is well-formed, has no ``xml:id`` twice, points to nothing that is not there, and is a file that
    ``accepts`` takes, if ``edited`` is. With ``keep_ids`` all elements keep the ids of the edited file; without, an id
    is an attribute like others. Raises ``DipleError`` (I020) if one of the three is not well-formed XML.
    """
    mine, theirs = _read(edited, "edited"), _read(new, "new")
    three = Three(_read(base, "base"), mine, _with_lines_of(mine, theirs), keep_ids=keep_ids)
    blocked: list[Blocked] = []
    landed: list[tuple[Group, list[Landing]]] = []
    for group in groups_of_changes(three.base, three.new, three.to_new, three.moved):
        landings = [land(three, change) for change in group]
        if reason := _reason_against(group, landings):
            blocked.append(Blocked(group, reason))
        elif any(one.splices for one in landings):
            landed.append((group, landings))
    fitting = _fitting(three, [_splices(landings) for _, landings in landed], accepts)
    blocked += [Blocked(group, UNFIT) for number, (group, _) in enumerate(landed) if number not in fitting]
    splices = list(chain.from_iterable(_splices(landed[number][1]) for number in fitting))
    whole = three.new.encoded(_with_lines_of(theirs, three.new).text)
    if base == edited and (accepts is None or accepts(whole)):  # nobody edited anything: the new encoding stands
        return Merged(whole, (), tuple(_changes(three.edited, splices)), whole, three.names, False)
    text = replaced(three.edited.text, splices)
    return Merged(
        three.edited.encoded(text),
        tuple(conflicts_of(three, blocked, splices)),
        tuple(_changes(three.edited, splices)),
        whole,
        three.names,
        not _says_the_same(Spelled(text), three.new),
    )


def _read(data: bytes, name: str) -> Spelled:
    return Spelled.read(data, name)


def _with_lines_of(one: Spelled, other: Spelled) -> Spelled:
    """Return the other file with its lines ended as those of one are (XML 2.11): ``\\r\\n`` or ``\\n``."""
    text = other.text.replace("\r\n", "\n")
    text = text.replace("\n", "\r\n") if "\r\n" in one.text else text
    return other if text == other.text else Spelled(text, other.encoding, other.bom)


def _reason_against(group: Group, landings: Sequence[Landing]) -> str:
    """Return why a group cannot be put in, an empty string if it can.

    What the encoding moves, a person may have struck out: it does not come back.
    """
    brings = any(one.splices for one in landings)
    struck = any(
        isinstance(change, Hunk) and change.b1 < change.b2 and not one.splices
        for change, one in zip(group, landings, strict=True)
    )
    return next((one.reason for one in landings if one.reason), TOUCHED if brings and struck else "")


def _splices(landings: Sequence[Landing]) -> list[Splice]:
    return [splice for landing in landings for splice in landing.splices]


def _says_the_same(one: Spelled, two: Spelled) -> bool:
    return (
        len(one.tokens) == len(two.tokens)
        and one.gaps == two.gaps
        and all(one.same(index, two, index) for index in range(len(one.tokens)))
    )


# == which changes fit together


def _fitting(three: Three, changes: Sequence[list[Splice]], accepts: Accepts | None) -> list[int]:
    """Return the numbers of changes with all of which the edited file is as it must be; most of the time, all."""
    fits = _Fits(three, accepts)
    kept: list[int] = []

    def add(numbers: Sequence[int]) -> None:
        if not numbers:
            return
        wanted = sorted([*kept, *numbers])
        if fits(list(chain.from_iterable(changes[number] for number in wanted))):
            kept[:] = wanted
        elif len(numbers) > 1:
            add(numbers[: len(numbers) // 2])
            add(numbers[len(numbers) // 2 :])

    add(range(len(changes)))
    return kept


class _Fits:
    """Says whether the edited file may have these splices."""

    def __init__(self, three: Three, accepts: Accepts | None) -> None:
        self._edited = three.edited
        self._accepts = accepts
        ours, theirs = (parse_bytes(one.encoded(one.text), "") for one in (three.edited, three.new))
        self._loose = _loose_pointers(ours) | _loose_pointers(theirs)
        self._doubled = _doubled_ids(ours)

    def __call__(self, splices: list[Splice]) -> bool:
        data = self._edited.encoded(replaced(self._edited.text, splices))
        try:
            tree = parse_bytes(data, "")
        except DipleError:
            return False
        is_whole = _loose_pointers(tree) <= self._loose and _doubled_ids(tree) <= self._doubled
        return is_whole and (self._accepts is None or self._accepts(data))


def _loose_pointers(tree: etree._ElementTree) -> set[str]:
    """Return the ids that something points to and nothing has."""
    pointers = {
        part[1:]
        for element in tree.iter(etree.Element)
        for value in element.attrib.values()
        if "#" in value
        for part in str(value).split()
        if part.startswith("#")
    }
    return pointers - set(_ids(tree))


def _doubled_ids(tree: etree._ElementTree) -> set[str]:
    return {name for name, count in Counter(_ids(tree)).items() if count > 1}


def _ids(tree: etree._ElementTree) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        if name := element.get(XML_ID):
            yield name


# == what was put in


def _changes(edited: Spelled, splices: Sequence[Splice]) -> Iterator[Change]:
    starts = [token.start for token in edited.tokens]
    index = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        while index + 1 < len(starts) and starts[index + 1] <= start:
            index += 1
        old = edited.text[start:end]
        if old != new:
            before, after = edited.text[max(0, start - 30) : start], edited.text[end : end + 30]
            yield Change(edited.home(index), before, old, new, after)
