"""Tables of web pages: those that hold data, and those that only lay a page out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diple.formats.html.names import name_of

_PARAGRAPHS = 3
"""From how many paragraphs in one cell on a table lays out a page."""
_WIDEST = 100


def rows_of(table: etree._Element) -> Iterator[list[tuple[etree._Element, int]]]:
    """Yield the rows of a table: each cell with the number of columns it covers."""
    for element in table:
        if name_of(element) in {"thead", "tbody", "tfoot"}:
            yield from rows_of(element)
        elif name_of(element) == "tr":
            yield [(cell, _columns(cell)) for cell in element if name_of(cell) in {"td", "th"}]


def is_layout(table: etree._Element) -> bool:
    """Tell whether a table only lays out a page: one column, a table within, or pages of text in a cell."""
    rows = list(rows_of(table))
    if max((len(row) for row in rows), default=0) < 2 or table.get("role") in {"presentation", "none"}:
        return True
    if any(name_of(one) == "table" for one in table.iterdescendants(etree.Element)):
        return True
    cells = (cell for row in rows for cell, _ in row)
    return any(
        sum(name_of(one) in {"p", "div", "h1", "h2", "h3", "li"} for one in cell) > _PARAGRAPHS for cell in cells
    )


def _columns(cell: etree._Element) -> int:
    span = cell.get("colspan", "1")
    return min(max(int(span), 1), _WIDEST) if span.isdigit() else 1
