"""What the pages say of the edition they belong to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Protocol

from lxml import etree

from diple.render.house import STYLE, house_of, own_file

_NOT_SAID: Final = frozenset({"house"})
"""What the stylesheets are not told: no path of the machine can then stand in what they make."""


class EditionLike(Protocol):
    """What rendering asks of an edition: any object with these texts will do, ``diple.edition.Edition`` among them."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def subtitle(self) -> str: ...  # noqa: D102
    @property
    def publisher(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def licence_name(self) -> str: ...  # noqa: D102
    @property
    def licence_url(self) -> str: ...  # noqa: D102
    @property
    def rights(self) -> str: ...  # noqa: D102
    @property
    def base_url(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> str: ...  # noqa: D102
    @property
    def citation(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """An edition's title, imprint and licence, each as text; empty where the edition does not say.

    ``language`` is a BCP 47 tag, ``date`` an ISO date, ``base_url`` the edition's address, ending in ``/``.
    ``search`` is not empty if the edition is rendered with a search, ``style`` if it has a style sheet of its own;
    ``books`` names the kinds of books of each document, parted by spaces; ``house`` is the folder with such files
    (``diple.render.house``). What calls itself an edition need not have them.
    """

    title: str
    subtitle: str = ""
    publisher: str = ""
    language: str = "en"
    licence_name: str = ""
    licence_url: str = ""
    rights: str = ""
    base_url: str = ""
    version: str = ""
    date: str = ""
    citation: str = ""
    search: str = ""
    books: str = ""
    style: str = ""
    house: str = ""

    @classmethod
    def of(cls, edition: EditionLike) -> EditionInfo:
        """Return the texts of any edition, plain, so that they can be handed to another process."""
        texts = {field.name: str(getattr(edition, field.name, "")) for field in fields(cls)}
        house = texts["house"] or house_of(getattr(edition, "root", None))
        return cls(**{**texts, "house": house, "style": STYLE if own_file(house, STYLE) else ""})

    def as_xml(self) -> str:
        """Return the texts as the attributes of one XML element, as the stylesheets take them."""
        element = etree.Element("edition", {name: getattr(self, name) for name in self._said()})
        return etree.tostring(element, encoding="unicode")

    def _said(self) -> list[str]:
        return [field.name for field in fields(self) if field.name not in _NOT_SAID]
