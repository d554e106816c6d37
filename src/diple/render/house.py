"""What an edition has of its own beside ``edition.toml``: stylesheets that take precedence, a style sheet, texts."""

from __future__ import annotations

from collections.abc import Iterable
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

_LAYERS: Final = {name: ("html.xsl", f"book/{name}") for name in ("print.xsl", "epub.xsl")}
"""The stylesheets that are laid over another."""

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


def layers_of(house: str, name: str) -> tuple[Path, ...]:
    """Return what a stylesheet is laid together from where the edition has a part of its own in it, else nothing.

    Each takes precedence over those before it: the program's files, and after each the edition's of the same name. A
    book is a layer over the page of a document, so what is the edition's own on the page is so in the book.
    """
    layers, is_own = [], False
    for layer in _LAYERS.get(name, (name,)):
        own = own_file(house, f"xslt/{Path(layer).name}")
        layers += [resource("xslt", *layer.split("/")).resolve(), *([own] if own else [])]
        is_own = is_own or own is not None
    return tuple(layers) if is_own else ()


def stylesheet_of(layers: Iterable[Path]) -> str:
    """Return a stylesheet in which each file's templates and functions take precedence over those of the files before.

    They are imported in this order (XSLT 3.0, 3.11): so a layer holds nothing but what is to be otherwise.
    """
    imports = "".join(f"<xsl:import href={quoteattr(path.as_uri())}/>" for path in layers)
    return f'<xsl:stylesheet version="3.0" xmlns:xsl="{_XSLT}">{imports}</xsl:stylesheet>'


def own_text(house: str, name: str) -> str:
    """Return a text of the edition's own, written in Markdown (CommonMark), as one XML element ``own``.

    HTML within it is shown as it is written. Nothing comes of a text that is not there. Raises ``DipleError`` (I001) if
    it cannot be read.
    """
    path = own_file(house, name)
    if path is None:
        return ""
    return f"<own>{MarkdownIt('commonmark', {'html': False, 'xhtmlOut': True}).render(_read(path))}</own>"


def own_style(house: str) -> str:
    """Return the edition's own style sheet, or nothing; raises ``DipleError`` (I001) if it cannot be read."""
    path = own_file(house, STYLE)
    return _read(path) if path else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input("I001", str(path), "the file cannot be read as UTF-8 text") from error
