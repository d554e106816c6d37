"""Shelfmarks that are codes, or whose units stand otherwise than in Russian archives: British, German, Australian,
Chinese, Polish, Czech, Hungarian and Romanian ones.
"""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re

_BRITISH = "ADM|AIR|BT|CAB|CO|CP|DEFE|DO|FCO|FO|HO|HS|HW|KV|LAB|MT|POWE|PREM|PRO|T|WO"
_GERMAN = "DY|NY|DC|DE|DA|DL|DO|DH|MfS|ZAIG|HV A|SdM|BY|B|N|R|C|A|G-A|L"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w.])(?P<series>(?:{_BRITISH})\s\d{{1,4}})(?:/(?P<file>\d[\w/.\-]*))?(?![\w])",
        r"(?<![\w.])(?P<series>Lot (?:File )?\d{2}[ -]?[A-Z]{1,3}[ -]?\d{1,4})(?!\w)",
        r"\b(?:Central|Decimal|Central Decimal) Files?(?:,? \d{4}[-–]\d{2,4})?,? "
        r"(?P<file>\d{3}\.\d[\w./-]*|POL [\w.-]+(?: [A-Z]+)*)",
        r"(?<![\w.])(?:CRS\s)?(?P<series>(?!RG)[A-Z]{1,3}\d{2,5}(?:/\w+)?),\s(?P<file>(?=[\w/.]*\d)[\w]+(?:/[\w.]+)*(?:\s(?i:part)\s\w+)?)",
        r"(?<![\w.\-])(?P<file>\d{3}-\d{5}-\d{2}(?:\(\d\))?)(?![\w\-])",
        r"(?<![\w.])(?P<fond>KC PZPR|PZPR KC),?\s(?:sygn\.\s|sig\.\s)?(?P<file>[\dXIVLAB]+[\w/\-]*)",
        r"(?<![\w.\-])(?:[A-Z]{1,3}-[A-Z]{1,4}\s)?(?P<fond>\d{1,4})\.\s?f\.\s?(?P<file>\d[\d/]*)\.?\s?(?:ő|ö)\.\s?e",
        r"(?<![\w.])(?:svazek|sv\.)\s?(?P<volume>\d+)",
        r"(?<![\w.])(?:a\.\s?j\.|ar\.\s?j\.|arch\.\s?j\.)\s?(?P<file>\d+)",
        r"(?<![\w.])(?:[Dd]osar|[Dd]os\.)\s?(?:nr\.\s?)?(?P<file>\d+(?:/\d+)?)",
        rf"(?<![\w.])(?P<series>(?:{_GERMAN})\s\d{{1,4}})/(?P<file>[\w][^,;]*?)(?=\s*(?:[,;.]|$))",
    )
)
_FOLIOS = re.compile(
    r"(?<![\w.])(?:k\.|karty|ff?\.|filele)\s?(?P<from>\d+)(?:\s?[-–]\s?(?P<to>\d+))?(?=\s*(?:[.;,]|$))"
)


class Mark(NamedTuple):
    """One unit of a shelfmark: its kind, its value and the offset at which it begins."""

    field: str
    value: str
    start: int


def marks_of(reference: str) -> list[Mark]:
    """Return the units of a shelfmark of these archives, none twice; ``FO 371/106532`` has a series and a file."""
    found: dict[str, Mark] = {}
    for form in _FORMS:
        match = form.search(reference)
        for field, value in match.groupdict().items() if match else ():
            if value and match:
                found.setdefault(field, Mark(field, value.rstrip(".,"), match.start()))
    return sorted(found.values(), key=lambda mark: mark.start)


def folios_after(reference: str, position: int) -> re.Match[str] | None:
    """Return the leaves that stand behind the units: "k. 12-14", "f. 86-89"."""
    return _FOLIOS.search(reference, position)
