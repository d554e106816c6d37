"""Titles of works and newspapers, told by the words that introduce them (TEI 3.12.2 and 3.6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.quotations.citations import PERIODICAL
from diple.recognisers.quotations.pairs import Quotation

# Words after which a quotation is the title of a work.
_WORKS = re.compile(
    r"\b(?:articles?|collections?|newspapers?|books?|pamphlets?|journals?|magazines?|brochures?|editorials?|booklets?|"
    r"essays?|poems?|plays?|films?|novels?|songs?|stories|story|weekly|monthly|daily|bulletins?|periodicals?|reports?|"
    r"entitled|titled|headed|headlined|under the (?:heading|title|headline|name)|organ)"
    r"(?: (?:of|in|by)(?: the)?(?: [\w’'-]+){1,5})?\s*[,:]?\s*[(\[]?\Z",
    re.I,
)
_AND = re.compile(r"\s*(?:,|and|, and|or)\s*\Z")
# A newspaper named without quotation marks: "the newspaper Rodong Sinmun".
_PAPER = re.compile(
    r"\b(?:newspapers?|the journal|the magazine|the weekly|the daily) "
    r"(?P<title>(?!The\b)[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+)){0,3})"
)
_LONGEST = 200


def title_quotations(draft: Draft, block: Block, quotations: list[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations that are titles: introduced as such, or coordinated with one that is."""
    last: Quotation | None = None
    for quotation in quotations:
        if quotation.end - quotation.start > _LONGEST:
            continue
        if draft.text[quotation.start + 1].islower():
            continue
        before = draft.text[max(block.start, quotation.start - 90) : quotation.start]
        follows = last is not None and bool(_AND.fullmatch(draft.text[last.end : quotation.start]))
        if _WORKS.search(before) or follows or _is_periodical(draft.text[slice(*quotation.inner)]):
            last = quotation
            yield quotation


def _is_periodical(words: str) -> bool:
    """Tell whether a few words in capitals name a newspaper by themselves: "Harbour Gazette", "Rodong Sinmun"."""
    names = words.split()
    titled = all(name[:1].isupper() or name.lower() in {"of", "the", "and", "de", "za"} for name in names)
    return 0 < len(names) <= 5 and titled and bool(PERIODICAL.search(words))


def named_papers(draft: Draft, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the offsets of newspapers that stand without quotation marks after the word that says what they are."""
    for match in _PAPER.finditer(draft.text, block.start, block.end):
        yield match.span("title")
