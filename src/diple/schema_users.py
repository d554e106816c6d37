"""Who uses an element: the encoder, the registers, or people who correct and describe by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from diple.xmlio import parse_file

ENCODER, REGISTERS, PEOPLE = "the encoder (`diple encode`)", "registers", "people, who put it in by hand"


def users(tree: Path, elements: Iterable[str]) -> Mapping[str, str]:
    """Return for each of these elements who uses it, in words.

    ``tree`` is the source tree, where the encoder's golden files and the edition's TEI and registers are the evidence:
    an element that none of them has is one that people put in.
    """
    encoded = _names(tree.glob("tests/cases/*/*/golden.xml")) | _names(tree.glob("tei/*.xml"))
    registers = _names(tree.glob("tei/register/*.xml"))
    return MappingProxyType({name: _words(name in encoded, name in registers) for name in elements})


def _words(encoded: bool, in_registers: bool) -> str:
    found = [words for words, used in ((ENCODER, encoded), (REGISTERS, in_registers)) if used]
    return ", ".join(found) or PEOPLE


def _names(files: Iterable[Path]) -> set[str]:
    return {etree.QName(element).localname for file in files for element in parse_file(file).iter("*")}
