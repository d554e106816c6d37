"""What the lines of one block at the head of a document are: one kind for all of them, or one for each (TEI 4.2)."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.recognisers.frame.conventions import INITIALS_NAME, SALUTATION
from diple.recognisers.frame.headlines import (
    STRONG,
    Kind,
    are_of_head,
    cuts_date,
    goes_on,
    is_plainly_of_head,
    is_title_in_lines,
    named,
)
from diple.recognisers.frame.lines import (
    Line,
    is_address,
    is_house_and_seat,
    is_letterhead,
    is_letterhead_in_capitals,
    is_loose,
    is_prose,
)
from diple.recognisers.frame.reading import Reading
from diple.recognisers.frame.titlelines import GOES_ON
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.frame.wires import is_handled

_LONGEST_LINE = 70
"""The most characters of each line of a letterhead that a dateline closes."""
_LONGEST_ADDRESS = 250
"""The most characters of an address that its first line shows."""


def kinds_of_block(reading: Reading, lines: list[Line], following: list[str]) -> list[Kind]:
    """Return the kind of the block's lines: one for all, or one for each run of lines; none if it is text."""
    whole = " ".join(line.text for line in lines)
    single = Line(lines[0].block, lines[0].start, lines[-1].end, whole)
    is_called = any(SALUTATION.fullmatch(words) for words in following[:2])
    is_title = len(lines) > 2 and is_title_in_lines([line.text for line in lines])
    is_in_lines = is_title or (is_called and _is_address(lines)) or _is_plainly_in_lines(lines)
    if len(lines) == 1 or (is_prose(whole) and not is_in_lines):
        name = reading.kind(single, following)
        return [Kind(name, single)] if name else []
    if not reading.seen and is_house_and_seat(lines, following) and not tokens_of(lines[1].text):
        return [Kind("byline", lines[0]), Kind("seat", lines[1])]
    if _OPENS_ADDRESS.fullmatch(lines[0].text) and len(whole) < _LONGEST_ADDRESS and len(lines) <= _MOST_OF_ADDRESS:
        return [Kind("address", single)]
    is_over_date = bool(following) and dateline_of(following[0]) is not None
    if is_letterhead(lines, following) and (is_over_date or not reading.seen):
        return [Kind("byline", single)]
    if any(cuts_date(before.text, line.text) for before, line in pairwise(lines)):
        return []
    kinds = _kinds_of_lines(reading, lines, following)
    if kinds[0].name == "byline" and is_letterhead_in_capitals(lines, following):
        return [Kind("byline", single)]
    is_one = kinds[0].name == "addressee" and _go_on_with_address(kinds[1:]) and len(whole) < _LONGEST_ADDRESS
    if is_one and kinds[1].name:
        return [Kind("address", single)]
    kinds = _with_title(kinds)
    if all(kind.name for kind in kinds) and {kind.name for kind in kinds} - {"head"}:
        return [kinds[0], *(kind for before, kind in pairwise(kinds) if not goes_on(before, kind))]
    if is_title and all(kind.name == "head" or is_loose(kind.line) for kind in kinds):
        return [Kind("head", single)]
    if is_one or (is_called and not is_over_date and _is_address(lines)):
        return [Kind("address", single)]
    if are_of_head(kinds):
        return named(kinds)
    if any(kind.name in STRONG for kind in kinds) and all(kind.name or is_loose(kind.line) for kind in kinds):
        return named(kinds)
    name = reading.kind(single, following)
    return [Kind(name, single)] if name else []


def _with_title(kinds: list[Kind]) -> list[Kind]:
    """Return the kinds of lines, those that go on with the title above them as its own."""
    told = list(kinds)
    for number, kind in enumerate(kinds[1:], 1):
        if told[number - 1].name == "head" and GOES_ON.fullmatch(kind.line.text):
            told[number] = kind._replace(name="head")
    return told


def _is_address(lines: list[Line]) -> bool:
    """Tell whether lines above a salutation are an address: by their first, or all but the last ending with commas."""
    texts = [line.text for line in lines]
    in_commas = len(texts) > _FEWEST_IN_COMMAS and all(text.endswith(",") for text in texts[:-1])
    return is_address(lines) or (in_commas and INITIALS_NAME.fullmatch(texts[0].rstrip(",")) is not None)


_FEWEST_IN_COMMAS = 2


def _go_on_with_address(kinds: list[Kind]) -> bool:
    """Tell whether the lines below an addressee are his office and place, and name no other."""
    is_plain = not any(kind.name for kind in kinds)
    return is_plain or all(kind.name in {"", "addressee"} and not _ANOTHER.match(kind.line.text) for kind in kinds)


_ANOTHER = re.compile(r"(?:To|TO|Comrades?|Cdes?|Messrs|Mrs?|Miss|Dr|Sir|Herrn?|Señor|Monsieur)\b|\d|[-–—•]")
"""How a line begins that names another addressee."""
_MOST_OF_ADDRESS = 7
_OPENS_ADDRESS = re.compile(r"(?:An|An (?:den|die|das)|À|A Monsieur|Al|To|TO|Till|Til|Aan)\s?:?")
"""A line that is nothing but what leads to an addressee, on the lines below it: "An"."""


def _is_plainly_in_lines(lines: list[Line]) -> bool:
    """Tell whether lines are each of a head by their own words, or short ones over a date."""
    is_dated = dateline_of(lines[-1].text) is not None and all(len(line.text) <= _LONGEST_LINE for line in lines)
    return is_dated or all(is_plainly_of_head(line.text) or is_handled(line.text) for line in lines)


def _kinds_of_lines(reading: Reading, lines: list[Line], following: list[str]) -> list[Kind]:
    """Return what each line is, those before it in the block taken as read."""
    before = len(reading.seen)
    kinds: list[Kind] = []
    for number, line in enumerate(lines):
        texts = [other.text for other in lines[number + 1 :]] + following
        kinds.append(Kind(reading.kind(line, texts, alone=False), line))
        reading.seen.append(kinds[-1].name)
    del reading.seen[before:]
    return kinds
