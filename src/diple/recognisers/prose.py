"""How stretches of prose begin and end: whether a sentence is over, or goes on in the next block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.blocks import ITEM, LABEL
from diple.draft import Clean, Draft
from diple.model import Block, Role

_NO_TEXT = frozenset({Role.META, Role.VOID})
WINDOW = 400
"""How many characters at either end of a block are looked at."""


class Ending(Enum):
    """How a block ends."""

    ENDED = "with the end of a sentence, or a colon"
    CUT_WORD = "with a hyphen after a letter"
    OPEN = "with a word or sign that cannot be the last: an article, a preposition, a comma, an open bracket"
    PLAIN = "without punctuation"


class Opening(Enum):
    """How a block begins."""

    LOW = "with a small letter"
    CAPITAL = "with a capital letter, a digit, a quotation mark or a bracket"
    LABEL = "with a label and colon, as a turn of speech does"
    ITEM = "with the marker of an item"
    HEAD = "in capitals throughout, as a head does"


# The signs of notes that may follow the end of a sentence: <sup>[1]</sup>, [\[2\]](#), [^3], [1], ¹, .1, *
_NOTE_MARKS = re.compile(
    r"(?:<sup>[^<]{1,12}</sup>|\[\\?\[?\^?[\w*]{1,4}\\?\]?\](?:\([^)\s]*\))?|[¹²³⁰⁴-⁹]+|(?<=[.!?”\"’)])\d{1,3}|[*†‡]+)$"
)
_CLOSERS = "\"'”’»)]}*_›"
_LAST_GROUP = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]$")
_TITLE = re.compile(r"(?:^|[\s(\[])(?:Cde|Cdes|Com|Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Lt|Capt|Amb|Nos?|vol|pp|St)\.$")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, which a space divides, as a set."""
    return frozenset(text.split())


# Words that call for another word after them.
FUNCTION_WORDS = words_of(
    "a an the of to and or nor but in on at by for from with without into onto upon about between among against toward "
    "towards under over during through concerning regarding that which who whom whose if when while because although "
    "than as is are was were be been has have had will would shall should can could may might must not our their his "
    "her its your my this these those such every each any both only also even very more most so too it's i'm "
    "january february march april june july august september october november december comrade cde"
)
_OPENERS = re.compile(
    r"^(?:during|in|on|at|by|from|for|with|when|while|after|before|if|as|although|since|because|of)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def tail(draft: Draft, block: Block) -> str:
    """Return the last characters of a block as they will read, white space as single spaces."""
    return draft.words(max(block.start, block.end - WINDOW), block.end)


def opening(draft: Draft, block: Block) -> str:
    """Return the first characters of a block as they will read, white space as single spaces."""
    return draft.words(block.start, min(block.end, block.start + WINDOW))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with the end of a sentence, with what closes it and the marks of notes after it."""
    bare = _without_marks(text)
    group = _LAST_GROUP.search(bare)
    if group and group.start() and _has_stop(bare[: group.start()]):
        return True
    return _has_stop(bare)


def _without_marks(text: str) -> str:
    bare = text.rstrip()
    while (match := _NOTE_MARKS.search(bare[-40:])) and match.start() + len(bare) > 40:
        bare = bare[: len(bare) - len(match.group())].rstrip()
    return bare


def _has_stop(text: str) -> bool:
    core = text.rstrip().rstrip(_CLOSERS).rstrip()
    return core[-1:] in set(".!?…:;") and not _TITLE.search(core[-12:])


def ending(text: str) -> Ending:
    """Say how a text ends."""
    bare = text.rstrip()
    if bare[-1:] in set("-‐\u00ad¬") and bare[-2:-1].isalpha():
        return Ending.CUT_WORD
    if _opens_bracket(bare):
        return Ending.ENDED if bare[-1:] in ".!?" else Ending.OPEN
    if ends_sentence(bare):
        return Ending.ENDED
    words = _WORD.findall(bare[-40:])
    last_word = words[-1] if words and bare.endswith(words[-1]) else ""
    if bare.endswith((",", "(", "[")) or last_word.lower() in FUNCTION_WORDS:
        return Ending.OPEN
    return Ending.OPEN if _is_fragment(bare) else Ending.PLAIN


def _opens_bracket(text: str) -> bool:
    """Tell whether a bracket opened within a text, after other words, is not closed in it."""
    for opener, closer in (("[", "]"), ("(", ")")):
        last = text.rfind(opener)
        if last > 20 and text.find(closer, last) < 0:
            return True
    return False


def _is_fragment(text: str) -> bool:
    """Tell whether the last, unended sentence of a text is a few words led by a preposition or conjunction."""
    last = re.split(r"[.!?:;]\s+", text)[-1]
    return last != text and len(last.split()) <= 6 and bool(_OPENERS.match(last.lower()))


def opens(text: str) -> Opening:
    """Say how a text begins."""
    if ITEM.match(text) and not re.match(r"[-–—]", text):
        return Opening.ITEM
    if LABEL.match(text + " ") or re.match(r"\S{1,12}:(?=\s)", text):
        return Opening.LABEL
    if len(text) < 120 and _is_in_capitals(text):
        return Opening.HEAD
    lead = _LEAD_BRACKET.match(text)
    first = text[lead.end() if lead else 0 :].lstrip("“\"'‘«[*_")[:1]
    return Opening.LOW if first.islower() else Opening.CAPITAL


def _is_in_capitals(text: str) -> bool:
    """Tell whether all letters of a text, four or more, are capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


_LEAD_BRACKET = re.compile(r"\[[^\[\]]{2,60}\]:?\s+(?=[^\W\d_])")
"""A remark in brackets before the words of a block, which begin after it: "[in pencil] Agreed."."""


class Seam(NamedTuple):
    """Two neighbouring blocks: the characters before the seam and after it, and how they end and begin."""

    before: str
    after: str
    ending: Ending
    opening: Opening


def seam(draft: Draft, first: Block, second: Block) -> Seam:
    """Return what is to be seen where one block ends and the next begins."""
    before, after = tail(draft, first), opening(draft, second)
    return Seam(before, after, ending(before), opens(after))


def readings(draft: Draft) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the words of each block, labels of turns and signs aside, and of each note, with their offsets.

    A line break that is kept parts words as a line end does.
    """
    breaks = sorted(point.offset for point in draft.points if point.tag == "lb")
    for block in draft.blocks:
        if block.role not in _NO_TEXT:
            clean = draft.clean(max(block.start, block.label_end if block.role is Role.SPEECH else 0), block.end)
            yield _with_breaks(clean, breaks) if breaks else clean
    for span in list(draft.spans):
        if span.tag == "note":
            yield draft.text[span.start : span.end], range(span.start, span.end + 1)


def _with_breaks(clean: Clean, breaks: list[int]) -> Clean:
    """Return a text with a line end at each of the offsets that stand within it."""
    text, offsets = clean
    inner = breaks[bisect_right(breaks, offsets[0]) : bisect_left(breaks, offsets[-1])]
    if not inner:
        return clean
    places = [0, *(bisect_left(offsets, offset) for offset in inner), len(text)]
    parts = [(first, last) for first, last in pairwise(places)]
    lines = "\n".join(text[first:last] for first, last in parts)
    placed = [offset for first, last in parts for offset in (*offsets[first:last], offsets[last])]
    return Clean(lines, placed)
