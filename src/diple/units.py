"""The blocks of a text as the units of its skeleton, and the leaves and branches that are made of them (TEI 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from diple.draft import Draft
from diple.model import Attrs, Block, Point, Role

TOP = frozenset({Role.OPENER, Role.HEAD})
BOTTOM = frozenset({Role.CLOSER, Role.POSTSCRIPT})
ANYWHERE = frozenset({Role.NOTE, Role.MILESTONE})
_OUTSIDE = frozenset({Role.META, Role.VOID, Role.NOTE_BODY})
_DEFAULT_TAGS = {
    Role.HEAD: "head",
    Role.SECTION: "head",
    Role.ENCLOSURE: "head",
    Role.STAGE: "stage",
    Role.ITEM: "item",
    Role.POSTSCRIPT: "ab",
}


@dataclass(slots=True)
class Leaf:
    """An element with text in it, made of the source’s characters between two offsets; with no ``tag``, its content."""

    tag: str
    attrs: Attrs
    start: int
    end: int
    blocks: list[Block]
    ends_open: bool = False  # a point at the very end belongs to what follows


@dataclass(slots=True)
class Branch:
    """An element that holds only elements."""

    tag: str
    attrs: Attrs = field(default_factory=dict)
    children: list[Leaf | Branch | Point] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """A block with the blocks joined to it, or a point between blocks."""

    role: Role
    blocks: list[Block]
    point: Point | None = None

    @property
    def first(self) -> Block:
        """The block that opens the unit."""
        return self.blocks[0]

    def leaf(self, tag: str = "", start: int | None = None) -> Leaf:
        """Return the leaf for the unit's characters, from ``start`` if given."""
        name = tag or self.first.tag or _DEFAULT_TAGS.get(self.role, "p")
        begin = self.first.start if start is None else start
        return Leaf(name, dict(self.first.attrs), begin, max(begin, self.blocks[-1].end), self.blocks)

    def plain(self) -> Leaf:
        """Return the leaf of a unit that stands where its own element may not: a paragraph."""
        leaf = self.leaf("p")
        leaf.attrs = {name: value for name, value in leaf.attrs.items() if name == "n"}
        return leaf


def units_of(draft: Draft) -> Iterator[Unit]:
    """Yield the units of the text, and the points that stand between them."""
    return _with_points(draft, list(_units(draft)))


def _units(draft: Draft) -> Iterator[Unit]:
    """Yield each block that stands in the text with the blocks joined to it."""
    current: Unit | None = None
    for block in draft.blocks:
        if block.role in _OUTSIDE:
            continue
        if block.joined and current is not None:
            current.blocks.append(block)
            continue
        if current is not None:
            yield current
        current = Unit(block.role or Role.PARAGRAPH, [block])
    if current is not None:
        yield current


def _with_points(draft: Draft, units: list[Unit]) -> Iterator[Unit]:
    """Yield the units with the points that stand between them, in order; the others belong to leaves."""
    moved = bytearray(len(draft.text) + 1)
    for span in draft.spans:
        if span.move_to is not None and span.end - span.start > 1:
            moved[span.start + 1 : span.end] = b"\x01" * (span.end - span.start - 1)
    points = sorted((point for point in draft.points if not moved[point.offset]), key=lambda point: point.offset)
    position = 0
    for unit in units:
        start, end = unit.first.start, unit.blocks[-1].end
        while position < len(points) and points[position].offset < start:
            yield Unit(Role.MILESTONE, [], points[position])
            position += 1
        yield unit
        while position < len(points) and points[position].offset <= end:
            position += 1
    for point in points[position:]:
        yield Unit(Role.MILESTONE, [], point)


def divided(units: list[Unit]) -> Iterator[list[Unit]]:
    """Divide the units before each enclosure, and before each further document of the file."""
    group: list[Unit] = []
    for unit in units:
        begins = unit.role is Role.ENCLOSURE or (bool(unit.blocks) and unit.first.division == "document")
        if begins and any(member.blocks for member in group):
            yield group
            group = []
        group.append(unit)
    yield group


def followers(units: list[Unit]) -> list[Unit | None]:
    """Return for each unit the next one that has blocks."""
    found: list[Unit | None] = []
    following: Unit | None = None
    for unit in reversed(units):
        found.append(following)
        following = unit if unit.blocks else following
    return found[::-1]


def ends_of_sections(units: list[Unit]) -> list[bool]:
    """Tell for each unit whether it stands at the foot of a section: nothing but a foot, then a section begins."""
    ends = [False] * len(units)
    opens = False
    for number in range(len(units) - 1, -1, -1):
        unit = units[number]
        ends[number] = opens and (unit.role in BOTTOM or unit.role in ANYWHERE)
        if unit.blocks:
            is_head = unit.role in {Role.SECTION, Role.HEAD} or unit.first.division == "section"
            opens = ends[number] or is_head
    return ends


def last_body(units: list[Unit]) -> int:
    """Return the index of the last unit of the body; TEI wants one before anything may stand at the foot."""
    found = [number for number, unit in enumerate(units) if is_body(unit.role) and unit.blocks]
    bottom = (number for number, unit in enumerate(units) if unit.role in BOTTOM)
    return found[-1] if found else next(bottom, -1)


def is_body(role: Role) -> bool:
    """Tell whether units of this role are of the text itself, and not of head, foot, or anywhere."""
    return role not in TOP | BOTTOM | ANYWHERE | {Role.ENCLOSURE}
