"""The source seen as stretches: text, signs that markup consumed, and holes whose words stand elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from diple.draft import Draft
from diple.model import Sign

ELSEWHERE = "elsewhere"
"""The mark of stretches that other parts of the ledger account for: metadata and furniture."""

_NOT_SPACE = re.compile(r"\S")
_NEVER = 1 << 60


class Stretches:
    """The stretches of one draft.

    A hole is passed over but while the element made of it is being built: ``open_holes`` holds the ids of those spans.
    """

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self._signs = sorted(draft.signs + _facts_as_signs(draft), key=lambda sign: sign.start)
        self._sign_starts = [sign.start for sign in self._signs]
        self._holes = _holes(draft)
        self._hole_starts = [hole[0] for hole in self._holes]
        self.open_holes: set[int] = set()

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, Sign | None]]:
        """Yield the stretches between two offsets: signs (whole or cut) and the text between; no holes."""
        position = start
        while position < end:
            if (hole_end := self.hole_end(position)) > position:
                position = min(hole_end, end)
                continue
            sign = self._sign_at(position)
            if sign is not None:
                stop = min(sign.end, end)
            else:
                stop = min(end, _next(self._sign_starts, position), _next(self._hole_starts, position))
            yield position, stop, sign
            position = stop

    def has_text(self, start: int, end: int) -> bool:
        """Tell whether any character that is neither white space nor sign stands between two offsets."""
        return any(
            sign is None and _NOT_SPACE.search(self._text, begin, stop)
            for begin, stop, sign in self.between(start, end)
        )

    def hole_end(self, offset: int) -> int:
        """Return where the hole that covers an offset ends, or the offset itself."""
        index = bisect_right(self._hole_starts, offset) - 1
        if index < 0 or self._holes[index][1] <= offset or self._holes[index][2] in self.open_holes:
            return offset
        return self._holes[index][1]

    def _sign_at(self, offset: int) -> Sign | None:
        index = bisect_right(self._sign_starts, offset) - 1
        return self._signs[index] if index >= 0 and self._signs[index].end > offset else None


def _next(starts: list[int], offset: int) -> int:
    index = bisect_right(starts, offset)
    return starts[index] if index < len(starts) else _NEVER


def _holes(draft: Draft) -> list[tuple[int, int, int]]:
    """Return the outermost moved stretches in order, as start, end and the id of their span."""
    moved = sorted(
        (
            (span.start, span.end, id(span))
            for span in draft.spans
            if span.move_to is not None and span.start < span.end
        ),
        key=lambda hole: (hole[0], -hole[1]),
    )
    outer: list[tuple[int, int, int]] = []
    for hole in moved:
        if not outer or hole[0] >= outer[-1][1]:
            outer.append(hole)
    return outer


def _facts_as_signs(draft: Draft) -> list[Sign]:
    """Return facts and furniture as signs, so that they are passed over wherever they stand amid the text."""
    stretches = [(item.start, item.end) for item in draft.furniture]
    stretches += [(fact.start, fact.end) for fact in draft.facts if fact.consumed and fact.start < fact.end]
    found: list[Sign] = []
    covered = 0
    for start, end in sorted(stretches):
        found.extend(Sign(begin, stop, "", ELSEWHERE) for begin, stop in draft.unsigned(max(start, covered), end))
        covered = max(covered, end)
    return found
