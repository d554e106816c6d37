"""What a file says of stretches of its text that signs in the text cannot say: struck out, raised, commented on."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "heading",
    "italic",
    "bold",
    "underline",
    "strikethrough",
    "added",
    "superscript",
    "subscript",
    "highlight",
    "small-caps",
    "hidden",
    "link",
    "inserted",
    "deleted",
    "comment",
    "header",
    "footer",
    "page-number",
    "table",
    "row",
    "cell",
    "metadata",
    "furniture",
]


class Formatting(NamedTuple):
    """What a file says of the characters from ``start`` to ``end``.

    ``agent`` and ``date`` (ISO 8601) tell who made a tracked change or comment, and when, where the file says so.
    ``value`` is the level of a heading, the address of a link, the field of metadata, the columns a cell covers, the
    reason why furniture is dropped or the page's number; ``at`` the offset at which a comment, or a page whose number
    stands elsewhere, belongs.
    """

    start: int
    end: int
    kind: Kind
    value: str = ""
    agent: str = ""
    date: str = ""
    at: int = -1
