"""The forms in which transcripts write page numbers, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Role


class Form(NamedTuple):
    """A way to write a page number; ``proof`` is how many marks in sequence it takes to believe one."""

    name: str
    pattern: re.Pattern[str]
    proof: int
    alone: bool


_N = r"(?P<n>\d{1,4}[a-z]?|[ivxlc]{1,7})"
_OF = r"(?:\s*(?:of|/)\s*\d{1,4})?"
_RULE = r"(?:\s*[-–—*=_~|]{1,8})?"
_WORD = r"(?:pages?|pg\.?|p\.?|folio|fol\.)"


def _alone(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + pattern + r"\s*\Z", re.I)


FORMS = (
    Form("page 12", _alone(rf"{_RULE}\s*(?:pages?|pg\.|p\.)\s*{_N}{_OF}\.?{_RULE}"), 1, True),
    Form("[page 12]", _alone(rf"[\[({{<|]\s*{_WORD}\s*{_N}{_OF}\.?\s*[\])}}>|]"), 1, True),
    Form("- 12 -", _alone(r"(?P<dash>[-–—~•]{1,3})\s*(?P<n>\d{1,3})\s*[-–—~•]{1,3}"), 1, True),
    Form("12", _alone(r"(?P<n>\d{1,4})"), 2, True),
    Form("[12]", _alone(r"[\[({|/]\s*(?P<n>\d{1,4})\s*[\])}|/]"), 2, True),
    Form("12 HEAD", _alone(r"(?P<n>\d{1,4})[ \t]+(?P<head>\D{4,60}?)"), 2, True),
    Form("HEAD 12", _alone(r"(?P<head>\D{4,60}?)[ \t]+(?P<n>\d{1,4})"), 2, True),
    Form("[end of page 12]", _alone(rf"\[\s*(?:end|foot|bottom) of (?:the )?{_WORD}\s*{_N}\.?\s*\]"), 1, True),
    Form("[end of page 12] in the line",
         re.compile(rf"\[\s*(?:end|foot|bottom) of (?:the )?{_WORD}\s*{_N}\.?\s*\]", re.I), 1, False),
    Form("[page break]",
         _alone(r"\[\s*(?:page break|new page|next page|page ends?|end of (?:the )?page)(?P<n>)\s*\]"), 1, True),
    Form("[p. 12] in the line", re.compile(rf"[\[{{<]\s*{_WORD}\s*{_N}\s*[\]}}>]", re.I), 1, False),
    Form("(p. 12) in the line", re.compile(rf"\(\s*(?:page|pg\.|p\.)\s*{_N}\s*\)", re.I), 2, False),
    Form("|12| in the line", re.compile(r"(?<!\S)[|/](?P<n>\d{1,4})[|/](?!\S)"), 2, False),
    Form("//12// in the line", re.compile(r"(?<![/|\d])(?:\|\||//)(?P<n>\d{1,4})(?:\|\||//)(?![/|\d])"), 2, False),
    Form("page 12 in the line", re.compile(rf"(?:(?<=[\])}}.])|^)[ \t]*\bpage {_N}(?=[ \t]*$)", re.M), 2, False),
)  # fmt: skip
HEADED = frozenset({"12 HEAD", "HEAD 12"})
"""The forms in which a running head and the page number make one line."""
CLOSING = frozenset({"[end of page 12]", "[end of page 12] in the line"})
"""The forms that name the page which ends; the number of the one that begins is not said."""
LONGEST = 80
"""The longest block, in characters, that may be a page number alone."""


class PageMark(NamedTuple):
    """A page number as the source writes it, from ``start`` to ``end``."""

    start: int
    end: int
    n: str
    form: Form

    @property
    def value(self) -> int:
        """The number counted from 1; 0 for a Roman number, which proves no sequence."""
        digits = re.match(r"\d+", self.n)
        return int(digits.group()) if digits else 0


def candidates(draft: Draft) -> list[PageMark]:
    """Return everything in the body of a document that has the form of a page number, in order."""
    found = [*_alone_marks(draft), *_inline_marks(draft)]
    return sorted(found)


def _alone_marks(draft: Draft) -> Iterator[PageMark]:
    for block in draft.blocks:
        if block.role is Role.META or block.heading or block.end - block.start > LONGEST:
            continue
        text = draft.text_of(block)
        for form in FORMS:
            if form.alone and (match := form.pattern.match(text)):
                yield PageMark(block.start, block.end, match["n"], form)
                break


def _inline_marks(draft: Draft) -> Iterator[PageMark]:
    for form in FORMS:
        if form.alone:
            continue
        for match in form.pattern.finditer(draft.text):
            block = draft.block_at(match.start("n"))
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if block and block.role is not Role.META and (start, match.end()) != (block.start, block.end):
                yield PageMark(start, match.end(), match["n"], form)
