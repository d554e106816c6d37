"""On whose side those are whom a sentence of attendance names: "A from our side and, on the Polish side, B"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diple import patterns as re
from diple.recognisers.participants.wording import PRESENCE, PRESENCE_BY, SIDE, TALK

_NAMED = r"(?:[A-Z]{2,6}|(?!(?:Comrades?|Cdes?|Messrs|Mrs?|Dr|Ambassador|Minister)\b)[A-Z][\w’'-]*)"
_PARTY = rf"{_NAMED}(?:(?:[ ](?:of|the|for|and))*[ ]{_NAMED}){{0,5}}"
"""A body or people by name: "Party of Labour", "Poles"."""
SIDE_MARK = re.compile(
    rf"\b(?:[Ff]rom|[Oo]n|[Ff]or|[Rr]epresenting|[Oo]f)[ ](?:the[ ])?(?P<side>"
    rf"(?:our|their|his|the[ ]other)[ ](?:side|part|delegation)|(?<=the[ ]){SIDE}|"
    rf"(?<=the[ ])(?:side|part)[ ]of[ ](?:the[ ])?{_PARTY})\b,?:?[ ]?"
)
"""On whose side somebody is: "from the Norvanian side", "on our part", "on the side of the Poles"."""
_SIDE_FIRST = re.compile(
    rf"""^(?:On|From|For)[ ](?:the[ ])?(?P<side>(?:our|their)[ ](?:side|part|delegation)|(?<=the[ ])(?:
    (?:side|part)[ ]of[ ](?:the[ ])?{_PARTY}|{SIDE})|
    (?<=On[ ])behalf[ ]of[ ](?:the[ ])?{_PARTY})\b(?:,?:?[ ]|[ ][–—-][ ])
    (?:(?:the|this)[ ]{TALK}[ ](?:was|were)[ ]{PRESENCE_BY}[ ]|
    (?:there[ ])?{PRESENCE}(?:[ ](?:in|at)[ ]the[ ]{TALK})?:?[ ])?
    (?P<who>.+)$""",
    re.X,
)
SIDE_LED = re.compile(
    rf"\s*(?:and\s+|while\s+)?(?:[Ff]rom|[Oo]n|[Ff]or)[ ](?:the[ ])?(?P<side>(?<=the[ ]){SIDE}|"
    r"(?:our|their)[ ](?:side|part)),[ ]"
)
"""A side before its people, in the midst of a list: "Present: from the Norvanian side, A; from our side, B"."""
_REPRESENTED = re.compile(rf"^(?:The|Our|Their)[ ]?(?P<side>{SIDE}|side|delegation)[ ](?:was|were)[ ]{PRESENCE_BY}")
"""A side that is the subject of its sentence: "The Norvanian side was represented by"."""
_LEADS = re.compile(r"(?:^|[;:.]|\b(?:and|but|while|with|by))[,]?\s*$", re.I)
"""What stands before a side whose people are named behind it."""


def side_first(words: str) -> tuple[str, str] | None:
    """Return whose side a sentence begins with and the words behind it, or None if it begins otherwise."""
    match = _SIDE_FIRST.match(words)
    return (_name(match["side"]), match["who"]) if match else None


def last_side(words: str) -> str:
    """Return the side that words of presence before a list name last: "The Norvanian side was represented by"."""
    if subject := _REPRESENTED.match(words):
        return f"Our {subject['side']}" if words.startswith("Our") else subject["side"]
    marks = list(SIDE_MARK.finditer(words))
    return _name(marks[-1]["side"]) if marks else ""


def stretches_by_side(words: str, lead: str, has_persons: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a list of persons, each with the side that stands before or behind it.

    ``lead`` is the side named before the list begins, and holds until the next one: "Others on the X side were".
    A side stands before its people behind "and" or a semicolon, and where nobody is named before it.
    """
    marks = list(SIDE_MARK.finditer(words))
    if not marks:
        yield words, lead
        return
    is_first_led = bool(lead) or not has_persons(words[: marks[0].start()])
    leads = [is_first_led or _LEADS.search(words[: mark.start()]) is not None for mark in marks]
    bounds = [0, *(offset for mark in marks for offset in mark.span()), len(words)]
    for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=True)):
        if number and leads[number - 1]:
            side = _name(marks[number - 1]["side"])
        elif number < len(marks) and not leads[number]:
            side = _name(marks[number]["side"])
        else:
            side = "" if number else lead
        yield _WERE.sub("", words[start:end]), side


_WERE = re.compile(r"^(?:were|was|are|by|there (?:were|was|took part))\b:?[ ]*")


def _name(side: str) -> str:
    """Return the name of a side: "Poles" of "side of the Poles"."""
    return " ".join(re.sub(r"^(?:side|part|behalf) of (?:the )?", "", side).split())
