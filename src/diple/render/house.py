"""What an edition has of its own beside ``edition.toml``: stylesheets that take precedence, a style sheet, texts."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from markdown_it import MarkdownIt

from diple.edition import EDITION_FILE
from diple.findings import bad_input
from diple.resources import resource

STYLE: Final = "edition.css"
"""The edition's own style sheet, in its folder as in ``assets``."""
FRONT, ABOUT = "front.md", "about.md"

_XSLT: Final = "http://www.w3.org/1999/XSL/Transform"


def house_of(root: Path | None) -> str:
    """Return the folder of an edition that may have files of its own, or nothing for documents that stand alone."""
    return str(root.resolve()) if root is not None and (root / EDITION_FILE).is_file() else ""


def own_file(house: str, name: str) -> Path | None:
    """Return the edition's own file of a name such as ``front.md`` or ``xslt/html.xsl``, if it has one.

    The stylesheets of the program itself are no edition's own, wherever they stand.
    """
    path = Path(house, name)
    return path if house and path.is_file() and not path.is_relative_to(resource("xslt").resolve()) else None


def stylesheet_with(own: Path, name: str) -> str:
    """Return a stylesheet in which the templates and functions of ``own`` take precedence over the program's ``name``.

    The one includes, the other is imported (XSLT 3.0, 3.11): so ``own`` holds nothing but what is to be otherwise.
    """
    imported, included = (quoteattr(path.as_uri()) for path in (resource("xslt", name).resolve(), own))
    return (
        f'<xsl:stylesheet version="3.0" xmlns:xsl="{_XSLT}">'
        f"<xsl:import href={imported}/><xsl:include href={included}/></xsl:stylesheet>"
    )


def own_text(house: str, name: str) -> str:
    """Return a text of the edition's own, written in Markdown (CommonMark), as one XML element ``own``.

    HTML within it is shown as it is written. Nothing comes of a text that is not there. Raises ``DipleError`` (I001) if
    it cannot be read.
    """
    path = own_file(house, name)
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input("I001", str(path), "the file cannot be read as UTF-8 text") from error
    return f"<own>{MarkdownIt('commonmark', {'html': False, 'xhtmlOut': True}).render(text)}</own>"
