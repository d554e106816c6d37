"""Line by line: what was recognised in a source, by whom and why, and which claims lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from diple.conventions import House, built_in
from diple.ledger import Entry
from diple.pipeline import encode_draft
from diple.source import Source
from diple.trace import Claim, TracedDraft

if TYPE_CHECKING:
    from diple.edition import Edition


class Stretch(NamedTuple):
    """What became of characters of one line: their disposition, where they went, and the characters themselves."""

    disposition: str
    to: str
    by: str
    text: str


class Line(NamedTuple):
    """A line of a source, counted from 1, with the claims that begin on it, in order, and what became of it."""

    number: int
    text: str
    claims: tuple[Claim, ...]
    stretches: tuple[Stretch, ...]
    doubts: tuple[str, ...]


def explain(source: Source, *, edition: Edition | None = None, house: House | None = None) -> list[Line]:
    """Encode a source and return the account of each of its lines; raises what ``encode`` raises."""
    draft = TracedDraft(source)
    draft.house = house or built_in()
    encoding = encode_draft(draft, edition=edition)
    draft.note_withdrawals()
    claims: dict[int, list[Claim]] = {}
    for claim in [*draft.claims, *_facts(draft)]:
        claims.setdefault(source.line_of(claim.start), []).append(claim)
    doubts: dict[int, list[str]] = {}
    for review in encoding.ledger.reviews:
        doubts.setdefault(review.line, []).append(f"{review.code}: {review.message}")
    entries = encoding.ledger.entries
    return [
        Line(
            number,
            source.line_text(number),
            tuple(sorted(claims.get(number, ()), key=_place)),
            tuple(_stretches(source, entries, number)),
            tuple(doubts.get(number, ())),
        )
        for number in range(1, len(source.line_starts) + 1)
    ]


def _place(claim: Claim) -> tuple[int, int, int]:
    """Return by what claims are ordered: those of a whole block first, then by place, the longer before the shorter."""
    return (claim.kind != "role", claim.start, -claim.end)


def _facts(draft: TracedDraft) -> Iterator[Claim]:
    """Yield what was read for the header and what was dropped, as claims."""
    for fact in draft.facts:
        if fact.start < fact.end:
            yield Claim("metadata", fact.field, fact.start, fact.end, fact.by, "", dict(fact.attrs))
    for item in draft.furniture:
        yield Claim("furniture", "", item.start, item.end, item.by, item.reason)


def _stretches(source: Source, entries: tuple[Entry, ...], number: int) -> Iterator[Stretch]:
    """Yield what became of the characters of a line, its line end left out."""
    start = source.line_starts[number - 1]
    end = start + len(source.line_text(number))
    index = max(0, bisect_right(entries, start, key=lambda entry: entry.start) - 1)
    while index < len(entries) and entries[index].start < end:
        entry = entries[index]
        text = source.text[max(start, entry.start) : min(end, entry.end)]
        if text.strip():
            yield Stretch(entry.disposition, entry.to, entry.by, text)
        index += 1
