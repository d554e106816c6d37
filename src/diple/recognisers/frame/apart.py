"""Lines of the frame that stand in one run with the text are set apart from it: blocks of their own (TEI 4.2).

Copies of web pages and prints have no blank line between a head, a dateline, "Sir: …", and the formula at the end.
Here only the blocks are divided, and wrapped lines of a head joined; what each is, opener and closer say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.conventions import (
    ADDRESSED_TO,
    CLOSING_FORMULA,
    DISTRIBUTION_HEAD,
    INSTITUTION,
    PLAIN_NAME,
    SALUTATION,
)
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.footnames import is_sender
from diple.recognisers.frame.headings import is_caption_over_text
from diple.recognisers.frame.lines import OUTSIDE, Line, is_prose, lines_of
from diple.recognisers.frame.runin import SALUTE
from diple.recognisers.frame.tokens import Dateline, dateline_of, tokens_of

_LONGEST_PIECE = 90
"""The most characters of a line that may be part of a wrapped line of a head."""
_CAPTION = re.compile(
    r"(?:\[|\()?(?:(?:sub-?)?in?closures?|enclosures?|extracts?|telegram|translation|annex|attachment|appendix|circular|"
    r"paraphrase|memorandum|aide-m[ée]moire|postscript)\b[^\[\]()]{0,60}[\])]\.?",
    re.I,
)
"""A caption in brackets between head and text, or over what is enclosed: "[Inclosure in No. 217.—Translation.]"."""
_FORMULA = re.compile(
    r"(?:I (?:am|have|remain|avail|beg|pray|shall)\b|Yours?\b|(?:Very |Most )?(?:sincerely|respectfully|truly|"
    r"faithfully|cordially|fraternally)\b|(?:Pray |Please )?accept\b|With\b|Believe me\b)",
    re.I,
)
_OPEN_FORMULA = re.compile(
    r"I (?:am|remain|have the hono[u]?r to (?:be|remain))\b[^.!?]*$|Believe me\b.*,$|"
    r"With the (?:expression|assurances?) of\b.*",
    re.I,
)
"""A formula that may go on over the line: "I remain, Sir," over "Your obedient servant,"."""
_LAST_SENTENCE = re.compile(
    r"(?<=[.!?—–-])(?:\d{1,3}|\[\d{1,3}\])?\s*"
    r"(?P<formula>(?:I (?:have|am|remain|shall)|Believe me)(?: the hono[u]?r(?: to be)?| to be)?,?"
    r"(?:\s(?:&c|etc)\.?,?){1,3}|(?:With [^.!?]{3,80}?,? )?I (?:am|remain|have the hono[u]?r (?:to be|to remain))\b"
    r"(?:[^.!?]|\b(?:[DM]rs?|obedt|obt|hum|humb|hble|mo|affec|affte|affect|respectf)\.){0,160}?\b(?:serv(?:an)?ts?|servt|sert|friend|yours|affecly|affectionately)\b[.,]{0,2})\s*\Z",
    re.I,
)
"""The formula with which the last paragraph of an old letter ends: "… I am, with great esteem, your friend & servt"."""
_GOES_ON = re.compile(r"\s(?:of|the|in|at|and|United|Great|New|Soviet|Foreign|Central|General)$")
"""The end of a line on which the name of a body is not over."""
_MOST_FORMULA_LINES = 4


class _Cut(NamedTuple):
    """Offsets between which a line, or several wrapped ones, become a block of their own."""

    start: int
    end: int


def set_apart(draft: Draft, blocks: list[Block]) -> None:
    """Divide blocks around the lines of the frame in them; lines of a head wrapped over several become one."""
    for run in _runs(blocks):
        lines = [line for block in run for line in lines_of(draft, block)]
        for block in _joined(draft, lines):
            _divide(draft, block)
    for before, after in pairwise([block for block in draft.blocks if block.role not in OUTSIDE]):
        after.joined = after.joined and not _is_over(draft, before, after)
        _part_last_sentence(draft, before, after)


def _runs(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield the blocks without a role that no blank line parts."""
    run: list[Block] = []
    for block in blocks:
        if run and (block.blank_before or block.role is not None):
            yield run
            run = []
        if block.role is None and not block.heading:
            run.append(block)
    if run:
        yield run


# ---- wrapped lines


def _joined(draft: Draft, lines: list[Line]) -> list[Block]:
    """Join the lines that are one line of a head only together; return the blocks that the lines are in then."""
    position = 0
    while position < len(lines) - 1:
        many = next((many for many in (2, 3) if _are_one(draft, lines[position : position + many], many)), 1)
        for before, after in pairwise(lines[position : position + many]):
            _join(draft, before, after)
        position += many
    seen: dict[int, Block] = {}
    for line in lines:
        block = draft.block_at(line.start)
        if block is not None:
            seen.setdefault(block.start, block)
    return list(seen.values())


def _are_one(draft: Draft, lines: list[Line], many: int) -> bool:
    """Tell whether lines say only together who writes to whom, or where and when."""
    texts = [line.text for line in lines]
    if len(texts) < many or any(len(text) > _LONGEST_PIECE for text in texts):
        return False
    if any(_CAPTION.fullmatch(draft.text, line.start, line.end) for line in lines):
        return False
    whole = " ".join(texts).replace(" ,", ",")
    told = correspondence_in(whole)
    if told and told.is_titled and not any((one := correspondence_in(text)) and one.is_titled for text in texts):
        return not any(dateline_of(text) for text in texts)
    dated = dateline_of(whole)
    if dated and dated.date.precision == "day" and len(whole) < _LONGEST_PIECE:
        return not any(_is_of_day(text) for text in texts) or (many == 2 and _is_second_day(dated, texts))
    return many == 2 and _is_body_over_two(*texts)


def _is_of_day(text: str) -> bool:
    found = dateline_of(text)
    return found is not None and found.date.precision == "day"


def _is_second_day(dated: Dateline, texts: list[str]) -> bool:
    """Tell whether the second line is only our day, in parentheses, for one by another calendar in the first."""
    return dated.place != (0, 0) and texts[1].startswith("(") and not _is_of_day(texts[0])


def _is_body_over_two(first: str, second: str) -> bool:
    """Tell whether the name of a body is wrapped: "Legation of the United" over "States,"."""
    if (
        INSTITUTION.search(first)
        and re.fullmatch(r"(?:of|for) (?:the )?[A-Z][^.!?:;]{2,60}", second)
        and first[-1].isalpha()
    ):
        return len(first) < 60
    goes_on = _GOES_ON.search(first) is not None and INSTITUTION.search(f"{first} {second}") is not None
    return goes_on and re.fullmatch(r"(?:(?:the|of) )?[A-Z][^.!?]{2,40},", second) is not None


def _join(draft: Draft, before: Line, after: Line) -> None:
    """Make one line of two: what stands between them is a space, and one block holds them."""
    first, second = draft.block_at(before.start), draft.block_at(after.start)
    if first is None or second is None or not draft.sign(before.end, after.start, _joint(draft, after), "wrapped line"):
        return
    if first is not second:
        first.end = second.end
        draft.blocks.remove(second)


def _joint(draft: Draft, after: Line) -> str:
    return "" if draft.text[after.start] == "," else " "


# ---- dividing


def _divide(draft: Draft, block: Block) -> None:
    """Divide a block before and behind each line of the frame within it."""
    glued = _NUMBER_AND_PLACE.match(draft.text, block.start, block.end)
    if glued and dateline_of(glued["line"]):
        _split(draft, block, glued.start("line"))
        return
    lines = lines_of(draft, block)
    if len(lines) < 2:
        return
    cuts = sorted({offset for cut in _cuts(draft, lines) for offset in cut if block.start < offset < block.end})
    if cuts:
        _split(draft, block, *cuts)


_NUMBER_AND_PLACE = re.compile(r"No\.? ?\d{1,5}\.?\]\s?(?P<line>[A-Z][^\n]{5,80})\s*")
"""The number of a dispatch run into its dateline: "No. 369.]Lenka, May 1, 1880."."""


def _split(draft: Draft, block: Block, *offsets: int) -> None:
    """Divide a block; its first part goes on with what the block went on with."""
    first, *_ = draft.split_block(block, *offsets)
    first.joined, first.join_text = block.joined, block.join_text


def _cuts(draft: Draft, lines: list[Line]) -> Iterator[_Cut]:
    """Yield the lines of one block that are plainly of the frame, and those right behind a closing formula."""
    position, in_foot, in_head = 0, False, is_prose(" ".join(line.text for line in lines))
    while position < len(lines):
        line = lines[position]
        end = _end_of_formula(lines, position)
        if end:
            yield _Cut(line.start, lines[end - 1].end)
            position, in_foot, in_head = end, True, False
            continue
        is_caption = _CAPTION.fullmatch(draft.text, line.start, line.end) is not None
        is_head = is_caption or _is_correspondence(lines, position) or is_caption_over_text(draft, lines, position)
        in_foot = in_foot and not is_head and len(line.text) < _LONGEST_PIECE and not SALUTE.match(line.text)
        in_head = is_head or (in_head and _is_plainly_of_head(lines, position))
        in_foot = in_foot or _is_name_at_end(draft, lines, position)
        if in_head or in_foot or _is_place_and_day(lines, position):
            yield _Cut(line.start, line.end)
        elif position and _is_called(lines, position):
            yield _Cut(line.start, line.start)
        elif _is_salutation(lines, position):
            yield _Cut(line.start, line.end)
        position += 1


def _is_correspondence(lines: list[Line], position: int) -> bool:
    """Tell whether a line says who writes to whom, at the beginning or behind the end of a sentence or letter."""
    told = correspondence_in(lines[position].text)
    before = lines[position - 1].text if position else "."
    return told is not None and told.is_titled and (before[-1] in ".,;:]" or len(before) < 50) and (
        position + 1 < len(lines)
        and (not lines[position + 1].text[:1].islower() or bool(tokens_of(lines[position + 1].text)))
    )  # fmt: skip


def _is_plainly_of_head(lines: list[Line], position: int) -> bool:
    """Tell whether a line below others of the head can be nothing else: classification, number, place and day."""
    text, behind = lines[position].text, lines[position + 1 : position + 2]
    is_followed = bool(behind) and not (behind[0].text[:1].islower() and not tokens_of(behind[0].text))
    return is_followed and (bool(tokens_of(text)) or dateline_of(text) is not None)


def _is_place_and_day(lines: list[Line], position: int) -> bool:
    """Tell whether a line between others is the dateline of a letter: place and day, and the letter calls behind it."""
    found = dateline_of(lines[position].text)
    if found is None or found.place == (0, 0) or found.date.precision != "day":
        return False
    behind = lines[position + 1 : position + 2]
    return bool(behind) and (SALUTE.match(behind[0].text) or SALUTATION.fullmatch(behind[0].text)) is not None


def _is_called(lines: list[Line], position: int) -> bool:
    """Tell whether a line opens with a salutation into which the text runs on, below a line of a head."""
    before = lines[position - 1].text
    return SALUTE.match(lines[position].text) is not None and (before[-1] in ".,]" or len(before) < 50)


def _is_name_at_end(draft: Draft, lines: list[Line], position: int) -> bool:
    """Tell whether a line is the name in capitals of who signs, right behind the last sentence of a run of lines."""
    text = lines[position].text
    is_near_end = 0 < len(lines) - position <= _MOST_OF_SIGNATURE and position > 0
    behind = lines[position + 1 : position + 2]
    is_last = not behind or re.match(r"1\. \S", behind[0].text) is not None
    may_sign = _SIGNER.fullmatch(text) or (is_last and is_sender(draft, lines[position]))
    if is_last and may_sign and behind and position == 0:
        return True
    if not is_near_end or not may_sign or INSTITUTION.search(text):
        return False
    before = lines[position - 1].text
    return before[-1] in '.!?)”"' and not before.isupper()


_MOST_OF_SIGNATURE = 3
_SIGNER = re.compile(
    r"[A-Z][A-Z’'-]+\.?(?: [A-Z]\.){0,2}(?: [A-Z][A-Z’'-]+){1,2}(?:, JR\.?)?|(?:[A-Z]\. ?){1,3}[A-Z][A-Z’'-]+"
)
"""A name in capitals: "ROGER G. SELBY"."""


def _is_salutation(lines: list[Line], position: int) -> bool:
    """Tell whether a line is a salutation for itself, with the text on the line below it."""
    text, behind = lines[position].text, lines[position + 1 : position + 2]
    is_above_text = bool(behind) and behind[0].text[:1].isupper() and len(behind[0].text) > len(text)
    before = lines[position - 1].text if position else "."
    return is_above_text and text[-1] in ",:!" and SALUTATION.fullmatch(text) is not None and (
        before[-1] in ".,:]" or len(before) < 50
    )  # fmt: skip


def _end_of_formula(lines: list[Line], position: int) -> int:
    """Return the position behind the lines that are one closing formula from here on, 0 if they are none.

    A name, an address or the end of the block has to follow: in the midst of text no formula is believed.
    """
    before = lines[position - 1].text if position else "."
    if not _FORMULA.match(lines[position].text) or before[-1] not in '.!?:,”’"':
        return 0
    for end in range(position + 1, min(len(lines), position + _MOST_FORMULA_LINES) + 1):
        whole = " ".join(line.text for line in lines[position:end])
        follows = end == len(lines) or (_signs(lines[end].text) and not lines[end].text[:1].islower())
        runs_on = end < len(lines) and _OPEN_FORMULA.match(whole) and _is_formula_or_call(lines[end].text)
        if follows and not runs_on and CLOSING_FORMULA.fullmatch(whole):
            return end
    return 0


def _is_formula_or_call(text: str) -> bool:
    return CLOSING_FORMULA.fullmatch(text) is not None or SALUTATION.fullmatch(text) is not None


def _signs(text: str) -> bool:
    """Tell whether a line may stand right behind a closing formula: a name, somebody addressed, another formula."""
    return (
        ADDRESSED_TO.match(text) is not None
        or PLAIN_NAME.fullmatch(text.rstrip(".,")) is not None
        or _CAPTION.fullmatch(text) is not None
        or CLOSING_FORMULA.fullmatch(text) is not None
        or bool(correspondence_in(text))
        or (len(text) < _LONGEST_PIECE and text.isupper())
        or bool(re.match(r"(?:[A-Z][\w’'-]*[.:]?,? ){1,4}[A-Z]", text) and len(text) < 60)
    )


def _is_over(draft: Draft, before: Block, after: Block) -> bool:
    """Tell whether blocks that were taken for one paragraph are a closing formula or a docket and what stands below."""
    words = draft.clean_block(before)
    first = draft.lined[after.start : after.end].lstrip().partition("\n")
    if first[2] and DISTRIBUTION_HEAD.fullmatch(first[0].strip()):
        return True
    if after.end - after.start > 2 * _LONGEST_PIECE or not words.endswith(","):
        return False
    name = draft.clean_block(after)
    is_bracketed = name.startswith("[") and name.endswith("]")
    return bool((is_bracketed or ADDRESSED_TO.fullmatch(name)) and CLOSING_FORMULA.fullmatch(words.split("\n")[-1]))


def _part_last_sentence(draft: Draft, before: Block, after: Block) -> None:
    """Part the formula with which a last paragraph ends from it, where a short line with a name stands below."""
    if before.role is not None or after.role is not None or after.end - after.start > _LONGEST_PIECE:
        return
    match = _LAST_SENTENCE.search(draft.text, max(before.start, before.end - 300), before.end)
    if match and before.start < match.start("formula") and not draft.text_of(after).strip()[:1].islower():
        _split(draft, before, match.start("formula"))
