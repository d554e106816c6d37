"""The floors of ``corpus/floors.toml``: the F1 that each document and kind has reached and must not lose again.

``[frame/document]`` holds a floor for each kind of fact; ``[aside]`` holds one for each kind over all documents kept
aside, since nobody is to look at those one by one. A loss that is accepted, or a document put aside, is entered by
deleting the line here and saving again.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

from corpus import CORPUS

FLOORS = CORPUS / "floors.toml"
ASIDE = "aside"
HEAD = "# Raised by `make score SCORE=--save-floors`; never lowered but by hand.\n"
Floors = dict[str, dict[str, float]]


def rounded(f1: float) -> float:
    """Return F1 cut to three digits, so that it never is above what was reached."""
    return math.floor(f1 * 1000) / 1000


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors of a file; there are none where it does not exist."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def raised(old: Floors, reached: Floors) -> Floors:
    """Return for each document and kind that is scored the higher of floor and F1."""
    return {
        name: {kind: max(rounded(f1), old.get(name, {}).get(kind, 0.0)) for kind, f1 in kinds.items()}
        for name, kinds in reached.items()
    }


def as_toml(floors: Floors) -> str:
    """Return floors as TOML, by name and kind."""
    tables = [
        f'["{name}"]\n' + "".join(f"{kind} = {floor:.3f}\n" for kind, floor in sorted(kinds.items()))
        for name, kinds in sorted(floors.items())
    ]
    return HEAD + "\n" + "\n".join(tables)
