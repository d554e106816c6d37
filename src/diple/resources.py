"""Where the stylesheets and schemas are: inside an installed wheel, or at the top of the source tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``resource("xslt", "html.xsl")``.

    Raises ``FileNotFoundError`` if neither the wheel nor the source tree holds it.
    """
    for base in (_PACKAGE, _PACKAGE.parent.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
