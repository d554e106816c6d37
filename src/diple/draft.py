"""The draft of one encoding: the source, its blocks, and everything recognisers have said of them so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diple.agents import Agents, Hands, People
from diple.blocks import split_blocks
from diple.conventions.statements import Statement
from diple.conventions.table import House
from diple.inputs import document_id
from diple.model import Attrs, Block, Doubt, Fact, Furniture, Point, Role, Sign, Span, Wrapper
from diple.source import Source
from diple.spacing import evened, unwrapped

if TYPE_CHECKING:
    from diple.recognisers.frame.likely import Likely

_PASSED_OVER = frozenset({Role.VOID, Role.META, Role.NOTE_BODY})


class Clean(NamedTuple):
    """Text without signs, and for each of its characters the offset in the source; ``offsets`` has one item more."""

    text: str
    offsets: Sequence[int]


class Draft:
    """What is known of one document while it is being encoded.

    Recognisers are called in a stated order; the first claim on a character as a sign, and the first role given to a
    block, stand. ``recogniser`` is the name of the one at work, written into all that it adds. ``bracket_agent`` is the
    role of whoever set the brackets that carry no label: translator, transcriber or editor. ``house`` holds the
    conventions of the document's house, ``key`` what a key to its signs
    says of them, ``statements`` the offsets of sentences that say what its signs mean. ``likely`` holds what the lines
    at head and foot of each document most likely are, ``likely_at`` by offset in which document and place it stands.

    ``text`` is the source with spaces and line ends of one kind, and spaces for the line ends that a sentence runs
    over; ``lined`` is the same with all its line ends. Both are of the length of the source, which the ledger keeps.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: list[Block] = split_blocks(source)
        self.lined = evened(source.text)
        stretches = ((block.start, block.end) for block in self.blocks)
        self.text = unwrapped(self.lined, stretches, breaks=source.markup == "markdown")
        self.spans: list[Span] = []
        self.signs: list[Sign] = []
        self.points: list[Point] = []
        self.wrappers: list[Wrapper] = []
        self.facts: list[Fact] = []
        self.furniture: list[Furniture] = []
        self.doubts: list[Doubt] = []
        self.people = People(reserved=frozenset({document_id(Path(source.name))}))
        self.agents = Agents()
        self.hands = Hands()
        self.recogniser = ""
        self.bracket_agent = "editor"
        self.house = House()
        self.statements: list[tuple[int, int]] = []
        self.key: list[Statement] = []
        self.likely: list[list[Likely]] = []
        self.likely_at: dict[int, tuple[int, int]] = {}
        self._signed = bytearray(len(self.text))
        self._kept = bytearray(len(self.text))
        self._special = bytearray(len(self.text))
        self._sign_at: dict[int, Sign] = {}
        self._note_ends: dict[int, int] = {}
        self._dropped: set[tuple[int, int]] = set()

    # ---- what recognisers say

    def keep(self, start: int, end: int) -> None:
        """Keep characters as words of the document's own: nobody may consume them from now on."""
        self._kept[start:end] = b"\x01" * (end - start)

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
        """Put an element around characters; crossing elements are settled when the tree is built."""
        span = Span(start, end, tag, attrs or {}, label, move_to, rank, self.recogniser, why)
        self.spans.append(span)
        if (tag == "note" or move_to is not None) and start < end:
            self._special[start] = 1
            self._note_ends[start] = max(end, self._note_ends.get(start, 0))
        return span

    def withdraw(self, spans: list[Span]) -> None:
        """Take back elements that another recogniser put around characters; their signs stay."""
        gone = {id(span) for span in spans}
        self.spans = [span for span in self.spans if id(span) not in gone]
        for span in spans:
            if self._note_ends.pop(span.start, None) and not self._signed[span.start]:
                self._special[span.start] = 0

    def sign(self, start: int, end: int, text: str = "", why: str = "") -> bool:
        """Consume characters as a sign; return False, and do nothing, if any of them is one already."""
        if start >= end or self.is_signed(start, end):
            return False
        self._signed[start:end] = self._special[start:end] = b"\x01" * (end - start)
        sign = Sign(start, end, text, self.recogniser, why)
        self.signs.append(sign)
        self._sign_at[start] = sign
        return True

    def sign_around(self, start: int, end: int, inner_start: int, inner_end: int, why: str = "") -> None:
        """Consume what stands before and after an inner stretch, such as a bracket with its label and its close."""
        self.sign(start, inner_start, why=why)
        self.sign(inner_end, end, why=why)

    def point(
        self, offset: int, tag: str, attrs: Attrs | None = None, *, label: str = "", rank: int = 50, after: bool = True
    ) -> Point:
        """Put an empty element at an offset."""
        point = Point(offset, tag, attrs or {}, label, rank, after, self.recogniser)
        self.points.append(point)
        return point

    def wrap(self, first: Block, last: Block, tag: str, attrs: Attrs | None = None) -> None:
        """Put an element around whole blocks."""
        self.wrappers.append(Wrapper(first, last, tag, attrs or {}, self.recogniser))

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
        """Give a block its role; return False, and do nothing, if it has one already."""
        if block.role is not None:
            return False
        block.role, block.tag, block.group = role, tag, group
        block.attrs.update(attrs or {})
        block.by, block.why = self.recogniser, why
        return True

    def fact(
        self, field: str, value: str, start: int = 0, end: int = 0, *, consumed: bool = True, attrs: Attrs | None = None
    ) -> None:
        """Record metadata for the header, read from the characters given; ``consumed`` if they stand only there."""
        self.facts.append(Fact(field, value, start, end, attrs or {}, consumed, self.recogniser))

    def drop(self, start: int, end: int, reason: str) -> None:
        """Declare characters as furniture of the copy, dropped for a reason that the header and the ledger state.

        What is declared already is not declared again.
        """
        if (start, end) not in self._dropped:
            self._dropped.add((start, end))
            self.furniture.append(Furniture(start, end, reason, self.recogniser))

    def doubt(self, code: str, offset: int, message: str, suggestion: str = "") -> None:
        """List a place for a person to look at."""
        self.doubts.append(Doubt(code, offset, message, suggestion))

    # ---- what recognisers ask

    def is_signed(self, start: int, end: int) -> bool:
        """Tell whether any of the characters is a sign already, or is not to become one."""
        return self._signed.find(1, start, end) >= 0 or self._kept.find(1, start, end) >= 0

    def inner(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the words between two offsets, without white space and signs at their ends."""
        while start < end and (self.text[start].isspace() or self.is_signed(start, start + 1)):
            start += 1
        while start < end and (self.text[end - 1].isspace() or self.is_signed(end - 1, end)):
            end -= 1
        return start, end

    def unsigned(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches between two offsets that are not signs."""
        position = start
        while position < end:
            stop = self._signed.find(1, position, end)
            stop = end if stop < 0 else stop
            if position < stop:
                yield position, stop
            position = self._signed.find(0, stop, end) if stop < end else end
            position = end if position < 0 else position

    def body_blocks(self) -> Iterator[Block]:
        """Yield the blocks that are not metadata or furniture, in order."""
        return (block for block in self.blocks if block.role is not Role.META)

    def open_blocks(self) -> Iterator[Block]:
        """Yield the blocks that have no role yet, in order."""
        return (block for block in self.blocks if block.role is None)

    def block_at(self, offset: int) -> Block | None:
        """Return the block in which an offset stands (or its very end), or None between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index < 0 or offset > self.blocks[index].end:
            return None
        return self.blocks[index]

    def paragraph_of(self, block: Block) -> list[Block]:
        """Return the blocks that make one paragraph with ``block``: those joined to it, before and after, in order.

        Page numbers and bodies of notes that stand between them are not in the list.
        """
        index = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        first = last = index
        chain = [block]
        while chain[0].joined and (first := self._text_block(first, -1)) >= 0:
            chain.insert(0, self.blocks[first])
        while (last := self._text_block(last, 1)) >= 0 and self.blocks[last].joined:
            chain.append(self.blocks[last])
        return chain

    def _text_block(self, index: int, step: int) -> int:
        """Return the index of the nearest block before or after that belongs to the running text, or -1."""
        index += step
        while 0 <= index < len(self.blocks):
            if self.blocks[index].role not in _PASSED_OVER:
                return index
            index += step
        return -1

    def text_of(self, block: Block) -> str:
        """Return the characters of a block as they stand in the source, line ends and signs included."""
        return self.text[block.start : block.end]

    def clean(self, start: int, end: int) -> Clean:
        """Return the text from ``start`` to ``end`` as it will read: signs replaced, notes left out."""
        if start < end and self._special.find(1, start, end) < 0:
            return Clean(self.text[start:end], range(start, end + 1))
        pieces: list[str] = []
        offsets: list[int] = []
        special, signs, note_ends = self._special.find, self._sign_at.get, self._note_ends.get
        position = start
        while position < end:
            stop = special(1, position, end)
            stop = end if stop < 0 else stop
            if position < stop:
                pieces.append(self.text[position:stop])
                offsets.extend(range(position, stop))
            if stop == end:
                break
            if note_end := note_ends(stop):
                position = note_end
            elif sign := signs(stop):
                pieces.append(sign.text)
                offsets.extend([stop] * len(sign.text))
                position = sign.end
            else:
                position = stop + 1
        return Clean("".join(pieces), [*offsets, end])

    def words(self, start: int, end: int) -> str:
        """Return the text from ``start`` to ``end`` as it will read, white space runs as single spaces."""
        return " ".join(self.clean(start, end).text.split())

    def clean_block(self, block: Block) -> str:
        """Return the text of one block as it will read, white space runs as single spaces."""
        return self.words(block.start, block.end)

    def split_block(self, block: Block, *offsets: int) -> list[Block]:
        """Divide a block before the offsets given; return its parts, which stand in its place without roles."""
        index = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        bounds = [block.start, *sorted(offset for offset in offsets if block.start < offset < block.end), block.end]
        parts = []
        for start, end in pairwise(bounds):
            inner = self.text[start:end]
            first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
            if first < last:
                parts.append(Block(first, last, block.indent, heading=block.heading))
        parts[0].blank_before = block.blank_before
        parts[0].joined, parts[0].join_text = block.joined, block.join_text
        parts[0].division = block.division
        self.blocks[index : index + 1] = parts
        return parts
