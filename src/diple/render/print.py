"""A document as PDF, set by WeasyPrint (``diple[pdf]``) from a page that holds all it needs: nothing is fetched."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from diple.resources import resource
from diple.xmlio import write_made

PDF: Final = "{id}.pdf"
NO_WEASYPRINT: Final = "PDF, since WeasyPrint is not installed; pip install 'diple[pdf]' brings it"
NO_PANGO: Final = (
    "PDF, since WeasyPrint does not find the library Pango, which sets the type; the system's packages have it"
    " (on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0)"
)
_VARIANT: Final = "pdf/ua-1"
"""ISO 14289-1: tagged, with a title and a language, so that it can be read aloud."""


@lru_cache(maxsize=1)
def why_no_pdf() -> str:
    """Return why no PDF can be made on this machine, in a sentence; nothing if it can."""
    if find_spec("weasyprint") is None:
        return NO_WEASYPRINT
    try:
        _weasyprint()
    except OSError:  # what cffi raises for a library that is not there
        return NO_PANGO
    return ""


def write_pdf(path: Path, page: str, own_style: str = "") -> None:
    """Write the PDF of a page, as ``print.xsl`` makes it, unless the file there has been made from the same.

    ``own_style`` is the edition's style sheet, which comes after the program's. The PDF names as its identifier what
    it was made from: the page, the style sheets, WeasyPrint's version. The fonts are the system's. Raises
    ``DipleError`` (I002) if the file cannot be written.
    """
    style = resource("xslt", "assets", "print.css").read_text(encoding="utf-8") + own_style
    identifier = sha256("\0".join((page, style, version("weasyprint"))).encode()).hexdigest()
    if not _is_made_from(path, identifier):
        write_made(path, _set(page, style, identifier))


def _is_made_from(path: Path, identifier: str) -> bool:
    return path.is_file() and f"({identifier})".encode() in path.read_bytes()


def _set(page: str, style: str, identifier: str) -> bytes:
    printer = _weasyprint()
    nothing = import_module("weasyprint.urls").URLFetcher(allowed_protocols=())
    sheet = printer.CSS(string=style, url_fetcher=nothing)
    html = printer.HTML(string=page, url_fetcher=nothing)
    made = html.write_pdf(stylesheets=[sheet], pdf_variant=_VARIANT, pdf_identifier=identifier.encode())
    return bytes(made)


def _weasyprint() -> Any:
    """Return WeasyPrint; raises ``OSError`` if a library that it needs is not on the system."""
    return import_module("weasyprint")
