"""Lines of the record, and claiming them: every character told, signed or dropped, its blocks out of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role

_ADORNED = re.compile(r"[\s#*_>\ufeff\xa0\u200b]+")
_TRAILING = "#*_\u200b"
"""What adorns the end of a line beside white space."""


class Line(NamedTuple):
    """A line with words in it: offsets without white space and Markdown's signs, and those words."""

    start: int
    end: int
    text: str
    blank_before: bool = False

    @property
    def key(self) -> str:
        """The words in lower case, without a final colon, as labels are looked up."""
        return " ".join(self.text.lower().split()).rstrip(" :.*")


def lines_of(draft: Draft, start: int, end: int) -> Iterator[Line]:
    """Yield the lines with words in them that begin from ``start`` to before ``end``, furniture of the file aside."""
    source = draft.source
    number = source.line_of(start)
    blank = True
    while number <= len(source.line_starts):
        first = max(start, source.line_starts[number - 1])
        last = min(end, source.line_starts[number] if number < len(source.line_starts) else len(draft.text))
        if first >= end:
            return
        line = line_between(draft, first, last)
        if line is None:
            blank = True
        elif not _is_left_out(draft, line):
            yield line._replace(blank_before=blank)
            blank = False
        number += 1


def _is_left_out(draft: Draft, line: Line) -> bool:
    """Tell whether the file itself says that a line is none of its text: a web page's furniture, metadata."""
    block = draft.block_at(line.start)
    return block is not None and block.role is Role.META and block.by != draft.recogniser


def line_between(draft: Draft, start: int, end: int) -> Line | None:
    """Return what stands between two offsets without the adornment at its ends, or None if nothing does."""
    text = draft.text[start:end]
    lead = _ADORNED.match(text)
    first = lead.end() if lead else 0
    last = len(text)
    while last > first and (text[last - 1] in _TRAILING or text[last - 1].isspace()):
        last -= 1
    return Line(start + first, start + last, text[first:last]) if first < last else None


def tell(draft: Draft, field: str, start: int, end: int, attrs: Attrs | None = None) -> str:
    """Record the words between two offsets as a fact, outer white space and signs aside; return its value."""
    start, end = draft.inner(start, end)
    value = draft.words(start, end)
    if start < end and value:
        draft.fact(field, value, start, end, attrs=attrs)
    return value


def sign_free(draft: Draft, start: int, end: int, why: str = "") -> None:
    """Consume those characters between two offsets that are no signs yet, outer white space aside."""
    position = start
    while position < end:
        while position < end and (draft.text[position].isspace() or draft.is_signed(position, position + 1)):
            position += 1
        stop = position
        while stop < end and not draft.is_signed(stop, stop + 1):
            stop += 1
        last = stop
        while last > position and draft.text[last - 1].isspace():
            last -= 1
        draft.sign(position, last, why=why)
        position = stop


def claim(draft: Draft, start: int, end: int) -> None:
    """Take what stands between two offsets out of the text; blocks that reach beyond are divided."""
    if start >= end:
        return
    for offset in (start, end):
        block = draft.block_at(offset)
        if block is not None and block.start < offset < block.end:
            draft.split_block(block, offset)
    for block in _blocks_between(draft, start, end):
        if block.role is Role.META:
            continue
        block.role, block.by = Role.META, draft.recogniser


def _blocks_between(draft: Draft, start: int, end: int) -> list[Block]:
    return [block for block in draft.blocks if start <= block.start < end]


def sign_adornment(draft: Draft, start: int, end: int) -> None:
    """Consume Markdown's signs (``##``, ``**``) around the words between two offsets that nobody has consumed yet."""
    line = line_between(draft, start, end)
    inner = (line.start, line.end) if line else (end, end)
    sign_free(draft, start, inner[0], why="Markdown sign")
    sign_free(draft, inner[1], end, why="Markdown sign")
