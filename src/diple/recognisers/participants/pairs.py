"""Lists in which each person's office stands on the line below the name."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.participants.contents import SENTENCE
from diple.recognisers.participants.labels import OFFICE_ALONE
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.wording import is_office_word

_LONGEST = 120
_ITEMS = re.compile(r"\s*\((?:for |participating in )?[Ii]tems?\b[^()]*\)$")


def offices_below(lines: list[str]) -> dict[int, str]:
    """Return, by the numbers of their lines, the offices that belong to the person in the line before.

    One such pair may be two persons present, one of them by office alone; two or more are a way to set a list.
    """
    found = {
        number: _ITEMS.sub("", line.strip()).rstrip(".")
        for number, line in enumerate(lines)
        if number and _is_office(line) and _is_name_alone(lines[number - 1])
    }
    alone = sum(_is_office(line) for line in lines) - len(found)
    return found if len(found) > 1 and len(found) >= alone else {}


def _is_office(line: str) -> bool:
    """Tell whether a line is an office and names nobody."""
    words = _ITEMS.sub("", line.strip()).rstrip(".")
    if OFFICE_ALONE.fullmatch(words):
        return True
    if not words[:1].isupper() or len(words) > _LONGEST or SENTENCE.search(words) or listed_persons(words):
        return False
    return sum(map(is_office_word, words.split())) > 0 and ":" not in words


def _is_name_alone(line: str) -> bool:
    persons = listed_persons(line)
    return len(persons) == 1 and not persons[0].office and not _is_office(line)
