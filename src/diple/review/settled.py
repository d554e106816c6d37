"""What a person has settled: said with @cert on the element, or in a change of revisionDesc that points to it."""

from __future__ import annotations

from lxml import etree

from diple.review.places import home_of
from diple.xmlio import NS, XML_ID


class Settled:
    """The places of a document that a person has settled (TEI 2.6 for revisionDesc/change, 22.3 for @cert).

    A place is settled if its element has ``cert="high"``, or if a ``change`` has the ``xml:id`` of the element, or of
    the nearest around it that has one, among the pointers of its ``target``.
    """

    def __init__(self, root: etree._Element) -> None:
        targets = root.iterfind(".//tei:revisionDesc//tei:change[@target]", NS)
        self._ids = {pointer for change in targets for pointer in str(change.get("target")).split()}

    def __call__(self, element: etree._Element) -> bool:
        """Say whether nobody needs to look at this element any more."""
        own = f"#{element.get(XML_ID)}"
        return element.get("cert") == "high" or own in self._ids or home_of(element) in self._ids
