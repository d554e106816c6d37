"""Attendance in columns whose gaps are lost: countries side by side on a line, and below them a person for each."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.participants.wording import ADDRESS, COUNTRIES, is_office_word

_COUNTRY = re.compile(
    r"(?:United States(?: of America)?|United Kingdom|Great Britain|Soviet Union|U\.? ?S\.? ?S\.? ?R\.?|"
    r"U\.? ?S\.? ?A\.?|U\.? ?K\.?|U\.? ?S\.?|(?:North |South |East |West )?(?P<name>[A-Z][a-z]{3,}))(?=\s|$)"
)
_WORD = re.compile(r"\S+")
_COURTESY = frozenset({"mr", "mrs", "sir", "dr", "lord", "monsieur", "m", "mme"})
_BEFORE_RANKS = frozenset({"field", "rear"})
"""Words that make a rank of another word."""
_GOES_ON = frozenset({"of", "the", "and", "for", "de", "la", "du", "von", "van"})


def countries_in(text: str) -> list[str]:
    """Return the two or more countries that a line consists of, in order; an empty list if it is none."""
    found: list[str] = []
    position = 0
    text = " ".join(text.split())
    while match := _COUNTRY.match(text, position):
        if match["name"] and match["name"].lower() not in COUNTRIES:
            return []
        found.append(match.group().strip())
        position = match.end() + 1
    return found if len(found) > 1 and position >= len(text) else []


def persons_side_by_side(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a line each of which begins with a title, as offsets: "Mr. Holm General Dahl"."""
    words = list(_WORD.finditer(text))
    starts = [0, *(words[number].start() for number in range(1, len(words)) if _begins(words, number))]
    return [(start, len(text[:end].rstrip())) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _begins(words: list[re.Match[str]], number: int) -> bool:
    """Tell whether a word is the first of a person's title: a title behind a name, or Mr. behind anything."""
    before, word = words[number - 1].group(), words[number].group()
    if not _is_title(words, number) or before.lower() in _GOES_ON:
        return False
    if word.strip(".").lower() in _COURTESY:
        return before.strip(".").lower() not in ADDRESS
    return not _is_title(words, number - 1)


def _is_title(words: list[re.Match[str]], number: int) -> bool:
    word = words[number].group()
    plain = word.strip(".").lower()
    if plain == "m":
        return word == "M."
    if plain in _BEFORE_RANKS:
        return number + 1 < len(words) and _is_title(words, number + 1)
    return word[0].isupper() and (plain in ADDRESS or is_office_word(word))


_CELL = re.compile(r"\S+(?: {1,2}\S+)*")


class Cell(NamedTuple):
    """A cell of a line in columns: its words, where they stand in the source, and at what column of the page."""

    text: str
    start: int
    end: int
    column: int


def cells_at(draft: Draft, start: int, end: int) -> list[Cell]:
    """Return the cells of a line between two offsets that wide gaps divide, with the columns at which they begin."""
    begin = draft.source.text.rfind("\n", 0, start) + 1
    return [
        Cell(found[0].strip(" :"), found.start(), found.end(), found.start() - begin)
        for found in _CELL.finditer(draft.source.text, start, end)
    ]


def parties_over_columns(draft: Draft, start: int, end: int) -> list[Cell]:
    """Return the parties that head two or more columns, each with a colon: "Norland:      United States:"; or none."""
    cells = cells_at(draft, start, end)
    text = draft.source.text
    is_headed = len(cells) > 1 and all(text[cell.end - 1] == ":" and _PARTY.fullmatch(cell.text) for cell in cells)
    return cells if is_headed else []


_PARTY = re.compile(r"[A-Z][\w.’'-]*(?: (?:of|the|and|[A-Z][\w.’'-]*)){0,4}")


def column_of(cell: Cell, heads: list[Cell]) -> str:
    """Return the party at the head of the column in which a cell stands."""
    return min(heads, key=lambda head: abs(head.column - cell.column)).text
