"""Recognise the frame of a document: opener, heads, sections, enclosures, closer and postscript (TEI chapter 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.agenda import recognise_agenda
from diple.recognisers.frame.apart import set_apart
from diple.recognisers.frame.belowfoot import note_scenes_below
from diple.recognisers.frame.cable import recognise_cable
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.covers import recognise_cover, recognise_title_page
from diple.recognisers.frame.enclosure import documents_of
from diple.recognisers.frame.entries import recognise_entries
from diple.recognisers.frame.foot import give_foot
from diple.recognisers.frame.footlines import give_stray_notes
from diple.recognisers.frame.indexes import recognise_index
from diple.recognisers.frame.innerfoot import foot_within
from diple.recognisers.frame.letter import doubt_dates, tell_letter
from diple.recognisers.frame.likely import tell_likely
from diple.recognisers.frame.lines import OUTSIDE
from diple.recognisers.frame.minuted import recognise_captions, recognise_minutes
from diple.recognisers.frame.namealone import foot_with_name_alone
from diple.recognisers.frame.notesbelow import take_notes_below
from diple.recognisers.frame.opener import recognise_opener
from diple.recognisers.frame.resumed import resume_head
from diple.recognisers.frame.sections import recognise_breaks, recognise_numbered, recognise_sections
from diple.recognisers.frame.signedparts import recognise_signed_parts

_DIARY = re.compile(
    r"\b(?:diary|journal|chronicle|chronology|daily record|log(?:-?book)?)\s+(?:of|for|entries|entry|kept)|"
    r"\bdiar(?:y|ies)\b",
    re.I,
)


_SENT = re.compile(r"\b(?:telegram|cable|cablegram|ciphertelegram|despatch|dispatch|letter)\b", re.I)


def recognise(draft: Draft) -> None:
    """Give the blocks that are not running text their roles, and tell the header what they say."""
    recognise_breaks(draft)
    set_apart(draft, [block for block in draft.blocks if block.role not in OUTSIDE])
    blocks = [block for block in draft.blocks if block.role not in OUTSIDE]
    recognise_index(draft)
    covered = recognise_title_page(draft, blocks)
    blocks = [block for block in draft.blocks if block.role not in OUTSIDE and block.start >= covered]
    documents = documents_of(draft, blocks)
    bounds = [(group[0].start, group[-1].end) for group in documents if group]
    for number, (start, end) in enumerate(bounds):
        tell_likely(draft, _between(draft, start, end))
        if recognise_cable(draft, _between(draft, start, end)):
            opened = _first_open(_between(draft, start, end))
        else:
            opened = recognise_opener(draft, _between(draft, start, end), is_first=number == 0)
            opened = resume_head(draft, _between(draft, start, end), opened)
        recognise_cover(draft, _between(draft, start, end))
        body = take_notes_below(draft, _between(draft, start, end)[opened:])
        recognise_agenda(draft, body)
        if recognise_minutes(draft, body):
            recognise_sections(draft, _between(draft, start, end)[opened:])
            continue
        recognise_numbered(draft, body)
        is_diary = _is_diary(draft, start)
        is_letter = _is_letter(draft, _between(draft, start, end)[: opened + 2])
        _recognise_foot(draft, body, is_letter=is_letter, is_diary=is_diary)
        recognise_signed_parts(draft, _between(draft, start, end)[opened:])
        recognise_entries(draft, _between(draft, start, end)[opened:], is_diary=is_diary)
        recognise_sections(draft, _between(draft, start, end)[opened:])
        recognise_captions(draft, _between(draft, start, end)[opened:])
    if bounds:
        tell_letter(draft, _between(draft, *bounds[0]))
    doubt_dates(draft, draft.blocks)


def _recognise_foot(draft: Draft, body: list[Block], *, is_letter: bool, is_diary: bool) -> None:
    """Give the lines at the foot of one document their roles, and what stands among and below them."""
    foot = foot_of(draft, body, is_letter=is_letter)
    if is_diary and {item.kind for item in foot} <= {"date", "weak-name"}:
        foot = []  # the last day of a diary, and a word
    if not is_diary:
        foot = foot_within(draft, body, foot, is_letter=is_letter)
        foot = foot_with_name_alone(draft, body, foot)
    if foot and _has_text_before(body, foot[0].line.start):
        give_foot(draft, foot)
        note_scenes_below(draft, body, foot)
        give_stray_notes(draft, body, foot[0].line.start)


def _first_open(blocks: list[Block]) -> int:
    """Return the position of the first block that has no role."""
    return next((number for number, block in enumerate(blocks) if block.role is None), len(blocks))


def _is_diary(draft: Draft, start: int) -> bool:
    """Tell whether the title, or the first lines of a document, say that it is a diary."""
    if any(_DIARY.search(fact.value[:200]) for fact in draft.facts if fact.field == "title"):
        return True
    return _DIARY.search(draft.text, start, start + 1500) is not None


def _is_letter(draft: Draft, head: list[Block]) -> bool:
    """Tell whether a head has an addressee or a salutation, or calls the document a letter or telegram."""
    if any(fact.field == "title" and _SENT.search(fact.value[:120]) for fact in draft.facts):
        return True
    if any(_SENT.search(words) or correspondence_in(words) for words in _words_of(draft, head)):
        return True
    openers = [block for block in head if block.role is Role.OPENER]
    if any(block.why == "head of a cable" for block in openers):
        return True
    return any(block.tag == "salute" or block.why in {"addressee", "where it comes from"} for block in openers)


def _words_of(draft: Draft, head: list[Block]) -> Iterator[str]:
    """Yield the words of the blocks of a head, as far as they say what kind of document it is."""
    return (draft.clean_block(block)[:220] for block in head if block.role in {Role.HEAD, Role.OPENER})


def _has_text_before(body: list[Block], offset: int) -> bool:
    """Tell whether text stands before the foot: what has none is no document with a foot, but lines."""
    return any(block.role is None and block.start < offset for block in body)


def _between(draft: Draft, start: int, end: int) -> list[Block]:
    """Return the blocks of the text between two offsets as they are divided by now."""
    first = bisect_left(draft.blocks, start, key=lambda block: block.start)
    last = bisect_left(draft.blocks, end, key=lambda block: block.start)
    return [block for block in draft.blocks[first:last] if block.role not in OUTSIDE]
