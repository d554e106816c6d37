"""Lists of persons set in narrow lines: the lines that one person's entry goes over are put together (TEI 3.8)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.contents import VERBAL, names_only
from diple.recognisers.participants.dividing import opens_with_title
from diple.recognisers.participants.honours import ends_with_honours, without_honours
from diple.recognisers.participants.labels import HEAD, OFFICE_ALONE, is_head
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import ADDRESS
from diple.source import LINE_END

_LONGEST = 120
"""The most characters of a line of such a list."""
_GOES_ON = re.compile(
    r"(?:,|\b(?i:hon|rt|the|of|for|to|and|at|in|on|with)\.?|-)$",
)
"""How a line ends that goes on in the next."""
_HONOURED = re.compile(r"(?:(?:The|Dr\.) )*(?:Right|Rt\.?) Hon\b")
_STOPPED = re.compile(r"(?<!\bHon)[.;:][—–-]?\)?$")
_ASIDE = re.compile(r"\([^()]{3,60}\)[.,;]?")
"""A remark on the person in the line above: "(in the Chair)."."""


class _Line(NamedTuple):
    start: int
    end: int
    words: str
    opens: bool
    """Whether it begins with a title and names somebody."""


def join_wrapped(draft: Draft, blocks: list[Block]) -> None:
    """Make signs of the line ends within the entries of a list of persons, and part a block where the list ends.

    ``blocks`` stand below one another without blank lines. Entries begin with titles; where most of them end with a
    full stop, what stands between goes on, and else only a line behind a comma or a word that calls for another.
    """
    lines = [_line(draft, *bounds) for block in blocks for bounds in _bounds(draft, block)]
    if not any(line.opens for line in lines) or any(len(line.words) > _LONGEST for line in lines):
        return
    before_opening = [one.words for one, other in pairwise(lines) if other.opens]
    is_stopped = bool(before_opening) and 3 * sum(map(_is_stopped, before_opening)) >= 2 * len(before_opening)
    opening = [line.words for line in lines if line.opens]
    open_ended = sum(words.endswith(",") for words in opening)
    is_hanging = not is_stopped and len(lines) > len(opening) and 2 * open_ended >= len(opening)
    entries = _entries(lines, is_stopped=is_stopped, is_hanging=is_hanging)
    taken = _taken(draft, entries)
    entries, rest = entries[:taken], entries[taken:]
    honoured = open_ended and sum(_HONOURED.match(entry[0].words) is not None for entry in entries)
    if (sum(entry[0].opens for entry in entries) < 2 and not honoured) or (
        rest and not (is_stopped and _is_label(entries[0]))
    ):
        return
    for entry in entries:
        for one, other in pairwise(entry):
            draft.sign(one.end, other.start, " ", why="line end within an entry")
    for block in blocks if rest else ():
        if block.start < rest[0][0].start < block.end:
            draft.split_block(block, rest[0][0].start)


def _taken(draft: Draft, entries: list[list[_Line]]) -> int:
    """Return how many entries from the first on are of persons; one that is misread may stand between others."""
    taken = missed = 0
    for number, entry in enumerate(entries, 1):
        if _is_entry(draft, entry):
            taken = number
        elif not entry[0].opens or VERBAL.search(without_honours(" ".join(line.words for line in entry)).text):
            break
        else:
            missed += 1
    return taken if _MOST_MISREAD * missed <= taken else 0


_MOST_MISREAD = 4
"""Of how many entries one may be misread."""


def _bounds(draft: Draft, block: Block) -> list[tuple[int, int]]:
    """Return where the lines of a block stand, without outer white space."""
    text = draft.lined
    ends = [match.span() for match in LINE_END.finditer(text, block.start, block.end)]
    found = []
    for start, end in zip(
        [block.start, *(last for _, last in ends)], [*(first for first, _ in ends), block.end], strict=True
    ):
        raw = text[start:end]
        if raw.strip():
            found.append((start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())))
    return found


def _line(draft: Draft, start: int, end: int) -> _Line:
    words = draft.lined[start:end]
    names = opens_with_title(words) and (bool(listed_persons(words)) or all(_is_title(word) for word in words.split()))
    return _Line(start, end, words, names)


def _is_title(word: str) -> bool:
    """Tell whether a word is a form of address, a rank, or an initial."""
    plain = word.strip(".,")
    return len(plain) < 2 or plain.lower() in ADDRESS or plain.split("-")[0].lower() in ADDRESS


def _is_stopped(words: str) -> bool:
    is_initial = words[-2:-1].isupper() and not ends_with_honours(words)
    return (_STOPPED.search(words) is not None and not is_initial) or HEAD.fullmatch(words) is not None


def _entries(lines: list[_Line], *, is_stopped: bool, is_hanging: bool) -> list[list[_Line]]:
    """Return the lines as entries: each with the lines that go on with it.

    ``is_stopped`` says that a full stop ends entries, ``is_hanging`` that most go on behind a comma.
    """
    entries: list[list[_Line]] = []
    for line in lines:
        last = entries[-1][-1].words if entries else ""
        goes_on = _ASIDE.fullmatch(line.words) is not None or _GOES_ON.search(last) is not None
        goes_on = (
            goes_on
            or line.words[:1].islower()
            or (is_hanging and not line.opens)
            or (is_stopped and not _is_stopped(last) and not line.opens)
        )
        if entries and goes_on and not HEAD.fullmatch(last):
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _is_label(entry: list[_Line]) -> bool:
    head = HEAD.match(entry[0].words)
    return head is not None and is_head(head, entry[0].words)


def _is_entry(draft: Draft, entry: list[_Line]) -> bool:
    """Tell whether an entry is a label, an office, or a person by title."""
    words = " ".join(line.words for line in entry)
    if _is_label(entry) and len(entry) == 1 and HEAD.fullmatch(words):
        return True
    return OFFICE_ALONE.fullmatch(words) is not None or (entry[0].opens and names_only(draft, words))
