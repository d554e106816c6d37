"""The head of a record exported as Markdown: date and title as headings, then headings that are labels."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from diple.datewords import parse_date
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.conventions import LABELS, LINE_VALUES, STRONG_LABELS
from diple.recognisers.record.lines import Line, claim, line_between, sign_adornment, sign_free, tell
from diple.recognisers.record.values import tell_value

_HEAD_BLOCKS = 40


class _Heading(NamedTuple):
    """A block that is a heading, with its words."""

    block: Block
    line: Line


def tell_markdown_head(draft: Draft, start: int) -> int:
    """Record headings that are date, title or labels, and what stands under the labels; return the offset behind.

    Does nothing unless two headings are labels of a record, one of which no document has itself.
    """
    free = (block for block in draft.blocks if block.start >= start and block.role is not Role.META)
    blocks = list(islice(free, _HEAD_BLOCKS))
    headings = [heading for block in blocks if (heading := _heading(draft, block))]
    labels = [heading for heading in headings if heading.line.key in LABELS]
    if len(labels) < 2 or not any(LABELS[heading.line.key] in STRONG_LABELS for heading in labels):
        return start
    last = labels[-1].block
    end = _end_of_values(draft, blocks, last)
    region = [block for block in blocks if block.start < end]
    field = ""
    for block in region:
        heading = _heading(draft, block)
        field = _tell_heading(draft, heading) if heading else _tell_block(draft, block, field)
    claim(draft, start, end)
    return end


def _heading(draft: Draft, block: Block) -> _Heading | None:
    """Return the words of a heading, of any level, or of a paragraph that is all bold and a label."""
    text = draft.text_of(block)
    line = line_between(draft, block.start, block.end)
    if line is None or "\n" in line.text:
        return None
    is_bold_label = text.startswith("**") and text.endswith("**") and line.key in LABELS
    if block.heading or text.startswith("#") or is_bold_label:
        return _Heading(block, line)
    return None


def _end_of_values(draft: Draft, blocks: list[Block], last: Block) -> int:
    """Return the end of what belongs to the last label: one block, none if it is a heading itself."""
    following = next((block for block in blocks if block.start > last.start), None)
    if following is None or _heading(draft, following):
        return last.end
    return following.end


def _tell_heading(draft: Draft, heading: _Heading) -> str:
    """Record a heading as label, date or title; return the field of what follows."""
    block, line = heading
    if line.key in LABELS:
        sign_free(draft, block.start, block.end, why="label of the record")
        return LABELS[line.key]
    sign_adornment(draft, block.start, block.end)
    dated = parse_date(line.text)
    known = {fact.field for fact in draft.facts}
    if dated is not None and "date" not in known:
        tell(draft, "date", line.start, line.end, dated.attrs)
    else:
        tell(draft, "title" if "title" not in known else "note", line.start, line.end)
    return ""


def _tell_block(draft: Draft, block: Block, field: str) -> str:
    """Record a paragraph under a label, or a loose one as a note."""
    sign_adornment(draft, block.start, block.end)
    tell_value(draft, field or "note", block.start, block.end)
    return field if field in LINE_VALUES | {"abstract", "citation", "source", "funder"} else ""
