"""Where bodies of notes may begin: by their form, by the number that comes next, by the link back to their mark."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.footnotes.styles import BODIES, Body, plain_label, style

UNNUMBERED = style("↩", r"(?:[-•·*][ \t]+)?(?P<n>)", sure=True)
"""The beginning of a body of which only the link back to its mark is left."""
ALONE = style("1 alone", r"(?:[-•·*][ \t]+|(?i:foot|end)note )?[\[(]?(?P<n>\d{1,3})[\])]?[.:]?\s*")
"""A number on a line of its own, over the body."""
BARE = style("bare", r"(?:[-•·*][ \t]+)?(?P<n>)")
"""A paragraph behind the text that is a note since there are as many of them as marks."""
_FURTHER = re.compile(r"(?P<n>\d{1,3})(?P<stop>\\?[.):]?)\s+(?=\S)")
"""A number with which a body may begin if one beside it does, whatever follows."""
_STOPS = {"1.": ".:", "1)": ")", "1": ""}
"""What stands behind the number of a body, by its style."""
_ARROWS = ("↩", "↩\ufe0e")
_BULLET = re.compile(r"[-•·*][ \t]+(?=\S)")
_DAY = re.compile(r"\d{1,2}\.? [^\W\d_]+\.?,? \d{4}\.?")
_PARAGRAPHS = 3
"""How many paragraphs of one body may stand above that with the link back."""


def bodies_in(draft: Draft, bare: list[Body]) -> list[Body]:
    """Return the blocks that begin as the body of a note does, in order, with those known to be bare ones."""
    found = {body.position: body for body in bare}
    for index, block in enumerate(draft.blocks):
        if index not in found and (body := _body(draft, index, block) or _alone(draft, index, block)):
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


def drop_links_back(draft: Draft) -> None:
    """Consume the lines of a web page that lead from a note back to its mark: "Return to footnote 1 referrer"."""
    for block in draft.blocks:
        if block.role is None and _RETURN.fullmatch(draft.text, block.start, block.end):
            draft.give_role(block, Role.META, why=LINKS_BACK)
            draft.drop(block.start, block.end, "links back from notes to their marks")


LINKS_BACK = "link back to the mark"
_RETURN = re.compile(r"(?:Return|Back|Go back) to (?:foot|end)?note \d{1,3}(?: referrer| reference)?\.?", re.I)


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


def _alone(draft: Draft, index: int, block: Block) -> Body | None:
    """Return the body over which a number stands on a line of its own."""
    after = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
    if block.role is not None or after is None or after.role is not None or after.heading:
        return None
    match = ALONE.pattern.fullmatch(draft.text, block.start, block.end)
    is_label = ALONE.pattern.fullmatch(draft.text, after.start, after.end) is not None
    return Body(index, block, after.start, match["n"], ALONE) if match and not is_label else None


def _beside(draft: Draft, index: int, found: dict[int, Body]) -> Body | None:
    """Return the body that a block begins if its number is the next to that of a body right before or behind it."""
    block = draft.blocks[index]
    match = _FURTHER.match(draft.text, block.start, block.end) if block.role is None and not block.heading else None
    if match is None or _DAY.fullmatch(draft.text, block.start, block.end):
        return None
    for step in (-1, 1):
        other = found.get(_over_further(draft, index, step))
        if other and _is_next(match, other, step):
            return Body(index, block, match.end(), match["n"], other.style)
    return None


def _over_further(draft: Draft, index: int, step: int) -> int:
    """Return the number of the next block up or down, above further paragraphs of a note, which are set in."""
    number = index + step
    while step < 0 < number and index - number <= _PARAGRAPHS and _is_set_in(draft, number, index):
        number += step
    return number


def _is_set_in(draft: Draft, number: int, index: int) -> bool:
    block = draft.blocks[number]
    return block.role is None and block.indent > draft.blocks[index].indent


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
