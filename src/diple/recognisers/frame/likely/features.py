"""What of a line tells its kind: form, words, what rules know of it, place in the document, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import accumulate

from diple import patterns as re
from diple.datewords import find_dates
from diple.model import Block, Role
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import (
    CLOSING_FORMULA,
    FIELDS,
    GENRE,
    HANDLED,
    INITIALS_NAME,
    INSTITUTION,
    OFFICE,
    PLAIN_NAME,
    SALUTATION,
    SETTING_LABELS,
    SIGNATURE,
)
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.footkinds import strong_kind
from diple.recognisers.frame.likely.units import Unit
from diple.recognisers.frame.lines import Line, is_capitals, is_prose, label_in
from diple.recognisers.frame.recipients import names_recipients
from diple.recognisers.frame.tokens import dateline_of, tokens_of

Features = dict[str, str]
_NO_BLOCK = Block(0, 0)

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|must|do|does|did|I|we|he|she|they|"
    r"you|it|this|that)\b"
)
_OF_ARCHIVE = re.compile(
    r"\b(?:f(?:ond|\.)|op(?:is|\.)|d(?:elo|\.)|ll?\.|pp?\.|box|folder|file|bundle|carton|leaves|sheets|vol|No|MSS?|papers|"
    r"records|archives?|library)\b",
    re.I,
)
_NUMBERS = (
    ("figure", re.compile(r"\(?\d{1,3}[.)]\s")),
    ("roman", re.compile(r"[IVX]{1,5}\.\s")),
    ("letter", re.compile(r"\(?[a-z][.)]\s")),
)
_EMPHASIS = re.compile(r"[\[(]*[*_]")
_WIDE_GAP = re.compile(r"\S {4,}\S")
_LONGEST_LINE = 150
"""The most characters of what may be a line of a head or foot for the rules that read such lines."""
_MOST_WORDS = 12
"""The first words of a line, which are features of their own."""
_NEIGHBOURS = (
    "length", "role", "prose", "dateline", "salute", "formula", "foot", "genre", "label", "tokens", "capitals", "ends",
    "name", "signer", "office", "begins", "verb", "small", "initials", "heading", "around", "archive", "blank",
)  # fmt: skip
"""The features of the line above and below that count, and of those next to them the first few."""
_FARTHER = ("length", "role", "prose", "dateline", "foot")
_BY_ZONE = (
    "length", "ends", "dateline", "label", "foot", "capitals", "prose", "name", "initials", "begins", "small", "around",
    "archive", "verb", "genre", "office", "commas", "blank", "english",
)  # fmt: skip
"""The features that tell another thing in a head than in a foot."""
_FEW = 3
"""The fewest paragraphs above or below a line that is of the text itself."""
_LONG = 120
"""The fewest characters of a paragraph that ends a head or begins a foot."""
_BY_RULES = frozenset({
    "salute", "formula", "genre", "office", "body", "name", "signer", "signed", "label", "recipients", "dateline",
    "dated", "tokens", "foot", "correspondence",
})  # fmt: skip
"""The features that rules for heads and feet tell."""


def features_of(units: list[Unit], unknown: Container[int] = ()) -> list[list[str]]:
    """Return the features of each unit of one document, in their order; no rule knows those numbered ``unknown``."""
    own = [_own_features(unit, is_known=number not in unknown) for number, unit in enumerate(units)]
    above = list(accumulate(map(is_text, units), initial=0))
    return [
        [
            *(f"{name}={value}" for name, value in found.items()),
            *(f"word={word}" for word in _words(units[number])),
            *_place(number, len(units), above[number], above[-1] - above[number + 1], found),
            *_beside(number, own),
        ]
        for number, found in enumerate(own)
    ]


def is_text(unit: Unit) -> bool:
    """Tell whether a unit is of the text itself: a paragraph of some length, or a turn."""
    return unit.role is Role.SPEECH or (unit.role is None and len(unit.text) > _LONG and is_prose(unit.text))


def _place(number: int, many: int, above: int, below: int, found: Features) -> list[str]:
    """Return where a unit stands: from the head, from the foot, how many paragraphs are above and below it."""
    zone = "head" if not above else "foot" if not below else "nearly head" if above < _FEW else (
        "nearly foot" if below < _FEW else "body"
    )  # fmt: skip
    features = [
        f"zone={zone}",
        f"from-top={_step(number, 0, 1, 2, 4, 7, 12)}",
        f"from-end={_step(many - 1 - number, 0, 1, 2, 4, 7, 12)}",
        f"text-above={_step(above, 0, 1, 2, 4)}",
        f"text-below={_step(below, 0, 1, 2, 4)}",
    ]
    return features + [f"{zone}:{name}={found[name]}" for name in _BY_ZONE if name in found]


def _beside(number: int, own: list[Features]) -> list[str]:
    """Return the features of the units beside one, with how far they are."""
    features: list[str] = []
    for far, names in ((-2, _FARTHER), (-1, _NEIGHBOURS), (1, _NEIGHBOURS), (2, _FARTHER)):
        if 0 <= number + far < len(own):
            found = own[number + far]
            features += [f"{far:+}:{name}={found[name]}" for name in names if name in found]
        else:
            features.append(f"{far:+}:none")
    return features


def _words(unit: Unit) -> list[str]:
    """Return the words of a unit of unknown kind that may tell it: those it begins with, and the first and the last."""
    words = [word.lower() for word in WORD.findall(unit.text)] if unit.role is None else []
    if not words:
        return []
    return [*sorted(set(words[:_MOST_WORDS])), f"first {words[0]}", f"last {words[-1]}"]


def _own_features(unit: Unit, *, is_known: bool) -> Features:
    """Return the features of a unit alone, without those that are nothing; those of rules if it is known to them."""
    text = unit.text
    words = WORD.findall(text)
    found = {
        "length": _step(len(text), 3, 12, 25, 45, 70, 110, 180, 300),
        "words": _step(len(words), 0, 1, 2, 3, 4, 6, 9, 14, 22),
    }
    if unit.role is not None:
        return {**found, "role": str(unit.role)}
    found |= _form(unit, words)
    found |= {name: test(text) for name, test in _TESTS.items()}
    if len(text) < _LONGEST_LINE:
        found |= _dated(text)
        found["foot"] = strong_kind(Line(_NO_BLOCK, unit.start, unit.end, text)) if text else ""
        found["correspondence"] = _told(correspondence_in(text))
    return {name: value for name, value in found.items() if value and (is_known or name not in _BY_RULES)}


def _form(unit: Unit, words: list[str]) -> Features:
    """Return what is seen of a line: how it begins and ends, its letters, signs and place on the page."""
    text, raw = unit.text, unit.raw.strip()
    small = [word for word in words if word[0].islower() and len(word) > 3]
    many, first = max(1, len(words)), words[:_MOST_WORDS]
    return {
        "begins": _sort(text[:1]),
        "ends": _sort(text[-1:]),
        "around": (raw[:1] if raw[:1] in tuple("[(<{/|*_") else "")
        + (raw[-1:] if raw[-1:] in tuple("])>}/|*_") else ""),
        "emphasis": _told(_EMPHASIS.match(raw)),
        "initials": _step(10 * sum(word[0].isupper() for word in words) // many, 2, 5, 8, 9) if words else "none",
        "small": _step(len(small), 0, 1, 2, 4, 8),
        "english": _step(4 * sum(map(is_english, first)) // len(first), 1, 2, 3) if first else "",
        "figures": _step(sum(char.isdigit() for char in text), 0, 1, 2, 4, 8),
        "commas": _step(text.count(","), 0, 1, 2, 4),
        "stops": _step(text.count("."), 0, 1, 2, 4),
        "slashes": _step(text.count("/"), 0, 1, 3),
        "gap": _told(_WIDE_GAP.search(unit.raw)),
        "indent": _step(unit.indent, 0, 3, 8, 16, 30),
        "blank": str(min(unit.blank, 2)) if unit.blank >= 0 else "inner",
        "heading": str(unit.heading or ""),
    }


def _dated(text: str) -> Features:
    """Return what of a line is date, place and number, as the rules read them."""
    line = dateline_of(text)
    dates = find_dates(text)
    covered = 10 * sum(date.end - date.start for date in dates) // max(1, len(text))
    return {
        "dateline": f"{'place ' if line.place != (0, 0) else ''}{line.date.precision}" if line else "",
        "dated": _step(covered, 0, 2, 5, 8) if dates else "",
        "tokens": " ".join(sorted({token.kind for token in tokens_of(text)})),
    }


def _label(text: str) -> str:
    """Return what label a line begins with: of a letter's head, of handling, of a talk's setting, or another."""
    label = label_in(text)
    for name, known in (("field", FIELDS), ("handled", HANDLED), ("setting", SETTING_LABELS)):
        if label in known:
            return name
    return f"of {_step(len(label.split()), 1, 2, 4)}" if label else ""


def _number(text: str) -> str:
    return next((name for name, form in _NUMBERS if form.match(text)), "")


_TESTS: dict[str, Callable[[str], str]] = {
    "capitals": lambda text: _told(is_capitals(text)),
    "prose": lambda text: _told(is_prose(text)),
    "verb": lambda text: _told(_VERB.search(text[:200])),
    "salute": lambda text: _told(SALUTATION.fullmatch(text)),
    "formula": lambda text: _told(CLOSING_FORMULA.fullmatch(text)),
    "genre": lambda text: _told(GENRE.match(text)),
    "office": lambda text: _told(OFFICE.search(text[:_LONGEST_LINE])),
    "body": lambda text: _told(INSTITUTION.search(text[:_LONGEST_LINE])),
    "name": lambda text: _told(PLAIN_NAME.fullmatch(text.strip(" .,()"))),
    "signer": lambda text: _told(INITIALS_NAME.fullmatch(text.strip(" .,()"))),
    "signed": lambda text: _told(SIGNATURE.search(text[:_LONGEST_LINE])),
    "label": _label,
    "recipients": lambda text: _told(names_recipients(text)),
    "archive": lambda text: _step(len(_OF_ARCHIVE.findall(text[:300])), 0, 1, 2, 4),
    "number": _number,
}  # fmt: skip
"""What the words of a line are by the rules of heads and feet."""


def _told(found: object) -> str:
    return "yes" if found else ""


def _step(value: int, *bounds: int) -> str:
    """Return the first bound that a number does not pass, or that it passes all."""
    return next((str(bound) for bound in bounds if value <= bound), "more")


def _sort(char: str) -> str:
    """Return what sort of character stands at the edge of a line: a letter, a figure, or the sign itself."""
    if char.isupper():
        return "capital"
    if char.islower():
        return "small"
    return "figure" if char.isdigit() else char
