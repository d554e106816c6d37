"""Heads of letters in two columns: the addressee at the left, place, date and hour at the right (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.frame.conventions import INSTITUTION, OFFICE
from diple.recognisers.frame.datelines import HOUR_ALONE
from diple.recognisers.frame.headlines import Kind
from diple.recognisers.frame.lines import Line, is_line_of_address
from diple.recognisers.frame.placelines import may_be_place
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_LEAST_RIGHT = 20
"""The column, in characters, from which on a cell stands at the right."""
_LONGEST = 60
"""The most characters of a cell."""
_TITLED = re.compile(
    r"(?:(?:The )?(?:Rt\.?|Right)? ?Hon|His |Her |Mr\b|Mrs\b|Miss\b|Messrs\b|Dr\b|Prof|Sir |Lord |Lady |(?:Brig|Maj|Lt|"
    r"Lieut|Rear|Vice)\b|Gen|Col\b|Capt|Adm|Amb|Monsieur|Herrn?\b|The [A-Z])"
)
_HOUR = re.compile(r"\d{1,2}[.:]?(?: ?\d\d)?\s?[AaPp]\.? ?[Mm]\.?")


def kinds_side_by_side(draft: Draft, cells: list[Line]) -> list[Kind]:
    """Return what each cell of a head in two columns is, in the order of the text; none if it is no such head."""
    rights = [_is_right(draft, cell) for cell in cells]
    left = [cell.text for cell, is_right in zip(cells, rights, strict=True) if not is_right]
    right = [cell.text for cell, is_right in zip(cells, rights, strict=True) if is_right]
    if len(left) < 2 or len(right) < 2 or any(len(cell.text) > _LONGEST for cell in cells):
        return []
    dated = [number for number, text in enumerate(right) if dateline_of(text) is not None]
    named = _first_of_address(left)
    if len(dated) != 1 or named is None or not all(_may_be_addressed(text) for text in left[named:]):
        return []
    names = _kinds_at_right(right, dated[0])
    lefts = iter(["loose"] * named + ["addressee"] * (len(left) - named))
    rows = iter(names[number] for number in range(len(right)))
    return [Kind(next(rows) if is_right else next(lefts), cell) for cell, is_right in zip(cells, rights, strict=True)]


def _is_right(draft: Draft, cell: Line) -> bool:
    begin = draft.source.text.rfind("\n", 0, cell.start) + 1
    return cell.start - begin >= _LEAST_RIGHT


def _first_of_address(left: list[str]) -> int | None:
    """Return which line of the left column names the addressee: the first, or the second below a word or two."""
    for number, text in enumerate(left[:2]):
        if _TITLED.match(text) or OFFICE.search(text) or INSTITUTION.search(text):
            return number
        if number == 0 and len(text.split()) > 2:
            return None
    return None


def _may_be_addressed(text: str) -> bool:
    return is_line_of_address(text.rstrip(".")) and not tokens_of(text) and dateline_of(text) is None


def _kinds_at_right(right: list[str], dated: int) -> dict[int, str]:
    """Return what the cells of the right column are, by their numbers: place above the date, the hour below it."""
    kinds = {dated: "dateline"}
    for number, text in enumerate(right):
        if number < dated:
            kinds[number] = "place" if may_be_place(text.rstrip(",.")) else "loose"
        elif number > dated:
            kinds[number] = "hour" if HOUR_ALONE.fullmatch(text) or _HOUR.fullmatch(text) else "loose"
    return kinds
