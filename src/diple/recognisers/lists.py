"""Recognise lists and numbered paragraphs by their markers in sequence (TEI 3.8); the markers become ``@n``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mean

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.markers import BULLETS, Marker, markers_of
from diple.recognisers.sublists import levels_of_bullets, nest

_INSIDE = frozenset({Role.VOID, Role.NOTE_BODY, Role.META, Role.NOTE})
_PARAGRAPHS_IN_ITEM = 2
"""How many unmarked paragraphs may stand between one item and the next and still belong to the first."""
_LONG = 200
"""From how many characters on an item is a paragraph rather than an entry of a list."""
_SHORT = 80
_SENTENCE = 60
_NEXT_SENTENCE = re.compile(r"[.!?][”\"’)]*\s+[A-Z“\"(\[]")
_LEFT_OUT = re.compile(
    r"\[[^\[\]]*\b(?:declassified|omitted|withheld|missing|deleted|excised|redacted)\b[^\[\]]*\]", re.I
)
_MOST_SKIPPED = 12
_LOOSE_START = 3
"""How many items in sequence it takes to believe a list that does not begin with its first number."""
_NAME = re.compile(r"[A-Z]\.|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:[,;]|$)")
_HEAD_STYLES = frozenset({"1.", "A.", "I)"})
"""Styles in which sections may be numbered, their heads parted by the sections' texts."""


@dataclass(slots=True, eq=False)
class Item:
    """A block with its marker, and the unmarked paragraphs between it and the next item.

    ``is_last`` says that an item of a list around this one follows, ``between`` how many blocks stand before the next,
    ``heads`` how many heads stand above it.
    """

    block: Block
    marker: Marker
    rest: list[Block] = field(default_factory=list)
    is_last: bool = False
    between: int = 0
    heads: int = 0

    @property
    def length(self) -> int:
        """The number of the item's characters."""
        return self.block.end - self.block.start


def recognise(draft: Draft) -> None:
    """Give items and numbered paragraphs their roles; what stands between two items of a list joins the first."""
    _join_lone_markers(draft)
    lists: list[list[Block]] = []
    runs = _runs(draft)
    _look_between(runs)
    for run in runs:
        for items in _parts(run):
            if not _is_believed(draft, items):
                continue
            role = Role.PARAGRAPH if _is_numbered_paragraphs(draft, items) else Role.ITEM
            for item in items:
                _claim(draft, item, role)
            for item in items[:-1] if role is Role.ITEM else []:
                _claim_paragraphs(draft, item)
            if role is Role.ITEM:
                lists.append([item.block for item in items if item.block.role is Role.ITEM])
    nest(draft, lists)


_LONE = re.compile(r"[•·▪◦●‣○■□](?:\s*(?:\d{1,3}|[a-z])\.)?")
"""A marker that stands alone, its item's words below it: "• 1."."""
_ASKED = re.compile(r"\?[”\"’)]*\s*[-–—]+\s*\S")
"""Where a question ends and its answer begins, in one paragraph."""


def _join_lone_markers(draft: Draft) -> None:
    """Let a bullet that stands alone, with or without a number, open the paragraph below it."""
    found = [
        (before, after)
        for before, after in pairwise(draft.blocks)
        if before.role is None and after.role is None and not after.joined
        and _LONE.fullmatch(draft.text, before.start, before.end)
        and not _LONE.fullmatch(draft.text, after.start, after.end)
    ]  # fmt: skip
    for before, after in found if len(found) > 1 else []:
        before.end = after.end
        draft.blocks.remove(after)


def _runs(draft: Draft) -> list[list[Item]]:
    """Return the sequences of items of one style that count on, with what stands between their items."""
    runs: list[list[Item]] = []
    last: dict[str, Item] = {}
    outer: dict[str, Item] = {}
    owner: dict[int, list[Item]] = {}
    heads = 0
    levels = levels_of_bullets(draft)
    for block in draft.blocks:
        if block.role is not None and block.role not in _INSIDE:
            last = {style: item for style, item in last.items() if style in _ACROSS_HEADS and block.role in _HEADS}
            heads += block.role in _HEADS
        if block.role is not None or block.joined:
            continue
        extended = False
        for marker in _likeliest(last, list(markers_of(draft, block))):
            item = Item(block, marker, heads=heads)
            key = levels.get(block.start, "") + marker.style
            before = last.get(key)
            if before and _goes_on_outside(outer.get(key), before, item, owner):
                before = outer[key]
            if before is not None and (marker.follows(before.marker) or _skips(draft, before, item)):
                run = owner[id(before)]
                extended = True
            elif not extended:
                run = []
                runs.append(run)
                outer |= {key: before} if before else {}
            else:
                continue
            run.append(item)
            owner[id(item)] = run
            last[key] = item
        _note_rest(last, block)
    return runs


def _goes_on_outside(outer: Item | None, before: Item, item: Item, owner: dict[int, list[Item]]) -> bool:
    """Tell whether an item goes on with paragraphs numbered through the sections, not with the list in the last one."""
    if outer is None or not item.marker.follows(outer.marker) or item.heads == before.heads:
        return False
    around, inner = owner[id(outer)], owner[id(before)]
    return around[0].heads < outer.heads and inner[0].heads == before.heads


def _look_between(runs: list[list[Item]]) -> None:
    """Leave the items of other lists out of what stands between two items; say where a list around them goes on."""
    counted = [run for run in runs if len(run) > 1]
    of_lists = {id(item.block) for run in counted for item in run}
    opened: dict[int, int] = {}
    for run in counted:
        first = run[0].block.start
        for before, item in zip([run[0], *run], run, strict=False):
            if item.marker.style in BULLETS and any(id(block) not in of_lists for block in before.rest):
                first = item.block.start
            opened.setdefault(id(item.block), first)
    for item in (item for run in runs for item in run):
        first = opened.get(id(item.block), item.block.start)
        item.is_last = any(opened.get(id(block), first) < first for block in item.rest)
        item.between = len(item.rest)
        item.rest = [block for block in item.rest if id(block) not in of_lists]


def _likeliest(last: dict[str, Item], markers: list[Marker]) -> list[Marker]:
    """Return of the markers that a block may begin with those that count on, else those that begin, else all."""
    follows = [marker for marker in markers if marker.style in last and marker.follows(last[marker.style].marker)]
    return follows or [marker for marker in markers if marker.value == 1] or markers


def _skips(draft: Draft, before: Item, item: Item) -> bool:
    """Tell whether numbers are left out between two items because their paragraphs are not in the copy."""
    between = item.marker.value - before.marker.value
    return 1 < between <= _MOST_SKIPPED and bool(_LEFT_OUT.search(draft.text, before.marker.end, item.block.start))


_HEADS = frozenset({Role.HEAD, Role.SECTION})
_ACROSS_HEADS = frozenset({"1.", "1)"})
"""Styles whose numbers may count on through the sections of a document, as numbered paragraphs do."""


def _note_rest(last: dict[str, Item], block: Block) -> None:
    for style, item in list(last.items()):
        if item.block is not block:
            item.rest.append(block)
            if len(item.rest) > 40:
                del last[style]


def _parts(run: list[Item]) -> Iterator[list[Item]]:
    """Divide a run where too much stands between two items for one list, unless its paragraphs are numbered."""
    if len(run) < 2 and run[0].marker.style != "•":
        return
    if run[0].marker.style in _ACROSS_HEADS and any(item.rest for item in run[:-1]):
        yield run
        return
    part = [run[0]]
    for before, item in pairwise(run):
        allowed = 0 if item.marker.style in BULLETS else _PARAGRAPHS_IN_ITEM
        if len(before.rest) > allowed or (before.is_last and item.marker.style in BULLETS):
            yield part
            part = []
        part.append(item)
    yield part


def _is_believed(draft: Draft, items: list[Item]) -> bool:
    first = items[0].marker
    if len(items) == 1 and first.style == "•" and first.value == 0:
        return True
    if len(items) < 2 or (first.value > 1 and len(items) < _LOOSE_START and not _goes_on_from_text(draft, items)):
        return False
    if first.style == "A." and any(_NAME.match(draft.text, item.marker.end, item.block.end) for item in items):
        return False
    if first.style in {"–", "--"} and any("?" in draft.text_of(item.block) for item in items):
        return False  # dashes before the words of a dialogue
    announced = _is_announced(draft, items[0].block) and not all(item.rest for item in items[:-1])
    parted = any(item.rest for item in items[:-1]) and not announced
    return not (parted and first.style in _HEAD_STYLES and mean(item.length for item in items) < _SHORT)


def _goes_on_from_text(draft: Draft, items: list[Item]) -> bool:
    """Tell whether paragraphs are numbered from 2 on, the first one having no number."""
    first = items[0]
    if first.marker.style not in _ACROSS_HEADS or first.marker.value != 2:
        return False
    return _are_long(draft, items) or mean(item.length for item in items) >= _SENTENCE


def _are_long(draft: Draft, items: list[Item]) -> bool:
    """Tell whether items are paragraphs rather than entries: long, or several sentences each."""
    told = [item for item in items if not _LEFT_OUT.fullmatch(draft.text, item.marker.end, item.block.end)]
    several = sum(
        bool(_NEXT_SENTENCE.search(draft.text_of(item.block), item.marker.end - item.block.start)) for item in told
    )
    length = mean(item.length for item in told or items)
    if length >= _SENTENCE and 2 * several >= len(told) and all(draft.text_of(item.block).isupper() for item in told):
        return True  # paragraphs of a cable
    return length >= _LONG or (length >= _LONG / 2 and 2 * several > len(told))


def _is_numbered_paragraphs(draft: Draft, items: list[Item]) -> bool:
    """Tell whether numbers count the paragraphs of a document: long ones, not announced by a colon."""
    if items[0].marker.style not in _ACROSS_HEADS:
        return False
    if any(len(item.rest) > _PARAGRAPHS_IN_ITEM for item in items[:-1]) or _are_under_heads(draft, items):
        return True
    if _is_announced(draft, items[0].block) or _are_clauses(draft, items):
        return False
    if any(item.rest and item.between > _PARAGRAPHS_IN_ITEM for item in items[:-1]):
        return True
    if 2 * sum(bool(_ASKED.search(draft.text_of(item.block))) for item in items) > len(items):
        return True
    return _are_long(draft, items) or _goes_on_from_text(draft, items) or _make_up_text(draft, items)


def _make_up_text(draft: Draft, items: list[Item]) -> bool:
    """Tell whether items begin the text, right below its head, and many of them are sentences: those of a cable."""
    place = bisect_left(draft.blocks, items[0].block.start, key=lambda block: block.start)
    above = [block for block in draft.blocks[max(0, place - _MOST_ABOVE) : place] if block.role not in _INSIDE]
    if items[0].marker.n != "1" or not above or above[-1].role is not Role.OPENER or len(items) <= _LOOSE_START:
        return False
    texts = [draft.text_of(item.block)[item.marker.end - item.block.start :].strip() for item in items]
    said = sum(len(text.split()) >= _SENTENCE_WORDS and text[-1] in '.!?:”"' for text in texts)
    several = sum(_NEXT_SENTENCE.search(text) is not None for text in texts)
    share = 2 if all(text.isupper() for text in texts) else 1
    return share * said >= len(items) and 3 * several >= len(items)


_MOST_ABOVE, _SENTENCE_WORDS = 6, 6
"""The blocks above a list among which its head stands, and the words of a sentence."""


def _are_clauses(draft: Draft, items: list[Item]) -> bool:
    """Tell whether items go on with the sentence above them, each with a small letter."""
    return all(draft.text[item.marker.end : item.marker.end + 1].islower() for item in items)


def _are_under_heads(draft: Draft, items: list[Item]) -> bool:
    """Tell whether a head stands between each item and the next, as over the minutes of a cabinet."""
    return all(
        any(block.role in _HEADS for block in _blocks_between(draft, before.block, item.block))
        for before, item in pairwise(items)
    )


def _blocks_between(draft: Draft, first: Block, last: Block) -> Iterator[Block]:
    """Yield the blocks from one to before another."""
    index = bisect_left(draft.blocks, first.start, key=lambda block: block.start)
    while index < len(draft.blocks) and draft.blocks[index].start < last.start:
        yield draft.blocks[index]
        index += 1


def _is_announced(draft: Draft, block: Block) -> bool:
    """Tell whether the text before a block ends with a colon."""
    return draft.text[max(0, block.start - 40) : block.start].rstrip().endswith(":")


def _claim(draft: Draft, item: Item, role: Role) -> None:
    marker = item.marker
    group = ("bulleted" if marker.style in BULLETS else "ordered") if role is Role.ITEM else ""
    attrs = {"n": marker.n} if marker.n else {}
    if draft.give_role(item.block, role, group=group, attrs=attrs, why=f"marker {marker.style} in sequence"):
        for start, end in draft.unsigned(item.block.start, marker.end):
            draft.sign(start, end, why="marker of an item")


def _claim_paragraphs(draft: Draft, item: Item) -> None:
    """Let the unmarked paragraphs between two items be paragraphs of the first, unless a list stands before them."""
    if not item.rest or any(block.role or any(markers_of(draft, block)) for block in item.rest):
        return
    between = _blocks_between(draft, item.block, item.rest[-1])
    if any(block.role is Role.ITEM and block is not item.block for block in between):
        return
    draft.span(item.block.start, item.block.end, "p", rank=10)
    for block in item.rest:
        block.joined, block.join_text = True, ""
        draft.span(block.start, block.end, "p", rank=10)
