"""Forms of names: how one may be written, and what it leads to (TEI 14.2)."""

from __future__ import annotations

from typing import Final, NamedTuple

from diple import patterns as re

INITIAL_END: Final = re.compile(r"(?:(?<=\b[^\W\d_]\.)|(?<=\b[^\W\d_]{2}\.))(?=\w)")
"""The place between an initial, of one letter or two, and the word that follows it without a space."""


class NamedForm(NamedTuple):
    """A form of a name, as the text may give it, with the element and the pointer it leads to."""

    form: str
    ref: str
    tag: str = "persName"


def form_key(text: str) -> str:
    """Return a form with one space after each initial and straight apostrophes, the rest as it is."""
    return " ".join(INITIAL_END.sub(" ", text.replace("’", "'")).split())
