"""A head whose lines no blank line parts: a block of short lines, of which some can be nothing but lines of a head."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.conventions import FIELDS, SALUTATION, SETTING_LABELS
from diple.recognisers.frame.headforms import MEETING_NUMBER, RELEASED, SENT_BY
from diple.recognisers.frame.headlines import is_plainly_of_head
from diple.recognisers.frame.headtests import is_for_somebody
from diple.recognisers.frame.lines import Line, is_capitals, label_in, lines_of
from diple.recognisers.frame.wires import is_handled

_LONGEST, _SHORT = 90, 50
"""The most characters of a line of such a head, and of most of them."""
_FEWEST_STRONG = 2
"""The fewest lines that can be nothing but lines of a head."""


def lines_apart(draft: Draft, block: Block, following: list[Block]) -> list[Block]:
    """Divide a block of short lines that are plainly those of a head; return its parts, none if it is text.

    What follows does not go on with a salutation that is the last of them, though that ends with a comma.
    """
    whole = [part for line in lines_of(draft, block) for part in _field_and_text(draft, line)]
    lines = _lines_above_text(whole)
    if len(lines) < _FEWEST_STRONG or block.heading or not _are_short(lines):
        return []
    text = [line.start for line in whole[len(lines) :][:1]]
    if any(_runs_on(before, line) for before, line in pairwise(lines)):
        return []
    strong = sum(_is_of_head(line.text) for line in lines)
    if strong < _FEWEST_STRONG or 3 * strong < len(lines) or any(_is_turn(line.text) for line in lines):
        return []
    for after in following[:1] if SALUTATION.fullmatch(lines[-1].text) else ():
        after.joined = False
    return draft.split_block(block, *(line.start for line in lines[1:]), *text)


def _field_and_text(draft: Draft, line: Line) -> list[Line]:
    """Return a line divided at the end of the field that it begins with, if the text runs on below that; else whole."""
    is_field = len(line.text) > _LONGEST and label_in(line.text) in FIELDS
    end = draft.lined.find("\n", line.start, line.start + _LONGEST + 1) if is_field else -1
    if end < 0:
        return [line]
    start = end + 1 + len(draft.text[end + 1 : line.end]) - len(draft.text[end + 1 : line.end].lstrip())
    if not draft.text[start : start + 1].isupper():
        return [line]
    cells = ((line.start, end), (start, line.end))
    return [Line(line.block, first, last, draft.words(first, last)) for first, last in cells]


def _lines_above_text(lines: list[Line]) -> list[Line]:
    """Return the lines down to the last that is plainly of a head, if the text begins in the same block; else all."""
    first = next((number for number, line in enumerate(lines) if _is_text(line.text)), len(lines))
    if first == len(lines):
        return lines
    strong = [number for number, line in enumerate(lines[:first]) if _is_of_head(line.text)]
    return lines[: strong[-1] + 1] if len(strong) > _FEWEST_STRONG else []


def _is_text(text: str) -> bool:
    """Tell whether a line is of the text: one over whose end a sentence runs, so that it is long, or a sentence."""
    return len(text) > _LONGEST and not _is_of_head(text)


def _are_short(lines: list[Line]) -> bool:
    short = sum(len(line.text) <= _SHORT for line in lines)
    return all(len(line.text) <= _LONGEST for line in lines) and 2 * short >= len(lines)


def _runs_on(before: Line, line: Line) -> bool:
    """Tell whether a line goes on with the sentence above it; one of a title or office may begin with a small one."""
    return line.text[:1].islower() and not before.text[-1:].isalpha() and not _ON_ITS_OWN.match(line.text)


_ON_ITS_OWN = re.compile(r"(?:from|to|at|on|in|for|dated|received|sent|via|no\.)\b")
"""What a line of a head may begin with in small letters: "from Selm"."""


def _is_of_head(text: str) -> bool:
    label = label_in(text)
    is_field = label in FIELDS or label in SETTING_LABELS
    return (
        is_field
        or is_plainly_of_head(text)
        or is_for_somebody(text)
        or is_handled(text)
        or bool(SALUTATION.fullmatch(text))
        or any(form.fullmatch(text) for form in (RELEASED, MEETING_NUMBER, SENT_BY))
    )


def _is_turn(text: str) -> bool:
    """Tell whether a line may be what somebody says."""
    label = label_in(text)
    is_label = bool(label) and label not in FIELDS and label not in SETTING_LABELS and not is_capitals(text)
    return is_label and text[-1] in ".!?" and not is_plainly_of_head(text) and not is_handled(text)
