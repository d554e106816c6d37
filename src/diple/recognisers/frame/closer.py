"""The foot of a document: closing formula, signatures, date, docket, copies, distribution, postscript (TEI 4.2.2)."""

from __future__ import annotations

from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.footabove import NO_NAME
from diple.recognisers.frame.footkinds import strong_kind
from diple.recognisers.frame.footlines import COMPLETED, last_lines
from diple.recognisers.frame.footlists import extend_copies, extend_distribution, fill_distribution, keep_lists
from diple.recognisers.frame.footnames import (
    extend_address,
    find_address_below,
    find_lone_name,
    find_named_holder,
    find_offices_above,
    find_offices_run_on,
)
from diple.recognisers.frame.footplaces import find_places_over_date
from diple.recognisers.frame.footproof import FootLine, believed
from diple.recognisers.frame.footweak import PROOFS, weak_kind
from diple.recognisers.frame.likely.kinds import kind_in_foot
from diple.recognisers.frame.lines import Line
from diple.recognisers.frame.signatories import find_signatories
from diple.recognisers.frame.unknown import find_set_right, kinds_around_unknown, known_from

MOST_LINES = 80


def foot_of(draft: Draft, blocks: list[Block], most: int = MOST_LINES, *, is_letter: bool = False) -> list[FootLine]:
    """Return the lines at the end of a document that are its foot, in order, each with its kind.

    At most about ``most`` lines are looked at. ``is_letter`` says that the head has an addressee or a salutation, so
    that a bare name at the end is a signature.
    """
    lines = last_lines(draft, blocks, most)
    kinds = kinds_around_unknown(lines, lambda kept: _kinds_of(draft, kept, is_letter=is_letter))
    start = known_from(kinds)
    return believed([FootLine(kind, line) for kind, line in zip(kinds[start:], lines[start:], strict=True)])


def _kinds_of(draft: Draft, lines: list[Line], *, is_letter: bool) -> list[str]:
    """Return what each of the last lines is, by its own words and by those beside it; empty for text."""
    kinds = [strong_kind(line) if line.text.count("(") == line.text.count(")") else "" for line in lines]
    for number, line in enumerate(lines):
        if not kinds[number] and COMPLETED.fullmatch(draft.text, line.start, line.end):
            kinds[number] = "name"
    find_address_below(lines, kinds)
    find_offices_above(lines, kinds)
    find_offices_run_on(lines, kinds)
    _find_stamps(draft, lines, kinds)
    extend_address(kinds)
    keep_lists(lines, kinds)
    extend_copies(lines, kinds)
    fill_distribution(lines, kinds)
    extend_distribution(lines, kinds)
    find_named_holder(draft, lines, kinds)
    find_signatories(lines, kinds)
    find_places_over_date(lines, kinds)
    find_set_right(lines, kinds)
    _add_weak_kinds(draft, lines, kinds, is_letter=is_letter)
    find_lone_name(draft, lines, kinds)
    return kinds


def _is_left_unknown(lines: list[Line], kinds: list[str], number: int) -> bool:
    """Tell whether a short line is of a foot though what it is is not known: a signature or docket is right above it.

    It stands in a block apart from the lines above that are known, so that it is no part of them.
    """
    first = number
    while first and lines[first - 1].block is lines[number].block:
        first -= 1
    above = kinds[max(0, first - _MOST_UNKNOWN) : first]
    is_short = all(len(line.text) < _LONGEST_UNKNOWN for line in lines[first : number + 1])
    return is_short and not any(kinds[first:number]) and any(kind in PROOFS for kind in above)


_MOST_UNKNOWN = 4
"""The most lines of unknown kind in a row at the foot."""
_LONGEST_UNKNOWN = 100
"""The most characters of such a line."""


def _find_stamps(draft: Draft, lines: list[Line], kinds: list[str]) -> None:
    """Find the stamps and seals that stand alone on their lines."""
    stamps = [(span.start, span.end) for span in draft.spans if span.tag == "stamp"]
    for number, line in enumerate(lines):
        if any(
            line.start <= start and end <= line.end and end - start > line.end - line.start - 4 for start, end in stamps
        ):
            kinds[number] = "stamp"


def _add_weak_kinds(draft: Draft, lines: list[Line], kinds: list[str], *, is_letter: bool) -> None:
    """Find names, offices and bodies by the lines beside them: those before a signature or behind a formula."""
    for number in range(len(lines) - 1, -1, -1):
        if kinds[number]:
            continue
        if NO_NAME.fullmatch(lines[number].text):
            break
        kinds[number] = weak_kind(lines, kinds, number, is_letter=is_letter)
        if not kinds[number] and _is_left_unknown(lines, kinds, number):
            kinds[number] = "loose"
        if not kinds[number]:
            kinds[number] = kind_in_foot(draft, lines[number])
        if not kinds[number]:
            break
    for number in range(1, len(kinds)):
        if kinds[number - 1] == "body" and kinds[number] == "weak-name":
            kinds[number] = "body"
