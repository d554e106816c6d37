"""A draft that keeps account of each claim: who made it, why, and which claims lost against which."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from types import FrameType
from typing import Literal

from diple.draft import Draft
from diple.model import Attrs, Block, Point, Role, Sign, Span
from diple.source import Source

Kind = Literal["element", "sign", "role", "kept", "metadata", "furniture"]
Fate = Literal["stands", "refused", "withdrawn"]
_PACKAGE = "diple.recognisers"
_HELPERS = frozenset({"take_signs", "note", "element", "sign_rest", "sign_around", "doubtful"})
"""Functions that only carry out what a rule has decided."""


@dataclass(slots=True, eq=False)
class Claim:
    """What a recogniser said of the characters from ``start`` to ``end``.

    ``what`` is the name of the element, role or field of metadata, or what stands in place of a sign. A claim that was
    ``refused`` came after what ``beaten_by`` names; one that was ``withdrawn`` was taken back by that recogniser.
    """

    kind: Kind
    what: str
    start: int
    end: int
    by: str
    why: str
    attrs: Attrs = field(default_factory=dict)
    fate: Fate = "stands"
    beaten_by: str = ""


class TracedDraft(Draft):
    """A draft that remembers all claims, for ``diple explain``; it is encoded as any other."""

    def __init__(self, source: Source) -> None:
        self.claims: list[Claim] = []
        self._of_span: dict[int, Claim] = {}
        self._spans_kept: list[Span] = []
        self._recogniser = ""
        super().__init__(source)

    @property
    def recogniser(self) -> str:
        """The name of the recogniser at work."""
        return self._recogniser

    @recogniser.setter
    def recogniser(self, name: str) -> None:
        self.note_withdrawals()
        self._recogniser = name

    def note_withdrawals(self) -> None:
        """Mark the claims whose elements the recogniser at work has taken back."""
        spans = getattr(self, "spans", [])
        standing = {id(span) for span in spans}
        if all(number in standing for number in self._of_span):
            return
        copies = {(span.start, span.end, span.tag) for span in spans}
        for number, claim in self._of_span.items():
            is_there = number in standing or (claim.start, claim.end, claim.what) in copies
            if not is_there and claim.fate == "stands":
                claim.fate, claim.beaten_by = "withdrawn", self._recogniser

    def keep(self, start: int, end: int) -> None:
        """Keep characters as words of the document, and remember it."""
        super().keep(start, end)
        self._remember("kept", "text", start, end, "")

    def span(
        self,
        start: int,
        end: int,
        tag: str,
        attrs: Attrs | None = None,
        *,
        label: str = "",
        move_to: int | None = None,
        rank: int = 50,
        why: str = "",
    ) -> Span:
        """Put an element around characters, and remember it."""
        span = super().span(start, end, tag, attrs, label=label, move_to=move_to, rank=rank, why=why)
        self._spans_kept.append(span)  # so that no other object takes its id
        self._of_span[id(span)] = self._remember("element", tag, start, end, why, attrs)
        return span

    def point(
        self, offset: int, tag: str, attrs: Attrs | None = None, *, label: str = "", rank: int = 50, after: bool = True
    ) -> Point:
        """Put an empty element at an offset, and remember it."""
        self._remember("element", tag, offset, offset, "", attrs)
        return super().point(offset, tag, attrs, label=label, rank=rank, after=after)

    def sign(self, start: int, end: int, text: str = "", why: str = "") -> bool:
        """Consume characters as a sign, and remember it, or by whom they were taken before."""
        taken = super().sign(start, end, text, why)
        if start < end:
            claim = self._remember("sign", text, start, end, why)
            if not taken:
                claim.fate, claim.beaten_by = "refused", self._taker(start, end)
        return taken

    def give_role(
        self,
        block: Block,
        role: Role,
        *,
        tag: str = "",
        attrs: Attrs | None = None,
        group: str = "",
        why: str = "",
    ) -> bool:
        """Give a block its role, and remember it, or who gave it another before."""
        before = f"{block.by}: {block.role}" if block.role is not None else ""
        given = super().give_role(block, role, tag=tag, attrs=attrs, group=group, why=why)
        claim = self._remember("role", tag or role.value, block.start, block.end, why, attrs)
        if not given:
            claim.fate, claim.beaten_by = "refused", before
        return given

    def _taker(self, start: int, end: int) -> str:
        """Return who has taken characters that a sign was to be made of."""
        signs: list[Sign] = [sign for sign in self.signs if sign.start < end and start < sign.end]
        return signs[0].by if signs else "house"

    def _remember(self, kind: Kind, what: str, start: int, end: int, why: str, attrs: Attrs | None = None) -> Claim:
        claim = Claim(kind, what, start, end, self._recogniser, why or _rule(sys._getframe(2)), dict(attrs or {}))
        self.claims.append(claim)
        return claim


def _rule(frame: FrameType | None) -> str:
    """Return the first sentence of what the rule at work says of itself."""
    while frame is not None and not frame.f_globals.get("__name__", "").startswith("diple.pipeline"):
        name, module = frame.f_code.co_name, frame.f_globals.get("__name__", "")
        if module.startswith(_PACKAGE) and name not in _HELPERS:
            documented = frame.f_code.co_consts[0] if frame.f_code.co_consts else None
            if isinstance(documented, str) and " " in documented:
                return " ".join(documented.split("\n\n", maxsplit=1)[0].split()).rstrip(".")
        frame = frame.f_back
    return ""
