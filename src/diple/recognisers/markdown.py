"""Recognise Markdown signs, by a CommonMark parser: headings, emphasis, deletions, links, escapes, quoted blocks.

Footnote marks and list markers are left to their own recognisers.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.inline import Inline, inline_tokens
from diple.recognisers.tables import claim_table

_HEADING = re.compile(r"(?P<open>#{1,6})(?:[ \t]+|$)(?P<words>.*?)(?P<close>[ \t]+#+)?[ \t]*$")
_QUOTED_LINE = re.compile(r"(?:(?:\r\n|\n|\r)[ \t]*>[ \t]*\Z)|^[ \t]*>[ \t]?", re.M)
_EMPTY_QUOTED_LINE = re.compile(r"^[ \t]*>[ \t]*(?:\r\n|\n|\r)", re.M)
_NOTE_LINK = re.compile(r"\[(?:\\?\[|<sup>)?\^?(?:\w{1,3}|\*{1,4}|[†‡§])(?:\\?\]|</sup>)?\]\((?:#[^)]*)?\)")
_NOTE_SUP = re.compile(r"<sup>\s*(?:\[?\\?\[?)?(?:\w{1,2}|\*+|[†‡§])(?:\\?\]\]?)?(?:\([^)]*\))?\s*</sup>")
_ORDINAL = re.compile(r"<sup>\s*(?:st|nd|rd|th)\s*</sup>")
_LABEL = re.compile(r"[^\n]{1,60}:\s*$")
_LINK_TARGET = re.compile(r"[<\s]*(?P<url>[^\s<>\"']*)")


class Rendition(NamedTuple):
    """The element for a pair of Markdown signs or inline HTML tags."""

    tag: str
    rend: str


RENDITIONS = {
    "em": Rendition("hi", "italic"),
    "strong": Rendition("hi", "bold"),
    "s": Rendition("del", "strikethrough"),
    "i": Rendition("hi", "italic"),
    "b": Rendition("hi", "bold"),
    "u": Rendition("hi", "underline"),
    "ins": Rendition("hi", "underline"),
    "del": Rendition("del", "strikethrough"),
    "strike": Rendition("del", "strikethrough"),
    "sup": Rendition("hi", "superscript"),
    "sub": Rendition("hi", "subscript"),
}
"""What each pair of signs, and each pair of HTML tags, becomes (TEI 3.3.2.2 and 3.5.3)."""


def recognise(draft: Draft) -> None:
    """Consume Markdown signs and mark up what they say; does nothing for plain text."""
    _drop_comments(draft)
    if draft.source.markup != "markdown":
        return
    _claim_quoted_blocks(draft)
    _claim_bold_headings(draft)
    for block in draft.blocks:
        _claim_heading(draft, block)
        claim_table(draft, block)
        _claim_inline(draft, block)


_COMMENT = re.compile(r"<!--(?:(?!-->).){0,5000}-->", re.S)


def _drop_comments(draft: Draft) -> None:
    """Drop comments of the file, which are no words of the document: "<!-- checked against the copy -->"."""
    for block in draft.blocks:
        for match in _COMMENT.finditer(draft.text, block.start, block.end):
            draft.drop(*match.span(), "a comment in the markup of the file")
            if not (draft.text[block.start : match.start()] + draft.text[match.end() : block.end]).strip():
                draft.give_role(block, Role.META, why="a comment of the file")


def _claim_heading(draft: Draft, block: Block) -> None:
    match = _HEADING.match(draft.text, block.start, block.end)
    if match is None or match.end() != block.end:
        return
    block.heading = len(match["open"])
    draft.sign(block.start, match.start("words"), why="Markdown heading")
    draft.sign(match.end("words"), block.end, why="Markdown heading")


_BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^*_\n]{3,110}[^*_\n.,;:!?])(?P=sign)")
_PROSE = 80
"""From how many characters on a block is running prose."""
_BOLD_LEVEL = 4


def _claim_bold_headings(draft: Draft) -> None:
    """Make headings of lines that are bold as a whole, between paragraphs; labels of turns would come back."""
    found = [
        (match, block, below)
        for block, below in pairwise(draft.blocks)
        if (match := _BOLD.fullmatch(draft.text, block.start, block.end)) and below.blank_before
    ]
    prose = next((block.start for block in draft.blocks if block.end - block.start >= _PROSE), len(draft.text))
    if len({match["words"].casefold() for match, _, _ in found}) < len(found):
        return
    for match, block, below in found:
        if block.start > prose and not _BOLD.fullmatch(draft.text, below.start, below.end):
            block.heading = _BOLD_LEVEL
            draft.sign(block.start, match.start("words"), why="heading in bold")
            draft.sign(match.end("words"), block.end, why="heading in bold")


# ---- quoted blocks


def _claim_quoted_blocks(draft: Draft) -> None:
    """Consume the signs of quoted blocks and put a ``quote`` around each run of them (TEI 3.3.3)."""
    run: list[Block] = []
    for block in list(draft.blocks):
        if draft.text.startswith(">", block.start):
            run += _claim_quoted(draft, block)
            continue
        if run:
            draft.wrap(run[0], run[-1], "quote")
        run = []
    if run:
        draft.wrap(run[0], run[-1], "quote")


def _claim_quoted(draft: Draft, block: Block) -> list[Block]:
    """Part a quoted block at its empty lines and consume the sign before each line."""
    offsets = [match.end() for match in _EMPTY_QUOTED_LINE.finditer(draft.text, block.start, block.end)]
    parts = draft.split_block(block, *offsets) if offsets else [block]
    for part in parts:
        for match in _QUOTED_LINE.finditer(draft.text, part.start, part.end):
            draft.sign(match.start(), match.end(), why="Markdown quotation")
    return parts


# ---- within a line


def _claim_inline(draft: Draft, block: Block) -> None:
    """Mark up emphasis, deletions, links and line breaks in a block, and consume escapes and entities."""
    if not any(sign in draft.text[block.start : block.end] for sign in "*_~\\<&[`"):
        return
    reserved = _reserved(draft, block)
    open_tags: list[tuple[str, Inline]] = []
    for token in inline_tokens(draft.text[block.start : block.end], block.start):
        if not reserved.is_free(token.start, token.end):
            continue
        match token.kind:
            case "escape":
                draft.sign(token.start, token.start + 1, why="Markdown escape")
            case "entity":
                draft.sign(token.start, token.end, token.content, why="Markdown entity")
            case "open" | "html_open":
                open_tags.append((token.content, token))
            case "close" | "html_close":
                _close(draft, block, open_tags, token)
            case "link":
                _claim_link(draft, token)
            case "break":
                draft.sign(token.start, token.end, why="line break")
                draft.point(token.end, "lb")
    _claim_around_brackets(draft, block)


_AROUND_BRACKET = re.compile(r"(?<![*_\\])(?P<open>\*{1,2}|_{1,2})[\[\]()](?P<close>(?P=open))(?![*_])")
"""Emphasis of a bracket alone, which CommonMark does not see beside a letter: "*[stamp:* PAID*]*"."""


def _claim_around_brackets(draft: Draft, block: Block) -> None:
    for match in _AROUND_BRACKET.finditer(draft.text, block.start, block.end):
        if not draft.is_signed(*match.span("open")) and not draft.is_signed(*match.span("close")):
            draft.sign(*match.span("open"), why="Markdown emphasis")
            draft.sign(*match.span("close"), why="Markdown emphasis")


class _Reserved:
    """Stretches of a block that belong to footnote marks and are left alone."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts = sorted(start for start, _ in stretches)
        self._ends = list(accumulate((end for _, end in sorted(stretches)), max))

    def is_free(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end) - 1
        return before < 0 or self._ends[before] <= start


def _reserved(draft: Draft, block: Block) -> _Reserved:
    found = [match.span() for match in _NOTE_LINK.finditer(draft.text, block.start, block.end)]
    raised = _NOTE_SUP.finditer(draft.text, block.start, block.end)
    return _Reserved(found + [match.span() for match in raised if not _ORDINAL.fullmatch(match.group())])


def _close(draft: Draft, block: Block, open_tags: list[tuple[str, Inline]], token: Inline) -> None:
    """Close the nearest sign or tag of this name; those opened after it and never closed stay text."""
    names = [name for name, _ in open_tags]
    if token.content not in names or token.content not in RENDITIONS:
        return
    number = len(names) - 1 - names[::-1].index(token.content)
    _, opening = open_tags[number]
    del open_tags[number:]
    draft.sign(opening.start, opening.end, why=f"Markdown {token.content}")
    draft.sign(token.start, token.end, why=f"Markdown {token.content}")
    rendition = RENDITIONS[token.content]
    if opening.end < token.start and not _is_label_or_head(draft, block, opening, token):
        draft.span(opening.end, token.start, rendition.tag, {"rend": rendition.rend}, rank=60)


def _is_label_or_head(draft: Draft, block: Block, opening: Inline, token: Inline) -> bool:
    """Tell whether emphasis only sets off a whole heading, a bracket or a turn's label, which TEI marks as such."""
    if block.heading and not draft.text[block.start : opening.start].strip("#* \t_"):
        return not draft.text[token.end : block.end].strip("#* \t_")
    if draft.text[max(0, opening.start - 1) : opening.start] == "[" and draft.text[token.end : token.end + 1] == "]":
        return True
    starts = not draft.text[block.start : opening.start].strip("*_ ")
    words = draft.text[opening.end : token.start]
    return starts and bool(_LABEL.fullmatch(words) or draft.text[token.end : token.end + 1] == ":")


def _claim_link(draft: Draft, token: Inline) -> None:
    """Make a link a ``ref`` with its target (TEI 3.7); the words stay, an automatic link's address too.

    One to a place of its page ("#main") leads nowhere from here, and only its words stay.
    """
    text, start, end = draft.text, token.start, token.end
    if text.startswith("<", start):
        draft.sign_around(start, end, start + 1, end - 1, why="automatic link")
        draft.span(start + 1, end - 1, "ref", {"target": token.content}, rank=60)
        return
    label_end = text.rfind("](", start, end)
    match = _LINK_TARGET.match(text, label_end + 2, end)
    if label_end < 0 or match is None or text.startswith("!", start):
        return
    draft.sign_around(start, end, start + 1, label_end, why="Markdown link")
    if match["url"].rstrip(")") and not match["url"].startswith("#"):
        draft.span(start + 1, label_end, "ref", {"target": match["url"].rstrip(")")}, rank=60)
