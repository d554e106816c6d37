"""Contents above minutes and reports: what is dealt with and on which page, under a heading (TEI 3.8)."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.source import LINE_END

_NEAR, _LONGEST, _WIDEST = 60, 8000, 160
"""The blocks above which contents begin, and the most characters of them and of a line."""
_LABEL = re.compile(
    r"(?:TABLE OF )?CONTENTS|(?:Table of )?Contents|C O N T E N T S|INDEX|"
    r"(?:PROVISIONAL |Provisional )?(?:AGENDA|Agenda)|(?:ORDER OF BUSINESS|Order of [Bb]usiness)|"
    r"(?i:ordre du jour(?: provisoire)?|tagesordnung|orden del d[ií]a(?: provisional)?)"
)
_COLUMNS = re.compile(
    r"(?:(?:(?:minute|item|conclusion|paper)s?|nos?|number|subject|title|page|para(?:graph)?s?|reference|serial)\.?\s*){2,6}",
    re.I,
)
"""The names of the columns: "Minute No.     Subject     Page"."""
_ROW = re.compile(
    r"(?:(?P<n>\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]?)\s+)?(?P<title>[^\W\d_][^\n]*?)"
    r"(?P<leader>\s*(?:\.\s?){3,}\s*|\s*(?:…\s?)+\s*|\s{3,}|\s*\t\s*)(?P<page>\d{1,4}|[ivxl]{1,6})"
)
"""An entry with its page."""
_WITHOUT_PAGE = re.compile(r"\(?\d{1,2}[.)]?\s{2,}(?P<title>[^\W\d_].{2,})")
"""An entry whose parts have pages."""
_FEWEST = 2
"""The entries with pages, in number, that prove contents."""


_TWICE = 2
"""How often a line of an agenda stands in a document: among the others, and over what is said of it."""


class _Row(NamedTuple):
    start: int
    end: int
    has_page: bool


def recognise(draft: Draft) -> None:
    """Make a list of the contents near the head of a document; each line is an item, the dots before a page signs."""
    for place, block in enumerate(draft.blocks[:_NEAR]):
        if block.role is None and not block.heading and _label_end(draft, block):
            _take(draft, place, block)
            return


def _label_end(draft: Draft, block: Block) -> int:
    """Return the end of the heading of contents that is the first line of a block, or 0."""
    match = _LABEL.match(draft.text, block.start, block.end)
    if match is None:
        return 0
    rest = draft.lined[match.end() : block.end].partition("\n")[0]
    return match.end() if not rest.strip(" .:") else 0


def _take(draft: Draft, place: int, block: Block) -> None:
    if announced := _announced(draft, place):
        draft.give_role(block, Role.ITEM, tag="head", group="agenda", why="over an agenda")
        for part in announced:
            draft.give_role(part, Role.ITEM, group="agenda", why="stands again as a title")
        return
    rows: list[_Row] = []
    head_end = draft.lined.find("\n", block.start, block.end)
    if head_end >= 0:
        rows += _rows(draft, head_end + 1, block.end) or []
    for number in range(place + 1, len(draft.blocks)) if head_end < 0 or rows else ():
        following = draft.blocks[number]
        found = _rows(draft, following.start - following.indent, following.end) if following.role is None else []
        found = found or _row_above(draft, number)
        if not found:
            break
        rows += found
    last = next((row for row in reversed(rows) if row.has_page), None)
    while (
        rows and not rows[-1].has_page and (_indent(draft, rows[-1]) == 0 or not _are_together(draft, last, rows[-1]))
    ):
        rows.pop()
    if sum(row.has_page for row in rows) < _FEWEST or _are_of_table(draft, rows):
        return
    starts = [row.start for row in rows]
    for part in _parts(draft, place, rows[-1].end, starts):
        tag = "" if part.start in starts else "head"
        if part.role is None and draft.give_role(part, Role.ITEM, tag=tag, group="agenda", why="a line of contents"):
            part.blank_before = max(part.blank_before, 1)
    for row in rows:
        _sign_leader(draft, row)


def _announced(draft: Draft, place: int) -> list[Block]:
    """Return the short blocks right below the heading of an agenda that stand once again, further down."""
    words = [_words(draft, block) for block in draft.blocks]
    often = Counter(words)
    last = {text: number for number, text in enumerate(words) if text}
    run = list(takewhile(lambda number: often[words[number]] == _TWICE, range(place + 1, len(words))))
    return [draft.blocks[number] for number in run if last[words[number]] > run[-1]]


def _words(draft: Draft, block: Block) -> str:
    """Return the words of a short block that nothing has claimed and no number or bullet leads, else nothing."""
    text = draft.text_of(block) if block.role is None and block.end - block.start <= 2 * _WIDEST else ""
    return " ".join(text.split()).rstrip(" .:") if text[:1].isalpha() else ""


def _are_together(draft: Draft, one: _Row | None, other: _Row) -> bool:
    """Tell whether two rows stand in one block."""
    return one is not None and draft.block_at(one.start) is draft.block_at(other.start)


def _are_of_table(draft: Draft, rows: list[_Row]) -> bool:
    """Tell whether dots lead to the page in each line, which makes a table of them."""
    return len(rows) > _FEWEST and all(
        (match := _ROW.fullmatch(draft.lined, row.start, row.end)) is not None and not match["leader"].isspace()
        for row in rows
    )


def _parts(draft: Draft, place: int, end: int, starts: list[int]) -> list[Block]:
    """Return the blocks of the contents, divided at their lines."""
    blocks = [block for block in draft.blocks[place:] if block.start < end]
    return [part for block in blocks for part in draft.split_block(block, *starts, end)]


def _rows(draft: Draft, start: int, end: int) -> list[_Row]:
    """Return the lines between two offsets if each may be one of contents, else none."""
    if end - start > _LONGEST:
        return []
    rows: list[_Row] = []
    bounds = [match.span() for match in LINE_END.finditer(draft.lined, start, end)]
    lines = list(zip([start, *(stop for _, stop in bounds)], [*(begin for begin, _ in bounds), end], strict=True))
    for number, (first, last) in enumerate(lines):
        line = draft.lined[first:last]
        words = line.strip()
        if not words:
            continue
        indent = len(line) - len(line.lstrip())
        row = _Row(first + indent, first + len(line.rstrip()), _ROW.fullmatch(words) is not None)
        is_part = indent > 1 and len(words) < _WIDEST and not words.endswith(".") | words[:1].islower()
        is_part = is_part or (indent > 1 and len(words.split()) < _SHORT)
        is_part = is_part or any(_goes_on(draft.lined[slice(*bounds)]) for bounds in lines[number + 1 : number + 2])
        if not (row.has_page or is_part or _COLUMNS.fullmatch(words) or _WITHOUT_PAGE.fullmatch(words)):
            return []
        rows.append(row)
    return rows


def _goes_on(line: str) -> bool:
    """Tell whether a line is indented and has a page, and so goes on with the entry of the line above it."""
    return line[:_INDENTED].isspace() and _ROW.fullmatch(line.strip()) is not None


def _row_above(draft: Draft, place: int) -> list[_Row]:
    """Return a block as the first line of an entry, if the next one is indented and begins with a line with a page."""
    block, *rest = draft.blocks[place : place + 2]
    if not rest or rest[0].indent < _INDENTED or block.role is not None or block.end - block.start > _WIDEST:
        return []
    words = draft.lined[rest[0].start : rest[0].end].partition("\n")[0].strip()
    is_line = "\n" not in draft.lined[block.start : block.end].strip()
    return [_Row(block.start, block.end, has_page=False)] if is_line and _ROW.fullmatch(words) else []


_INDENTED = 2
"""The spaces, in number, before a line that goes on with the one above it."""
_SHORT = 8
"""The words of a line under an entry, if a full stop ends it."""


def _indent(draft: Draft, row: _Row) -> int:
    return row.start - (draft.lined.rfind("\n", 0, row.start) + 1)


def _sign_leader(draft: Draft, row: _Row) -> None:
    """Let a space stand for the dots or the gap between an entry and its page."""
    match = _ROW.fullmatch(draft.lined, row.start, row.end)
    if match is not None:
        draft.sign(*match.span("leader"), " ", why="dots before a page")
