"""From blocks with roles to the skeleton of the text: divisions, turns, lists and wrappers around leaves (TEI 4, 7)."""

from __future__ import annotations

from dataclasses import replace

from diple.draft import Draft
from diple.model import Attrs, Point, Role, Wrapper
from diple.units import BOTTOM, Branch, Leaf, Unit, divided, ends_of_sections, followers, is_body, last_body, units_of


def plan(draft: Draft) -> Branch:
    """Return the skeleton of ``body``: one ``div`` for the document and one for each enclosure."""
    units = list(units_of(draft))
    body = Branch("body")
    for number, group in enumerate(divided(units)):
        is_peer = any(unit.blocks and unit.first.division == "document" for unit in group[:1])
        kind = "enclosure" if number and not is_peer else "document"
        body.children.append(_DivisionPlanner(draft, group, kind).division())
    return body


class _DivisionPlanner:
    """Plans one division: what may stand at its head, in its body and at its foot, as TEI's content model wants it."""

    def __init__(self, draft: Draft, units: list[Unit], division_type: str) -> None:
        self.root = Branch("div", {"type": division_type})
        self.section: Branch | None = None
        self.outer: list[Branch] = []  # the sections that the open one stands in, outermost first
        self.has_own_foot = False
        self.open: list[Branch] = []  # wrapper, turn or list that takes the next leaf, innermost last
        self.starts: dict[int, Wrapper] = {id(wrapper.first): wrapper for wrapper in draft.wrappers}
        self.wrapper: Wrapper | None = None
        self.units = units
        self._following = followers(units)
        self.last_body = last_body(units)
        self.ends_section = ends_of_sections(units)
        self.first_body = next(
            (n for n, unit in enumerate(units) if is_body(unit.role) or (unit.role in BOTTOM and n <= self.last_body)),
            len(units),
        )

    def division(self) -> Branch:
        for number, unit in enumerate(self.units):
            self._place(number, unit)
        return self.root

    def _place(self, number: int, unit: Unit) -> None:
        if unit.blocks and unit.first.division == "section":
            self._close()
            self.section, self.has_own_foot, self.outer = Branch("div", {"type": "section"}), True, []
            self.root.children.append(self.section)
        match unit.role:
            case Role.MILESTONE if unit.point is not None:
                self._place_point(number, unit.point)
            case Role.OPENER if number < self.first_body or self._is_at_top_of_section:
                self._into("opener", unit)
            case Role.HEAD if self._is_at_top_of_section:
                self._close()
                self._target.children.append(unit.leaf("head"))
            case Role.HEAD | Role.ENCLOSURE if number < self.first_body:
                self._close()
                self.root.children.append(unit.leaf("head"))
            case Role.HEAD | Role.SECTION | Role.ENCLOSURE:
                self._open_section(unit)
            case Role.CLOSER if self._is_at_top_of_section and number < self.last_body:
                self._into("opener", unit)
            case Role.CLOSER | Role.POSTSCRIPT if self._is_at_foot(number):
                self._place_foot(number, unit)
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

    @property
    def _is_at_top_of_section(self) -> bool:
        """Tell whether the open section has no text yet: heads and openers may follow its head."""
        return self.section is not None and all(
            isinstance(child, Point) or child.tag in {"head", "opener", "milestone", ""}
            for child in self.section.children
        )

    def _is_at_foot(self, number: int) -> bool:
        """Tell whether a closer may stand here: at the end of the document, or of a section of it."""
        return number > self.last_body or (self.section is not None and self.ends_section[number])

    # ---- where the next leaf goes

    @property
    def _target(self) -> Branch:
        return self.open[-1] if self.open else self.section or self.root

    def _close(self, *tags: str) -> None:
        """Close the innermost open branches of these tags, or all of them; items are closed with their lists."""
        tags = (*tags, "item") if "list" in tags else tags
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
            self._leave_section(tag)
            self._enter(Branch(tag))
        leaf = unit.leaf(unit.first.tag or "*")
        leaf.tag = "" if leaf.tag == "*" else leaf.tag
        self._target.children.append(leaf)

    def _open_section(self, unit: Unit) -> None:
        self._close()
        self.outer = [*self.outer, *([self.section] if self.section else [])][: unit.first.depth - 1]
        self.section, self.has_own_foot = Branch("div", {"type": "section", **unit.first.attrs}), False
        (self.outer[-1] if self.outer else self.root).children.append(self.section)
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
        group, depth = unit.first.group, unit.first.depth
        self._leave_lists(depth)
        if self._open_list is not None and self._depth == depth and not _takes(self._open_list, unit):
            self._leave_lists(depth - 1)
        outer = self._open_list
        if outer is None or self._depth < depth:
            if outer is not None and not self._enter_last_item(outer):
                self._leave_lists(self._depth - 1)
            self._close("opener")
            if not unit.first.in_speech:
                self._close("sp")
            self._enter_wrapper(unit)
            self._enter(Branch("list", {**_list_attrs(group), "group": group}))
        self._target.children.append(unit.leaf())

    @property
    def _open_list(self) -> Branch | None:
        return self.open[-1] if self.open and self.open[-1].tag == "list" else None

    @property
    def _depth(self) -> int:
        """How many lists are open, one within the other."""
        return sum(branch.tag == "list" for branch in self.open)

    def _leave_lists(self, depth: int) -> None:
        """Close the innermost lists until so many are open."""
        while self.open and self.open[-1].tag in {"list", "item"} and self._depth > depth:
            self.open.pop()
        if self.open and self.open[-1].tag == "item":
            self.open.pop()

    def _enter_last_item(self, outer: Branch) -> bool:
        """Enter the last item of a list, for a list within it; return False if there is none."""
        places = [number for number, child in enumerate(outer.children) if not isinstance(child, Point)]
        if not places:
            return False
        item, after = outer.children[places[-1]], outer.children[places[-1] + 1 :]
        if isinstance(item, Leaf):
            item = Branch("item", item.attrs, [replace(item, tag="", attrs={})])
        if not isinstance(item, Branch) or item.tag != "item":
            return False
        item.children += after
        outer.children[places[-1] :] = [item]
        self.open.append(item)
        return True

    def _place_foot(self, number: int, unit: Unit) -> None:
        """Put a unit at the foot of the document, or of the open section if text follows."""
        self.has_own_foot = self.has_own_foot or number < self.last_body
        if unit.role is Role.CLOSER:
            self._into("closer", unit)
        else:
            self._place_postscript(unit)

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
        self._leave_section("postscript")
        self._enter(Branch("postscript"))

    def _leave_section(self, tag: str) -> None:
        """Leave the open section before what closes the document; a section without head has a foot of its own."""
        if tag != "opener" and not self.has_own_foot:
            self.section, self.outer = None, []

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
        opens_part = following is not None and following.first.division == "section"
        if following is not None and (opens_part or (is_body(following.role) and following.role is not Role.ITEM)):
            self._close("closer", "postscript")
        self._target.children.append(point)

    def _turn_goes_on(self, number: int) -> bool:
        following = self._following[number]
        return following is not None and following.role is Role.PARAGRAPH and following.first.in_speech


def _takes(opened: Branch, unit: Unit) -> bool:
    """Tell whether a unit belongs to an open list: one of its group, no head behind its items."""
    is_late_head = unit.first.tag == "head" and any(
        isinstance(child, Branch) or (isinstance(child, Leaf) and child.tag != "head") for child in opened.children
    )
    return opened.attrs.get("group") == unit.first.group and not is_late_head


def _ends_turn(unit: Unit) -> bool:
    return unit.role not in {Role.PARAGRAPH, Role.ITEM, Role.NOTE, Role.MILESTONE} or not unit.first.in_speech


def _list_attrs(group: str) -> Attrs:
    """Return the attributes of a list of this group: its rendition for plain lists, else its type."""
    return {"rend": group} if group in {"ordered", "bulleted", "simple"} else {"type": group}
