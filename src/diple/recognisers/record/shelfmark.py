"""Where a document is kept: repository, fond, opis, delo, leaves, read from a reference as archives write them."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple.model import Attrs


class Part(NamedTuple):
    """One part of a shelfmark: its kind, value and the words it was read from (characters of the reference)."""

    field: str
    value: str
    attrs: Attrs


_NUMBER = r"(?P<value>(?-i:[A-ZА-Я]{0,4}[-–]?[0-9IVXL])[\w/’'.\-–]*?(?:\s?[-–]\s?[A-Z0-9]+)?)(?=[\s,;:.)\]]|$)"
_UNITS = tuple(
    (field, re.compile(rf"(?<![\w.])(?:{names})(?:\s*(?:№|Nº|No\.?|#)\s*|(?<=\.)\s*|\s+){_NUMBER}", re.I))
    for field, names in (
        ("fond", r"f\.|fonds?\.?|f(?=\s\d)|ф\."),
        ("opis", r"op\.|opis[’']?|o\.|inventory|inv\.|op(?=\s\d)|оп\."),
        ("delo", r"d\.|delo|dela|file|ed\.\s?khr\.|a\.\s?e\.|ö\.\s?e\.|d(?=\s\d)|д\."),
        ("record-group", r"record group|RG"),
        ("series", r"series|ser\."),
        ("box", r"box|korobka|doboz|kart\.|karton"),
        ("folder", r"folder|papka|pap\.|por\.|portf\.|mappe"),
        ("volume", r"volume|vol\.|tom|t\."),
    )
)
_LOCUS = re.compile(
    r"(?<![\w.])(?:ll?\.|listy?|lists?|leaf|leaves|pp?\.|pages?|fols?\.|folios?|ff\.|bl\.|str\.|s\.|л\.|лл\.)\s*"
    r"(?P<from>\d+\w{0,2})(?:\s?(?:ob\.?|rev\.?))?(?:\s*[-–—]\s*(?P<to>\d+\w{0,2})(?:\s?(?:ob\.?|rev\.?))?)?"
    r"(?:\s*,\s*\d+(?:\s*[-–]\s*\d+)?(?![\w/]))*",
    re.I,
)
_PLAIN_LOCUS = re.compile(r",\s*(?P<from>\d{1,4})\s*[-–]\s*(?P<to>\d{1,4})\s*$")
_CODE = re.compile(r"^(?P<name>[^\s\d,]+ [^\d,]*?[^\s\d,](?=\s+[A-Z]{1,4}[ -]\d)|[^\d,]*?[^\s\d,](?=\s+\d))")
_ARCHIVE_WORDS = re.compile(
    r"\b(?:[Aa]rchiv\w*|[Aa]rkhiv\w*|[Ll]ibrary|[Mm]useum|[Cc]ollection|[Pp]apers|fondy?|opis|delo|[Rr]ecord [Gg]roup|"
    r"nachlass|stiftung|ministry|institute|center|centre|embassy|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\b"
)


def parts_of(reference: str) -> list[Part]:
    """Return repository, parts and leaves that a reference names; a repository alone where it has no numbers.

    "RGANI, f. 52, op. 1, d. 555, ll. 111-124" gives repository, fond, opis, delo and locus.
    """
    found: list[Part] = []
    first_unit = len(reference)
    for field, pattern in _UNITS:
        if match := pattern.search(reference):
            found.append(Part(field, match["value"].rstrip(".,"), {}))
            first_unit = min(first_unit, match.start())
    if locus := _LOCUS.search(reference) or _PLAIN_LOCUS.search(reference):
        extent = {"from": locus["from"], "to": locus["to"] or locus["from"]}
        found.append(Part("locus", locus[0].strip(" ,"), extent))
        first_unit = min(first_unit, locus.start())
    repository = _repository(reference, first_unit)
    return ([Part("repository", repository, {})] if repository else []) + found


def _repository(reference: str, first_unit: int) -> str:
    """Return the name of the archive: what stands before the first number and before the comma that parts them."""
    before = reference[:first_unit].strip(" ,;:.([")
    head, comma, rest = before.partition(",")
    if comma and (re.search(r"\d", rest) or re.match(r"\s*[A-Z]{2,}\b", rest)):
        before = head
    if code := _CODE.match(before):
        before = code["name"]
    return "" if re.match(r"\d", before) or len(before) > 150 else before.strip(" ,;:")


def is_unit(text: str) -> bool:
    """Tell whether words begin with a unit of an archive and its number: "f. 3"."""
    return any(pattern.match(text) for _, pattern in _UNITS)


def is_reference(text: str) -> bool:
    """Tell whether words name an archive or a place in one, rather than a newspaper, book or person."""
    return any(pattern.search(text) for _, pattern in _UNITS) or bool(_ARCHIVE_WORDS.search(text))
