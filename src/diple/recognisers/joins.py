"""Recognise paragraphs and words that a page end, a line end or a stray blank line cuts, and join their parts.

A page end within a word is ``pb`` with ``@break="no"``, its hyphen told by ``@rend`` (TEI 3.11.3).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Point, Role
from diple.pagelines import CABLE_PAGE, NUMBER_OF_PAGE
from diple.recognisers.frame.conventions import SALUTATION
from diple.recognisers.frame.tokens import tokens_of
from diple.recognisers.hyphens import Words
from diple.recognisers.participants.titles import IS_TITLE
from diple.recognisers.prose import Ending, Opening, Seam, opening, seam, tail

_LINE_HYPHEN = re.compile(r"[-‐\u00ad¬=⹀](?<=[^\W\d_].)[ \t]*(?:\r\n|[\n\r\x85\u2028])[ \t\xa0]*(?=[^\W\d_])")
_SOFT_HYPHEN = re.compile(r"\u00ad(?<=[^\W\d_]\u00ad)(?=[^\W\d_])")
_PASSED_OVER = frozenset({Role.VOID, Role.NOTE_BODY})
_PROSE = 80
"""From how many characters on a block is running prose, and not a line of a head, list or signature."""
_TURN = re.compile(r"[^.!?:\n]{1,60}:\s")
_SALUTATION = re.compile(r"\W*(?:dear|esteemed|respected|honou?red|your excellency|to\b|cc\b|copies?\b)", re.I)
_IS_BRACKET = re.compile(r"\[[^\]]*\]$")
_IS_LOCUS = re.compile(r"(?:pp?|ll?|ff?)\. *\d")
_CLOSING = re.compile(
    r"(?:with (?:[\w’']+ ){0,5}(?:greetings?|regards?|respects?|wishes|salutations)|yours|sincerely|respectfully|"
    r"faithfully|cordially|fraternally|i (?:have the honou?r|remain)|very truly|signed)\b",
    re.I,
)
_INDENTED_SHARE = 0.8


def recognise(draft: Draft) -> None:
    """Join the blocks of one paragraph and the halves of words; D402 lists joins on weak evidence."""
    words = Words(draft.text)
    _join_line_hyphens(draft, words)
    first_line = _first_line_indent(draft)
    clauses = _clauses(draft)
    for before, passed, after in _neighbours(draft):
        page = any(block.role is Role.VOID for block in passed) or _has_page(draft, before.end, after.start)
        seen = seam(draft, before, after)
        if after.heading or before.heading or _is_quoted(draft, before) != _is_quoted(draft, after):
            continue
        if after.start in clauses and not page:
            continue
        if _opens_bullets(draft, after):
            continue
        tight = page and _is_tight(draft, before, passed, after) and seen.opening is Opening.CAPITAL
        tight = tight or _cable_goes_on(draft, passed, seen)
        if not tight and not _goes_on(seen, before, after, page, first_line):
            continue
        if (
            not page
            and not tight
            and (
                _ends_in_short_line(draft, before)
                or _opens_head(draft, after)
                or _greets(draft, before)
                or (seen.opening is Opening.CAPITAL and IS_TITLE.match(draft.clean_block(before)))
            )
        ):
            continue
        _join(draft, words, before, after, seen)
        _sign_gaps(draft, [before, *passed, after])
        if not page and seen.ending is Ending.OPEN and seen.opening is Opening.CAPITAL:
            message = "a blank line seems to cut this sentence; its parts were joined"
            draft.doubt("D402", after.start, message, "compare the paragraph with the copy")
    _settle_running_heads(draft)


def _neighbours(draft: Draft) -> Iterator[tuple[Block, list[Block], Block]]:
    """Yield each two blocks of text that follow each other, with what is passed over between them."""
    before: Block | None = None
    passed: list[Block] = []
    for block in draft.blocks:
        if block.role in _PASSED_OVER:
            passed.append(block)
            continue
        if block.role is None and before is not None:
            yield before, passed, block
        before, passed = (block if block.role is None else None), []


def _is_quoted(draft: Draft, block: Block) -> bool:
    return draft.source.markup == "markdown" and draft.text.startswith(">", block.start)


def _has_page(draft: Draft, start: int, end: int) -> bool:
    return "\f" in draft.text[start:end]


_CLAUSE_ENDS = re.compile(r"(?:,|;|; and|; or|: and)(?:\[?\d{1,2}\]?|\*)?$")
_CLAUSE_OPENS = re.compile(
    r"(?:And )?(?:Whereas|Considering|Resolved|(?:[A-Z][a-z]+ly )?[A-Za-z][a-z]+ing\b|\d{1,2}\. [A-Z])|WHEREAS"
)
"""How the clauses of a preamble begin, and the first of what is resolved."""


def _clauses(draft: Draft) -> set[int]:
    """Return where paragraphs begin that are clauses of one sentence, as in the preamble of a resolution.

    One ends with a comma or semicolon, the next begins with a capital; so does another beside it, or its first word
    is one with which such clauses begin.
    """
    found: list[int] = []
    last = -1
    for number, (before, _, after) in enumerate(_neighbours(draft)):
        if not _CLAUSE_ENDS.search(tail(draft, before)):
            continue
        words = opening(draft, after)
        if words[:1].isupper() or words[:1].isdigit():
            if last == number - 1 and after.blank_before and before.blank_before:
                found += (before.start, after.start)
            if _CLAUSE_OPENS.match(words):
                found.append(after.start)
            last = number
    return set(found)


_BULLET = re.compile(r"[-–—•*]\s+(?=\S)")


def _opens_bullets(draft: Draft, block: Block) -> bool:
    """Tell whether a block and the one below it are items with one bullet."""
    index = bisect_left(draft.blocks, block.start, key=lambda other: other.start) + 1
    bullet = _BULLET.match(draft.text, block.start, block.end)
    return (
        bullet is not None
        and index < len(draft.blocks)
        and draft.text.startswith(bullet.group(), draft.blocks[index].start)
    )


# ---- whether a paragraph goes on


def _is_tight(draft: Draft, before: Block, passed: list[Block], after: Block) -> bool:
    """Tell whether only a page number, and no blank line, parts two stretches of hard-wrapped lines."""
    if after.blank_before or any(block.blank_before for block in passed) or not passed:
        return False
    widths = [len(line) for line in draft.lined[before.start : before.end].splitlines()]
    return len(widths) > 1 and widths[-1] > 0.8 * max(widths)


def _cable_goes_on(draft: Draft, passed: list[Block], seen: Seam) -> bool:
    """Tell whether the head of a cable's page cuts a sentence of a text that is all in capitals."""
    is_page = any(
        len(text := draft.text_of(block)) < 2 * _PROSE
        and (CABLE_PAGE.fullmatch(text) or NUMBER_OF_PAGE.fullmatch(text))
        for block in passed
    )
    is_capitals = not any(map(str.islower, seen.before + seen.after)) and seen.opening in (
        Opening.HEAD,
        Opening.CAPITAL,
    )
    return is_page and is_capitals and seen.ending is not Ending.ENDED and len(seen.before) >= _PROSE // 2


def _goes_on(seen: Seam, before: Block, after: Block, page: bool, first_line: int) -> bool:
    if seen.opening in (Opening.LABEL, Opening.HEAD) and seen.ending is not Ending.CUT_WORD:
        return False
    if seen.opening is Opening.ITEM and not (seen.ending is Ending.OPEN and seen.after[:1].isdigit()):
        return False
    if seen.ending is Ending.CUT_WORD and seen.opening is Opening.LOW:
        return True
    if not _is_prose(seen, page or before.joined):
        return False
    return _goes_on_over_page(seen, after, first_line) if page else _goes_on_over_blank(seen, before, after)


def _goes_on_over_page(seen: Seam, after: Block, first_line: int) -> bool:
    """Tell whether a paragraph goes on after a page end: by the indentation of first lines, where there is one."""
    if first_line and after.indent < first_line:
        return True
    if seen.ending is Ending.ENDED:
        return False
    if seen.ending is Ending.PLAIN and seen.opening is Opening.CAPITAL and len(seen.before) < _PROSE:
        return False
    return seen.opening is Opening.LOW or not first_line


def _goes_on_over_blank(seen: Seam, before: Block, after: Block) -> bool:
    if seen.ending is Ending.ENDED:
        return False
    if seen.opening is Opening.LOW:
        return True
    is_loose = seen.before.endswith(",")
    is_short = after.end - after.start < _SHORT and not seen.after.endswith((".", "!", "?", "]"))
    return seen.ending is Ending.OPEN and not seen.after.startswith(("(", "[", "*")) and not (is_short and is_loose)


_NARROW = 50
"""The characters below which lines that each begin with a capital are no wrapped prose."""
_SHORT = 80
"""Fewer characters without a stop are a head behind a list that ends in a comma, and no rest of a sentence."""


def _is_prose(seen: Seam, likely: bool) -> bool:
    """Tell whether the text before a seam is running prose and not a head, a salutation or a line of an address."""
    before = seen.before
    letters = [character for character in before if character.isalpha()]
    if (
        not letters
        or all(letter.isupper() for letter in letters)
        or (_SALUTATION.match(before) and len(before) < _SHORT)
    ):
        return False
    if _IS_BRACKET.match(before) or _IS_LOCUS.match(seen.after) or _is_closing(seen.after):
        return False
    is_turn = bool(_TURN.match(before))
    is_open = seen.ending is Ending.OPEN and seen.opening is Opening.LOW
    enough = 25 if is_open else 40 if likely or len(seen.after) >= _PROSE else _PROSE
    long = len(before) >= enough
    return (long or is_turn) and len(before.split()) > 4


def _ends_in_short_line(draft: Draft, before: Block) -> bool:
    """Tell whether a block is of lines that stand apart, all short: it ends with a number, or each has a capital."""
    lines = draft.text[before.start : before.end].rstrip().split("\n")
    if len(lines) < 2 or any(len(line) >= _PROSE for line in lines):
        return False
    is_list = all(len(line) < _NARROW and line.lstrip()[:1].isupper() for line in lines)
    return is_list or lines[-1].rstrip()[-1:].isdigit()


def _opens_head(draft: Draft, after: Block) -> bool:
    """Tell whether a block begins with a line that is nothing but classification or number, as "secret"."""
    first = draft.text[after.start : after.end].lstrip().split("\n", 1)[0].strip()
    return bool(first) and len(first) < _SHORT and bool(tokens_of(first))


def _greets(draft: Draft, before: Block) -> bool:
    """Tell whether a block of several lines ends with a salutation: "Lenka, March 15, 1926" over "Sir,"."""
    _, _, last = draft.text[before.start : before.end].rstrip().rpartition("\n")
    return SALUTATION.fullmatch(last.strip()) is not None


def _is_closing(text: str) -> bool:
    """Tell whether a text is the closing formula of a letter."""
    return len(text) < 80 and bool(_CLOSING.match(text))


def _first_line_indent(draft: Draft) -> int:
    """Return the indentation of paragraphs' first lines, 0 where the document does not set them apart."""
    indents: Counter[int] = Counter()
    after_page = False
    for block in draft.blocks:
        if block.role is None and not after_page and block.end - block.start >= 2 * _PROSE:
            indents[block.indent] += 1
        after_page = block.role is Role.VOID
    if not indents or indents.total() < 4:
        return 0
    common, number = indents.most_common(1)[0]
    base = min(block.indent for block in draft.blocks if block.role is not Role.META)
    return common if common > base + 1 and number >= _INDENTED_SHARE * indents.total() else 0


# ---- joining


def _join(draft: Draft, words: Words, before: Block, after: Block, seen: Seam) -> None:
    after.joined, after.join_text = True, " "
    if seen.ending is not Ending.CUT_WORD:
        return
    after.join_text = ""
    rend = {}
    if seen.before[-1] not in "-‐" or not words.belongs_to_word(seen.before[:-1], seen.after):
        draft.sign(before.end - 1, before.end, why="hyphen at a page or line end")
        rend = {"rend": "hyphen"}
    for number, point in enumerate(draft.points):
        if point.tag == "pb" and before.end <= point.offset <= after.start:
            draft.points[number] = _within_word(point, rend)


def _sign_gaps(draft: Draft, blocks: list[Block]) -> None:
    """Let the white space at a seam stand for what joins the parts: a space, or nothing within a word."""
    text = blocks[-1].join_text
    for before, after in pairwise(blocks):
        if draft.sign(before.end, after.start, text, why="layout at a seam"):
            text = ""


def _within_word(point: Point, rend: dict[str, str]) -> Point:
    return replace(point, attrs={**point.attrs, "break": "no", **rend})


def _join_line_hyphens(draft: Draft, words: Words) -> None:
    """Put words together that a line end within a block cuts; a soft hyphen within a line is no character of them."""
    for match in _LINE_HYPHEN.finditer(draft.text):
        block = draft.block_at(match.start())
        if block is None or block.role in {Role.META, Role.VOID} or match.end() > block.end:
            continue
        before = draft.text[max(block.start, match.start() - 60) : match.start()]
        hard = match.group()[0] in "-‐" and words.belongs_to_word(before, draft.text[match.end() : match.end() + 60])
        draft.sign(match.start() + hard, match.end(), why="hyphen at a line end")
    for match in _SOFT_HYPHEN.finditer(draft.text):
        block = draft.block_at(match.start())
        if block is not None and block.role not in {Role.META, Role.VOID} and match.end() < block.end:
            draft.sign(*match.span(), why="soft hyphen")


def _settle_running_heads(draft: Draft) -> None:
    """Give running heads their element: within a paragraph that goes on, else between paragraphs."""
    waiting: list[Block] = []
    for block in draft.blocks:
        if block.role is Role.VOID and block.tag == "fw":
            waiting.append(block)
        elif block.role not in _PASSED_OVER:
            for head in waiting:
                _settle(draft, head, block)
            waiting = []
    for head in waiting:
        _settle(draft, head, None)


def _settle(draft: Draft, head: Block, following: Block | None) -> None:
    if following is not None and following.joined:
        draft.span(head.start, head.end, "fw", dict(head.attrs), move_to=following.start)
        head.role = Role.NOTE_BODY
    else:
        draft.span(head.start, head.end, "fw", dict(head.attrs))
        head.role = Role.NOTE
    head.tag, head.attrs = "", {}
