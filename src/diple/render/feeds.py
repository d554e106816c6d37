"""sitemap.xml, an Atom feed of changes, and robots.txt: what search engines and feed readers ask an edition for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.render.edition_info import EditionInfo
from diple.render.press import press
from diple.xmlio import parse_made, write_made

FEED: Final = "feed.xml"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
NO_ADDRESS: Final = (
    f"{SITEMAP} and {FEED}, which hold full addresses; write base_url in edition.toml when the edition has one"
)
_NO_PAGES_TO_FIND: Final = frozenset({"404.html", "search.html"})


class Feeds(NamedTuple):
    """The files written, and why others were not, in a sentence."""

    files: tuple[Path, ...]
    left_out: str


def changes_of(tei: Path, edition: EditionInfo) -> str:
    """Return the dated changes of a document (TEI 2.6) as one XML element; raises what ``Press.document`` does."""
    return press().feed(tei, tei.stem, edition)


def write_feeds(out: Path, pages: Iterable[Path], changes: Sequence[str], edition: EditionInfo) -> Feeds:
    """Write what the edition offers to search engines and feed readers, and say what it cannot.

    ``pages`` are the HTML files in ``out``, of which those are listed that show a thing first and not in another state;
    ``changes`` are what ``changes_of`` gave for each document. Sitemap and feed hold full addresses: an edition without
    ``base_url`` has none, and those of an earlier run go. Raises ``DipleError`` (I002) if ``out`` cannot be written.
    """
    site = _site(sorted({page.relative_to(out).as_posix() for page in pages}), changes)
    forms = {ROBOTS: "robots", SITEMAP: "sitemap", FEED: "atom"}
    if not edition.base_url:
        (out / SITEMAP).unlink(missing_ok=True)
        (out / FEED).unlink(missing_ok=True)
        forms = {ROBOTS: "robots"}
    for name, form in forms.items():
        write_made(out / name, press().site_feed(site, form, edition))
    return Feeds(tuple(out / name for name in forms), "" if edition.base_url else NO_ADDRESS)


def _site(paths: Iterable[str], changes: Iterable[str]) -> str:
    """Return the pages and changes of an edition as the XML element that the stylesheet takes."""
    site = etree.Element("site")
    for path in paths:
        if _is_listed(path):
            folder, _, name = path.removeprefix("documents/").partition("/")
            etree.SubElement(site, "page", path=path, document=folder if name else "")
    site.extend(parse_made(change) for change in changes)
    return etree.tostring(site, encoding="unicode")


def _is_listed(path: str) -> bool:
    """Tell whether a page is one to be found: of a document's pages only the first."""
    parts = path.split("/")
    is_document = parts[0] == "documents" and len(parts) == 3
    return path.endswith(".html") and path not in _NO_PAGES_TO_FIND and (not is_document or parts[2] == "index.html")
