"""What the pages say of the edition they belong to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Protocol

from lxml import etree


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
    ``search`` is not empty if the edition is rendered with a search; what calls itself an edition need not have it.
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

    @classmethod
    def of(cls, edition: EditionLike) -> EditionInfo:
        """Return the texts of any edition, plain, so that they can be handed to another process."""
        return cls(**{field.name: str(getattr(edition, field.name, "")) for field in fields(cls)})

    def as_xml(self) -> str:
        """Return the texts as the attributes of one XML element, as the stylesheets take them."""
        element = etree.Element("edition", {field.name: getattr(self, field.name) for field in fields(self)})
        return etree.tostring(element, encoding="unicode")
