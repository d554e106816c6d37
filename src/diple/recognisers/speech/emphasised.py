"""Names in bold or italics that open paragraphs without a stop behind them: "**Lund** All of this was known."."""

from __future__ import annotations

from collections import Counter

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Span
from diple.recognisers.speech.evidence import Candidate, lower_words
from diple.recognisers.speech.labels import labelled
from diple.recognisers.speech.wording import NO_LABEL_WORDS, NO_LABELS, is_office

_WORD = r"(?:[^\W\d_a-z][\w’'.-]*|de|van|von|der|of|the|al-[\w’'-]+)"
_NAME = re.compile(
    rf"(?P<name>[^\W\d_a-z][\w’'.-]*(?:[ ]{_WORD}){{0,4}})(?P<qualifiers>(?:[ ]?\([^()\n]{{1,60}}\))?)"
    r"(?P<stop>)(?=\s+\S)"
)
_SPEAKERS, _ENOUGH = 2, 5
"""The names that come back, and the paragraphs that begin with a name, in number, from which on they are labels."""
_REACH = 160


def emphasised_turns(draft: Draft, blocks: list[Block]) -> list[Candidate]:
    """Return the blocks that begin with a name set apart by its type, with what is said right behind it.

    Two names at least come back, and none is a word that the text has in small letters.
    """
    emphasis = {span.start: span for span in draft.spans if span.tag == "hi"}
    found = [one for block in blocks if emphasis and (one := _emphasised(draft, block, emphasis)) is not None]
    if len(found) < _ENOUGH:
        return []
    lower = lower_words(draft.text)
    ours = [one for one in found if one.key.split()[-1] not in lower or is_office(one.label.name)]
    counts = Counter(one.key for one in ours)
    returning = sum(count > 1 for count in counts.values())
    return ours if returning >= _SPEAKERS and len(ours) >= _ENOUGH else []


def _emphasised(draft: Draft, block: Block, emphasis: dict[int, Span]) -> Candidate | None:
    """Return a block as a turn if the words emphasised at its head can be a name, and more follow."""
    start, end = draft.inner(block.start, block.end)
    span = emphasis.get(start)
    if span is None or block.joined or span.end >= end:
        return None
    name = draft.words(start, span.end)
    head = draft.clean(block.start, min(block.end, block.start + _REACH)).text.lstrip()
    match = _NAME.match(head)
    if match is None or not head.startswith(name) or not match["name"].startswith(name):
        return None
    words = name.lower().replace(".", "").split()
    if not words or (words[0] in NO_LABELS and len(words) == 1) or NO_LABEL_WORDS & set(words):
        return None
    if match.end("name") > len(name):  # the name goes on in the words behind it: only what is set apart is it
        match = _NAME.match(f"{name} {head[len(name) :].lstrip().lower()}")
    return Candidate(block.start, block, labelled(match, "emphasised")) if match and match["name"] == name else None
