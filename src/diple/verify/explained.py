"""Differences that the TEI itself explains: a change of revisionDesc points to the place (TEI 2.6)."""

from __future__ import annotations

from lxml import etree

from diple.verify.collate import Difference
from diple.xmlio import NS, XML_ID


class Explained:
    """The changes that a document's ``revisionDesc`` tells of, by the elements they point to (``change/@target``)."""

    def __init__(self, root: etree._Element) -> None:
        self._changes = {
            pointer: " ".join("".join(map(str, change.itertext())).split())
            for change in root.iterfind(".//tei:revisionDesc//tei:change[@target]", NS)
            for pointer in str(change.get("target")).split()
        }

    def why(self, difference: Difference) -> str:
        """Return what the change that points to the place of a difference, or to one around it, says; else ""."""
        element = difference.word.element if difference.word else None
        while element is not None and self._changes:
            if told := self._changes.get(f"#{element.get(XML_ID)}"):
                return told
            element = element.getparent()
        return ""
