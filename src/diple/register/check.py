"""What is to be put right in a register, seen together with the documents that point to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.findings import Finding, Level
from diple.register.entries import Entry, Identifier, Register, plain_form
from diple.register.reading import FOLDER, line_of, words_in
from diple.xmlio import TEI, parse_file

_POINTERS: Final = ("ref", "who", "toWhom", "corresp", "sameAs", "target")
_NAMES: Final = frozenset(f"{{{TEI}}}{name}" for name in ("persName", "placeName", "orgName"))


class _Pointer(NamedTuple):
    """A pointer from a document into the register: the element that has it, and where that stands."""

    ref: str
    element: etree._Element
    file: str
    attribute: str


def check(register: Register, tei_files: Sequence[Path]) -> list[Finding]:
    """Return what is wrong or unfinished in a register, by file and line.

    Pointers into the register that lead nowhere (D601, an error); marked names whose wording the entry they point to
    does not list (D602); entries that no document points to (D603); an identifier that two entries share (D604).
    Raises ``DipleError`` if a document cannot be read (I001, I020).
    """
    pointers = [pointer for path in tei_files for pointer in _pointers(path)]
    findings = [*_dangling(register, pointers), *_unlisted(register, pointers)]
    findings += [*_unused(register, pointers), *_shared_identifiers(register.entries)]
    return sorted(findings, key=lambda finding: (finding.file, finding.line, finding.code))


def dangling(register: Register, tei_file: Path) -> list[Finding]:
    """Return the pointers of one document into the register that lead nowhere (D601)."""
    return list(_dangling(register, _pointers(tei_file)))


def _pointers(path: Path) -> Iterator[_Pointer]:
    for element in parse_file(path).getroot().iter(f"{{{TEI}}}*"):
        for attribute in _POINTERS:
            for ref in element.get(attribute, "").split():
                if ref.startswith(f"{FOLDER}/"):
                    yield _Pointer(ref, element, str(path), attribute)


def _dangling(register: Register, pointers: Iterable[_Pointer]) -> Iterator[Finding]:
    for pointer in pointers:
        if register.entry(pointer.ref) is None:
            message = f"@{pointer.attribute} points to {pointer.ref}, which the register does not have"
            yield _finding("D601", "error", pointer, message, "add the entry, or point to another")


def _unlisted(register: Register, pointers: Iterable[_Pointer]) -> Iterator[Finding]:
    """Yield one finding for each wording that the entry lacks, at the first place where it stands."""
    told: set[tuple[str, str]] = set()
    for pointer in pointers:
        entry = register.entry(pointer.ref)
        if entry is None or pointer.element.tag not in _NAMES or pointer.attribute != "ref":
            continue
        words = words_in(pointer.element)
        if words and (entry.ref, plain_form(words)) not in told and not _lists(entry, words):
            told.add((entry.ref, plain_form(words)))
            advice = f'add it to {entry.id} as a name with type="variant"'
            yield _finding("D602", "advice", pointer, f"the register does not know “{words}” as a name of this", advice)


def _lists(entry: Entry, words: str) -> bool:
    wanted = plain_form(words)
    return any(plain_form(name.text) == wanted for name in entry.names)


def _unused(register: Register, pointers: Iterable[_Pointer]) -> Iterator[Finding]:
    used = {pointer.ref for pointer in pointers}
    for entry in register.entries:
        if entry.ref not in used:
            advice = "mark where it is named, or take the entry out"
            message = f"no document points to {entry.id}"
            yield Finding("D603", "advice", entry.path, entry.line, 0, message, suggestion=advice)


def _shared_identifiers(entries: Iterable[Entry]) -> Iterator[Finding]:
    owners: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for identifier in entry.identifiers:
            owner = owners.setdefault((identifier.type, identifier.value), entry)
            if owner is not entry:
                yield _twice(identifier, owner, entry)


def _twice(identifier: Identifier, owner: Entry, entry: Entry) -> Finding:
    message = f"{identifier.type} {identifier.value} is the identifier of {owner.id} and of {entry.id}"
    advice = "make one entry of the two, or put the identifier right"
    return Finding("D604", "warning", entry.path, identifier.line, 0, message, suggestion=advice)


def _finding(code: str, level: Level, pointer: _Pointer, message: str, advice: str) -> Finding:
    xpath = pointer.element.getroottree().getpath(pointer.element)
    line = line_of(pointer.element)
    return Finding(code, level, pointer.file, line, 0, message, xpath=xpath, suggestion=advice)
