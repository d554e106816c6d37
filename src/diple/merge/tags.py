"""Tags of a file written anew: another name, another value of an attribute; and what kinds of elements there are."""

from __future__ import annotations

from html import escape

from diple.merge.spelled import Spelled

Splice = tuple[int, int, str]
"""Characters of the edited file, from and to, and what stands there instead."""

MILESTONES = frozenset({"<pb/", "<cb/", "<gb/", "<lb/", "<milestone/", "<handShift/"})
"""Empty elements that stand between words as well as between blocks (TEI 3.11.3, 12.3.2.1)."""

_READINGS = frozenset({"<sic", "<corr", "<orig", "<reg", "<abbr", "<expan", "<rdg", "<lem"})
"""Elements that hold one of several readings (TEI 3.5, 12.1)."""

_MEANING = frozenset(
    "ref key who when from to notBefore notAfter when-custom from-custom to-custom value quantity target corresp sameAs"
    " calendar datingMethod".split()
)
"""Attributes that say what the words of an element mean: who, when, how much (TEI 13.1.1, 13.1.2, 3.6)."""


def is_of_its_words(file: Spelled, index: int) -> bool:
    """Tell whether what the element of a tag says would not hold for other words in it."""
    return file.tokens[index].key in _READINGS or not _MEANING.isdisjoint(file.attributes(index))


def name_splices(file: Spelled, index: int, name: str) -> tuple[Splice, ...]:
    """Return the splices that give an element another name."""
    token, close = file.tokens[index], file.tokens[file.partners[index]]
    old = len(token.key.strip("</"))
    opening = (token.start + 1, token.start + 1 + old, name)
    return (opening,) if token is close else (opening, (close.start + 2, close.start + 2 + old, name))


def attribute_splice(file: Spelled, index: int, name: str, value: str | None) -> Splice:
    """Return the splice that gives a tag an attribute, another value of it, or takes it away (``None``)."""
    attributes = file.attributes(index)
    if value is None:
        one = attributes[name]
        start = len(file.text[: one.start].rstrip())
        return start, one.end, ""
    if name in attributes:
        one = attributes[name]
        return one.start, one.end, f'{name}="{_quoted(value)}"'
    token = file.tokens[index]
    end = max([one.end for one in attributes.values()], default=token.start + len(token.key.rstrip("/")))
    return end, end, f' {name}="{_quoted(value)}"'


def _quoted(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")
