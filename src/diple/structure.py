"""From blocks with roles to the skeleton of the text: divisions, turns, lists and wrappers around leaves (TEI 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from diple.draft import Draft
from diple.model import Attrs, Block, Point, Role, Wrapper

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


def plan(draft: Draft) -> Branch:
    """Return the skeleton of ``body``: one ``div`` for the document and one for each enclosure."""
    units = list(_with_points(draft, list(_units(draft))))
    body = Branch("body")
    for number, group in enumerate(_documents(units)):
        body.children.append(_DivisionPlanner(draft, group, "enclosure" if number else "document").division())
    return body


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


def _documents(units: list[Unit]) -> Iterator[list[Unit]]:
    """Divide the units before each enclosure."""
    group: list[Unit] = []
    for unit in units:
        if unit.role is Role.ENCLOSURE and any(member.blocks for member in group):
            yield group
            group = []
        group.append(unit)
    yield group


class _DivisionPlanner:
    """Plans one division: what may stand at its head, in its body and at its foot, as TEI's content model wants it."""

    def __init__(self, draft: Draft, units: list[Unit], division_type: str) -> None:
        self.root = Branch("div", {"type": division_type})
        self.section: Branch | None = None
        self.open: list[Branch] = []  # wrapper, turn or list that takes the next leaf, innermost last
        self.starts: dict[int, Wrapper] = {id(wrapper.first): wrapper for wrapper in draft.wrappers}
        self.wrapper: Wrapper | None = None
        self.units = units
        self._following = _followers(units)
        self.last_body = _last_body(units)
        self.first_body = next(
            (n for n, unit in enumerate(units) if _is_body(unit.role) or (unit.role in BOTTOM and n <= self.last_body)),
            len(units),
        )

    def division(self) -> Branch:
        for number, unit in enumerate(self.units):
            self._place(number, unit)
        return self.root

    def _place(self, number: int, unit: Unit) -> None:
        match unit.role:
            case Role.MILESTONE if unit.point is not None:
                self._place_point(number, unit.point)
            case Role.OPENER if number < self.first_body:
                self._into("opener", unit)
            case Role.HEAD | Role.ENCLOSURE if number < self.first_body:
                self._close()
                self.root.children.append(unit.leaf("head"))
            case Role.HEAD | Role.SECTION | Role.ENCLOSURE:
                self._open_section(unit)
            case Role.CLOSER if number > self.last_body:
                self._into("closer", unit)
            case Role.POSTSCRIPT if number > self.last_body:
                self._place_postscript(unit)
            case Role.SPEECH:
                self._open_turn(unit)
            case Role.ITEM:
                self._place_item(unit)
            case Role.OPENER | Role.CLOSER | Role.POSTSCRIPT:
                self._append(unit.plain(), unit, keeps_turn=False)
            case Role.STAGE:
                self._append(unit.leaf(), unit, keeps_turn=self._turn_goes_on(number))
            case Role.NOTE | Role.MILESTONE:
                self._append_note(unit)
            case _:
                self._append(unit.leaf(unit.first.tag or "p"), unit, keeps_turn=unit.first.in_speech)

    # ---- where the next leaf goes

    @property
    def _target(self) -> Branch:
        return self.open[-1] if self.open else self.section or self.root

    def _close(self, *tags: str) -> None:
        """Close the innermost open branches of these tags, or all of them."""
        while self.open and (not tags or self.open[-1].tag in tags):
            if self.open.pop().tag in {"said", "quote"}:
                self.wrapper = None

    def _enter(self, branch: Branch) -> Branch:
        self._target.children.append(branch)
        self.open.append(branch)
        return branch

    def _append(self, leaf: Leaf, unit: Unit, *, keeps_turn: bool) -> None:
        self._close("list", "opener")
        if not keeps_turn:
            self._close("sp")
        self._enter_wrapper(unit)
        self._target.children.append(leaf)
        self._leave_wrapper(unit)

    def _append_note(self, unit: Unit) -> None:
        """Put a note or milestone where it stands: what is global in TEI interrupts neither turn nor list."""
        self._close("opener", "closer", "list")
        self._enter_wrapper(unit)
        leaf = unit.leaf()
        leaf.tag = unit.first.tag if unit.role is Role.MILESTONE else ""
        self._target.children.append(leaf)
        self._leave_wrapper(unit)

    def _enter_wrapper(self, unit: Unit) -> None:
        wrapper = self.starts.get(id(unit.first))
        if wrapper is not None and self.wrapper is None and not any(branch.tag == "sp" for branch in self.open):
            self._close()
            self._enter(Branch(wrapper.tag, dict(wrapper.attrs)))
            self.wrapper = wrapper

    def _leave_wrapper(self, unit: Unit) -> None:
        if self.wrapper is not None and any(block is self.wrapper.last for block in unit.blocks):
            self._close()

    def _into(self, tag: str, unit: Unit) -> None:
        """Put a unit into an opener or closer, one for a run of such units."""
        if not (self.open and self.open[-1].tag == tag):
            self._close()
            self.section = None if tag == "closer" else self.section
            self._enter(Branch(tag))
        leaf = unit.leaf(unit.first.tag or "*")
        leaf.tag = "" if leaf.tag == "*" else leaf.tag
        self._target.children.append(leaf)

    def _open_section(self, unit: Unit) -> None:
        self._close()
        self.section = Branch("div", {"type": "section", **unit.first.attrs})
        self.root.children.append(self.section)
        leaf = unit.leaf("head")
        leaf.attrs = {}
        self.section.children.append(leaf)

    def _open_turn(self, unit: Unit) -> None:
        self._close("list", "sp", "opener")
        self._enter_wrapper(unit)
        number = {name: value for name, value in unit.first.attrs.items() if name == "n"}
        turn = self._enter(Branch("sp", {name: value for name, value in unit.first.attrs.items() if name != "n"}))
        label_end = unit.first.label_end
        turn.children.append(Leaf("", {}, unit.first.start, label_end, [unit.first], ends_open=True))
        words = unit.leaf("p", label_end)
        words.attrs = number
        turn.children.append(words)
        self._leave_wrapper(unit)

    def _place_item(self, unit: Unit) -> None:
        group = unit.first.group
        current = self.open[-1] if self.open and self.open[-1].tag == "list" else None
        if current is None or current.attrs.get("group") != group:
            self._close("list", "opener")
            if not unit.first.in_speech:
                self._close("sp")
            self._enter_wrapper(unit)
            current = self._enter(Branch("list", {**_list_attrs(group), "group": group}))
        current.children.append(unit.leaf())

    def _place_postscript(self, unit: Unit) -> None:
        if unit.first.tag == "item":
            if not any(branch.tag == "postscript" for branch in self.open):
                self._enter_postscript()
            self._close_until("postscript", unless=("list", unit.first.group))
            if self.open[-1].tag != "list":
                group = unit.first.group
                self._enter(Branch("list", {**_list_attrs(group), "group": group}))
        elif any(branch.tag == "postscript" for branch in self.open):
            self._close("list")
        else:
            self._enter_postscript()
        self._target.children.append(unit.leaf())

    def _enter_postscript(self) -> None:
        self._close()
        self.section = None
        self._enter(Branch("postscript"))

    def _close_until(self, tag: str, unless: tuple[str, str]) -> None:
        while self.open and self.open[-1].tag != tag:
            if (self.open[-1].tag, self.open[-1].attrs.get("group")) == unless:
                return
            self.open.pop()

    def _place_point(self, number: int, point: Point) -> None:
        """Put a page break between blocks inside what goes on after it, outside what does not."""
        following = self._following[number]
        if following is None or following.role is Role.SPEECH or _ends_turn(following):
            self._close("sp")
        if following is None or following.role not in {Role.ITEM, Role.POSTSCRIPT}:
            self._close("list", "opener")
        if following is not None and _is_body(following.role) and following.role is not Role.ITEM:
            self._close("closer", "postscript")
        self._target.children.append(point)

    def _turn_goes_on(self, number: int) -> bool:
        following = self._following[number]
        return following is not None and following.role is Role.PARAGRAPH and following.first.in_speech


def _followers(units: list[Unit]) -> list[Unit | None]:
    """Return for each unit the next one that has blocks."""
    found: list[Unit | None] = []
    following: Unit | None = None
    for unit in reversed(units):
        found.append(following)
        following = unit if unit.blocks else following
    return found[::-1]


def _last_body(units: list[Unit]) -> int:
    """Return the index of the last unit of the body; TEI wants one before anything may stand at the foot."""
    found = [number for number, unit in enumerate(units) if _is_body(unit.role) and unit.blocks]
    bottom = (number for number, unit in enumerate(units) if unit.role in BOTTOM)
    return found[-1] if found else next(bottom, -1)


def _is_body(role: Role) -> bool:
    return role not in TOP | BOTTOM | ANYWHERE | {Role.ENCLOSURE}


def _ends_turn(unit: Unit) -> bool:
    return unit.role not in {Role.PARAGRAPH, Role.ITEM, Role.NOTE, Role.MILESTONE} or not unit.first.in_speech


def _list_attrs(group: str) -> Attrs:
    """Return the attributes of a list of this group: its rendition for plain lists, else its type."""
    return {"rend": group} if group in {"ordered", "bulleted", "simple"} else {"type": group}
