"""The markers of items: what a list may be numbered or bulleted with, and which marker follows which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CYRILLIC = "абвгдежзиклмнопрст"
_GREEK = "αβγδεζηθικλμ"
_TRANSLITERATED = ("a", "b", "v", "g", "d", "e", "zh", "z", "i", "k", "l", "m", "n", "o", "p")


class Marker(NamedTuple):
    """The marker of an item: its style, its place in the sequence from 1 (0: a bullet), as written, and its end."""

    style: str
    value: int
    n: str
    end: int

    def follows(self, before: Marker) -> bool:
        """Tell whether this marker may come after another of its style."""
        return self.value == 0 or self.value == before.value + 1


class Style(NamedTuple):
    """A style of markers; ``value`` gives a marker's place in the sequence, 0 if it is none of this style."""

    name: str
    pattern: re.Pattern[str]
    value: Callable[[str], int]


def _number(text: str) -> int:
    return int(text)


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1


def _cyrillic(text: str) -> int:
    return _CYRILLIC.find(text.lower()) + 1


def _ordinal(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _greek(text: str) -> int:
    return _GREEK.find(text) + 1


def _transliterated(text: str) -> int:
    """Return the place of a Latin letter in the order of the Cyrillic letters it stands for: a, b, v, g, d."""
    return _TRANSLITERATED.index(text) + 1 if text in _TRANSLITERATED else 0


def _roman(text: str) -> int:
    """Return the value of a Roman number up to 89, 0 for letters that make none."""
    values = [_ROMAN[character] for character in text.lower()]
    total = sum(-low if low < high else low for low, high in zip(values, [*values[1:], 0], strict=True))
    return total if _as_roman(total) == text.lower() else 0


def roman_value(text: str) -> int:
    """Return the value of a Roman number up to 89, 0 for other words."""
    return _roman(text) if text and set(text.lower()) <= set(_ROMAN) else 0


def _as_roman(number: int) -> str:
    if not 0 < number < 90:
        return ""
    tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"][number // 10]
    return tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]


def _bullet(_: str) -> int:
    return 0


def _style(name: str, pattern: str, value: Callable[[str], int]) -> Style:
    return Style(name, re.compile(pattern), value)


STYLES = (
    _style("1.", r"(?P<bullet>[•·]\s*)?(?P<n>\d{1,5})\\?\.\s+(?(bullet)(?:[•·]\s*)?)(?=\S)", _number),
    _style("1)", r"(?P<n>\d{1,3})\\?\)\s*(?=[^\s\d])", _number),
    _style("1/", r"(?P<n>\d{1,2})/\s+(?=[^\s\d])", _number),
    _style("(1)", r"\((?P<n>\d{1,3})\)\s*(?=\S)", _number),
    _style("a.", r"(?P<bullet>[•·]\s*)?(?P<n>[a-z])\\?\.\s+(?(bullet)(?:[•·]\s*)?)(?=\S)", _letter),
    _style("a)", r"(?P<n>[a-z])\\?\)\s*(?=\S)", _letter),
    _style("a/", r"(?P<n>[a-z])/\s+(?=\S)", _letter),
    _style("(a)", r"\((?P<n>[a-z])\)\s*(?=\S)", _letter),
    _style("a, b, v)", r"(?P<n>zh|[abvgdeziklmnop])\\?\)\s*(?=\S)", _transliterated),
    _style("a, b, v.", r"(?P<n>zh|[abvgdeziklmnop])\\?\.\s+(?=\S)", _transliterated),
    _style("A.", r"(?P<n>[A-Z])\\?\.\s+(?=\S)", _letter),
    _style("A)", r"\(?(?P<n>[A-Z])\\?\)\s*(?=\S)", _letter),
    _style("i.", r"(?P<n>[ivxlc]{1,6})\\?\.\s+(?=\S)", _roman),
    _style("i)", r"(?P<n>[ivxlc]{1,6})\\?\)\s*(?=\S)", _roman),
    _style("(i)", r"\((?P<n>[ivxlc]{1,6})\)\s*(?=\S)", _roman),
    _style("I/", r"(?P<n>[IVXLC]{1,6})/\s+(?=\S)", _roman),
    _style("I)", r"\(?(?P<n>[IVXLC]{1,6})\\?\)\s*(?=\S)", _roman),
    _style("а)", r"\(?(?P<n>[а-я])[.)]\s*(?=\S)", _cyrillic),
    _style("α)", r"\(?(?P<n>[α-μ])[.)]\s*(?=\S)", _greek),
    _style("1st", r"(?P<n>\d{1,2}(?:st|nd|rd|th|d))[.,:)]\s+(?=[A-Za-z])", _ordinal),
    _style("-", r"(?P<n>-)\s+(?=\S)", _bullet),
    _style("--", r"(?P<n>--)\s*(?=[^\W\d_])", _bullet),
    _style("–", r"(?P<n>[–—])\s+(?=\S)", _bullet),
    _style("•", r"(?P<n>[•·▪◦●‣○■□])\s*(?=\S)", _bullet),
    _style("*", r"(?P<n>\\?\*|\+)\s+(?=[^*\s])", _bullet),
)
BULLETS = frozenset({"-", "--", "–", "•", "*"})
"""The styles that do not count."""


def markers_of(draft: Draft, block: Block) -> Iterator[Marker]:
    """Yield the markers with which a block may begin; some letters are Roman numbers too."""
    if block.heading:
        return
    is_numbered_bullet = False
    for style in STYLES:
        match = style.pattern.match(draft.text, block.start, block.end)
        if match is None or draft.is_signed(match.start("n"), match.end("n")):
            continue
        value = style.value(match["n"])
        is_numbered_bullet = is_numbered_bullet or bool(match.groupdict().get("bullet"))
        if style.name in BULLETS and is_numbered_bullet:
            continue
        if style.name in BULLETS:
            yield Marker(style.name, 0, "", match.end())
        elif value:
            yield Marker(style.name, value, match["n"], match.end())
