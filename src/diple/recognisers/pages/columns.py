"""Numbers of columns that the head of a report tells beforehand: "HC Deb 4 March 1931 vol 249 cc618-20"."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.pages.forms import Form, PageMark

_TOLD = re.compile(
    r"\b(?:vol(?:ume)?\.?|v\.|series|[IVXLC]+,|\d,) ?\(?\w{1,8}\)?[,:;]? {0,2}"
    r"(?:cc|cols?\.?|columns?|pp\.?|pages) ?(?P<first>\d{1,5})(?:W[AS]?)? ?[-–—] ?(?P<last>\d{1,5})\b",
    re.I,
)
_NEAR_TOP = 1_500
"""The first characters of a report, in which the columns are told."""
_MOST = 200
"""The most columns of one report."""
_FORM = Form("a column that the head tells", re.compile(r"(?P<n>\d{1,5})"), 1, False)


def told_columns(draft: Draft) -> list[PageMark]:
    """Return the numbers of the columns that the head of a report tells, each where it first stands in their order.

    The first column begins above the text. A number that is part of a figure, a date or a sum is none.
    """
    match = _TOLD.search(draft.text, 0, _NEAR_TOP)
    if match is None:
        return []
    first, last = int(match["first"]), _whole(match["first"], match["last"])
    if not first < last <= first + _MOST:
        return []
    marks: list[PageMark] = []
    position = match.end()
    for found in _NUMBER.finditer(draft.text, position):
        value = int(found["n"])
        if first < value <= last and (not marks or marks[-1].value < value):
            marks.append(PageMark(found.start(), found.end(), found["n"], _FORM))
    return marks


_NUMBER = re.compile(r"(?<![^\s—–\]])(?P<n>\d{2,5})(?=\s|$|[—–])(?! (?:per|tons?|cwt|men|miles|million|years?|p\.c)\b)")


def _whole(first: str, last: str) -> int:
    """Return the last number of a range in full: "618-20" ends with 620."""
    return int(first[: len(first) - len(last)] + last if len(last) < len(first) else last)
