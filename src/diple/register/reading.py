"""Reading a register from its files, and refusing one that would lead readers astray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from diple.findings import bad_input
from diple.inputs import TEI_SUFFIX
from diple.nameforms import form_key
from diple.register.entries import Entry, Identifier, Name, Register
from diple.xmlio import XML_ID, parse_file, tei

FOLDER: Final = "register"

_KINDS: Final = {"person": "persName", "personGrp": "persName", "place": "placeName", "org": "orgName"}
"""The elements of entries, and for each the element that marks such a name in a text."""

_PLACE_NAMES: Final = frozenset({"placeName", "country", "region", "settlement", "district", "geogName"})
_BREAKS: Final = frozenset({tei("lb"), tei("pb"), tei("cb")})
_DOUBTFUL: Final = frozenset({"low", "unknown"})


def list_registers(folder: Path) -> list[Path]:
    """Return the files of a register by name; a folder that does not exist holds none."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if path.suffix == TEI_SUFFIX and not path.name.startswith("."))


def read_register(folder: Path) -> Register:
    """Return the register in a folder of TEI files with ``listPerson``, ``listPlace`` and ``listOrg`` (TEI 14.3).

    Raises ``DipleError`` if a file cannot be read (I001, I020) or is not TEI (I070), if an entry has no ``xml:id`` or
    one that is taken (I071), has no name (I072), or if two entries share a form of name and neither says of it, by
    ``cert="low"``, that it may mean somebody else (I073).
    """
    entries = tuple(entry for path in list_registers(folder) for entry in _entries(path))
    _refuse_shared_forms(entries)
    return Register(entries)


def _entries(path: Path) -> Iterator[Entry]:
    root = parse_file(path).getroot()
    if root.tag != tei("TEI"):
        advice = "a register is a TEI document with standOff and in it listPerson, listPlace or listOrg"
        raise bad_input("I070", str(path), "this is not a TEI document", advice, line=line_of(root))
    seen: set[str] = set()
    for element in root.iter(*(tei(kind) for kind in _KINDS)):
        if next(element.iterancestors(tei("teiHeader")), None) is None:
            yield _entry(element, path, seen)


def _entry(element: etree._Element, path: Path, seen: set[str]) -> Entry:
    kind = etree.QName(element).localname
    identifier = element.get(XML_ID, "")
    if not identifier or identifier in seen:
        message = f"the xml:id “{identifier}” is there twice" if identifier else f"a {kind} has no xml:id"
        raise bad_input("I071", str(path), message, "give each entry an xml:id of its own", line_of(element))
    seen.add(identifier)
    names = tuple(_names(element, kind))
    if not names:
        raise bad_input("I072", str(path), f"{identifier} has no name", f"give it a {_KINDS[kind]}", line_of(element))
    file = f"{FOLDER}/{path.name}"
    return Entry(identifier, _KINDS[kind], file, str(path), line_of(element), names, tuple(_identifiers(element)))


def _names(element: etree._Element, kind: str) -> Iterator[Name]:
    """Yield the names of an entry, its main name first; what stands in entries within it is theirs."""
    wanted = _PLACE_NAMES if kind == "place" else {_KINDS[kind]}
    for child in element.iterchildren(*(tei(name) for name in sorted(wanted | {"name"}))):
        if words := words_in(child):
            yield Name(words, child.get("cert") not in _DOUBTFUL, line_of(child))


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    for child in element.iterchildren(tei("idno")):
        yield Identifier(child.get("type", ""), words_in(child), line_of(child))


def _refuse_shared_forms(entries: tuple[Entry, ...]) -> None:
    owners: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.names:
            owner = owners.setdefault(form_key(name.text), entry) if name.is_sure else entry
            if owner is not entry:
                message = f"“{name.text}” is a name of {owner.id} and of {entry.id}"
                advice = 'put cert="low" on it, or take it out of one of them'
                raise bad_input("I073", entry.path, message, advice, name.line)


def words_in(element: etree._Element) -> str:
    """Return the words of a name, white space runs as single spaces, without notes on it."""
    return " ".join(_text(element).split())


def _text(element: etree._Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _BREAKS:
            pieces.append("" if child.get("break") == "no" else " ")
        elif isinstance(child.tag, str) and child.tag != tei("note"):
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def line_of(element: etree._Element) -> int:
    """Return the line on which an element begins, counted from 1; 0 if it was not read from a file."""
    return int(getattr(element, "sourceline", None) or 0)
