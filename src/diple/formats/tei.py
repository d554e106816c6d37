"""TEI that exists already: taken as it is, checked for what holds for all TEI."""

from __future__ import annotations

from lxml import etree

from diple.findings import bad_input
from diple.xmlio import TEI, parse_bytes

_ROOTS = frozenset({"TEI", "teiCorpus"})


def read_tei(data: bytes, file: str) -> etree._Element:
    """Return the root of a TEI document (P5); ``file`` is what messages call it.

    Raises ``DipleError`` if the XML is not well-formed (I020) or is no TEI P5 (I106).
    """
    root = parse_bytes(data, file).getroot()
    name = etree.QName(root)
    if name.namespace == TEI and name.localname in _ROOTS:
        return root
    what, advice = "XML of another kind", "name the transcript it was made from, or convert it to TEI P5"
    if name.localname in {"TEI.2", "teiCorpus.2"}:
        what, advice = "TEI P4", "convert it to P5, with TEI's own stylesheet p4top5"
    elif name.localname in _ROOTS:
        what, advice = "without TEI's namespace", f'write xmlns="{TEI}" into its first element'
    elif name.localname.lower() == "html":
        what, advice = "a web page", "let its name end in .html"
    message = f"this XML is {what} (its first element is {name.localname})"
    raise bad_input("I106", file, message, advice)


def words_of(data: bytes, file: str) -> str:
    """Return the characters of a TEI document's text, in order, without its header; raises what ``read_tei`` raises."""
    root = read_tei(data, file)
    texts = [node for node in root.iterchildren() if node.tag != f"{{{TEI}}}teiHeader"]
    return "\n".join("".join(str(part) for part in node.itertext(etree.Element)) for node in texts)
