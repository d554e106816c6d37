"""Where bodies of notes may begin: by their form, by the number that comes next, by the link back to their mark."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.footnotes.styles import BODIES, Body, plain_label, style

UNNUMBERED = style("↩", r"(?:[-•·*][ \t]+)?(?P<n>)", sure=True)
"""The beginning of a body of which only the link back to its mark is left."""
_FURTHER = re.compile(r"(?P<n>\d{1,3})(?P<stop>\\?[.):]?)\s+(?=\S)")
"""A number with which a body may begin if one beside it does, whatever follows."""
_STOPS = {"1.": ".:", "1)": ")", "1": ""}
"""What stands behind the number of a body, by its style."""
_ARROWS = ("↩", "↩\ufe0e")
_BULLET = re.compile(r"[-•·*][ \t]+(?=\S)")
_DAY = re.compile(r"\d{1,2}\.? [^\W\d_]+\.?,? \d{4}\.?")
_PARAGRAPHS = 3
"""How many paragraphs of one body may stand above that with the link back."""


def bodies_in(draft: Draft) -> list[Body]:
    """Return the blocks that begin as the body of a note does, in order."""
    found: dict[int, Body] = {}
    for index, block in enumerate(draft.blocks):
        if body := _body(draft, index, block):
            found[index] = body
    for order in (range(len(draft.blocks)), reversed(range(len(draft.blocks)))):
        for index in order:
            if index not in found and (body := _beside(draft, index, found)):
                found[index] = body
    for index, block in enumerate(draft.blocks):
        if is_linked_back(draft, block):
            first = _first_paragraph(draft, index, found)
            found.setdefault(first, _unnumbered(draft, first))
    return [found[index] for index in sorted(found)]


def is_linked_back(draft: Draft, block: Block) -> bool:
    """Tell whether a paragraph ends in the arrow that leads from a note back to its mark."""
    return block.role is None and draft.text[block.end - 8 : block.end].rstrip().endswith(_ARROWS)


def _body(draft: Draft, index: int, block: Block) -> Body | None:
    if block.role is not None or block.heading:
        return None
    for form in BODIES:
        match = form.pattern.match(draft.text, block.start, block.end)
        if match and not draft.is_signed(match.start("n"), match.end("n")):
            return Body(index, block, match.end(), plain_label(match["n"]), form)
    return None


def _beside(draft: Draft, index: int, found: dict[int, Body]) -> Body | None:
    """Return the body that a block begins if its number is the next to that of a body right before or behind it."""
    block = draft.blocks[index]
    match = _FURTHER.match(draft.text, block.start, block.end) if block.role is None and not block.heading else None
    if match is None or _DAY.fullmatch(draft.text, block.start, block.end):
        return None
    for step in (-1, 1):
        other = found.get(index + step)
        if other and _is_next(match, other, step):
            return Body(index, block, match.end(), match["n"], other.style)
    return None


def _is_next(match: re.Match[str], other: Body, step: int) -> bool:
    """Tell whether a number stands as that of another body does and is one less (step 1) or one more (step -1)."""
    stops = _STOPS.get(other.style.name, "-")
    is_alike = match["stop"] in stops if stops and match["stop"] else match["stop"] == stops
    return is_alike and other.label.isdigit() and int(other.label) == int(match["n"]) + step


def _first_paragraph(draft: Draft, index: int, found: dict[int, Body]) -> int:
    """Return the number of the block with which the body that ends in a link back begins."""
    for number in range(index, max(-1, index - _PARAGRAPHS - 1), -1):
        block = draft.blocks[number]
        if block.role is not None or (number < index and is_linked_back(draft, block)):
            break
        if number in found or _BULLET.match(draft.text, block.start, block.end):
            return number
    return index


def _unnumbered(draft: Draft, index: int) -> Body:
    block = draft.blocks[index]
    match = UNNUMBERED.pattern.match(draft.text, block.start, block.end)
    return Body(index, block, match.end() if match else block.start, "", UNNUMBERED)
