"""Recognise page numbers, form feeds and running heads (TEI 3.11.3, ``pb`` and ``fw``).

What a page end cuts, a word or a sentence, is put together again by the recogniser of joins.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.pagelines import is_signature_mark
from diple.recognisers.hyphens import cut_at
from diple.recognisers.pages.forms import CLOSING, HEADED, LONGEST, WHOLE, PageMark, candidates
from diple.recognisers.pages.heads import (
    mark_classified_pages,
    mark_lines_at_cuts,
    mark_lines_of_archives,
    mark_repeated_lines,
    mark_running_heads,
    mark_speakers_of_pages,
)
from diple.recognisers.pages.proof import proven

_BLANK = " \t\xa0"
_SEQUENCE_GAP = "the page numbers do not follow each other: {before}, {after}"


def recognise(draft: Draft) -> None:
    """Put a ``pb`` where each page begins and consume the page number; D401 lists numbers out of sequence."""
    _mark_signature_marks(draft)
    mark_lines_of_archives(draft)
    marks = proven(draft, candidates(draft))
    starts = [block.start for block in draft.blocks]
    marks = [mark for mark in marks if not _is_number_of_telegram(draft, mark)]
    free = _once(draft, [mark for mark in marks if not draft.is_signed(mark.start, mark.end)])
    for _, group in groupby(free, key=lambda mark: bisect_right(starts, mark.start)):
        found = list(group)
        block = draft.block_at(found[0].start)
        if block is not None:
            _place(draft, block, found)
    _check_sequence(draft, marks)
    _place_form_feeds(draft)
    mark_classified_pages(draft)
    mark_running_heads(draft)
    mark_repeated_lines(draft)
    mark_lines_at_cuts(draft)
    mark_speakers_of_pages(draft)


def _is_number_of_telegram(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a number is that of the telegram, which stands again under its text: "-- 118 --"."""
    if not mark.n.isdigit() or any(
        block.start > mark.start and block.role is not Role.META and draft.text_of(block).strip()
        for block in draft.blocks[-_MOST_BELOW:]
    ):
        return False
    titles = " ".join(fact.value for fact in draft.facts if fact.field == "title")
    return re.search(rf"\b(?:telegram|cable)\b.{{0,20}}\bNo\.? ?{mark.n}\b", titles, re.I) is not None


_MOST_BELOW = 60
"""The most blocks of a record that are looked through below the last page."""


def _mark_signature_marks(draft: Draft) -> None:
    """Set the signature marks of printed sheets apart from the text (TEI 3.11.3)."""
    for block in draft.blocks:
        if block.role is None and block.end - block.start < LONGEST and is_signature_mark(draft.text_of(block)):
            draft.give_role(block, Role.VOID, tag="fw", attrs={"type": "footer"}, why="the signature mark of a sheet")


_MORE_THAN_NUMBER = re.compile(
    r"(?<![^\W_])(?!(?:pages?|pp?|fol(?:io)?s?|ff?|sheets?|ends?|begins?|of)\b)[^\W\d_]+", re.I
)


def _once(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the marks without those that say the same page again right after another; these are consumed."""
    kept: list[PageMark] = []
    for mark in marks:
        again = kept and mark.n and (mark.n, mark.ed) == (kept[-1].n, kept[-1].ed)
        if again and not draft.text[kept[-1].end : mark.start].strip():
            is_head = _MORE_THAN_NUMBER.search(draft.text, mark.start, mark.end) is not None
            if is_head:
                draft.drop(mark.start, mark.end, "the same running head again")
            else:
                draft.sign(mark.start, mark.end, why="the same page number again")
            if (block := draft.block_at(mark.start)) and (block.start, block.end) == (mark.start, mark.end):
                draft.give_role(block, Role.META if is_head else Role.VOID, why="the same page number again")
        else:
            kept.append(mark)
    return kept


def _place(draft: Draft, block: Block, marks: list[PageMark]) -> None:
    """Place the marks of one block: those at its beginning and end become blocks of their own."""
    first, last = _leading(draft, block, marks), _trailing(draft, block, marks)
    outer = marks if first == len(marks) else [*marks[:first], *marks[last:]]
    for mark in marks[first:last]:
        _place_inside(draft, block, mark)
    offsets = [offset for mark in outer for offset in (mark.start, mark.end)]
    parts = {part.start: part for part in draft.split_block(block, *offsets)} if offsets else {}
    for mark in outer:
        if (part := parts.get(mark.start, block if not offsets else None)) is not None and part.end == mark.end:
            _void(draft, part, mark)


def _leading(draft: Draft, block: Block, marks: list[PageMark]) -> int:
    """Return how many marks stand at the beginning of a block with nothing before or between them."""
    position = block.start
    for number, mark in enumerate(marks):
        if draft.text[position : mark.start].strip():
            return number
        position = mark.end
    return len(marks)


def _trailing(draft: Draft, block: Block, marks: list[PageMark]) -> int:
    """Return the number of the first of the marks that stand at the end of a block with nothing after them."""
    position = block.end
    for number in range(len(marks), 0, -1):
        if draft.text[marks[number - 1].end : position].strip():
            return number
        position = marks[number - 1].start
    return 0


def _void(draft: Draft, block: Block, mark: PageMark) -> None:
    """Take a block that is only a page number, or a running head with its number, out of the text."""
    if not draft.give_role(block, Role.VOID, why=f"a page number: {mark.form.name}"):
        return
    start, end = mark.start, mark.end
    if mark.form.name in CLOSING:
        block.tag, block.attrs = "fw", {"type": "pageNum"}
        draft.sign_around(start, end, start + 1, end - 1, why="bracket of a page number")
        draft.point(end, "pb", rank=10)
        return
    if mark.form.name in HEADED and (match := mark.form.pattern.match(draft.text[mark.start : mark.end])):
        block.tag, block.attrs = "fw", {"type": "header"}
        first, last = match.span("head")
        start, end = (start, start + first) if match.start("n") < first else (start + last, end)
    if mark.form.name in WHOLE:
        block.tag, block.attrs = "fw", {"type": WHOLE[mark.form.name]}
    else:
        draft.sign(start, end, why="page number")
    draft.point(mark.start, "pb", _attrs(mark), rank=10)


def _attrs(mark: PageMark) -> Attrs:
    """Return the number of the page that begins, and the edition or copy whose page it is, where that is said."""
    return {name: value for name, value in (("ed", mark.ed), ("n", mark.n)) if value}


def _place_inside(draft: Draft, block: Block, mark: PageMark) -> None:
    """Consume a page number within a line, with the white space before it; the page begins at the next word."""
    text, start, end = draft.text, mark.start, mark.end
    if mark.form.name in CLOSING:
        draft.sign_around(start, end, start + 1, end - 1, why="bracket of a page number")
        draft.span(start + 1, end - 1, "fw", {"type": "pageNum"})
        draft.point(end, "pb", rank=10)
        return
    blank = f"{_BLANK}\r\n" if mark.form.name in ("12 in a line", "[12] in a word") else _BLANK
    while start > block.start and text[start - 1] in blank:
        start -= 1
    glued_before = start == mark.start
    word = end
    while word < block.end and text[word].isspace():
        word += 1
    attrs = _attrs(mark)
    if cut := cut_at(text, block.start, mark.start, end):
        start, end, attrs = cut.start, cut.end, attrs | cut.attrs
    elif glued_before and word == end:
        attrs["break"] = "no"
    elif word == end:
        start = mark.start
    draft.sign(start, end, why=f"page number: {mark.form.name}")
    draft.point(word, "pb", attrs, rank=10)


def _check_sequence(draft: Draft, marks: list[PageMark]) -> None:
    for before, after in (
        pair for ed in sorted({mark.ed for mark in marks}) for pair in pairwise(_of_edition(marks, ed))
    ):
        if before.value and after.value and after.value not in (before.value, before.value + 1):
            message = _SEQUENCE_GAP.format(before=before.n, after=after.n)
            draft.doubt("D401", after.start, message, "compare the page numbers with the copy")


def _of_edition(marks: list[PageMark], ed: str) -> list[PageMark]:
    return [mark for mark in marks if mark.ed == ed]


def _place_form_feeds(draft: Draft) -> None:
    """Put a ``pb`` at each form feed that has no page number beside it."""
    numbered = {point.offset for point in draft.points if point.tag == "pb"}
    for match in re.finditer(r"\f", draft.text):
        block = draft.block_at(match.start())
        if block is not None and block.start < match.start() < block.end - 1:
            _break_at_feed(draft, block, match.start())
        elif match.start() not in numbered and not _is_numbered(draft, match.start(), numbered):
            draft.point(match.start(), "pb", rank=10)


def _break_at_feed(draft: Draft, block: Block, feed: int) -> None:
    """Part a block at a form feed that stands within it; both parts are joined again if the sentence goes on."""
    if block.role is not None or draft.is_signed(feed, feed + 1):
        return
    around = draft.text[feed - 1 : feed] + draft.text[feed + 1 : feed + 2]
    draft.split_block(block, feed + 1)
    draft.sign(feed, feed + 1, "" if any(map(str.isspace, around)) else " ", why="form feed")
    draft.point(feed, "pb", rank=10)


def _is_numbered(draft: Draft, feed: int, numbered: set[int]) -> bool:
    """Tell whether the block before or after a form feed is a page number."""
    index = bisect_left(draft.blocks, feed, key=lambda block: block.start)
    neighbours = draft.blocks[max(0, index - 1) : index + 1]
    return any(block.role is Role.VOID and block.start in numbered for block in neighbours)
