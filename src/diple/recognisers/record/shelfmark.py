"""Where a document is kept: repository, fond, opis, delo, leaves, read from a reference as archives write them."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.model import Attrs
from diple.recognisers.record.classmarks import Mark, folios_after, marks_of


class Part(NamedTuple):
    """One part of a shelfmark: its kind, value and the words it was read from (characters of the reference)."""

    field: str
    value: str
    attrs: Attrs


_NUMBER = r"(?P<value>(?-i:[A-ZА-Я]{0,4}[-–]?[0-9IVXL])[\w/’'.\-–]*?(?:\s?[-–]\s?[A-Z0-9]+)?)(?=[\s,;:.)\]]|$)"
_JOINT = r"(?:\s*(?:№|Nº|No\.?|#)\s*|(?<=\.)\s*|(?<=\bRG)(?=\d)|\s+)"
_UNITS = tuple(
    (field, re.compile(rf"(?<![\w.])(?:{names}){_JOINT}{_NUMBER}", re.I))
    for field, names in (
        ("fond", r"f\.|f[ou]nds?\.?|f(?=\s\d)|ф\."),
        ("opis", r"op\.|on\.(?=\s?\d)|opis[’']?|o\.|inventory|inv\.|op(?=\s\d)|оп\."),
        ("delo", r"d\.|delo|dela|file|ed\.\s?khr\.|a\.\s?e\.|ö\.\s?e\.|(?<!\d )d(?=\s\d)|д\."),
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
_PAPKA = re.compile(r"(?<![\w.])(?:P|п)\.\s*(?P<value>\d+\w?)(?=,\s*(?:D|d|Д|д)(?:\.|elo)\s*\d)")
"""The folder in shelfmarks of Russian ministries: "F. 0102, Op. 13, P. 72, D. 5"."""
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
    marks = marks_of(reference)
    for mark in marks:
        found.append(Part(mark.field, mark.value, {}))
        first_unit = min(first_unit, mark.start)
    told = {mark.field for mark in marks} | ({"fond"} if marks and "dosar" in reference else set())
    for field, pattern in _UNITS:
        if field not in told and (match := pattern.search(reference)):
            found.append(Part(field, match["value"].rstrip(".,"), {}))
            first_unit = min(first_unit, match.start())
    if papka := _PAPKA.search(reference):
        found.append(Part("folder", papka["value"], {}))
    if locus := _leaves(reference, marks):
        extent = {"from": locus["from"], "to": locus["to"] or locus["from"]}
        found.append(Part("locus", locus[0].strip(" ,"), extent))
        first_unit = min(first_unit, locus.start())
    if not found and (code := _LAST_CODE.search(reference)):
        found.append(Part("file", code["file"], {}))
        first_unit = min(first_unit, code.start("file"))
    repository = _repository(reference, first_unit)
    return ([Part("repository", repository, {})] if repository else []) + found


_LAST_CODE = re.compile(
    r"(?<=, )(?P<file>(?:[A-Z]{1,5}[ -])?(?=[\w/.()-]*\d)(?!(?:1[5-9]|20)\d\d\.?$)[A-Z\d][\w/.()-]*)\.?$"
)
"""The number of a file that stands last, behind the name of its archive and a comma."""


def _leaves(reference: str, marks: list[Mark]) -> re.Match[str] | None:
    """Return the leaves or pages, which stand last: "P. 72" between inventory and file is a folder."""
    papka = _PAPKA.search(reference)
    loci = [match for match in _LOCUS.finditer(reference) if not papka or match.start() != papka.start()]
    if marks and not loci and (folios := folios_after(reference, marks[-1].start + 1)):
        return folios
    plain = _PLAIN_LOCUS.search(reference)
    is_span = plain is not None and int(plain["from"]) <= int(plain["to"]) <= int(plain["from"]) + _MOST_LEAVES
    return loci[-1] if loci else plain if is_span else None


_MOST_LEAVES = 400
"""The most leaves of one document; two numbers further apart are the number of a file."""


def _repository(reference: str, first_unit: int) -> str:
    """Return the name of the archive: what stands before the first number and before the comma that parts them."""
    before = reference[:first_unit].strip(" ,;:.([")
    head, comma, rest = before.partition(",")
    if head.count("(") > head.count(")") and (close := before.find(")", len(head))) > 0:
        head, rest = before[: close + 1], before[close + 1 :].lstrip(" .,;")  # the comma parts words in parentheses
    if comma and (re.search(r"\d", rest) or re.match(r"\s*[A-Z]{2,}\b", rest)):
        before = head
    if code := _CODE.match(before):
        before = code["name"]
    head, comma, rest = before.partition(", ")
    if comma and _OF_ARCHIVE.search(head) and _OF_BODY.search(rest):
        before = head
    if not before or _ONLY_UNIT.fullmatch(before):
        kept = _KEPT_AT.search(reference)
        return kept["name"] if kept else ""
    return "" if re.match(r"\d", before) or len(before) > 150 else before.strip(" ,;:")


_OF_BODY = re.compile(
    r"^(?:the )?(?:[\w’'-]+ ){0,3}(?:\w{3,}ate|Secretariat|Chancel\w+|Chancery|Cabinet|Office|Department|Ministry|"
    r"Committee|"
    r"Council|Board|Papers|Records|Collection|Files?|Series|Legation|Embassy|Court|Section|Division|Correspondence)\b"
)
"""The body or collection whose papers they are, behind the archive that keeps them."""
_ONLY_UNIT = re.compile(r"(?:series|box|folder|file|item|the)\W*", re.I)
_KEPT_AT = re.compile(
    r"(?:\b(?:at|in|of) the |,\s)(?P<name>(?:[Tt]he )?(?:[A-Z][\w.’'-]* ){0,6}"
    r"(?:Library|Archives?|Museum|Institution|Cent(?:er|re)|Record Office)(?:, [A-Z]\w+)?)\W*$"
)
"""The archive named last: "Box 12, folder 3 of the Office Files at the Harbour Library"."""


_OF_PRINT = re.compile(
    r"\b(?:Press|Publishers?|Publishing House|Verlag|Printing Office|Stationery Office|Editions?|"
    r"(?:[Cc]ollected|[Ss]elected|[Cc]omplete) [Ww]orks|Works, Vol(?:ume|\.)|[Rr]eprinted)\b"
)
_OF_PAGES = re.compile(
    r"\b(?:[Vv]ol(?:ume|\.)? [\dIVX]+, (?:[Nn]o\.|pp?\.|pages?)|pp?\. ?\d+[-–]\d+|\d+ p\.|[Ee]d(?:s\.|\.|ited by)|"
    r"Publications?\b)"
)
_OF_ARCHIVE = re.compile(r"\b(?:[Aa]r(?:ch|kh)iv\w*|[Ll]ibrary|[Cc]ollection|[Pp]apers|[Mm]useum)\b")


def is_print(words: str) -> bool:
    """Tell whether words name a printed work, and no place in an archive."""
    units = [part for part in parts_of(words) if part.field not in {"repository", "locus", "volume"}]
    if units:
        return False
    return bool(_OF_PRINT.search(words) or (_OF_PAGES.search(words) and not _OF_ARCHIVE.search(words)))


def is_unit(text: str) -> bool:
    """Tell whether words begin with a unit of an archive and its number: "f. 3"."""
    return any(pattern.match(text) for _, pattern in _UNITS)


def is_reference(text: str) -> bool:
    """Tell whether words name an archive or a place in one, rather than a newspaper, book or person."""
    coded = any(re.match(r"[A-Z]{2,} \d|[A-Z]\d{3}|\d{3}-\d{5}-", mark.value) for mark in marks_of(text))
    return coded or any(pattern.search(text) for _, pattern in _UNITS) or bool(_ARCHIVE_WORDS.search(text))
