"""Running heads: short lines that come back at the tops or feet of pages (TEI 3.11.3, ``fw``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from diple import patterns as re
from diple.blocks import LABEL, SENTENCE_END
from diple.draft import Draft
from diple.model import Block, Role
from diple.pagelines import ARCHIVE_LINE, CABLE_PAGE, CLASSIFIED_PAGE
from diple.recognisers.prose import Ending, Opening, ending, seam

_LONGEST = 80
_TIMES = 2
"""How often a line must come back beside a page end to be a running head."""
_NUMBER = re.compile(r"\d+")


def mark_running_heads(draft: Draft) -> None:
    """Set lines that come back beside page ends apart from the text; they are no part of any paragraph."""
    beside = list(_beside_page_ends(draft))
    shapes = Counter(shape for shape, _ in {(_shape(draft, block), block.start) for block, _ in beside})
    for block, place in beside:
        if shapes[_shape(draft, block)] >= _TIMES and block.role is None:
            draft.give_role(block, Role.VOID, tag="fw", attrs={"type": place}, why="it comes back at page ends")


def mark_lines_of_archives(draft: Draft) -> None:
    """Set the lines that an archive put on each page of its copy apart from the text, with a classification below."""
    text_seen = False
    for before, block in pairwise([None, *draft.blocks]):
        if block is None or block.role is not None:
            continue
        text = draft.text_of(block) if block.end - block.start <= _LONGEST_STAMP else ""
        is_below = text_seen and before is not None and before.why == _STAMPED and CLASSIFIED_PAGE.fullmatch(text)
        if (text and ARCHIVE_LINE.fullmatch(text)) or is_below:
            draft.give_role(block, Role.VOID, tag="fw", attrs={"type": "header"}, why=_STAMPED)
        else:
            text_seen = True


def mark_repeated_lines(draft: Draft) -> None:
    """Set lines in capitals that come back all through a document apart from the text, though no page ends there.

    They say who keeps or releases it or how it is classified, or cut a sentence; lines that only name do not.
    """
    blocks = [block for block in draft.blocks if block.role is not Role.META]
    found: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.role is None and block.end - block.start <= _LONGEST_STAMP and not block.heading:
            words = " ".join(draft.text_of(block).split())
            if sum(map(str.isupper, words)) > _FEWEST_CAPITALS and not any(map(str.islower, words)):
                found.setdefault(_NUMBER.sub("#", words), []).append(number)
    for words, numbers in found.items():
        if len(numbers) < _TIMES or words[-1] in ".:?!,":
            continue
        is_said = _OF_COPIES.search(words) is not None and len(numbers) > _TIMES
        cuts = [
            number
            for number in numbers
            if 0 < number < len(blocks) - 1 and _cuts(draft, *blocks[number - 1 : number + 2])
        ]
        for number in numbers if is_said else cuts if len(numbers) > _TIMES or len(cuts) > 1 else ():
            draft.give_role(blocks[number], Role.VOID, tag="fw", attrs={"type": "header"}, why="it comes back on pages")


def _cuts(draft: Draft, before: Block, _line: Block, after: Block) -> bool:
    """Tell whether a sentence goes on over a line."""
    if before.role not in {None, Role.VOID} or after.role not in {None, Role.VOID}:
        return False
    seen = seam(draft, before, after)
    is_prose = len(seen.before) >= _PROSE and any(map(str.islower, seen.before)) and seen.after[:1].islower()
    return is_prose and seen.ending is not Ending.ENDED and seen.opening is Opening.LOW


_PROSE = 40
"""The fewest characters of a stretch of text that a line may cut."""
_FEWEST_CAPITALS = 11
_OF_COPIES = re.compile(
    r"\b(?:DECLASSIFIED|DISCLOSURE|RELEASED?|REPRODUCED|SANITIZED|UNCLASSIFIED|CONFIDENTIAL|SECRET|RESTRICTED|ARCHIVES?|"
    r"PUBLIC RECORD|COPYRIGHT|COPY|PROPERTY OF)\b"
)
"""What those who keep, copy or classify a document write on each of its pages."""
_SPEAKER = re.compile(r"\((?:The |Mrs?\.? |Miss |Ms\.? |Sir |Lord |Lady |Dr\.? |Prince )[A-Z][^()\n]{2,60}\)")
"""Who goes on speaking, at the head of a page of a verbatim record: "(Mr. Orde, Halland)"."""


def mark_speakers_of_pages(draft: Draft) -> None:
    """Set the name of who goes on speaking, right below a page number or running head, apart from the text."""
    for before, block in pairwise(draft.blocks):
        if before.role is not Role.VOID or block.role is not None or block.end - block.start > _LONGEST:
            continue
        if _SPEAKER.fullmatch(draft.text, block.start, block.end):
            draft.give_role(block, Role.VOID, tag="fw", attrs={"type": "header"}, why="who goes on speaking")


def mark_lines_at_cuts(draft: Draft) -> None:
    """Set the short lines beside a page number apart where a sentence goes on over them: "98-86129", "English"."""
    blocks = draft.blocks
    for number, block in enumerate(blocks):
        if block.role is not Role.VOID:
            continue
        first = last = number
        while first > 1 and number - first < _MOST_BESIDE and _may_stand_at_cut(draft, blocks[first - 1]):
            first -= 1
        while last < len(blocks) - 2 and last - number < _MOST_BESIDE and _may_stand_at_cut(draft, blocks[last + 1]):
            last += 1
        if 0 < first < last < len(blocks) - 1 and _cuts(draft, blocks[first - 1], block, blocks[last + 1]):
            for other in blocks[first : last + 1]:
                draft.give_role(other, Role.VOID, tag="fw", attrs={"type": "header"}, why="it stands at a page end")


_MOST_BESIDE = 2
_LONGEST_AT_CUT = 60


def _may_stand_at_cut(draft: Draft, block: Block) -> bool:
    """Tell whether a block may be a running head, a symbol or the number of a job: short, and no sentence."""
    if block.role is Role.VOID:
        return True
    text = draft.text_of(block) if block.role is None and block.end - block.start <= _LONGEST_AT_CUT else ""
    return bool(text) and not text[0].islower() and (text[0].isalnum()) and not SENTENCE_END.search(text)


_STAMPED = "an archive set it on the pages of its copy"
_LONGEST_STAMP = 130


def mark_classified_pages(draft: Draft) -> None:
    """Set the classification at the head or foot of each page apart from the text.

    In a cable it stands above the head of the next page; elsewhere it comes back amid the text.
    """
    _mark_again(draft)
    text_seen = False
    waiting: list[Block] = []
    for block in draft.blocks:
        if block.role is None and CLASSIFIED_PAGE.fullmatch(draft.text_of(block)):
            waiting.append(block)
        elif block.role is Role.VOID and CABLE_PAGE.fullmatch(draft.text_of(block)):
            for other in waiting if text_seen else []:
                draft.give_role(other, Role.VOID, tag="fw", attrs={"type": "footer"}, why="it classifies a page")
            waiting, text_seen = [], True
        elif block.role is not Role.META:
            waiting = []


def _mark_again(draft: Draft) -> None:
    """Set lines that are nothing but a classification apart where two or more stand behind the first paragraph."""
    text_seen, found, heads = False, list[Block](), set[str]()
    for block in draft.blocks:
        if block.role is None and block.end - block.start < _LONGEST:
            text = draft.text_of(block).rstrip(".")
            if CLASSIFIED_PAGE.fullmatch(text):
                found += [block] if text_seen else []
                heads |= set() if text_seen else {text}
        elif block.role in {None, Role.ITEM}:
            text_seen = text_seen or block.end - block.start > _PARAGRAPH or block.role is Role.ITEM
    lines = Counter(line.strip().rstrip(".") for line in draft.text.splitlines()) if found else Counter[str]()
    heads |= {line for line, times in lines.items() if times >= _TIMES}
    last = max((block.start for block in draft.blocks if block.end - block.start > _LINE), default=0)
    again = [block for block in found if draft.text_of(block).rstrip(".") in heads]
    below = {id(after) for before, after in pairwise(draft.blocks) if before.role is Role.VOID}
    for block in found if len(found) >= _TIMES else again:
        if block.start >= last and id(block) not in below:
            continue  # the foot of the document says it
        draft.give_role(block, Role.VOID, tag="fw", attrs={"type": "header"}, why="it classifies a page")


_LINE = 40
"""The most characters of a block that may be a line of the foot."""
_PARAGRAPH = 150
"""The fewest characters of what is a paragraph and no line of a head."""


def _beside_page_ends(draft: Draft) -> Iterator[tuple[Block, str]]:
    """Yield the short blocks next to a page end, each with its place on the page."""
    pages = sorted(point.offset for point in draft.points if point.tag == "pb")
    blocks = [block for block in draft.blocks if block.role is None or block.role is Role.VOID]
    position = 0
    for before, after in pairwise(blocks):
        while position < len(pages) and pages[position] < before.start:
            position += 1
        crossing = position < len(pages) and pages[position] < after.start
        if crossing and after.role is None and _is_short(draft, after):
            yield after, "header"
        next_page = position + 1 if crossing else position
        at_end = next_page < len(pages) and before.end <= pages[next_page] <= after.start
        if at_end and after.role is Role.VOID and before.role is None and _is_short(draft, before):
            yield before, "footer"


def _is_short(draft: Draft, block: Block) -> bool:
    text = draft.text_of(block) if block.end - block.start <= _LONGEST else ""
    is_cut = text[:1].islower() or ending(text) in (Ending.OPEN, Ending.CUT_WORD)
    is_other = is_cut or SENTENCE_END.search(text) or LABEL.match(text) or _OF_PART.fullmatch(text)
    return any(c.isalpha() for c in text) and not is_other


_OF_PART = re.compile(
    r"(?:enclosure|annex|annexe|appendix|attachment|addendum|supplement|schedule|chapter|part|section|exhibit|document|"
    r"letter|book|question|anlage|beilage|annexe|anexo|allegato|załącznik|приложение)\s+(?:n[or]\.?\s*)?"
    r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})[.:]?",
    re.I,
)
"""What heads a part of a document, and counts the parts where a running head would count pages."""


def _shape(draft: Draft, block: Block) -> str:
    return _NUMBER.sub("#", " ".join(draft.text_of(block).split()).casefold())
