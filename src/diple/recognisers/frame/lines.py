"""Blocks and their lines as the frame looks at them."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS, GENRE, SETTING_LABELS
from diple.recognisers.prose import ends_sentence
from diple.source import LINE_END

OUTSIDE = frozenset({Role.META, Role.VOID, Role.NOTE_BODY})
_SENTENCE_END = re.compile(r"[.!?:;,…][\"”’')\]]*$")
_LETTERS = re.compile(r"[^\W\d_]")
_TWO_SENTENCES = re.compile(r"^[A-Z“\"][^:]{20,}?[a-z]{4}[.!?][”\"]?\S{0,6}\s+[A-Z][a-z]+\s+[a-z]")
"""A sentence that ends, and the beginning of another: no title, though the block be cut short."""
LABELLED = re.compile(r"(?P<label>[^:\n.!?]{1,60}?)\s?:(?:\s|$)")


class Line(NamedTuple):
    """A line of a block: offsets without outer white space, and its words as they will read."""

    block: Block
    start: int
    end: int
    text: str


def lines_of(draft: Draft, block: Block) -> list[Line]:
    """Return the lines of a block that have words; signs do not count."""
    lines = []
    position = block.start
    for stop, following in [
        *((m.start(), m.end()) for m in LINE_END.finditer(draft.text, block.start, block.end)),
        (block.end, block.end),
    ]:
        raw = draft.text[position:stop]
        start, end = position + len(raw) - len(raw.lstrip()), position + len(raw.rstrip())
        if start < end:
            text = " ".join(draft.clean(start, end).text.split())
            if text:
                lines.append(Line(block, start, end, text))
        position = following
    return lines


def is_prose(text: str) -> bool:
    """Tell whether words are running text rather than a line of the frame."""
    if len(text) > 300 or (len(text) > 150 and not is_capitals(text) and not GENRE.match(text)):
        return True
    return len(text) > 60 and (ends_sentence(text) or bool(_TWO_SENTENCES.match(text))) and not is_capitals(text)


def is_capitals(text: str) -> bool:
    """Tell whether nearly all letters are capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) >= 2 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def ends_open(text: str) -> bool:
    """Tell whether a line ends as a title does, without punctuation."""
    return _SENTENCE_END.search(text) is None


def label_in(text: str) -> str:
    """Return the label before a colon in lower case, empty if there is none."""
    match = LABELLED.match(text)
    return match["label"].strip().lower() if match else ""


def bare_label(text: str) -> str:
    """Return a label of the setting or of a letter's head that stands alone on its line, in lower case, or nothing."""
    label = text.strip(" :*").lower()
    return label if label in SETTING_LABELS or (label in FIELDS and len(label) > 2 and text[:1].isupper()) else ""


def divide(draft: Draft, block: Block, starts: list[int]) -> list[Block]:
    """Divide a block before the offsets given, keeping its gap before; return the parts."""
    inner = [offset for offset in starts if block.start < offset < block.end]
    return draft.split_block(block, *inner) if inner else [block]


def give(draft: Draft, block: Block, role: Role, tag: str = "", **details: object) -> bool:
    """Give a block its role, as a unit of its own that joins nothing before it."""
    attrs = details.get("attrs")
    given = draft.give_role(
        block, role, tag=tag, attrs=attrs if isinstance(attrs, dict) else None,
        group=str(details.get("group", "")), why=str(details.get("why", "")),
    )  # fmt: skip
    if given:
        block.joined = False
    return given


def join(draft: Draft, before: Block, block: Block, role: Role, tag: str) -> None:
    """Let a block go on with the element of the block before it, on a new line of the page."""
    draft.sign(before.end, block.start, why="line end")
    block.role, block.tag, block.by = role, tag, draft.recogniser
    block.joined, block.join_text = True, ""
    draft.point(block.start, "lb", rank=5, after=False)


def inner(draft: Draft, block: Block) -> tuple[int, int]:
    """Return where the words of a block stand, without white space and signs at its ends."""
    start, end = block.start, block.end
    while start < end and (draft.text[start].isspace() or draft.is_signed(start, start + 1)):
        start += 1
    while start < end and (draft.text[end - 1].isspace() or draft.is_signed(end - 1, end)):
        end -= 1
    return start, end
