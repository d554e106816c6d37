"""The parts of a list of persons, as commas, semicolons, "and" and line ends divide them (TEI 16.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants.elsewhere import JOINTS
from diple.recognisers.participants.naming import Found, is_inverted, is_office, name_in
from diple.recognisers.participants.wording import HOLDERS

_SEPARATOR = re.compile(
    r"\s*;\s*(?:and\s+)?|\s*,(?!\s*(?:Jr|Sr|Esq)\b)\s*(?:and\s+|as well as\s+)?|"
    r"(?<=\))\s+(?=(?:Crs?|Cllrs?|Clrs?|Councillors|Messrs|Alder?m[ae]n)\b)|"
    rf"\s+(?:and|&|as well as|{JOINTS})\s+|\s*\n\s*|[^\S\n]{{4,}}|\t+"
)
_AND = re.compile(JOINTS)
THE_PLACE = re.compile(r"the (?:[A-Z][a-z]+(?: (?=[A-Z])|$)){1,3}")
OPEN_END = re.compile(r"\s(?:of|for|to|in|at|the|an?|der|des|für|de|du|la|le)$")
"""How a line ends that goes on below: with a word that joins, as in "the Director of the"."""
CONNECTED = re.compile(r"(?:^|\s)(?:of|for)\s[^,;()]*$")


class Chunk(NamedTuple):
    """A part of a list: its offsets in the text, and what divides it from the part before."""

    start: int
    end: int
    joint: str  # what stands before it: ";", ",", "and" or a line end
    is_last: bool = False  # "and" stands before it, be it behind a comma


def chunks(text: str) -> Iterator[Chunk]:
    """Yield the parts of a list in order; what brackets, or the initials behind a surname, hold together is one."""
    start, joint, is_last = 0, ";", False
    for match in _SEPARATOR.finditer(text):
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        if _ONE_OFFICE.search(text, max(0, match.start() - 14), match.end() + 16):
            continue
        if match.group().strip() == "," and is_inverted(
            text[start : match.start()], text[match.end() : match.end() + 16]
        ):
            continue
        if match.start() > start:
            yield Chunk(start, match.start(), joint, is_last)
        start = match.end()
        is_last = _LAST.search(match.group()) is not None
        joint = ";" if ";" in match.group() else "," if "," in match.group() else match.group().strip() or "\n"
        joint = "and" if _AND.fullmatch(joint) else joint
    if start < len(text):
        yield Chunk(start, len(text), joint, is_last)


_LAST = re.compile(r"\b(?:and|as well as)\s")
_ONE_OFFICE = re.compile(r"[Ee]xtraordinary and [Pp]lenipotentiary\b")
"""An office in two words joined by "and"."""


def with_offices_first(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """Return the parts of a list in which offices stand before the names, each office that goes on over "and" whole.

    "Secretary A. Holm, Head of the Department for Asia and the Near East B. Lie": the second begins with an office
    and has no name, and before the name of the third stands no office.
    """
    led = name_in(text[chunks[0].start : chunks[0].end]) if chunks else None
    is_first = led is not None and not led.rest and begins_with_office(led.lead)
    joined: list[Chunk] = chunks[:1]
    for chunk in chunks[1:]:
        before, found = text[joined[-1].start : joined[-1].end], name_in(text[chunk.start : chunk.end])
        is_rest = chunk.joint in {"and", "&"} and found is not None and _goes_on(found, text[chunk.start : chunk.end])
        is_open = CONNECTED.search(before) is not None and begins_with_office(before) and name_in(before) is None
        if is_rest and is_open and (is_first or len(joined) == 1):
            joined[-1] = joined[-1]._replace(end=chunk.end)
        else:
            joined.append(chunk)
    return joined


def _goes_on(found: Found, words: str) -> bool:
    """Tell whether a part with a name begins with what the office before it is of: "the Near East A. Holm"."""
    is_of_three = len(words[found.start : found.end].split()) == _FULL and "." not in words
    return not found.rest and (not holds(found.lead) if found.lead else is_of_three)


_FULL = 3
"""The words, in number, of which the first is rather what an office is of than a given name: "Bridges Berit Lie"."""


def holds(words: str) -> bool:
    """Tell whether words before a name are somebody's office, and no more than what an office is of."""
    return not HOLDERS.isdisjoint(words.lower().replace("-", " ").split())


def second_of_two(chunks: list[Chunk]) -> frozenset[Chunk]:
    """Return the parts that stand second of two between semicolons: what each minister is, in "Petek, War; Holm"."""
    joints = [*(chunk.joint for chunk in chunks), ";"]
    return frozenset(
        chunk for number, chunk in enumerate(chunks) if number and joints[number - 1 : number + 2] == [";", ",", ";"]
    )


def begins_with_office(words: str) -> bool:
    """Tell whether one of the first words of a part makes up offices: "the former Soviet Ambassador to Lenka"."""
    return is_office(" ".join(words.split()[:5]))
