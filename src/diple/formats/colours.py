"""Names of the colours that words are marked with: pens have few, programs sixteen million."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = {
    "yellow": (255, 255, 0),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "pink": (255, 182, 193),
    "blue": (0, 0, 255),
    "red": (255, 0, 0),
    "orange": (255, 165, 0),
    "grey": (192, 192, 192),
    "white": (255, 255, 255),
    "black": (0, 0, 0),
}
_HEX = re.compile(r"#?([0-9a-f]{6})", re.I)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def colour_name(value: str) -> str:
    """Return the name of the colour nearest to ``#rrggbb``; a name that a program gives (``darkBlue``) with hyphens."""
    match = _HEX.fullmatch(value)
    if match is None:
        return _CAPITAL.sub("-", value).lower()
    parts = [int(match[1][place : place + 2], 16) for place in (0, 2, 4)]
    return min(_NAMED, key=lambda name: sum((a - b) ** 2 for a, b in zip(parts, _NAMED[name], strict=True)))
