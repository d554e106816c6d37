"""Documents that follow each other in one file as equals: telegrams between rules, letters of a collection (TEI 4)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.conventions import FIELDS, HANDLED, SALUTATION
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.headtests import names_reader
from diple.recognisers.frame.lines import is_prose, label_in, lines_of
from diple.recognisers.frame.runin import SALUTE
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_MOST_LINES = 8
"""The lines from a rule on that are looked at for those of a head."""
_TO = re.compile(r"(?:To|TO)\s(?:(?:the|his|her|my)\s)?(?:[A-Z][\w’'.&-]*,?\s?){1,8}\.?")
"""A line that names the reader of the letter below it, as in printed collections: "To Jonas Rudd"."""


def opens_peer(draft: Draft, before: list[Block], block: Block, after: list[Block], *, has_prose: bool) -> bool:
    """Tell whether another document begins with a block: behind a rule with a head, or behind a letter that is over.

    ``has_prose`` says that text stands before it.
    """
    if block.role is not None or block.joined:
        return False
    if before[-1].role is Role.MILESTONE:
        return _has_text(before) and _is_head(draft, [block, *after])
    return has_prose and _begins_letter(draft, block, after) and _was_letter(draft, before) and is_closed(draft, before)


def _was_letter(draft: Draft, before: list[Block]) -> bool:
    """Tell whether a document begins as a letter: a dateline or salutation is among its first blocks."""
    texts = [draft.clean_block(block) for block in before[:_MOST_LINES]]
    is_called = any(_is_call(text) or dateline_of(text) is not None for text in texts)
    return is_called or any(names_reader(text, texts[number + 1 :]) for number, text in enumerate(texts))


def _has_text(blocks: list[Block]) -> bool:
    return any(block.role is None for block in blocks)


def _is_head(draft: Draft, blocks: list[Block]) -> bool:
    """Tell whether blocks begin with lines of a head: the first says from or to whom, others are known."""
    lines = [line.text for block in blocks if block.role is None for line in lines_of(draft, block)][:_MOST_LINES]
    if not lines or not (label_in(lines[0]) in {"from", "to"} or _tells(lines[0])):
        return False
    known = sum(
        label_in(text) in FIELDS or label_in(text) in HANDLED or bool(tokens_of(text) or dateline_of(text))
        for text in lines[1:]
    )
    return known > 1 or (known == 1 and _tells(lines[0]))


def _tells(text: str) -> bool:
    told = correspondence_in(text)
    return told is not None and told.is_titled


def _begins_letter(draft: Draft, block: Block, after: list[Block]) -> bool:
    """Tell whether a block is place and day, or whom a letter is for, and a salutation stands near below it."""
    words = draft.clean_block(block)
    if len(words) > 120 or is_prose(words):
        return False
    following = [draft.clean_block(other) for other in after if other.role is None]
    found = dateline_of(words)
    is_placed = found is not None and found.place != (0, 0) and found.date.precision == "day"
    if not is_placed and names_reader(words, following):
        return True
    if not is_placed and not (_TO.fullmatch(words) and _dated_or_called(following[:2])):
        return False
    return any(_is_call(text) for text in following[:3])


def _dated_or_called(texts: list[str]) -> bool:
    return any(dateline_of(text) is not None or _is_call(text) for text in texts)


def _is_call(text: str) -> bool:
    return SALUTATION.fullmatch(text) is not None or SALUTE.match(text) is not None


def is_closed(draft: Draft, before: list[Block]) -> bool:
    """Tell whether the document before ends with a formula, a signature, or whom it is addressed to."""
    foot = foot_of(draft, before, most=12, is_letter=True)
    if foot and foot[-1].line.text[-1:] in "”»":
        return False  # a letter that is quoted
    kinds = {item.kind for item in foot}
    return bool(kinds & {"signature", "name", "weak-name", "body", "formula", "address"})
