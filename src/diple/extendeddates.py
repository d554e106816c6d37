"""Dates that a record gives in the Extended Date/Time Format (EDTF, ISO 8601-2): "1951-03~", "195X", "[1950,1951]"."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

from diple.dateforms import DateMatch

_SHAPE: Final = re.compile(r"[\[{]?[\d.][\dX~?%/.,\-]{3,40}[\]}]?")
_ITS_OWN: Final = re.compile(r"[~?%X/{]|\.\.|\[.*,|\d{4}-2[1-4]\b")
"""What tells an extended date from others: a sign of doubt, an open figure, an interval, a set, a season."""
_DOUBT: Final = re.compile(r"[~?%]")
_OPEN: Final = ".."
_PRECISION: Final = {4: "year", 7: "month"}


def parse_extended(text: str) -> DateMatch | None:
    """Return the date that a whole text is in EDTF, or None; the library edtf reads it.

    A span of time has ``since`` and ``until``; a date somewhere within one has ``not_before`` and ``not_after``. What
    is approximate or uncertain is of low ``cert``.
    """
    written = text.strip()
    if not _SHAPE.fullmatch(written) or not _ITS_OWN.search(written):
        return None
    start = text.index(written)
    found = DateMatch(start, start + len(written), precision="range")
    if _DOUBT.search(written):
        found = found._replace(cert="low")
    ends = written.strip("[]{}").split("/" if "/" in written else _OPEN)
    if len(ends) == 2:
        return _between(found, *ends, is_span="/" in written)
    bounds = _bounds(written)
    if bounds is None:
        return None
    if bounds[0] == bounds[1]:
        return found._replace(when=bounds[0], precision=_PRECISION.get(len(bounds[0]), "day"))
    return found._replace(not_before=bounds[0], not_after=bounds[1])


def _between(found: DateMatch, first: str, last: str, *, is_span: bool) -> DateMatch | None:
    """Make the date of "1951/1953", "../1951-05", "[1951..]" and the like; an end that is open says nothing."""
    ends = [None if end in ("", _OPEN) else _bounds(end) for end in (first, last)]
    if all(end is None for end in ends) or any(end is None and part not in ("", _OPEN)
                                               for end, part in zip(ends, (first, last), strict=True)):  # fmt: skip
        return None
    low, high = ends[0][0] if ends[0] else "", ends[1][1] if ends[1] else ""
    if is_span:
        return found._replace(since=low, until=high)
    return found._replace(not_before=low, not_after=high)


def _bounds(written: str) -> tuple[str, str] | None:
    """Return the first and last day of a date, its first and last month or year where these are whole; None if none."""
    from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(written)
        (y1, m1, d1), (y2, m2, d2) = tuple(parsed.lower_strict()[:3]), tuple(parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError):
        return None
    whole_months = d1 == 1 and d2 == monthrange(max(1, y2), m2)[1]
    if whole_months and (m1, m2) == (1, 12):
        return f"{y1:04}", f"{y2:04}"
    if whole_months:
        return f"{y1:04}-{m1:02}", f"{y2:04}-{m2:02}"
    return f"{y1:04}-{m1:02}-{d1:02}", f"{y2:04}-{m2:02}-{d2:02}"
