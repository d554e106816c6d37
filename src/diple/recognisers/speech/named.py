"""Names that are paragraphs of their own over what is said, without title or stop: "President Holm", "Lie"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.speech.evidence import Candidate, lower_words
from diple.recognisers.speech.labels import labelled
from diple.recognisers.speech.wording import NO_LABEL_WORDS, NO_LABELS, is_office

_WORD = r"(?:(?:Mc|Mac|O[’']|De|Di)?[^\W\d_a-z][^\W\d_A-Z]+(?:[-’'][^\W\d_]+)?\.?|[^\W\d_a-z]\.|[^\W\d_a-z]{2,})"
_NAME = re.compile(
    rf"(?P<name>{_WORD}(?:[ ](?:{_WORD}|of|de|von|van|the))*)(?P<qualifiers>(?:[ ]?\([^()\n]{{2,60}}\))?)(?P<stop>)"
)
_LONGEST = 80
_MOST_WORDS = 5
_SPEAKERS, _ENOUGH = 2, 5
"""The names that come back, and the paragraphs that are names, in number, from which on they are labels."""
_FOLLOWED = 0.8
"""The share of them that text must follow."""


def named_blocks(draft: Draft, blocks: list[Block]) -> list[Candidate]:
    """Return the blocks that are the name of somebody whose words the next one holds.

    Two names at least come back, none of a word that the text has in small letters, and text follows nearly all.
    """
    found = [match for block in blocks if (match := _named(draft, block)) is not None]
    if len(found) < _ENOUGH:
        return []
    lower = lower_words(draft.text)
    counts = Counter(_key(one) for one in found if _key(one) not in lower)
    returning = {key for key, number in counts.items() if number > 1}
    bracketed = any(one.label.office for one in found if _key(one) in returning)
    ours = [
        one for one in found if _key(one) in returning or is_office(one.label.name) or (bracketed and one.label.office)
    ]
    if len(returning) < _SPEAKERS or len(ours) < _ENOUGH or _followed(draft, ours) < _FOLLOWED * len(ours):
        return []
    return ours


def _named(draft: Draft, block: Block) -> Candidate | None:
    """Return a block that is nothing but a name as the line of a label."""
    if block.end - block.start > _LONGEST or block.joined:
        return None
    match = _NAME.fullmatch(draft.clean_block(block))
    words = match["name"].lower().split() if match else []
    if match is None or len(words) > _MOST_WORDS or any(word in NO_LABELS | NO_LABEL_WORDS for word in words):
        return None
    return Candidate(block.start, block, labelled(match, "line"))


def _key(found: Candidate) -> str:
    return found.label.name.split()[-1].casefold()


def _followed(draft: Draft, found: list[Candidate]) -> int:
    """Return how many of these blocks stand before text."""
    starts = {one.start for one in found}
    text = [block for block in draft.blocks if block.role not in {Role.META, Role.VOID, Role.NOTE_BODY}]
    return sum(one.start in starts and other.start not in starts for one, other in pairwise(text))
