"""What recognisers left open is settled here, so that every character has a place before the tree is built."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from diple.draft import Draft
from diple.model import Block, Role, Span

_NO_PLACE = frozenset({Role.META, Role.VOID, Role.NOTE_BODY})


def settle(draft: Draft) -> None:
    """Give a place to text that lost its own: in emptied blocks, in unclaimed metadata, in notes without a mark."""
    draft.recogniser = "settle"
    _keep_text_of_void_blocks(draft)
    _keep_addresses_of_metadata(draft)
    _keep_text_of_metadata(draft)
    _anchor_moved_spans(draft)
    _keep_bodies_without_note(draft)
    _void_emptied_blocks(draft)
    _part_from_notes(draft)


def _keep_text_of_void_blocks(draft: Draft) -> None:
    for block in draft.blocks:
        if block.role is Role.VOID and _has_words(draft, block.start, block.end):
            block.role = Role.PARAGRAPH


def _keep_addresses_of_metadata(draft: Draft) -> None:
    """Make facts of the addresses that links in metadata lead to; the header holds their words without a link."""
    links = [span for span in draft.spans if span.tag == "ref" and "target" in span.attrs and _is_metadata(draft, span)]
    told = {fact.value for fact in draft.facts}
    for span in links:
        if span.attrs["target"] not in told:
            draft.fact("digital-note", span.attrs["target"], span.start, span.end, consumed=False)
    draft.withdraw(links)


def _is_metadata(draft: Draft, span: Span) -> bool:
    block = draft.block_at(span.start)
    return block is not None and block.role is Role.META and span.end <= block.end


def _keep_text_of_metadata(draft: Draft) -> None:
    """Make facts of the words in metadata blocks that no recogniser claimed."""
    covered = bytearray(len(draft.text))
    for start, end in [(fact.start, fact.end) for fact in draft.facts if fact.consumed]:
        covered[start:end] = b"\x01" * (end - start)
    for item in draft.furniture:
        covered[item.start : item.end] = b"\x01" * (item.end - item.start)
    for block in draft.blocks:
        if block.role is not Role.META:
            continue
        for start, end in list(draft.unsigned(block.start, block.end)):
            for begin, stop in _uncovered(covered, start, end):
                words = draft.text[begin:stop]
                if words.strip():
                    draft.fact("remark", " ".join(words.split()), begin, stop)


def _uncovered(covered: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    position = start
    while position < end:
        begin = covered.find(0, position, end)
        if begin < 0:
            break
        stop = covered.find(1, begin, end)
        position = end if stop < 0 else stop
        found.append((begin, position))
    return found


def _anchor_moved_spans(draft: Draft) -> None:
    """See that each moved element is to stand in a block of the text and not inside itself."""
    homes = [block for block in draft.blocks if block.role not in _NO_PLACE]
    settled: list[Span] = []
    for span in draft.spans:
        if span.move_to is not None:
            place = _place_for(homes, span)
            span = span if place == span.move_to else _moved(draft, span, place)
        settled.append(span)
    draft.spans[:] = settled


def _place_for(homes: list[Block], span: Span) -> int | None:
    """Return the offset for a moved span: as wished if in a block of the text, else the end of the block before."""
    wished = span.move_to or 0
    index = bisect_right(homes, wished, key=lambda block: block.start) - 1
    candidates = [homes[index]] if index >= 0 else homes[:1]
    for block in candidates:
        place = min(max(wished, block.start), block.end)
        if not span.start < place < span.end:
            return place
    return None


def _moved(draft: Draft, span: Span, place: int | None) -> Span:
    draft.doubt("D010", span.start, "the place this note belongs to was not found", "move it to its mark")
    return replace(span, move_to=place)


def _keep_bodies_without_note(draft: Draft) -> None:
    """Make paragraphs of blocks that were to be moved where no moved span covers their words."""
    moved = sorted((span.start, span.end) for span in draft.spans if span.move_to is not None)
    for block in draft.blocks:
        if block.role is not Role.NOTE_BODY:
            continue
        position = block.start
        for start, end in moved[_first_touching(moved, block.start) :]:
            if start >= block.end or _has_words(draft, position, min(start, block.end)):
                break
            position = max(position, end)
        if _has_words(draft, position, block.end):
            block.role = Role.PARAGRAPH


def _first_touching(moved: list[tuple[int, int]], offset: int) -> int:
    return max(0, bisect_right(moved, (offset, len(moved) and 1 << 60)) - 1)


def _void_emptied_blocks(draft: Draft) -> None:
    """Make no paragraph of a block whose characters are all signs or stand elsewhere.

    A gap alone is a paragraph, and so is a sign in whose place a word stands.
    """
    points = sorted(
        [point.offset for point in draft.points] + [sign.start for sign in draft.signs if sign.text.strip()]
    )
    moved = bytearray(len(draft.text))
    for span in draft.spans:
        if span.move_to is not None:
            moved[span.start : span.end] = b"\x01" * (span.end - span.start)
    for block in draft.blocks:
        holds_point = bisect_left(points, block.start) < bisect_right(points, block.end)
        if block.role in {None, Role.PARAGRAPH} and not block.tag and not holds_point:
            stretches = draft.unsigned(block.start, block.end)
            rest = (part for stretch in stretches for part in _uncovered(moved, *stretch))
            if not any(draft.text[start:end].strip() for start, end in rest):
                block.role = Role.VOID


def _part_from_notes(draft: Draft) -> None:
    """See that no block goes on from one that is wholly a note or a rule, nor the first from nothing."""
    before: Role | None = Role.NOTE
    for block in draft.blocks:
        if block.role in _NO_PLACE:
            continue
        if before in {Role.NOTE, Role.MILESTONE} and block.role not in {Role.NOTE, Role.MILESTONE}:
            block.joined = False
        before = before if block.joined else block.role


def _has_words(draft: Draft, start: int, end: int) -> bool:
    return any(draft.text[begin:stop].strip() for begin, stop in draft.unsigned(start, max(start, end)))
