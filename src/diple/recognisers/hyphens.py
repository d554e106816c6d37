"""Words that a line or page end cuts: which hyphens belong to the word and which only to the line (TEI 3.2.2)."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

from diple import patterns as re
from diple.model import Attrs
from diple.recognisers.prose import words_of

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LEFT = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_RIGHT = re.compile(r"[^\W_]+")


# First and last parts of compounds that English writes with a hyphen.
_FIRST_PARTS = words_of(
    "self well non anti semi quasi vice half neo pan ultra arch post two three four five six seven eight nine ten"
)
_SURE_FIRST_PARTS = words_of("self sino anglo franco afro twenty thirty forty fifty sixty seventy eighty ninety")
_LAST_PARTS = words_of(
    "called ranking level wing scale term class power year day month general minister chief elect made based led known "
    "style minded standing hand reaching called owned loving fold wide like free sided third thirds half"
)


class Words:
    """The words of one document, to see how it writes a word where no line end cuts it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in _WORD.findall(self._text))

    def belongs_to_word(self, before: str, after: str) -> bool:
        """Tell whether a hyphen between the text before and the text after is part of a compound.

        The document's own usage decides, then the usual parts of compounds; otherwise the hyphen only divides the line.
        """
        left_match, right_match = _LEFT.search(before[-60:]), _RIGHT.match(after[:60])
        if left_match is None or right_match is None:
            return True
        left, right = left_match.group(), right_match.group()
        in_capitals = len(right) > 1 and left.isupper() and right.isupper()
        if (right[0].isupper() and not in_capitals) or left[-1].isdigit() or right[0].isdigit():
            return True
        left, right = left.casefold(), right.casefold()
        if left + right in self._known:
            return False
        if f"{left}-{right}" in self._known or ("-" in left and right in self._known):
            return True
        return left in _SURE_FIRST_PARTS or right in _LAST_PARTS or (left in _FIRST_PARTS and right in self._known)


class Cut(NamedTuple):
    """A word that a page or line end cuts: the bounds of what becomes a sign, and the attributes of the milestone."""

    start: int
    end: int
    attrs: Attrs


def cut_at(text: str, first: int, start: int, end: int) -> Cut | None:
    """Return how a word goes on over a sign between two offsets, with white space about it; None where none is cut.

    The word stands behind offset ``first``. A hyphen that only divides the line becomes part of the sign.
    """
    while start > first and text[start - 1] in _BLANK:
        start -= 1
    while end < len(text) and text[end] in _BLANK:
        end += 1
    if not (_CUT_WORD.match(text, max(first, start - 2)) and text[end : end + 1].islower()):
        return None
    if _DANGLING.match(text, end):
        return None
    if _words(text).belongs_to_word(text[max(first, start - 60) : start - 1], text[end : end + 60]):
        return Cut(start, end, {"break": "no"})
    return Cut(start - 1, end, {"break": "no", "rend": "hyphen"})


_BLANK = " \t\r\n\xa0"
_CUT_WORD = re.compile(r"[^\W\d_][-‐\u00ad¬]")
_DANGLING = re.compile(r"(?:and|or|to|und|et|y)\b")
"""Words after a hyphen that belongs to a first part: pre- and post-war."""


@lru_cache(maxsize=1)
def _words(text: str) -> Words:
    return Words(text)
