"""The lines at head and foot that no rule claimed, taken for what they were learned to be (TEI 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.foot import give_foot
from diple.recognisers.frame.footproof import FootLine
from diple.recognisers.frame.head import HeadRoles
from diple.recognisers.frame.headlines import Kind
from diple.recognisers.frame.likely import Likely
from diple.recognisers.frame.likely.kinds import TEXT, heads_text, kind_in_foot, kind_in_head
from diple.recognisers.frame.lines import OUTSIDE, Line, give, is_prose, lines_of
from diple.recognisers.frame.reading import Reading

_CERTAIN = 0.9
"""How likely a kind must be to count without a rule."""
_PROBABLY = 0.5
"""How likely a line must be of the text to end a head or foot."""
_FAIRLY = 0.75
"""How likely a line between paragraphs must be a heading to be taken for one."""
_SAID = frozenset({None, Role.PARAGRAPH, Role.SPEECH, Role.ITEM})
_LONGEST_QUOTED = 60
"""The characters of a line that a doubt on it quotes."""
_PASSED = OUTSIDE | {Role.NOTE, Role.MILESTONE, Role.OPENER, Role.HEAD, Role.CLOSER, Role.POSTSCRIPT}
_SIGNED = frozenset({"weak-name", "office", "formula", "date"})


def recognise_likely(draft: Draft) -> None:
    """Give the lines above the first text of a document, and those below the last, that nobody claimed their roles."""
    for document in draft.likely:
        roles = HeadRoles(draft, Reading())
        for block in list(_open_blocks(draft, document)):
            kinds = [Kind(kind_in_head(draft, line, _CERTAIN), line) for line in lines_of(draft, block)]
            if kinds and all(kind.name for kind in kinds):
                _doubt(draft, kinds[0].line, "head")
                roles.apply(block, kinds)
        foot: list[FootLine] = []
        for block in list(_open_blocks(draft, reversed(document))):
            lines = [FootLine(kind_in_foot(draft, line, _CERTAIN), line) for line in lines_of(draft, block)]
            if not lines or not all(line.kind for line in lines):
                break
            foot[:0] = lines
        if {line.kind for line in foot} & _SIGNED:
            _doubt(draft, foot[0].line, "foot")
            give_foot(draft, foot)
        _take_headings(draft, document)


def _take_headings(draft: Draft, document: list[Likely]) -> None:
    """Give lines amid the text, below a paragraph and over another, that are most likely headings that role."""
    blocks = [block for one in document if (block := draft.block_at(one.unit.start)) is not None]
    for above, (one, block), below in zip(blocks, zip(document[1:], blocks[1:], strict=True), blocks[2:], strict=False):
        is_unclaimed = block.role is None and not block.joined and block.start == one.unit.start
        if not is_unclaimed or one.kind != "section" or one.cert < _FAIRLY or block in (above, below):
            continue
        stands_over = below.role is Role.SPEECH or (below.role is None and is_prose(draft.clean_block(below)))
        if stands_over and above.role in _SAID and heads_text(draft.clean_block(block)):
            line = lines_of(draft, block)[0]
            if give(draft, block, Role.SECTION, why="a heading by its form and place"):
                _doubt(draft, line, "text", "heading")


def _doubt(draft: Draft, line: Line, place: str, what: str = "line") -> None:
    words = line.text if len(line.text) <= _LONGEST_QUOTED else f"{line.text[:_LONGEST_QUOTED]}…"
    message = f"“{words}” was taken for a {what} of the {place} by its form and place"
    draft.doubt("D305", line.start, message, "see whether it is what the element says")


def _open_blocks(draft: Draft, document: Iterable[Likely]) -> Iterator[Block]:
    """Yield the blocks without a role from one end of a document to its text."""
    before: Block | None = None
    for one in document:
        block = draft.block_at(one.unit.start)
        if block is None or block is before:
            continue
        before = block
        if block.role in _PASSED:
            continue
        if block.role is not None or block.joined or (one.kind in TEXT and one.cert >= _PROBABLY):
            return
        yield block
