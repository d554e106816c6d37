"""Bodies of notes that have lost their numbers: as many lines behind the text as there are marks in it (TEI 3.9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.footnotes.alignment import MOST, aligned
from diple.recognisers.footnotes.bodies import BARE, is_linked_back
from diple.recognisers.footnotes.pairing import Marks
from diple.recognisers.footnotes.styles import BODIES, NOTES_HEAD, RULE, Body, Mark

_FEWEST = 2
"""So many notes at least prove each other; without bullets one more."""
_LINE = re.compile(r"\n[ \t]*")
_BULLET = re.compile(r"[-•·*][ \t]+(?=\S)")
_SENTENCE = re.compile(r"[“\"'‘(\[]*[A-ZÀ-ÖØ-ÞА-Я\d].{2,}[.)\]”\"’…]\s*", re.S)
_GLUED = frozenset(("1", "¹", "<sup>1</sup>", "^1", "^1^", "[1]"))


class _Line(NamedTuple):
    block: Block
    start: int
    end: int


def bare_bodies(draft: Draft, marks: Marks) -> list[Body]:
    """Return the bodies, in blocks of their own from now on, if there are as many of them as marks from 1 on."""
    numbered = sorted((mark for mark in marks.all() if _may_be(mark)), key=lambda mark: (mark.start, -mark.end))
    if len(numbered) < _FEWEST or any(is_linked_back(draft, block) for block in draft.blocks):
        return []
    for starts in (_bulleted(draft), _lines(draft), *_headed(draft, _consecutive(numbered))):
        above = [mark for mark in numbered if starts and mark.start < starts[0].start]
        chain = aligned(above, len(starts)) if _FEWEST <= len(starts) <= MOST else []
        if (
            chain
            and all(mark.label == str(number + 1) for number, mark in chain)
            and not _goes_on(above, chain, starts)
        ):
            return _divided(draft, starts)
    return []


def _goes_on(above: list[Mark], chain: list[tuple[int, Mark]], starts: list[_Line]) -> bool:
    """Tell whether one more mark follows the last of those that as many lines would have."""
    after = str(len(starts) + 1)
    return any(mark.label == after and mark.start > chain[-1][1].start and mark.style.sure for mark in above)


def _may_be(mark: Mark) -> bool:
    is_apart = mark.style.name == "1 apart"
    return mark.label.isdigit() and (is_apart or (mark.style.name in _GLUED and mark.style.strength != "loose"))


def _bulleted(draft: Draft) -> list[_Line]:
    """Return the bullets of the list that ends the text, with no more than one paragraph between and after them."""
    found: list[_Line] = []
    between = 0
    for block in reversed(_blocks(draft)):
        is_item = block.role is None and _BULLET.match(draft.text, block.start, block.end)
        if block.role is not None or block.heading or (not is_item and between):
            break
        between = 0 if is_item else between + 1
        if is_item:
            found.append(_Line(block, block.start, block.end))
    return found[::-1]


def _lines(draft: Draft) -> list[_Line]:
    """Return the lines behind the text that are sentences, up to one that is none, as a signature is."""
    found: list[_Line] = []
    for block in reversed(_blocks(draft)):
        for line in reversed(list(_lines_of(draft, block))):
            if block.role is not None or block.heading or not _is_sentence(draft, line):
                return found[::-1] if len(found) > _FEWEST and _is_short(draft, line) else []
            found.append(line)
    return []


def _consecutive(marks: list[Mark]) -> int:
    """Return how many numbers from 1 on marks have."""
    labels = {mark.label for mark in marks}
    return next(number for number in range(len(labels) + 1) if str(number + 1) not in labels)


def _headed(draft: Draft, most: int) -> Iterator[list[_Line]]:
    """Yield the lines right below a head of notes up to a blank line, where they are about as many as the marks.

    All are sentences; what stands behind the blank line may be no matter of notes.
    """
    blocks = _blocks(draft)
    heads = [number for number, block in enumerate(blocks) if NOTES_HEAD.fullmatch(draft.text_of(block)[:_HEAD])]
    if not heads:
        return
    found: list[_Line] = []
    for block in blocks[heads[-1] + 1 :]:
        if block.blank_before and most - _SPURIOUS <= len(found) <= most:
            yield list(found)
        lines = list(_lines_of(draft, block))
        if block.role is not None or block.heading or not all(_is_sentence(draft, line) for line in lines):
            return
        found += lines
        if len(found) > most:
            return
    yield found


_HEAD = 80
_SPURIOUS = 2
"""So many figures behind the last mark may look like marks that count on."""


def _blocks(draft: Draft) -> list[Block]:
    return [block for block in draft.body_blocks() if block.role is not Role.VOID]


def _is_short(draft: Draft, line: _Line) -> bool:
    return line.end - line.start < _SIGNATURE or RULE.fullmatch(draft.text, line.start, line.end) is not None


_SIGNATURE = 80


def _lines_of(draft: Draft, block: Block) -> list[_Line]:
    bounds = [block.start, *(line.end() for line in _LINE.finditer(draft.text, block.start, block.end)), block.end]
    return [_Line(block, start, end) for start, end in pairwise(bounds)]


def _is_sentence(draft: Draft, line: _Line) -> bool:
    is_numbered = any(form.pattern.match(draft.text, line.start, line.end) for form in BODIES)
    return not is_numbered and _SENTENCE.fullmatch(draft.text, line.start, line.end) is not None


def _divided(draft: Draft, starts: list[_Line]) -> list[Body]:
    """Return the bodies that begin at lines, each in a block of its own."""
    for block in {line.block.start: line.block for line in starts}.values():
        cuts = [line.start for line in starts if line.block is block and line.start > block.start]
        if cuts:
            draft.split_block(block, *cuts)
    positions = {block.start: position for position, block in enumerate(draft.blocks)}
    return [_body(draft, positions[line.start]) for line in starts]


def _body(draft: Draft, position: int) -> Body:
    block = draft.blocks[position]
    match = BARE.pattern.match(draft.text, block.start, block.end)
    return Body(position, block, match.end() if match else block.start, "", BARE)
