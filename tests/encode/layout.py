"""The facts of a document's frame: heads, fields, numbers, entries, tables, who was there, speech taken up."""

from __future__ import annotations

from collections.abc import Callable

from reading import Element, Fact, find, plain, whole

TEXT = "//t:text"
FIELDS = ("from", "to", "via", "subject", "addressee", "reference", "precedence")
PRESENT = frozenset({"participant", "recorder", "interpreter", "author"})


def date_of(date: Element) -> str:
    """Return the value of a date as ISO or EDTF writes it: a day, a period, or bounds."""
    if when := date.get("when"):
        return str(when)
    ends = [date.get(one) or date.get(other) or "" for one, other in (("from", "notBefore"), ("to", "notAfter"))]
    return "/".join(ends) if any(ends) else ""


def dates_at(path: str) -> Callable[[Element], list[Fact]]:
    """Return a reader of the dates that an XPath selects; one without a value is no fact."""
    return lambda root: [value for date in find(root, path) if (value := date_of(date))]


def _headings(root: Element) -> list[Fact]:
    return [plain(head) for head in find(root, f"{TEXT}//t:head")]


def _fields(root: Element) -> list[Fact]:
    told = " or ".join(f"@type='{field}'" for field in FIELDS)
    return [[found.get("type"), plain(found)] for found in find(root, f"{TEXT}//t:seg[{told}]")]


def _numbers(root: Element) -> list[Fact]:
    """Return the numbers of paragraphs and items in order; which of the two they are does not matter."""
    numbered = find(root, f"{TEXT}//t:p[@n] | {TEXT}//t:item[@n][not(parent::t:list[@type='distribution'])]")
    return [(found.get("n") or "").strip("().") for found in numbered]


def _entries(root: Element) -> list[Fact]:
    """Return the first date in head or dateline of each entry, or an empty string."""
    entries = find(root, f"{TEXT}//t:div[@type='entry']")
    above = "t:head//t:date | t:dateline//t:date | t:opener//t:date"
    return [next((date_of(date) for date in find(entry, above)), "") for entry in entries]


def _resumed(root: Element) -> list[Fact]:
    return [plain(label).rstrip(" :.") for label in find(root, f"{TEXT}//t:sp[@prev]/t:speaker")]


def _rows(root: Element) -> list[Fact]:
    return [" | ".join(plain(cell) for cell in find(row, "t:cell")) for row in find(root, f"{TEXT}//t:row")]


def _attendance(root: Element) -> list[Fact]:
    """Return all names and the office of each person of whom the document says that they were there."""
    present = [p for p in find(root, "//t:particDesc//t:person") if PRESENT & {*(p.get("role") or "").split()}]
    offices = "t:occupation | t:roleName | t:persName/t:roleName"
    return [
        [" | ".join(plain(n) for n in find(p, "t:persName")), next((plain(o) for o in find(p, offices)), "")]
        for p in present
    ]


def _unclear(root: Element) -> list[Fact]:
    return [plain(found) for found in find(root, f"{TEXT}//t:unclear")]


LAYOUT: dict[str, Callable[[Element], list[Fact]]] = {
    "headings": _headings,
    "fields": _fields,
    "numbers": _numbers,
    "entries": _entries,
    "resumed": _resumed,
    "rows": _rows,
    "attendance": _attendance,
    "unclear": _unclear,
    "telegrams": lambda root: [whole(found) for found in find(root, f"{TEXT}//t:idno[@type='telegram']")],
    "languages": lambda root: [
        [str(found.get("{http://www.w3.org/XML/1998/namespace}lang")), plain(found)]
        for found in find(root, f"{TEXT}//t:foreign")
    ],
}
