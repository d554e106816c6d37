"""Which elements may nest in which, as TEI's content models want it; others the builder leaves out, not their text."""

from __future__ import annotations

ONLY_IN: dict[str, frozenset[str]] = {
    "dateline": frozenset({"opener", "closer"}),
    "salute": frozenset({"opener", "closer"}),
    "signed": frozenset({"closer", "opener"}),
    "byline": frozenset({"opener", "closer"}),
    "speaker": frozenset({"sp"}),
    "item": frozenset({"list"}),
    "row": frozenset({"table"}),
    "cell": frozenset({"row"}),
    "head": frozenset(),
}
"""Elements that may stand, amid other text, in no others than these."""

PHRASE_HOLDERS = frozenset(
    {"persName", "placeName", "orgName", "roleName", "name", "date", "time", "abbr", "expan", "foreign", "speaker",
     "salute", "dateline", "signed", "stamp", "email", "num", "byline", "gloss"}
)  # fmt: skip
"""Elements that hold text and phrases, but nothing that may also stand between paragraphs (macro.phraseSeq)."""

BETWEEN = frozenset({"quote", "q", "said", "bibl", "stage", "list", "table", "floatingText", "cit"})
"""Elements that may stand in a paragraph or between paragraphs (model.inter)."""

ELEMENT_ONLY = frozenset(
    {"opener", "closer", "sp", "postscript", "list", "div", "body", "choice", "subst", "app",
     "table", "row"}
)  # fmt: skip
"""Elements in which white space is no text."""

TEXT_ONLY = frozenset({"idno"})
EMPTY = frozenset({"pb", "lb", "metamark", "anchor", "gap", "space", "milestone", "handShift"})
GLOBAL = frozenset({"pb", "lb", "metamark", "anchor", "gap", "space", "milestone", "note", "fw", "handShift"})
"""Elements that may stand nearly anywhere (model.global)."""

BLOCKS = frozenset({"p", "ab", "lg", "l"})
_BLOCK_HOLDERS = frozenset({"note", "said", "quote", "item"})
_DIVISIONS = frozenset({"div", "body", "postscript"})
_CHOICES = frozenset({"choice", "subst", "app"})
_IN_CHOICE = frozenset({"sic", "corr", "abbr", "expan", "orig", "reg", "unclear", "add", "del", "lem", "rdg"})
_HOLDERS_OF_OPENERS = frozenset({"opener", "closer"})


def may_hold(outer: str, inner: str) -> bool:
    """Tell whether the element ``outer`` may hold ``inner`` directly."""
    if outer in TEXT_ONLY or outer in EMPTY:
        return False
    if outer in _CHOICES:
        return inner in _IN_CHOICE
    if outer in _DIVISIONS:
        return inner in GLOBAL | BETWEEN | BLOCKS
    if outer == "sp":
        return inner in {"speaker", "stage"} or inner in GLOBAL
    if inner in BLOCKS:
        return outer in _BLOCK_HOLDERS
    if inner in ONLY_IN:
        return outer in ONLY_IN[inner]
    if outer in PHRASE_HOLDERS or outer in _HOLDERS_OF_OPENERS:
        return inner not in BETWEEN
    return True


_PAIRS = {
    "choice": ({"sic", "corr"}, {"abbr", "expan"}, {"orig", "reg"}, {"unclear"}),
    "subst": ({"add", "del"},),
    "app": ({"lem", "rdg"}, {"rdg"}),
}


def is_complete(tag: str, children: list[str]) -> bool:
    """Tell whether an element that says one thing by its parts has the parts it needs; others always have."""
    return tag not in _PAIRS or any(set(children) == pair and len(children) > 1 for pair in _PAIRS[tag])
