"""Who gets a copy, named on one line or in a list below its head (TEI 4.2.2, 8.7)."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.frame.conventions import COPIES, DISTRIBUTION, DISTRIBUTION_HEAD
from diple.recognisers.frame.lines import Line, divide, give, inner, join, label_in, lines_of

_ON_ONE_LINE = re.compile(
    r"(?:(?:copies|copy|copied)\b(?: (?:sent|given|forwarded|distributed|circulated))?|cc|c\.c\.|recipients|"
    r"distribution(?: list)?|(?:sent|distributed|circulated|forwarded) to)\b(?: to)?"
    r"(?:\s?[-–—(]?\s?\d{1,3} copies\)?)?\s?:\s+(?P<names>\S.*)",
    re.I | re.S,
)
"""A label and the names of those who get a copy: "Distribution list - 3 copies: Rask - 2, Lund - 1"."""
_NAME = re.compile(r"\s*(?P<name>[^\s,;](?:[^,;]*[^\s,;])?)\s*(?:[,;]|\Z)")
_SHORT_NAME = re.compile(
    r"(?:[A-Z0-9\[]|(?:archives?|files?|reserve|addressees?|author|secretariat)\b)[^.!?:]{0,60}(?:\b(?:[A-Z]|Cde|Com|Gen)\.[^.!?:]{0,40}){0,3}\.?"
)
_BULLET = re.compile(r"[-–—•·]\s+(?=\S)")
_LONGEST = 70
"""The most characters of a line that names who gets a copy."""
_MOST = 40
"""The most lines of such a list in a head."""


class _Named(NamedTuple):
    """Where the words of an entry stand, and its number as an attribute."""

    start: int
    end: int
    attrs: Attrs


_REPEATED = re.compile(
    r"\(?(?:Also )?(?:Repeated|Addressed|Rptd\.?|Copied|Copy sent|Sent|Forwarded|Telegraphed)(?: also)? to "
    r"(?:the )?[A-Z][^!?:;()]{2,160}?\.?\)?\.?"
)
"""To whom else a message goes, in a line of its own: "(Repeated to the Legation at Selm.)"."""


def is_repeated(text: str) -> bool:
    """Tell whether a line says to whom a message was repeated."""
    return _REPEATED.fullmatch(text) is not None


def names_recipients(text: str) -> bool:
    """Tell whether a line names two or more who get a copy, behind a label that says so."""
    match = _ON_ONE_LINE.fullmatch(text)
    names = [found["name"] for found in _NAME.finditer(match["names"])] if match else []
    return len(names) > 1 and len(text) < 600 and all(_SHORT_NAME.fullmatch(name) for name in names)


def mark_recipients(draft: Draft, start: int, end: int) -> bool:
    """Make a list of the names behind the label of a line between two offsets; return False if it names none."""
    match = _ON_ONE_LINE.fullmatch(draft.text, start, end)
    if match is None or not names_recipients(" ".join(draft.text[start:end].split())):
        return False
    names = [_without_stop(draft, *found.span("name")) for found in _NAME.finditer(draft.text, *match.span("names"))]
    for before, after in pairwise(names):
        for first, last in list(draft.unsigned(before.end, after.start)):
            draft.sign(first, last, why="between those who get a copy")
    _make_list(draft, names)
    return True


def _without_stop(draft: Draft, start: int, end: int) -> _Named:
    """Return a name; the full stop that ends the line is a sign."""
    stop = end - (draft.text[end - 1] == "." and draft.text[end - 2 : end - 1] not in " ." and end - start > 2)
    draft.sign(stop, end, why="after those who get a copy")
    return _Named(start, stop, {})


def _make_list(draft: Draft, names: list[_Named]) -> None:
    draft.span(names[0].start, names[-1].end, "list", {"type": "distribution"}, rank=30)
    for named in names:
        draft.span(named.start, named.end, "item", named.attrs, rank=31)


def give_recipients(draft: Draft, blocks: list[Block]) -> int:
    """Give a list of copies at the head of a document its role; return how many blocks it takes, 0 if none is there.

    Its lines begin with a bullet or number and stand below a line such as "Produced in 3 copies for:".
    """
    lines: list[Line] = []
    for block in blocks[:_MOST]:
        if block.role is not None:
            break
        lines += lines_of(draft, block)
    first = int(bool(lines) and is_head_of_copies(lines[0].text))
    if len(lines) < 3 or not (first or _are_comrades(lines)):
        return 0
    end = first
    while end < len(lines) and _entry(lines[end].text) is not None:
        end += 1
    taken = {id(line.block) for line in lines[:end]}
    if end < 3 or any(id(line.block) in taken for line in lines[end:]):
        return 0
    parts = [part for block in blocks[: len(taken)] for part in _by_line(draft, block)]
    give(draft, parts[0], Role.OPENER, why="who gets a copy")
    for before, part in pairwise(parts):
        join(draft, before, part, Role.OPENER, "", keeps_line=False)
    _make_list(draft, [_named(draft, part) for part in parts[first:]])
    draft.span(parts[0].start, parts[-1].end, "seg", rank=20)
    return len(taken)


def is_head_of_copies(text: str) -> bool:
    """Tell whether a line stands over a list of those who get a copy."""
    return len(text) < _LONGEST and bool(
        DISTRIBUTION_HEAD.fullmatch(text) or (COPIES.fullmatch(text) and text.endswith(":"))
    )


def _are_comrades(lines: list[Line]) -> bool:
    """Tell whether bulleted lines above the subject name comrades, whose head a page has lost: who gets a copy."""
    names = list(takewhile(lambda line: _BULLET.match(line.text), lines))
    called = sum(_COMRADE.match(line.text) is not None for line in names)
    below = lines[len(names) :][:1]
    return len(names) > 2 and called > 1 and bool(below) and label_in(below[0].text) in {"subject", "re"}


_COMRADE = re.compile(r"\W+(?:Comrade|Cde\.?|Com\.|Mr\.) ")
_ENDS_IN_INITIAL = re.compile(r"\b[A-Z]\.$")


def _entry(text: str) -> re.Match[str] | None:
    """Return the bullet or number of a line of the list, None if the line is none."""
    if len(text) > _LONGEST or (text.endswith((".", ";", ":")) and not _ENDS_IN_INITIAL.search(text)):
        return None
    return _BULLET.match(text) or DISTRIBUTION.fullmatch(text)


def _by_line(draft: Draft, block: Block) -> list[Block]:
    return divide(draft, block, [line.start for line in lines_of(draft, block)[1:]])


def _named(draft: Draft, block: Block) -> _Named:
    """Take the bullet or number of an entry as a sign; return its words."""
    start, end = inner(draft, block)
    if match := _BULLET.match(draft.text, start, end):
        draft.sign(start, match.end(), why="bullet in a distribution list")
        return _Named(match.end(), end, {})
    if numbered := DISTRIBUTION.fullmatch(draft.text, start, end):
        draft.sign(*numbered.span("sign"), why="number in a distribution list")
        return _Named(numbered.end("sign"), end, {"n": numbered["n"]})
    return _Named(start, end, {})
