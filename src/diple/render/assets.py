"""The style sheets, scripts and signs that the pages share, as they are published."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from rcssmin import cssmin  # type: ignore[import-untyped, unused-ignore]

from diple.render.edition_info import EditionInfo
from diple.render.house import STYLE, own_file
from diple.resources import resource
from diple.xmlio import write_made

ASSETS: Final = ("diple.css", "forms.css", "hands.css", "around.css", "diple.svg", "list.js")


def asset(name: str) -> bytes:
    """Return a shared file as it is published: a style sheet without comments and the space between its rules."""
    content = resource("xslt", "assets", name).read_bytes()
    return str(cssmin(content.decode())).encode() if name.endswith(".css") else content


def write_assets(out: Path, edition: EditionInfo) -> list[Path]:
    """Write what all pages share, and the edition's own style sheet as it stands, to ``out/assets``; return the files.

    Raises ``DipleError`` (I002) if they cannot be written.
    """
    own = own_file(edition.house, STYLE)
    for name in ASSETS:
        write_made(out / "assets" / name, asset(name))
    if own:
        write_made(out / "assets" / STYLE, own.read_bytes())
    else:
        (out / "assets" / STYLE).unlink(missing_ok=True)
    return [out / "assets" / name for name in (*ASSETS, *([STYLE] if own else []))]
