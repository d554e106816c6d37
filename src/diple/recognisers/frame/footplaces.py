"""Places at the foot of a document, in lines between who signs and the date (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import INSTITUTION, OFFICE
from diple.recognisers.frame.footweak import INITIALS
from diple.recognisers.frame.lines import Line, label_in

_STREET = re.compile(
    r"\b(?:Street|St|Road|Square|House|Place|Gardens|Terrace|Lane|Avenue|Buildings|Palace|Castle|Hotel|Rue|Stra(?:ß|ss)e)\b"
    r"|\b(?:[NSEW]|[NSEW][EWC]|EC|WC)\.?\s?[CEW]?\.?\s?\d{1,2}\b"
)
"""Words and postal districts of an address."""
_SMALL = frozenset({"of", "the", "and", "at", "in", "on", "near", "by", "de", "la", "le", "du", "des"})
_MOST, _LONGEST = 3, 50
"""The most lines of such a place, and the most characters of one."""


def find_places_over_date(lines: list[Line], kinds: list[str]) -> None:
    """Find the lines of a place between the signature and the date below it: "War Office,", "Whitehall, S.W.1."."""
    for number, kind in enumerate(kinds):
        if kind != "date":
            continue
        first = number
        while first and number - first < _MOST and not kinds[first - 1] and _may_be_place(lines[first - 1].text):
            first -= 1
        if first and first < number and (_is_signed(lines[first - 1], kinds[first - 1])):
            kinds[first:number] = ["place"] * (number - first)


def _is_signed(above: Line, kind: str) -> bool:
    """Tell whether somebody signs on a line: by its kind, or with initials."""
    return kind in {"signature", "name", "office"} or INITIALS.fullmatch(above.text) is not None


def _may_be_place(text: str) -> bool:
    """Tell whether a line may be of an address: short, every long word with a capital, a street or house or comma."""
    if len(text) > _LONGEST or label_in(text) or OFFICE.search(text):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in _SMALL]
    is_capital = bool(words) and all(word[0].isupper() for word in words) and len(words) < 7
    return is_capital and bool("," in text or _STREET.search(text) or INSTITUTION.search(text))
