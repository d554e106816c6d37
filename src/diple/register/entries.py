"""What a register holds: entries with their names and identifiers (TEI 14.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from diple.agents import name_key
from diple.nameforms import NamedForm, form_key


def plain_form(name: str) -> str:
    """Return a name as it is compared: white space, apostrophes, case and an article before it aside."""
    return form_key(name).casefold().removeprefix("the ")


class Name(NamedTuple):
    """A form of name; ``is_sure`` if wherever it stands it means this entry and no other. ``line`` counts from 1."""

    text: str
    is_sure: bool
    line: int


class Identifier(NamedTuple):
    """What an authority file calls the entry: ``type`` is ``wikidata``, ``viaf``, ``geonames`` or ``gnd``."""

    type: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, place or organization; ``tag`` is the element that marks its name in a text, ``file`` where it stands.

    ``path`` is the file as it was opened, ``file`` as documents point to it: ``register/persons.xml``.
    """

    id: str
    tag: str
    file: str
    path: str
    line: int
    names: tuple[Name, ...]
    identifiers: tuple[Identifier, ...] = ()

    @property
    def ref(self) -> str:
        """Return the pointer to the entry from a document: ``register/persons.xml#orvin``."""
        return f"{self.file}#{self.id}"


@dataclass(frozen=True)
class Register:
    """The entries of an edition, in the order of files and lines; ids are unique in their file, sure forms in all."""

    entries: tuple[Entry, ...] = ()
    _by_ref: dict[str, Entry] = field(init=False, repr=False, compare=False)
    _bearers: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_ref", {entry.ref: entry for entry in self.entries})
        object.__setattr__(self, "_bearers", _bearers(self.entries))

    def forms(self) -> tuple[NamedForm, ...]:
        """Return each form of name that means one entry wherever it stands, with the pointer to it and its element."""
        return tuple(
            NamedForm(name.text, entry.ref, entry.tag) for entry in self.entries for name in entry.names if name.is_sure
        )

    def entry(self, ref: str) -> Entry | None:
        """Return the entry a pointer leads to, or None."""
        return self._by_ref.get(ref)

    def person(self, names: Iterable[str]) -> Entry | None:
        """Return the one person whom these names mean, titles before them and accents aside; None if none or several.

        Names that are nobody's are passed over.
        """
        meant = [self._bearers[key] for key in map(name_key, names) if key in self._bearers]
        common = frozenset.intersection(*meant) if meant else frozenset()
        return self._by_ref[min(common)] if len(common) == 1 else None


def _bearers(entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    """Return the persons' pointers by each sure form of name, as it is looked up."""
    bearers: dict[str, frozenset[str]] = {}
    for entry in entries:
        for name in entry.names if entry.tag == "persName" else ():
            if name.is_sure:
                key = name_key(name.text)
                bearers[key] = bearers.get(key, frozenset()) | {entry.ref}
    return bearers
