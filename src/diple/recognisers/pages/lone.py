"""Numbers that stand alone on a line: those of pages cut a sentence, or stand apart amid the text of a document."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from diple import patterns as re
from diple.blocks import TURN
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.pages.forms import PageMark
from diple.recognisers.prose import Ending, Opening, Seam, seam

YEARS = range(1000, 2101)
_PARAGRAPH, _SENTENCE = 120, 20
"""The fewest characters of the text under which a number of one digit, and one of more, may be that of a page."""
_CENTRE = 12
"""The spaces before a number, at least, that stands in the middle of the page."""
_MOST_BETWEEN = 2
"""The most lines without a word that stand at a page end beside its number: a symbol, the number of a job."""
_NO_WORDS = re.compile(r"(?=[^a-zà-ÿ]*$)(?=.*\d)[\w /.,()*°–—-]{3,40}")


def lone_numbers(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the numbers alone on their lines that are those of pages, where nothing else tells of pages.

    They cut a sentence; or they grow, do not begin with 1, and each stands alone between paragraphs.
    """
    alone = [mark for mark in marks if mark.form.name == "12" and mark.value not in YEARS]
    found = [mark for mark in alone if cuts(draft, mark, low=True)]
    if found:
        return found
    alone = alone or _in_parentheses(draft, marks)
    grows = all(one.value < other.value for one, other in pairwise(alone))
    if alone and grows and alone[0].value > 1 and all(_stands_between_paragraphs(draft, mark) for mark in alone):
        return alone
    within = [mark for mark in marks if mark.form.name == "12 in a line" and mark.value not in YEARS]
    if not alone and len(within) == 1 and within[0].value > 1 and _stands_between_sentences(draft, within[0]):
        return within
    return [mark for mark in alone[:1] if _opens_amid_sentence(draft, mark)]


def _in_parentheses(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the numbers in parentheses alone on their lines; one that begins with 1 counts what else there is."""
    found = [mark for mark in marks if mark.form.name == "[12]" and draft.text[mark.start] == "("]
    return found if all(1 < mark.value < _FIRST_HIGH for mark in found) else []


def headed_between(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the numbers set far from a head in capitals, on lines of their own between paragraphs of text.

    A sum or a row of figures stands beside others of its kind, and not under and over sentences.
    """
    found = []
    for mark in marks:
        index = bisect_left(draft.blocks, mark.start, key=_start)
        is_wide = _WIDE.fullmatch(draft.text, mark.start, mark.end) is not None
        if not (is_wide and mark.value > 1 and 0 < index < len(draft.blocks) - 1):
            continue
        before, line, after = draft.blocks[index - 1 : index + 2]
        is_text = before.role is None and draft.text[before.end - 1] in '.!?”"’' and _is_sentence(draft.text_of(before))
        if is_text and line.blank_before and after.role is None and after.blank_before:
            found.append(mark)
    return found


_WIDE = re.compile(
    r"(?:[A-Z][^\sa-z]*[ \t]{1,2}){1,8}[A-Z][^\sa-z]*[ \t]{4,}\d+\s*|"
    r"\d+[ \t]{4,}[A-Z][^\sa-z]*(?:[ \t]{1,2}[^\sa-z]+){1,8}\s*"
)
"""A head of two words or more in capitals, four spaces or more before or behind its number."""


def _opens_amid_sentence(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a number is the first of all words, and a sentence goes on below it."""
    blocks = [block for block in draft.blocks if block.role is not Role.META][:2]
    return len(blocks) > 1 and blocks[0].start == mark.start and draft.text[blocks[1].start].islower()


def _stands_between_paragraphs(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a number stands alone under text that has ended, and over another line of text.

    One that no note and no list would have, or that stands in the middle of the page, does so under any sentence.
    """
    index = bisect_left(draft.blocks, mark.start, key=_start)
    if not 0 < index < len(draft.blocks) - 1:
        return False
    before, number, after = draft.blocks[index - 1 : index + 2]
    if before.role is not None or after.role is not None:
        return False
    is_apart = number.blank_before > 0
    if not is_apart and not _stands_between_sentences(draft, mark):
        return False
    is_high = not is_apart or mark.value >= _FIRST_HIGH or is_centred(draft, mark)
    seen, text = seam(draft, before, after), draft.text_of(before)
    is_turn = all(TURN.match(draft.text, block.start, block.end) for block in (before, after))
    fewest = _FEWEST_OF_TURN if is_turn else _SENTENCE
    if len(text) < (fewest if is_high else _PARAGRAPH) or not (is_turn or _is_sentence(text)):
        return False
    if is_high and seen.ending is not Ending.ENDED:
        return len(text) > _PARAGRAPH // 2 and seen.before[-1:].isalpha() and seen.opening is Opening.CAPITAL
    opens = {Opening.CAPITAL, Opening.LABEL, *((Opening.HEAD,) if is_high else ())}
    return seen.ending is Ending.ENDED and seen.opening in opens and not seen.before.endswith(":")


_FIRST_HIGH = 10
_FEWEST_OF_TURN = 5


def _is_sentence(text: str) -> bool:
    """Tell whether words are those of a sentence and not of a title or an address: three begin with small letters."""
    return len(re.findall(r"(?<![^\s—-])[a-zà-ÿ]", text)) > _FEWEST_SMALL


_FEWEST_SMALL = 2


def is_centred(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a number stands alone in the middle of the page, behind white space only."""
    indent = mark.start - (draft.text.rfind("\n", 0, mark.start) + 1)
    return indent >= _CENTRE and not draft.text[mark.start - _CENTRE : mark.start].strip()


def _stands_between_sentences(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a line that is only a number stands between long lines of one text, under the end of a sentence."""
    above = draft.text[: mark.start].rstrip().rpartition("\n")[2].strip()
    below = draft.text[mark.end :].lstrip().partition("\n")[0].strip()
    is_cut = below[:1].islower() and not above.endswith((".", "!", "?", ":"))
    return _is_sentence(above) and _is_sentence(below) and (is_cut or (above.endswith(".") and below[:1].isupper()))


def cuts(draft: Draft, mark: PageMark, *, low: bool = False) -> bool:
    """Tell whether a sentence goes on over a mark; ``low`` asks that it does so with a small letter."""
    index = bisect_left(draft.blocks, mark.start, key=_start)
    before = index - 1
    while before > 0 and draft.blocks[before].role is Role.VOID:
        before -= 1
    if not 0 <= before < index < len(draft.blocks) - 1:
        return False
    seen = seam(draft, draft.blocks[before], draft.blocks[index + 1])
    if seen.opening is not Opening.LOW:
        seen = _seam_over_page_end(draft, index) or seen
    unended = seen.ending is not Ending.ENDED and len(seen.before) > 30
    if low:
        return unended and seen.opening is Opening.LOW
    return unended and (seen.opening is Opening.LOW or seen.ending is Ending.OPEN)


def _seam_over_page_end(draft: Draft, index: int) -> Seam | None:
    """Return the seam between the texts around a number and the lines without words beside it."""
    first = last = index
    while first > 0 and index - first < _MOST_BETWEEN and is_without_words(draft, draft.blocks[first - 1]):
        first -= 1
    while (
        last < len(draft.blocks) - 1
        and last - index < _MOST_BETWEEN
        and is_without_words(draft, draft.blocks[last + 1])
    ):
        last += 1
    if (first, last) == (index, index) or not 0 < first <= last < len(draft.blocks) - 1:
        return None
    return seam(draft, draft.blocks[first - 1], draft.blocks[last + 1])


def is_without_words(draft: Draft, block: Block) -> bool:
    """Tell whether a block is a short line of figures and capitals, as stand at page ends: "98-86129", "A/53/PV.61"."""
    return block.end - block.start <= _LONGEST and _NO_WORDS.fullmatch(draft.text_of(block)) is not None


_LONGEST = 40


def _start(block: Block) -> int:
    return block.start
