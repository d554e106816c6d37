"""What opener and closer tell the header: date and place of writing, sender and addressee; dates that contradict."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role, Span
from diple.recognisers.frame.conventions import INITIALS_NAME
from diple.recognisers.frame.correspondence import (
    Correspondence,
    correspondence_abroad,
    correspondence_in,
    correspondence_in_title,
)
from diple.recognisers.frame.headtests import reader_in
from diple.recognisers.frame.tokens import is_release

_GREETING = re.compile(
    r"^(?:my\s+)?(?:(?:very|most|highly|deeply)\s+)?(?:dear(?:est)?|esteemed|respected|honou?red|beloved|"
    r"sehr geehrte\w*|(?:hoch)?verehrte\w*|geehrte\w*|liebe[rs]?|werte[rs]?|mon cher|ma chère|cher|chère|"
    r"illustrissim\w|egregi\w|gentil\w|car[oai]|"
    r"(?:muy )?(?:querid|estimad|distinguid|respetad|excelent[íi]sim)[oa]s?|muy)\s+",
    re.I,
)
_NOBODY = re.compile(
    r"(?:signor[ei]?|señor(?:es|as?)?|monsieur|madame|messieurs|eccellenza)(?: m[íi][oa]s?)?|"
    r"exc?m[oa]s?\.?,? (?:señor|senhor)\w*|(?:szanown|vážen|уважаем|дорог)\w+(?: \w+){1,2}",
    re.I,
)
"""What a greeting in other languages leaves that names nobody: "Muy señor mío"."""
_TO = re.compile(r"^(?:to|for):?\s+(?:the\s+)?", re.I)
_BARE_TO = re.compile(
    r"(?:to:?(?: the)?)?\s*(?:(?:his|her|their|your) (?:excellency|majesty|highness|eminence)|"
    r"the (?:right )?hono[u]?rable)?,?",
    re.I,
)
"""The first line of an address that names nobody yet."""
_NAMES = re.compile(
    rf"\b(?:Comrade|Cde\.?|Mr\.?|Mrs\.?|Dr\.?|Sir|Lord|Prof\.?|Ambassador) [A-Z]|^{INITIALS_NAME.pattern}"
)
_COPY = re.compile(r"(?:cc|c\.c\.|cop(?:y|ies)\b[^:]{0,10}|info|recipients)\s?:|INFO\s|Copy\s", re.I)
"""A line that names who gets a copy, and so is no addressee."""
_MOST_DAYS = 45
_SHORT = 60
"""The characters above which a paragraph between two signatures is text."""


def tell_letter(draft: Draft, blocks: list[Block]) -> None:
    """Record what the frame of the main document says of its writing, and doubt dates that contradict each other."""
    inside = [(block.start, block.end, block.role) for block in blocks if block.role is not None]
    spans = sorted((span for span in draft.spans if span.by == draft.recogniser), key=lambda span: span.start)
    dates = [
        span
        for span in spans
        if span.tag == "date" and _role_at(inside, span) is not None and not is_release(draft.text, span.start)
    ]
    _tell_writing(draft, inside, spans, dates)
    _tell_correspondence(draft, blocks, inside, spans)


def _role_at(inside: list[tuple[int, int, Role]], span: Span) -> Role | None:
    return next((role for start, end, role in inside if start <= span.start < end), None)


def _words(draft: Draft, start: int, end: int) -> str:
    """Return the words between two offsets; the lines of a signature or address are joined by a space."""
    bounds = sorted({start, end, *(point.offset for point in draft.points if start < point.offset < end)})
    return " ".join(word for first, last in pairwise(bounds) for word in draft.clean(first, last).text.split())


def _tell_writing(draft: Draft, inside: list[tuple[int, int, Role]], spans: list[Span], dates: list[Span]) -> None:
    """Record the date and place of the dateline, of the opener first."""
    ordered = [span for role in (Role.OPENER, Role.CLOSER) for span in dates if _role_at(inside, span) is role]
    if ordered:
        first = ordered[0]
        words = _words(draft, first.start, first.end)
        draft.fact("document-date", words, first.start, first.end, consumed=False, attrs=dict(first.attrs))
    else:
        _tell_date_of_title(draft, inside)
    places = [
        span for span in spans if span.tag == "placeName" and _role_at(inside, span) in {Role.OPENER, Role.CLOSER}
    ]
    for span in places[:1]:
        words = _words(draft, span.start, span.end)
        draft.fact("document-place", words, span.start, span.end, consumed=False)


def _tell_date_of_title(draft: Draft, inside: list[tuple[int, int, Role]]) -> None:
    """Record the day with which the title of a document without dateline ends: "Minutes of a Meeting, May 6, 1956"."""
    start, end = next(((start, end) for start, end, role in inside if role is Role.HEAD), (0, 0))
    clean = draft.clean(start, end)
    dates = [date for date in find_dates(clean.text) if date.precision == "day" and date.when]
    if not dates or clean.text[dates[-1].end :].strip(" .,)]"):
        return
    first, last = clean.offsets[dates[-1].start], clean.offsets[dates[-1].end - 1] + 1
    words = clean.text[dates[-1].start : dates[-1].end]
    draft.fact("title-date", words, first, last, consumed=False, attrs=dict(dates[-1].attrs))


def _tell_correspondence(
    draft: Draft, blocks: list[Block], inside: list[tuple[int, int, Role]], spans: list[Span]
) -> None:
    """Record sender and addressee of what reads as a letter, telegram or dispatch."""
    greetings = [block for block in blocks if block.role is Role.OPENER and block.tag == "salute"]
    addressed = [
        span
        for span in spans
        if span.attrs.get("type") in {"addressee", "to"}
        and _role_at(inside, span)
        and not _COPY.match(draft.text, span.start)
    ]
    told = _told_by_head(draft, blocks) or (None if greetings or addressed else _told_by_title(draft))
    readers = [
        block for block in blocks[:_MOST_ABOVE] if block.role is Role.HEAD and reader_in(draft.clean_block(block))
    ]
    if any(fact.field == "received-by-name" and fact.by == "record" for fact in draft.facts):
        greetings = []
    if not greetings and not addressed and not told and not readers:
        return
    breaks = {point.offset for point in draft.points if point.tag == "lb"}
    for span in addressed if not readers else []:
        lines = [span.start, *sorted(offset for offset in breaks if span.start < offset < span.end), span.end]
        words = re.sub(r"^[^:]{1,24}:\s*(?=\S)", "", _addressee_in(draft, lines)).rstrip(",:!")
        words = re.sub(r"(?<=[a-zA-Z]{2})\.$", "", words)
        draft.fact("received-by-name", _TO.sub("", words), span.start, span.end, consumed=False)
    if told and not addressed:
        draft.fact("received-by-name", told.who.addressee, told.start, told.end, consumed=False)
    for block in readers[:1] if not told else []:
        draft.fact("received-by-name", reader_in(draft.clean_block(block)), block.start, block.end, consumed=False)
    for block in greetings if not addressed and not told and not readers else []:
        words = _GREETING.sub("", draft.clean_block(block)).rstrip(" ,.!:")
        if not _NOBODY.fullmatch(words):
            draft.fact("received-by-name", words, block.start, block.end, consumed=False)
    calls = [*(block.start for block in greetings), *(span.start for span in addressed)]
    _tell_sender(draft, blocks, spans, told or _told_by_title(draft), min(calls, default=0))
    for field, tag in (("document-date", "sent-date"), ("document-place", "sent-place")):
        for fact in [fact for fact in draft.facts if fact.field == field][:1]:
            draft.fact(tag, fact.value, fact.start, fact.end, consumed=False, attrs=dict(fact.attrs))


_MOST_ABOVE = 6
"""The blocks at the head, in number, among which an edition's title of a letter stands."""


def _addressee_in(draft: Draft, bounds: list[int]) -> str:
    """Return what an address of several lines says up to the line that names somebody, else its first with content."""
    texts = [_words(draft, start, end) for start, end in pairwise(bounds)]
    named = next((number for number, text in enumerate(texts) if _NAMES.search(text)), None)
    if named is not None:
        return " ".join(texts[: named + 1])
    return next((text for text in texts if not _BARE_TO.fullmatch(text)), texts[0])


class _Told(NamedTuple):
    """Who writes to whom as words between two offsets say it."""

    start: int
    end: int
    who: Correspondence


def _told_by_head(draft: Draft, blocks: list[Block]) -> _Told | None:
    """Return the head that says who writes to whom, and what it says; none if offices or forms of address lack."""
    for block in blocks:
        words = draft.clean_block(block) if block.role is Role.HEAD else ""
        told = correspondence_in(words)
        if told and not told.is_titled:
            told = correspondence_in_title(words)
        if told := told or correspondence_abroad(words):
            return _Told(block.start, block.end, told)
    return None


def _told_by_title(draft: Draft) -> _Told | None:
    """Return what the title of a record says of who writes to whom: "Letter from A to B on the Salt"."""
    for fact in draft.facts:
        if fact.field in {"title", "main-title"} and (told := correspondence_in_title(fact.value)):
            return _Told(fact.start, fact.end, told)
    return None


def _tell_sender(draft: Draft, blocks: list[Block], spans: list[Span], told: _Told | None, call: int) -> None:
    """Record who signs below the greeting, or address, that begins at ``call``; else who is told to have written."""
    inside = [(block.start, block.end, block.role) for block in blocks if block.role is not None]
    fields = {"persName": "sent-by", "orgName": "sent-by-org"}
    if any(fact.field == "sent-by-name" and fact.by == "record" for fact in draft.facts):
        return
    signed = [span for span in spans if span.tag in fields and _role_at(inside, span) is Role.CLOSER]
    signed = _near(blocks, signed, call)
    for span in signed:
        draft.fact(fields[span.tag], _words(draft, span.start, span.end), span.start, span.end, consumed=False)
    written = [span for span in spans if span.attrs.get("type") == "from" and _role_at(inside, span)]
    for span in written if not signed else []:
        words = re.sub(r"^(?:[^:]{1,24}:\s*|(?:from|fm)\s+)", "", _words(draft, span.start, span.end), flags=re.I)
        draft.fact("sent-by-name", words, span.start, span.end, consumed=False)
    if told and not signed and not written:
        draft.fact("sent-by-name", told.who.sender, told.start, told.end, consumed=False)


def _near(blocks: list[Block], signed: list[Span], call: int) -> list[Span]:
    """Return the signatures, no text between them, that stand next below the greeting, or right above the address."""
    texts = sorted(block.start for block in blocks if block.role is None and block.end - block.start > _SHORT)
    groups: dict[int, list[Span]] = {}
    for span in signed:
        groups.setdefault(bisect_left(texts, span.start), []).append(span)
    below = [group for group in groups.values() if group[0].start > call]
    return (below or list(groups.values())[-1:] or [[]])[0]


def doubt_dates(draft: Draft, blocks: list[Block]) -> None:
    """Doubt a date at the foot that is earlier than the document's, or much later."""
    spans = [span for span in draft.spans if span.by == draft.recogniser and span.tag == "date"]
    if not (written := _date_of_document(draft, blocks, spans)):
        return
    feet = [(block.start, block.end) for block in blocks if block.role in {Role.CLOSER, Role.POSTSCRIPT}]
    for span in spans:
        day = _day(span.attrs.get("when", ""))
        if day is None or not any(start <= span.start < end for start, end in feet):
            continue
        days = (day - written).days
        if days < 0 or days > _MOST_DAYS:
            words = _words(draft, span.start, span.end)
            message = f"{words} stands at the foot, but the document is of {written.isoformat()}: is one of them wrong?"
            draft.doubt("D302", span.start, message, "keep both as they stand; say in a note which is right")


def _date_of_document(draft: Draft, blocks: list[Block], spans: list[Span]) -> date | None:
    openers = [(block.start, block.end) for block in blocks if block.role is Role.OPENER]
    written = [span.attrs.get("when", "") for span in spans if any(start <= span.start < end for start, end in openers)]
    told = [fact.attrs.get("when", "") for fact in draft.facts if fact.field == "date"]
    return next((day for value in [*written, *told] if (day := _day(value))), None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
