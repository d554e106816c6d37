"""Changes tracked in an ODT file (OpenDocument 1.3 part 3, 5.5)."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from diple.formats.formatting import Kind
from diple.formats.markup import child, children, get, local
from diple.formats.pieces import Look

_KINDS: dict[str, Kind] = {"insertion": "inserted", "deletion": "deleted"}


class Change(NamedTuple):
    """A tracked change: who made it and when, and for a deletion the element that holds what was deleted."""

    look: Look
    deleted: etree._Element | None


def changes_in(body: etree._Element | None) -> dict[str, Change]:
    """Return the changes of a document by their ids; changes of the format alone are none of its text."""
    found: dict[str, Change] = {}
    for region in children(child(body, "tracked-changes"), "changed-region"):
        for element in region:
            kind = _KINDS.get(local(element))
            if kind is not None:
                deleted = element if kind == "deleted" else None
                found[get(region, "id")] = Change(Look(kind, "", *made_by(child(element, "change-info"))), deleted)
    return found


def made_by(element: etree._Element | None) -> tuple[str, str]:
    """Return the name of whoever made a change or comment, and the date."""
    creator, date = child(element, "creator"), child(element, "date")
    name = "".join(str(part) for part in creator.itertext()) if creator is not None else ""
    return name, (date.text or "").strip() if date is not None else ""
