"""The lines of one block at the head of a document, taken together: what proves them all, what stands between."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.recognisers.frame.conventions import GENRE, INSTITUTION, SALUTATION
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.headforms import BYLINE_OPEN
from diple.recognisers.frame.lines import Line, ends_open, ends_with_hour, is_capitals, is_prose, label_in
from diple.recognisers.frame.placelines import may_be_place
from diple.recognisers.frame.titlelines import CONTINUES
from diple.recognisers.frame.tokens import dateline_of, tokens_of

STRONG = frozenset({"tokens", "dateline", "field", "addressee", "number", "numbered"})
"""Kinds of lines that make a head of the unknown lines in their block."""


class Kind(NamedTuple):
    """What a line of the head is."""

    name: str
    line: Line


def named(kinds: list[Kind]) -> list[Kind]:
    """Return the kinds of a block's lines, those unknown called loose, or the place of the date under them."""
    return [
        kind if kind.name else kind._replace(name="place" if _is_above_date(kinds, number) else "loose")
        for number, kind in enumerate(kinds)
    ]


def cuts_date(before: str, text: str) -> bool:
    """Tell whether a date runs over the end of a line, so that both are text: "… of 2" over "December 1975,"."""
    is_day = re.search(r"(?<![\d/])\d{1,2}(?:st|nd|rd|th)?$", before) is not None and len(before) > _SHORTEST_CUT
    return is_day and _MONTH.match(text) is not None


_SHORTEST_CUT = 40
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def _is_above_date(kinds: list[Kind], number: int) -> bool:
    """Tell whether a line is the place of the date on the line below it: names with capitals, no body, no title."""
    text, below = kinds[number].line.text, kinds[number + 1 : number + 2]
    found = dateline_of(below[0].line.text) if below and below[0].name == "dateline" else None
    of_place = may_be_place(text) and ("," in text or len(text.split()) == 1) and not INSTITUTION.search(text)
    is_bare = found is not None and found.place == (0, 0)
    return is_bare and of_place and not re.search(r"[\d:]", text) and not is_capitals(text)


def is_plainly_of_head(text: str) -> bool:
    """Tell whether a line can be nothing but of a head: classification, number, dateline, salutation, subject."""
    field = label_in(text) in {"from", "to", "subject", "re", "ref", "reference", "memorandum for"}
    told = correspondence_in(text)
    is_known = field or tokens_of(text) or dateline_of(text) or SALUTATION.fullmatch(text)
    return bool(is_known or (told and told.is_titled))


def is_title_in_lines(texts: list[str]) -> bool:
    """Tell whether short lines are a body's name and the title of its minutes, with the day and the place."""
    first = next((number for number, text in enumerate(texts[:3]) if GENRE.match(text)), len(texts))
    is_open = all(len(text) <= _LONGEST_TITLE for text in texts) and all(
        ends_open(text) or ends_with_hour(text) or (text.endswith(",") and _HELD.match(below) is not None)
        for text, below in zip(texts, [*texts[1:], ""], strict=True)
    )
    behind = texts[first + 1 :]
    return is_open and bool(behind) and all(map(_HELD.match, behind)) and any(map(find_dates, texts))


_HELD = re.compile(r"(?:held|at|on|in)\b", re.I)
"""How a line begins that goes on with the title of minutes."""
_LONGEST_TITLE = 100


def are_of_head(kinds: list[Kind]) -> bool:
    """Tell whether most lines of a block are plainly of a head, so that one or two unknown ones between are too."""
    known = sum(kind.name in STRONG | {"byline", "numbered", "handled", "handling", "from"} for kind in kinds)
    unknown = [kind.line.text for kind in kinds if not kind.name]
    if known and len(kinds) < _FEW and any(kind.name == "tokens" for kind in kinds):
        return all(_MARGINAL.fullmatch(text) for text in unknown)
    return known > 1 and len(unknown) <= known and all(len(text) <= 90 and not is_prose(text) for text in unknown)


_FEW = 5
_MARGINAL = re.compile(r"\d{1,3} (?:pages?|copies|leaves|sheets)|[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]*\.?){1,2}")
"""What may stand beside a classification: the extent, the name or initials of who deals with the paper."""


def goes_on(before: Kind, kind: Kind) -> bool:
    """Tell whether a line goes on with the one before it: a title, or the name behind "From the diary of"."""
    if before.name == "field" and before.line.text.endswith(",") and kind.name not in STRONG:
        return not label_in(kind.line.text)
    named = kind.name == "author" and BYLINE_OPEN.fullmatch(before.line.text)
    return bool(named or (kind.name != "field" and CONTINUES.match(kind.line.text)))
