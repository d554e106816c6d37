"""TEI that exists already: taken as it is, checked for what holds for all TEI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from diple.findings import bad_input
from diple.ledger import Entry, Ledger, digest
from diple.xmlio import TEI, parse_bytes

if TYPE_CHECKING:
    from diple.source import Source


def read_tei(data: bytes, file: str) -> etree._Element:
    """Return the root of a TEI document (P5); ``file`` is what messages call it.

    Raises ``DipleError`` if the XML is not well-formed (I020) or is no TEI P5 (I106).
    """
    root = parse_bytes(data, file).getroot()
    name = etree.QName(root)
    if name.namespace == TEI and name.localname == "TEI":
        return root
    what, advice = "XML of another kind", "name the transcript it was made from, or convert it to TEI P5"
    if name.localname in {"TEI.2", "teiCorpus.2"}:
        what, advice = "TEI P4", "convert it to P5, with TEI's own stylesheet p4top5"
    elif name.namespace == TEI and name.localname == "teiCorpus":
        what, advice = "a corpus of TEI documents", "give each of its documents a file of its own"
    elif name.localname in {"TEI", "teiCorpus"}:
        what, advice = "without TEI's namespace", f'write xmlns="{TEI}" into its first element'
    elif name.localname.lower() == "html":
        what, advice = "a web page", "let its name end in .html"
    message = f"this XML is {what} (its first element is {name.localname})"
    raise bad_input("I106", file, message, advice)


def source_text(data: bytes, file: str) -> str:
    """Return the characters of a TEI document's ``text``, in order, comments aside; raises what ``read_tei`` raises."""
    text = read_tei(data, file).find(f"{{{TEI}}}text")
    return "" if text is None else "".join(_characters(text))


def _characters(element: etree._Element) -> Iterator[str]:
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield str(node.text or "")
        elif node is not element:
            yield str(node.tail or "")


def taken_ledger(source: Source) -> Ledger:
    """Return the account of a TEI file that is taken as it is: all of its text is text of the edition."""
    whole = Entry(0, len(source.text), "text", "/text[1]") if source.text else None
    return Ledger(
        source.name, source.encoding, digest(source.text), len(source.text), digest(source.original),
        (whole,) if whole else (),
    )  # fmt: skip
