"""The parts of a DOCX file and what points to them (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from lxml import etree

from diple.findings import bad_input
from diple.formats.archive import Archive
from diple.formats.markup import get, local


class Relation(NamedTuple):
    """Where a part points: the last word of the relation's type, and the part's name or an address outside."""

    kind: str
    target: str
    is_outside: bool


class Package:
    """A DOCX file; ``main`` is the name of the part with the document."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        roots = self.relations("")
        self.main = next((one.target for one in roots.values() if one.kind == "officeDocument"), "word/document.xml")
        if self.main not in archive:
            advice = "save it as DOCX, ODT or plain text"
            raise bad_input("I102", archive.name, "this archive holds no document of a word processor", advice)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part points to, by the relation's id; "" is the package itself."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.archive:
            return {}
        found = {}
        for element in self.archive.xml(path):
            if local(element) == "Relationship":
                kind = get(element, "Type").rpartition("/")[2]
                is_outside = get(element, "TargetMode") == "External"
                target = get(element, "Target")
                target = target if is_outside else _resolved(folder, target)
                found[get(element, "Id")] = Relation(kind, target, is_outside)
        return found

    def xml(self, kind: str) -> etree._Element | None:
        """Return the root of the part of a kind (``styles``, ``footnotes`` …) that the document points to, or None."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and relation.target in self.archive:
                return self.archive.xml(relation.target)
        return None


def _resolved(folder: str, target: str) -> str:
    """Return the name of a part as the archive has it; targets stay within, whatever dots they hold."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
