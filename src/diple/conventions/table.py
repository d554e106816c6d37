"""Conventions of a house, in a table: what a wording means (TEI 2.3.3, ``editorialDecl``: the practice of a source)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diple.conventions.meaning import MEANINGS, Meaning
from diple.conventions.wording import Wording


class Example(NamedTuple):
    """A text, and the TEI (or the plain words) that must stand in what becomes of it; ``line`` is that of the file."""

    source: str
    becomes: str
    line: int


@dataclass(frozen=True, slots=True)
class Convention:
    """A wording with its meaning.

    ``keys`` say more of the meaning, by the names of ``MEANINGS``. ``begins`` is the offset of the document from which
    on it holds, and ``is_told`` says that the document itself says what its signs mean.
    """

    wording: Wording
    means: str
    where: str
    keys: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0
    begins: int = 0
    is_told: bool = False

    @property
    def meaning(self) -> Meaning:
        """The construct that it means."""
        return MEANINGS[self.means]

    @property
    def why(self) -> str:
        """What to tell of a claim by it: the wording and where it stands."""
        place = f" ({self.file}, line {self.line})" if self.line else ""
        return f"“{self.wording.written}” means {self.means}{place}"


@dataclass(frozen=True, slots=True)
class House:
    """The conventions that hold for a document; the first that fits a place counts."""

    conventions: tuple[Convention, ...] = ()

    def with_more(self, conventions: Iterable[Convention]) -> House:
        """Return a house in which these conventions come before the others."""
        return House((*conventions, *self.conventions))
