"""Recognise what the file of a transcript says beside its text: changes, marks on words, comments, tables, heads.

A change tracked in the file is its editor's (TEI 11.3.1.4 and 3.5.3, ``add`` and ``del`` with ``@resp``); words struck
out are a deletion of the document, by nobody's known hand. Looks of words are ``hi`` (3.3.2.2), comments notes (3.9.1),
tables ``table`` (14.1).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from diple.agents import slug
from diple.draft import Draft
from diple.formats.formatting import Formatting, Kind
from diple.model import Attrs, Block, Role

_LOOKS: dict[Kind, str] = {
    "italic": "italic",
    "bold": "bold",
    "underline": "underline",
    "superscript": "superscript",
    "subscript": "subscript",
    "highlight": "highlight",
    "small-caps": "small-caps",
    "hidden": "hidden",
}
"""What ``hi/@rend`` says for each look."""
_SET_OFF = frozenset({"italic", "bold", "underline", "small-caps"})
"""Looks that a heading or a speaker's label has because it is one."""
_CHANGES = {"inserted": "add", "deleted": "del"}


class _Told(NamedTuple):
    """A piece of metadata that the file tells, and the block it stands in."""

    block: Block
    said: Formatting


def recognise(draft: Draft) -> None:
    """Claim what a source's formatting says; does nothing for plain text."""
    for said in draft.source.formatting:
        match said.kind:
            case "table":
                _claim_table(draft, said)
            case "heading":
                _claim_heading(draft, said)
            case "header" | "footer" | "furniture" | "page-number" | "metadata":
                _claim_apart(draft, said)
            case "inserted" | "deleted":
                _claim_change(draft, said)
            case "comment":
                _claim_comment(draft, said)
            case _:
                _claim_look(draft, said)


# ---- blocks


def _blocks_in(draft: Draft, start: int, end: int) -> list[Block]:
    """Return the blocks that stand wholly between two offsets."""
    first, last = _places(draft, start, end)
    return draft.blocks[first:last]


def _places(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Return the place of the first block that stands wholly between two offsets, and that after the last."""
    first = bisect_left(draft.blocks, start, key=lambda block: block.start)
    last = first
    while last < len(draft.blocks) and draft.blocks[last].end <= end:
        last += 1
    return first, last


def _one_block(draft: Draft, start: int, end: int) -> Block | None:
    """Make one block of all that stand between two offsets, and return it; None if there is none."""
    first, last = _places(draft, start, end)
    if first == last:
        return None
    block = draft.blocks[first]
    if last - first > 1:
        block.end = draft.blocks[last - 1].end
        del draft.blocks[first + 1 : last]
    return block


def _claim_heading(draft: Draft, said: Formatting) -> None:
    if (block := _one_block(draft, said.start, said.end)) is not None:
        block.heading = int(said.value or 1)


def _claim_table(draft: Draft, said: Formatting) -> None:
    block = _one_block(draft, said.start, said.end)
    if block is None:
        return
    block.start, block.end = said.start, said.end
    block.in_speech = False
    if not draft.give_role(block, Role.PARAGRAPH, tag="table", why="a table of the file"):
        return
    formatting = draft.source.formatting
    first = bisect_left(formatting, said.start, key=lambda one: one.start)
    for number in range(first, len(formatting)):
        part = formatting[number]
        if part.start >= said.end:
            break
        if part.kind == "row":
            draft.span(part.start, part.end, "row", rank=1, why="a row of the file")
        elif part.kind == "cell":
            _claim_cell(draft, part)


def _claim_cell(draft: Draft, part: Formatting) -> None:
    attrs = {"cols": part.value} if part.value else {}
    if part.start < part.end:
        draft.span(part.start, part.end, "cell", attrs, rank=2, why="a cell of the file")
    else:
        draft.point(part.start, "cell", attrs, rank=2, after=False)


def _claim_apart(draft: Draft, said: Formatting) -> None:
    """Take out of the text what is none: running heads, page numbers, furniture of a web page, metadata."""
    block = _one_block(draft, said.start, said.end)
    if block is None:
        if said.kind == "page-number":
            _claim_number_within(draft, said)
        return
    match said.kind:
        case "header" | "footer":
            draft.give_role(block, Role.VOID, tag="fw", attrs={"type": said.kind}, why="the file has it in its margin")
        case "page-number":
            if draft.give_role(block, Role.VOID, why="a page number of the file"):
                draft.sign(block.start, block.end, why="page number")
                draft.point(said.at if said.at >= 0 else block.start, "pb", {"n": said.value}, rank=10)
        case "furniture":
            if draft.give_role(block, Role.META, why=said.value):
                draft.drop(block.start, block.end, said.value)
        case _:
            draft.give_role(block, Role.META, why="metadata of the file")


def _claim_number_within(draft: Draft, said: Formatting) -> None:
    """Consume a page number that stands within a paragraph, with the space after it; an anchor has no characters."""
    end = said.end + (draft.text[said.end : said.end + 1] == " " and draft.text[said.start - 1 : said.start] == " ")
    draft.sign(said.start, end, why="page number")
    is_in_word = draft.text[said.start - 1 : said.start].isalpha() and draft.text[end : end + 1].isalpha()
    attrs: Attrs = {"n": said.value, "break": "no"} if is_in_word else {"n": said.value}
    draft.point(end, "pb", attrs, rank=10)


# ---- within blocks


def _claim_change(draft: Draft, said: Formatting) -> None:
    """Make a tracked change an addition or deletion by whoever made it, as the file says."""
    attrs: Attrs = {"type": "tracked", "resp": _responsible(draft, said)}
    draft.span(
        said.start, said.end, _CHANGES[said.kind], attrs, rank=55, why=f"a change tracked in the file{_when(said)}"
    )


def _claim_comment(draft: Draft, said: Formatting) -> None:
    blocks = _blocks_in(draft, said.start, said.end)
    for block in blocks:
        draft.give_role(block, Role.NOTE_BODY, why=f"a comment in the file{_when(said)}")
        if len(blocks) > 1:
            draft.span(block.start, block.end, "p")
    attrs = {"type": "editor", "place": "margin", "resp": _responsible(draft, said)}
    draft.span(said.start, said.end, "note", attrs, move_to=said.at, rank=40, why=f"a comment in the file{_when(said)}")


def _responsible(draft: Draft, said: Formatting) -> str:
    """Return the pointer to whoever made a change or comment; without a name it is the editor."""
    name = " ".join(said.agent.split())
    identifier = f"resp-{slug(name)}"
    if identifier == "resp-":
        return draft.agents.require("editor")
    return draft.agents.require_named(identifier, name, "changes and comments in the file by")


def _when(said: Formatting) -> str:
    return f", {said.date}" if said.date else ""


def _claim_look(draft: Draft, said: Formatting) -> None:
    start, end = _trimmed(draft, said)
    block = draft.block_at(start)
    if start >= end or block is None or block.role is Role.VOID:
        return
    if said.kind == "strikethrough":
        draft.span(
            start, end, "del", {"rend": f"strikethrough {said.value}".strip()}, rank=60, why="struck out in the file"
        )
    elif said.kind == "added":
        hand = draft.hands.require("", "The hand of additions and notes by hand; whose is not said.")
        draft.span(
            start, end, "add", {"place": "unspecified", "hand": hand}, rank=60, why="marked as added in the file"
        )
    elif said.kind == "link" and not said.value.startswith("#"):
        draft.span(start, end, "ref", {"target": said.value}, rank=60, why="a link of the file")
    elif said.kind in _LOOKS and not (said.kind in _SET_OFF and _is_set_off(draft, block, start, end)):
        draft.span(
            start,
            end,
            "hi",
            {"rend": f"{_LOOKS[said.kind]} {said.value}".strip()},
            rank=60,
            why=f"{said.kind} in the file",
        )


def _trimmed(draft: Draft, said: Formatting) -> tuple[int, int]:
    """Return the offsets of what is said without the white space at its edges."""
    words = draft.text[said.start : said.end]
    return said.start + len(words) - len(words.lstrip()), said.end - len(words) + len(words.rstrip())


def _is_set_off(draft: Draft, block: Block, start: int, end: int) -> bool:
    """Tell whether a look only sets off a whole heading, or a label at the beginning of a block."""
    if start > block.start:
        return False
    if end >= block.end:
        return block.heading > 0
    return draft.text[end - 1] == ":" or draft.text[end] == ":"


# ---- what the whole draft must be known for


def recognise_metadata(draft: Draft) -> None:
    """Make facts of the metadata that only the file tells, not its text; to be called last.

    Looks of which nothing is left, since their words became signs (the number of an item), are taken away.
    """
    shown = sorted(sign.start for sign in draft.signs if sign.text)
    draft.spans = [
        span
        for span in draft.spans
        if span.tag != "hi"
        or any(draft.text[start:end].strip() for start, end in draft.unsigned(span.start, span.end))
        or bisect_left(shown, span.start) < bisect_left(shown, span.end)
    ]
    known = {fact.field for fact in draft.facts}
    told = [_Told(block, said) for said in draft.source.formatting if said.kind == "metadata"
            for block in _blocks_in(draft, said.start, said.end) if block.role is Role.META]  # fmt: skip
    for block, said in told:
        words = " ".join(draft.text_of(block).split())
        if said.value in known or _is_head(draft, words):
            draft.drop(block.start, block.end, "metadata of the file that its text tells too")
        else:
            draft.fact(said.value, words, block.start, block.end)


def _is_head(draft: Draft, words: str) -> bool:
    heads = (draft.clean_block(block) for block in draft.blocks if block.role is Role.HEAD or block.heading)
    return any(words.casefold() == head.casefold() for head in heads)
