"""Wordings: plain words with slots, such as ``[in {hand}: {text}]``, and the stretches of a text that they fit.

A wording is no regular expression. A slot ends where the words after it first come, nothing is tried twice, and each
slot has a greatest length, so that no wording can take more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

SLOTS: Final[Mapping[str, int]] = {
    "text": 4000, "hand": 80, "place": 80, "number": 12, "unit": 16, "extent": 60, "speaker": 60,
}  # fmt: skip
"""The slots and the most characters that each may hold."""

KEPT: Final = frozenset({"text", "speaker"})
"""The slots whose words stay in the text; those of the others move to attributes and to the header."""

PAIRS: Final[Mapping[str, str]] = {"[": "]", "(": ")", "{": "}", "<": ">", "‹": "›", "«": "»", "⟨": "⟩", "⟦": "⟧",
                                        "↑": "↓", "\\": "/"}  # fmt: skip
"""Signs that open, with those that close."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_SPACES: Final = 16
_NUMBER = re.compile(
    r"(?:\d{1,5}(?:[-–/]\d{1,5})?(?: ?(?:[a-z]|ob\.|об\.|[rv]|recto|verso|[½¼¾]))?|"
    r"[½¼¾]|[ivxlcdm]{1,9})\.?",
    re.I,
)
_SPEAKER = re.compile(r"[^\W\d_][^\n\r:;!?()\[\]{}]*")


class WordingError(ValueError):
    """A wording that cannot be used; the message says why."""


class Literal(NamedTuple):
    """Words that stand as they are; white space in them fits any white space, and either apostrophe the other."""

    text: str
    pattern: re.Pattern[str]


class Slot(NamedTuple):
    """A place in a wording where a document has words of its own."""

    name: str


class Wording(NamedTuple):
    """A wording in its parts: literals and slots, no two slots side by side."""

    written: str
    parts: tuple[Literal | Slot, ...]

    @property
    def slots(self) -> frozenset[str]:
        """The names of its slots."""
        return frozenset(part.name for part in self.parts if isinstance(part, Slot))

    @property
    def own_characters(self) -> int:
        """How many characters of it are its own, not those of slots: the more, the narrower it is."""
        return sum(len(part.text) for part in self.parts if isinstance(part, Literal))

    @property
    def opener(self) -> str:
        """The bracket with which it opens and which its last sign closes, or ""."""
        first, last = self.written[:1], self.written[-1:]
        return first if PAIRS.get(first) == last else ""


class Filled(NamedTuple):
    """A wording found in a text: its bounds, and those of each slot by name, in characters of the text."""

    start: int
    end: int
    slots: dict[str, tuple[int, int]]


def read_wording(written: str, *, exact_case: bool = False) -> Wording:
    """Return a wording read from what an archivist wrote; raises ``WordingError`` if it cannot be used."""
    parts: list[Literal | Slot] = []
    position = 0
    for match in _SLOT.finditer(written):
        if match.start() > position:
            parts.append(_literal(written[position : match.start()], exact_case))
        parts.append(_slot(match[1], parts))
        position = match.end()
    if position < len(written):
        parts.append(_literal(written[position:], exact_case))
    wording = Wording(written, tuple(parts))
    _refuse_vague(wording)
    return wording


def literal_wording(written: str) -> Wording:
    """Return a wording without slots, in which braces are signs like others."""
    return Wording(written, (_literal(written, exact_case=False),))


def _slot(name: str, before: list[Literal | Slot]) -> Slot:
    if name not in SLOTS:
        raise WordingError(f"{{{name}}} is no slot; there are {', '.join(f'{{{slot}}}' for slot in SLOTS)}")
    if before and isinstance(before[-1], Slot):
        raise WordingError(f"there must be words or a sign between {{{before[-1].name}}} and {{{name}}}")
    if any(part == Slot(name) for part in before):
        raise WordingError(f"{{{name}}} stands in it twice")
    return Slot(name)


def _refuse_vague(wording: Wording) -> None:
    signs = "".join(part.text for part in wording.parts if isinstance(part, Literal))
    if not signs.strip():
        raise WordingError("it has no word or sign of its own and would fit anything")
    if len(wording.written) > 200:
        raise WordingError("it is longer than 200 characters")


@cache
def _literal(text: str, exact_case: bool) -> Literal:
    words = [re.sub("['’]", "['’]", re.escape(word)) for word in re.split(r"\s+", text)]
    pattern = rf"\s{{1,{_SPACES}}}".join(words)
    return Literal(text, re.compile(pattern, 0 if exact_case else re.IGNORECASE))


def fit(parts: Iterable[Literal | Slot], text: str, start: int, end: int, *, whole: bool = True) -> Filled | None:
    """Fit the parts of a wording to a text from ``start``, up to ``end`` if ``whole``; None if they do not fit."""
    todo = list(parts)
    closing = todo.pop() if whole and len(todo) > 1 and isinstance(todo[-1], Literal) else None
    limit = end
    if closing is not None and (limit := _before_closing(closing, text, start, end)) < 0:
        return None
    found: dict[str, tuple[int, int]] = {}
    position, open_slot, opened = start, "", start
    for part in todo:
        if isinstance(part, Slot):
            open_slot, opened = part.name, position
            continue
        bound = min(limit, opened + SLOTS[open_slot] + len(part.text) * _SPACES) if open_slot else limit
        match = part.pattern.search(text, position, bound) if open_slot else part.pattern.match(text, position, limit)
        if match is None or not _takes(open_slot, text, opened, match.start(), found):
            return None
        position, open_slot = match.end(), ""
    if open_slot and not _takes(open_slot, text, opened, limit, found):
        return None
    if not open_slot and whole and position != limit:
        return None
    return Filled(start, end if whole else position, found)


def _before_closing(closing: Literal | Slot, text: str, start: int, end: int) -> int:
    """Return where the last words of a wording begin that end at ``end``, or -1."""
    assert isinstance(closing, Literal)
    if text[max(start, end - len(closing.text)) : end] == closing.text:
        return end - len(closing.text)
    begin = max(start, end - len(closing.text) * _SPACES)
    return next((match.start() for match in closing.pattern.finditer(text, begin, end) if match.end() == end), -1)


def _takes(name: str, text: str, start: int, end: int, found: dict[str, tuple[int, int]]) -> bool:
    """Enter what a slot holds, white space at its edges aside; return False if it cannot hold that."""
    if not name:
        return True
    words = text[start:end]
    first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    found[name] = (first, last)
    return first < last and last - first <= SLOTS[name] and _may_hold(name, text[first:last])


def _may_hold(name: str, words: str) -> bool:
    """Tell whether words are of the kind that a slot is for."""
    match name:
        case "text":
            return True
        case "number":
            return _NUMBER.fullmatch(words) is not None or words.casefold() in NUMBER_WORDS
        case "unit":
            return words.casefold().removesuffix("s") in UNITS
        case "speaker":
            return _SPEAKER.fullmatch(words) is not None and len(words.split()) <= 6 and not words[0].islower()
        case _:
            return "\n" not in words and "\r" not in words and any(map(str.isalpha, words))


NUMBER_WORDS: Final[Mapping[str, str]] = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
"""Numbers in words, in figures."""

UNITS: Final[Mapping[str, str]] = {
    "word": "words", "line": "lines", "page": "pages", "paragraph": "paragraphs", "letter": "chars", "leaf": "pages",
    "character": "chars", "sentence": "sentences", "sheet": "pages", "second": "seconds", "minute": "minutes",
}  # fmt: skip
"""Words for units, in the singular, with the values of ``gap/@unit``."""


def runs(wording: Wording) -> list[tuple[Literal | Slot, ...]]:
    """Return the stretches of a wording that are consumed as one sign each: what stands between its kept slots."""
    found: list[tuple[Literal | Slot, ...]] = []
    run: list[Literal | Slot] = []
    for part in wording.parts:
        if isinstance(part, Slot) and part.name in KEPT:
            found.append(tuple(run))
            run = []
        else:
            run.append(part)
    found.append(tuple(run))
    return [run for run in found if run]


def trimmed(run: tuple[Literal | Slot, ...]) -> list[Literal | Slot]:
    """Return a run without white space at its edges."""
    parts = list(run)
    for index, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if isinstance(part := parts[index], Literal):
            parts[index] = _literal(strip(part.text), not part.pattern.flags & re.IGNORECASE)
    return [part for part in parts if isinstance(part, Slot) or part.text]
