"""What the head of a web page tells of its document: Dublin Core, Highwire and Open Graph (HTML 4.2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diple import patterns as re
from diple.formats.pieces import Paragraph, Run

_FIELDS = {
    "title": ("dc.title", "dcterms.title", "citation_title", "og:title"),
    "author": ("dc.creator", "dcterms.creator", "citation_author", "author"),
    "record-id": ("dc.identifier", "dcterms.identifier"),
    "rights": ("dc.rights", "dcterms.rights"),
    "repository": ("dc.publisher", "dcterms.publisher"),
    "abstract": ("dc.description", "dcterms.abstract", "dcterms.description"),
}
"""For each field of the header the names under which pages tell it, the surest first."""


def metadata(root: etree._Element) -> Iterator[Paragraph]:
    """Yield a paragraph for each thing the head tells; its ``value`` is the field of the header."""
    told: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if content:
            told.setdefault(name, []).append(content)
    for field, names in _FIELDS.items():
        for words in dict.fromkeys(next((told[name] for name in names if name in told), [])):
            yield _paragraph(field, words)
    if not any(name in told for name in _FIELDS["title"]):
        for element in list(root.iter("title"))[:1]:
            yield from (_paragraph("title", words) for words in [_without_site(root, element.text or "")] if words)
    for element in root.iter("link"):
        if element.get("rel") == "canonical" and (element.get("href") or "").startswith(("http://", "https://")):
            yield _paragraph("url", str(element.get("href")))
            return


def _without_site(root: etree._Element, title: str) -> str:
    """Return the title of a page without the name of the site beside it, where the page has the rest as a heading."""
    words = " ".join(title.split())
    for one in (*root.iter("h1"), *root.iter("h2")):
        heading = " ".join("".join(map(str, one.itertext())).split())
        before, found, behind = words.partition(heading) if heading else (words, "", "")
        if found and (_SITE_BEHIND.match(behind) or not behind) and (_SITE_BEFORE.search(before) or not before):
            return heading
    return words


_SITE_BEHIND = re.compile(r"\s*[|–—·•»«:/-]{1,2}\s+\S")
_SITE_BEFORE = re.compile(r"\S\s*[|–—·•»«:/-]{1,2}\s+$")
"""What parts the title of a page from the name of its site."""


def _paragraph(field: str, words: str) -> Paragraph:
    return Paragraph([Run(words)], "metadata", field)
