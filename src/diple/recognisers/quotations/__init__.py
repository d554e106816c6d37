"""Recognise quoted words, titles and citations (TEI 3.3.3, 3.6.6 and 3.12); quotation marks stay in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.prose import opening, tail
from diple.recognisers.quotations.citations import Citation, citations_in
from diple.recognisers.quotations.pairs import Quotation, quotations_in
from diple.recognisers.quotations.titles import named_papers, title_quotations

_TEXT = frozenset(
    {None, Role.PARAGRAPH, Role.SPEECH, Role.ITEM, Role.NOTE, Role.NOTE_BODY, Role.STAGE, Role.POSTSCRIPT}
)
_PASSED_OVER = frozenset({Role.META, Role.VOID, Role.NOTE_BODY})
_SAYING = re.compile(
    r"\b(?:said|says|say|saying|declared?|declares|declaring|noted?|notes|noting|wrote|writes?|writing|written|stated?|"
    r"states|stating|stressed|emphasi[sz]ed|announced?|announces|added|asked|replied|answered|remarked|asserted|claimed|"
    r"urged|demanded|insisted|affirmed|recalled|told|tells|underlined|"
    r"proclaimed|pointed out|concluded|continued|exclaimed|warned|explained|argued|quoted?|quotes|reads?|according to|"
    r"(?:statement|thesis|assertion|claim|declaration|conclusion) that)"
    r"(?:\s*[,:–—-]?\s*|,? that,?:?\s*|(?: (?:in|at|on|to|by|of)(?: [\w’'.-]+){1,8})(?:\s*[,:]| that)\s*)\Z",
    re.I,
)
# A verb of saying after the first words of what is said: “We,” he said.
_SAID = re.compile(
    r",?\s*(?:(?:he|she|they|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}) "
    r"(?:said|says|replied|asked|added|noted|wrote|answered|declared|remarked|continued|exclaimed|cried)|"
    r"(?:said|replied|asked|added|answered|cried) (?:he|she|they|[A-Z]\w*))\b"
)
_TEXT_WORDS = r"\b(?:letter|telegram|statement|resolution|declaration|reply|message|text|note)\b"
_ANNOUNCES = re.compile(
    r"(?:\b(?:wrote|writes|write|stated|states|said|says|declared|reads?|ran|runs|quote)"
    rf"(?: (?:as follows|the following|literally))?|{_TEXT_WORDS}[^.!?]{{0,80}}\b(?:as follows|the following)"
    rf"|\b(?:following|this) (?:[\w-]+ ){{0,2}}{_TEXT_WORDS})\s*:\Z",
    re.I,
)
_WORDS = 2
"""From how many words on a quotation is quoted speech rather than a term."""
_PROSE = 80


def recognise(draft: Draft) -> None:
    """Mark up citations, titles and quoted words.

    D420 lists quotation marks without a partner, D421 paragraphs taken as quoted because a colon announces them.
    """
    lone: dict[int, int] = {}
    announced = False
    by_hand = _written_by_hand(draft)
    for block in draft.blocks:
        if block.role in _TEXT:
            lone |= _recognise_in(draft, block, announced, by_hand)
            announced = draft.text[block.end - 1] == ":" and bool(_ANNOUNCES.search(tail(draft, block)))
    _wrap_continued(draft, lone)
    for offset in lone.values():
        message = "a quotation mark has no partner in this paragraph"
        draft.doubt("D420", offset, message, "see whether a mark was lost in the transcript")
    _wrap_announced(draft)


def _written_by_hand(draft: Draft) -> list[tuple[int, int]]:
    """Return the stretches of notes that give what somebody wrote by hand: quotation marks there quote that hand."""
    return sorted(
        (span.start, span.end) for span in draft.spans if span.tag == "note" and span.attrs.get("type") == "annotation"
    )


def _is_within(quotation: Quotation, stretches: list[tuple[int, int]]) -> bool:
    index = bisect_right(stretches, (quotation.start, quotation.end)) - 1
    around = stretches[max(0, index) : index + 2]
    return any(start <= quotation.start and quotation.end <= end for start, end in around)


def _recognise_in(draft: Draft, block: Block, announced: bool, by_hand: list[tuple[int, int]]) -> dict[int, int]:
    """Mark up what is quoted and cited in a block; return its beginning with its first mark that has no partner."""
    citations = list(citations_in(draft, block))
    for citation in citations:
        _claim_citation(draft, citation)
    quotations, lone = quotations_in(draft, block)
    titles = set(title_quotations(draft, block, quotations))
    for quotation in quotations:
        if _is_cited(quotation, citations) or _is_within(quotation, by_hand):
            continue
        if quotation in titles:
            start, end = quotation.inner
            draft.span(start, start + len(draft.text[start:end].rstrip(" ,.;")), "title", rank=30)
        elif _is_quote(draft, block, quotation, citations) or (announced and quotation.start == block.start):
            draft.span(quotation.start, quotation.end, "quote", rank=30)
    for start, end in named_papers(draft, block):
        draft.span(start, end, "title", rank=30)
    return {block.start: lone[0]} if lone else {}


def _claim_citation(draft: Draft, citation: Citation) -> None:
    draft.span(citation.start, citation.end, "bibl", rank=20)
    if citation.title is not None:
        draft.span(*citation.title, "title", rank=30)


def _is_cited(quotation: Quotation, citations: list[Citation]) -> bool:
    """Tell whether a quotation stands within a citation."""
    index = bisect_left(citations, quotation.start, key=lambda citation: citation.end)
    return index < len(citations) and citations[index].start <= quotation.start


def _is_quote(draft: Draft, block: Block, quotation: Quotation, citations: list[Citation]) -> bool:
    """Tell whether words are quoted from somebody: a verb of saying goes before, or a citation follows."""
    if quotation.depth:
        return False
    if draft.text[quotation.end - 2] in ",!?" and _SAID.match(draft.text, quotation.end, block.end):
        return True
    if len(draft.text[slice(*quotation.inner)].split()) < _WORDS:
        return False
    index = bisect_left(citations, quotation.end, key=lambda citation: citation.start)
    if index < len(citations):
        between = draft.text[quotation.end : citations[index].start]
        if len(between) < 8 and not any(character.isalnum() for character in between):
            return True
    if draft.is_signed(max(block.start, quotation.start - 2), quotation.start):
        return False  # a label of markup stands before
    return bool(_SAYING.search(draft.text[max(block.start, quotation.start - 90) : quotation.start]))


# ---- whole paragraphs


def _wrap_announced(draft: Draft) -> None:
    """Put ``quote`` around a paragraph that the paragraph before announces and that has no quotation marks."""
    texts = [block for block in draft.blocks if block.role not in _PASSED_OVER]
    for number, block in enumerate(texts[:-1]):
        following = texts[number + 1]
        if block.role not in {None, Role.PARAGRAPH} or following.role is not None or following.joined:
            continue
        if (
            draft.text[block.end - 1] == ":"
            and _ANNOUNCES.search(tail(draft, block))
            and _is_quotable(draft, following)
        ):
            draft.wrap(following, following, "quote", {"cert": "low"})
            message = "this paragraph is taken as quoted, since the one before announces it; its end is not told"
            draft.doubt("D421", following.start, message, "move the end of the quotation to where it belongs")


def _is_quotable(draft: Draft, block: Block) -> bool:
    return block.end - block.start >= _PROSE and not opening(draft, block).startswith(("“", '"', "«", "[", "("))


def _wrap_continued(draft: Draft, lone: dict[int, int]) -> None:
    """Put ``quote`` around paragraphs of which each opens with a quotation mark and only the last one closes it.

    The marks that are explained so are taken out of ``lone``.
    """
    run: list[Block] = []
    for block in draft.blocks:
        if block.role in _PASSED_OVER or block.joined:
            continue
        opens = draft.text[block.start] in "“„«" and block.role in {None, Role.PARAGRAPH}
        if opens and lone.get(block.start) == block.start:
            run.append(block)
            continue
        if run and opens:
            draft.wrap(run[0], block, "quote")
            for part in run:
                del lone[part.start]
        run = []
