"""The fenced blocks of a guide, and what the tests compare them with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from diple.edition import Edition
from diple.pipeline import Encoding, encode
from diple.source import Source, read_source
from diple.xmlio import TEI, parse_bytes

TREE = Path(__file__).resolve().parents[2]
LEFT_OUT = "…"
"""Alone on a line of a block: here something is left out. In XML it stands in a comment."""

_FENCE = re.compile(r"^```(?P<language>\S+)(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.S | re.M)
_AT_LINE_END = re.compile(r"\A\s*\n\s*|\s*\n\s*\Z")


class Fence(NamedTuple):
    """One fenced block: its language, the words and ``key=value`` pairs behind it, its text and its line."""

    language: str
    words: tuple[str, ...]
    values: dict[str, str]
    text: str
    line: int

    def __str__(self) -> str:
        return f"line {self.line}"


def fences(guide: Path) -> list[Fence]:
    """Return the fenced blocks of a guide in order."""
    page = guide.read_text(encoding="utf-8")
    return [_fence(match, page) for match in _FENCE.finditer(page)]


def _fence(match: re.Match[str], page: str) -> Fence:
    parts = match["info"].split()
    values = dict(part.split("=", 1) for part in parts if "=" in part)
    words = tuple(part for part in parts if "=" not in part)
    return Fence(match["language"], words, values, match["text"], page.count("\n", 0, match.start()) + 1)


@cache
def source_of(name: str) -> Source:
    return read_source(TREE / name)


@cache
def encoding_of(name: str, *, register: bool = False) -> Encoding:
    """Return what the encoder gives for a source of the tree, as a member of this repository's edition.

    Without the edition's register only the names that the document itself explains are marked.
    """
    edition = Edition.load(TREE)
    return encode(source_of(name), edition=edition if register else replace(edition, tei=TREE / "docs"))


@cache
def tree_of(name: str, *, ids: bool, register: bool = False) -> str:
    return flat(parse_bytes(encoding_of(name, register=register).tei, name).getroot(), ids=ids)


def flat(root: etree._Element, *, ids: bool) -> str:
    """Return a tree as one string that does not depend on layout, order of attributes or, if so wanted, ids."""
    return "".join(_tokens(root, ids=ids))


def _tokens(root: etree._Element, *, ids: bool) -> Iterator[str]:
    for event, node in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "start":
            yield _opening(node, ids=ids) + even(node.text)
        elif event == "end":
            yield f"</{etree.QName(node).localname}>" + (even(node.tail) if node is not root else "")
        elif str(node.text).strip() == LEFT_OUT:
            yield LEFT_OUT * 3 + even(node.tail)


def _opening(element: etree._Element, *, ids: bool) -> str:
    values = {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}
    attributes = (f' {name}="{value}"' for name, value in sorted(values.items()))
    kept = "".join(attribute for attribute in attributes if ids or not attribute.startswith(' id="'))
    return f"<{etree.QName(element).localname}{kept}>"


def even(text: str | None) -> str:
    """Return text without indentation at its ends, other white space as single spaces."""
    return re.sub(r"\s+", " ", _AT_LINE_END.sub("", text or ""))


def fragment(text: str) -> etree._Element:
    """Return a piece of TEI, which need not have one root, within an element of its own."""
    return parse_bytes(f'<x xmlns="{TEI}">{text}</x>'.encode(), "the block").getroot()


def parts_of_fragment(text: str) -> list[str]:
    """Return the stretches of a piece of TEI between the places where something is left out."""
    whole = flat(fragment(text), ids=" xml:id=" in text).removeprefix("<x>").removesuffix("</x>")
    return [part.strip() for part in whole.split(LEFT_OUT * 3) if part.strip()]


def parts_of_text(text: str) -> list[str]:
    """Return the stretches of a plain block between the lines on which something is left out, white space evened."""
    parts = re.split(rf"^{LEFT_OUT}$", text, flags=re.M)
    return [" ".join(part.split()) for part in parts if part.strip()]


def missing(parts: list[str], whole: str) -> str:
    """Return the first part that does not stand in the whole behind the one before, or nothing."""
    position = 0
    for part in parts:
        found = whole.find(part, position)
        if found < 0:
            return part
        position = found + len(part)
    return ""
