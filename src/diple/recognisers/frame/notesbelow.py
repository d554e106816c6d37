"""Numbered notes that the copy of a web page has right below a signature, without marks that answer them (TEI 3.9)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import CLOSING_FORMULA, PLAIN_NAME
from diple.recognisers.frame.footcells import signature_in
from diple.recognisers.frame.footlines import give_note
from diple.recognisers.frame.footnames import is_sender
from diple.recognisers.frame.lines import Line, lines_of

_NOTE = re.compile(r"(?P<sign>(?P<n>\d{1,3})\.\s+)\S")


def take_notes_below(draft: Draft, blocks: list[Block]) -> list[Block]:
    """Make notes of the numbered lines from 1 on below the sender or a signature; return the blocks above them."""
    first = len(blocks)
    numbers: list[int] = []
    while first and blocks[first - 1].role is None and (note := _note_of(draft, blocks[first - 1])):
        numbers.insert(0, int(note["n"]))
        first -= 1
    is_series = bool(numbers) and numbers == list(range(1, len(numbers) + 1))
    lines = lines_of(draft, blocks[first - 1]) if first and is_series and blocks[first - 1].role is None else []
    if not lines or not (is_sender(draft, lines[-1]) or _is_signed(draft, blocks[:first], lines)):
        return blocks
    for block in blocks[first:]:
        if note := _note_of(draft, block):
            draft.give_role(block, Role.NOTE, why="note below a signature")
            draft.sign(*note.span("sign"), why="number of a note")
            give_note(draft, note.end("sign"), block.end, note["n"])
    return blocks[:first]


def _is_signed(draft: Draft, blocks: list[Block], lines: list[Line]) -> bool:
    """Tell whether the last line is a signature, or a name right below a closing formula."""
    above = lines[:-1] or (lines_of(draft, blocks[-2]) if len(blocks) > 1 and blocks[-2].role is None else [])
    is_closed = bool(above) and CLOSING_FORMULA.fullmatch(above[-1].text) is not None
    return signature_in(lines[-1].text) or (is_closed and PLAIN_NAME.fullmatch(lines[-1].text) is not None)


def _note_of(draft: Draft, block: Block) -> re.Match[str] | None:
    return _NOTE.match(draft.text, block.start, block.end)
