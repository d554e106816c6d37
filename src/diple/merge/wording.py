"""A merge told to people: what was put in, paragraph by paragraph, and remarks in the file where two readings met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diple.lossless import Lossless, replaced
from diple.merge.conflicts import Conflict, place_of
from diple.merge.merging import Change
from diple.merge.tags import Splice

_TAG_AT_EDGE = re.compile(r"\A[^<>]*>|<[^<>]*\Z")
_TAGS = re.compile(r"<[^<>]*>")
_AROUND = 3
"""How many words are shown on each side of a change."""


def told(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the changes of a merge as lines after the name of the paragraph: ``p5: to [-recieve-]{+receive+} him``.

    What went is in ``[-…-]``, what came in ``{+…+}``, tags as they are written; a few words stand around it.
    """
    for change in changes:
        before = " ".join(_words(change.before)[-_AROUND:])
        after = " ".join(_words(change.after)[:_AROUND])
        shared = _shared(change.old, change.new)
        old, new = (_plain(text[len(shared) :]) for text in (change.old, change.new))
        middle = (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
        yield f"{change.at}: " + " ".join(part for part in (before, middle, after) if part)


def remarked(file: Lossless, conflicts: Sequence[Conflict]) -> str:
    """Return the text of a file with a comment after each place of these conflicts that gives the other reading."""
    splices: list[Splice] = []
    for conflict in conflicts:
        for part in conflict.parts:
            place = place_of(file.text, part)
            at = _after_token(file, place[1]) if place else file.tokens[-1].end
            other = part.new.strip().replace("--", "- -") or "(nothing)"
            splices.append(
                (at, at, f"<!-- diple: conflict {conflict.at}, {conflict.reason}; the other has: {other} -->")
            )
    return replaced(file.text, splices)


def _after_token(file: Lossless, position: int) -> int:
    """Return the end of the token in which a place is, or the place itself if it is in none."""
    return next((token.end for token in file.tokens if token.start < position < token.end), position)


def _words(xml: str) -> list[str]:
    return _TAGS.sub("", _TAG_AT_EDGE.sub("", xml)).split()


def _plain(xml: str) -> str:
    return " ".join(xml.split())


def _shared(one: str, two: str) -> str:
    """Return the white space with which both begin."""
    lead = re.match(r"\s*", one)
    return lead[0] if lead and two.startswith(lead[0]) else ""
