"""Directions in square brackets that were read as words supplied: "[Begin tape]", "[Indicating.]"."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role, Span
from diple.recognisers.stage.grammar import begins_with_verb, happening, tells_what_was_done
from diple.recognisers.stage.vocabulary import is_direction, is_sound

_DOUBTFUL = frozenset({"editorial", "identification"})
"""The reasons of ``supplied`` that a direction may have been given."""
_DOUBTFUL_TAGS = frozenset({"supplied", "unclear"})
_OF_VOICE = re.compile(
    r"(?:with|on|over|through|into|off|across|via|in|under|behind|at|from) (?:(?:an?|the|his|her|their) [^.:;]{2,60}|"
    r"(?:[^\W\d_a-z][\w.’'-]* ){1,3}(?:\w+ly )?\w+ing)"
)
"""How or from where a voice is heard, where nothing but the speaker's label stands before."""
_TO_SOMEBODY = re.compile(r"to (?P<who>(?:the )?[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){0,4})")
_ENDS = '.!?…:”"’—–])'


def take_supplied(draft: Draft, blocks: list[Block]) -> None:
    """Make directions of words supplied between the sentences of a talk, or alone between its turns."""
    if not blocks:
        return
    kept: list[Span] = []
    taken: list[tuple[Span, str]] = []
    for span in draft.spans:
        kind = _kind(draft, span) if span.tag in _DOUBTFUL_TAGS and span.start >= blocks[0].start else None
        if kind is None:
            kept.append(span)
        else:
            taken.append((span, kind))
    draft.spans = kept
    for span, kind in taken:
        block = draft.block_at(span.start)
        if block is not None and _is_whole(block, span) and block.role is None and not block.joined:
            draft.give_role(block, Role.STAGE, attrs={"type": kind}, why="a direction between turns")
        else:
            draft.span(span.start, span.end, "stage", {"type": kind}, why="direction")


def _kind(draft: Draft, span: Span) -> str | None:
    """Return the type of direction (``stage/@type``) that supplied words are, or None."""
    block = draft.block_at(span.start)
    if block is None or block.role not in {None, Role.SPEECH}:
        return None
    words = draft.clean(span.start, span.end).text
    if (to := _TO_SOMEBODY.fullmatch(words)) and draft.people.match(to["who"]):
        return "delivery"
    if span.attrs.get("reason") not in _DOUBTFUL:
        return None
    if block.role is Role.SPEECH and _OF_VOICE.fullmatch(words) and span.start - block.label_end <= 2:
        return "delivery"
    if not _is_whole(block, span) and not _is_between_sentences(draft, block, span):
        return None
    kind = is_direction(words) or (happening(words) if begins_with_verb(words) else None)
    if kind is None and tells_what_was_done(words):
        return "kinesic"
    return kind or ("incident" if _is_whole(block, span) and is_sound(words) else None)


def _is_whole(block: Block, span: Span) -> bool:
    return span.start - block.start <= 1 and block.end - span.end <= 2


def _is_between_sentences(draft: Draft, block: Block, span: Span) -> bool:
    before = draft.text[max(block.start, block.label_end) : span.start].rstrip(" [\n*_")
    after = draft.text[span.end : block.end].lstrip("].\n ")
    return (not before or before[-1] in _ENDS) and not after[:1].islower()
