"""What opener and closer tell the header: date and place of writing, sender and addressee; dates that contradict."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from diple.draft import Draft
from diple.model import Block, Role, Span
from diple.recognisers.frame.conventions import INITIALS_NAME
from diple.recognisers.frame.correspondence import Correspondence, correspondence_in
from diple.recognisers.frame.tokens import is_release

_GREETING = re.compile(
    r"^(?:my\s+)?(?:(?:very|most|highly|deeply)\s+)?(?:dear(?:est)?|esteemed|respected|honou?red|beloved|"
    r"sehr geehrte\w*|(?:hoch)?verehrte\w*|geehrte\w*|liebe[rs]?|werte[rs]?|mon cher|ma chère|cher|chère|"
    r"illustrissim\w|egregi\w|gentil\w|car[oai]|"
    r"(?:muy )?(?:querid|estimad|distinguid|respetad|excelent[íi]sim)[oa]s?|muy)\s+",
    re.I,
)
_NOBODY = re.compile(r"(?:signor[ei]?|señor(?:es|as?)?|monsieur|madame|messieurs|eccellenza)(?: m[íi][oa]s?)?", re.I)
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
    places = [
        span for span in spans if span.tag == "placeName" and _role_at(inside, span) in {Role.OPENER, Role.CLOSER}
    ]
    for span in places[:1]:
        words = _words(draft, span.start, span.end)
        draft.fact("document-place", words, span.start, span.end, consumed=False)


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
    told = _told_by_head(draft, blocks)
    if any(fact.field == "received-by-name" and fact.by == "record" for fact in draft.facts):
        greetings = []
    if not greetings and not addressed and not told:
        return
    breaks = {point.offset for point in draft.points if point.tag == "lb"}
    for span in addressed:
        lines = [span.start, *sorted(offset for offset in breaks if span.start < offset < span.end), span.end]
        words = re.sub(r"^[^:]{1,24}:\s*(?=\S)", "", _addressee_in(draft, lines)).rstrip(",:!")
        words = re.sub(r"(?<=[a-zA-Z]{2})\.$", "", words)
        draft.fact("received-by-name", _TO.sub("", words), span.start, span.end, consumed=False)
    if told and not addressed:
        draft.fact("received-by-name", told[1].addressee, told[0].start, told[0].end, consumed=False)
    for block in greetings if not addressed and not told else []:
        words = _GREETING.sub("", draft.clean_block(block)).rstrip(" ,.!:")
        if _NOBODY.fullmatch(words):
            continue
        draft.fact("received-by-name", words, block.start, block.end, consumed=False)
    _tell_sender(draft, inside, spans, told)
    for field, tag in (("document-date", "sent-date"), ("document-place", "sent-place")):
        for fact in [fact for fact in draft.facts if fact.field == field][:1]:
            draft.fact(tag, fact.value, fact.start, fact.end, consumed=False, attrs=dict(fact.attrs))


def _addressee_in(draft: Draft, bounds: list[int]) -> str:
    """Return what an address of several lines says up to the line that names somebody, else its first with content."""
    texts = [_words(draft, start, end) for start, end in pairwise(bounds)]
    named = next((number for number, text in enumerate(texts) if _NAMES.search(text)), None)
    if named is not None:
        return " ".join(texts[: named + 1])
    return next((text for text in texts if not _BARE_TO.fullmatch(text)), texts[0])


_Told = tuple[Block, Correspondence] | None


def _told_by_head(draft: Draft, blocks: list[Block]) -> _Told:
    """Return the head that says who writes to whom, and what it says; none if offices or forms of address lack."""
    for block in blocks:
        told = correspondence_in(draft.clean_block(block)) if block.role is Role.HEAD else None
        if told and told.is_titled:
            return block, told
    return None


def _tell_sender(draft: Draft, inside: list[tuple[int, int, Role]], spans: list[Span], told: _Told) -> None:
    fields = {"persName": "sent-by", "orgName": "sent-by-org"}
    if any(fact.field == "sent-by-name" and fact.by == "record" for fact in draft.facts):
        return
    signed = [span for span in spans if span.tag in fields and _role_at(inside, span) is Role.CLOSER]
    for span in signed:
        draft.fact(fields[span.tag], _words(draft, span.start, span.end), span.start, span.end, consumed=False)
    written = [span for span in spans if span.attrs.get("type") == "from" and _role_at(inside, span)]
    for span in written if not signed else []:
        words = re.sub(r"^(?:[^:]{1,24}:\s*|(?:from|fm)\s+)", "", _words(draft, span.start, span.end), flags=re.I)
        draft.fact("sent-by-name", words, span.start, span.end, consumed=False)
    if told and not signed and not written:
        draft.fact("sent-by-name", told[1].sender, told[0].start, told[0].end, consumed=False)


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
