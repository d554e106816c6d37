"""What styles and direct formatting say of paragraphs and runs (ECMA-376 part 1, 17.3 and 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from diple.formats.colours import colour_name
from diple.formats.formatting import Kind
from diple.formats.markup import child, children, get, is_on, local, value
from diple.formats.pieces import Look

_SWITCHES: tuple[tuple[str, Kind], ...] = (
    ("i", "italic"),
    ("b", "bold"),
    ("strike", "strikethrough"),
    ("dstrike", "strikethrough"),
    ("smallCaps", "small-caps"),
    ("vanish", "hidden"),
)
_RAISED: dict[str, Kind] = {"superscript": "superscript", "subscript": "subscript"}
_HEADING = re.compile(r"heading ([1-6])", re.I)
_DEEPEST = 12
"""How many styles may be based on each other; a circle ends there."""


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {get(style, "styleId"): style for style in children(root, "style")}
        self._default = next(
            (
                key
                for key, one in self._styles.items()
                if get(one, "type") == "paragraph" and get(one, "default") == "1"
            ),
            "",
        )

    def chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style, the one it is based on, and so on."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

    def paragraph_property(self, paragraph: etree._Element, *path: str) -> etree._Element | None:
        """Return what is said of a paragraph at a path of its properties, directly or by its style."""
        properties = child(paragraph, "pPr")
        direct = child(properties, *path)
        if direct is not None:
            return direct
        style = value(properties, "pStyle") or self._default
        return next((found for one in self.chain(style) if (found := child(one, "pPr", *path)) is not None), None)

    def heading_level(self, paragraph: etree._Element) -> int:
        """Return the level of a heading from 1 to 6, or 0 if the paragraph is none."""
        style = value(paragraph, "pPr", "pStyle")
        for one in self.chain(style):
            name = value(one, "name")
            if match := _HEADING.fullmatch(name):
                return int(match[1])
            if name.casefold() == "title":
                return 1
        level = get(self.paragraph_property(paragraph, "outlineLvl"), "val")
        return int(level) + 1 if level.isdigit() and int(level) < 6 else 0

    def looks(self, run: etree._Element, paragraph: etree._Element | None) -> tuple[Look, ...]:
        """Return how a run looks: by itself, else by its style; its paragraph's style says it only of marks on words.

        What a whole paragraph's style says (bold headings, italic quotations) is not repeated for each of its runs.
        """
        direct = child(run, "rPr")
        layers = [direct, *(child(one, "rPr") for one in self.chain(value(direct, "rStyle")))]
        style = value(paragraph, "pPr", "pStyle")
        marks = [child(one, "rPr") for one in self.chain(style)]
        kinds: list[Kind] = []
        for name, kind in _SWITCHES:
            said = layers + (marks if kind in {"strikethrough", "hidden"} else [])
            if _first_said(said, name) and kind not in kinds:
                kinds.append(kind)
        is_double = _first_said(layers + marks, "dstrike")
        looks = [Look(kind, "double" if kind == "strikethrough" and is_double else "") for kind in kinds]
        return (*looks, *_other_looks(layers))


def _first_said(layers: list[etree._Element | None], name: str) -> bool:
    return next((on for layer in layers if (on := is_on(layer, name)) is not None), False)


def _other_looks(layers: list[etree._Element | None]) -> Iterator[Look]:
    if _nearest(layers, "u") not in {"", "none"} and not _is_link(layers):
        yield Look("underline")
    if (pen := _nearest(layers, "highlight")) not in {"", "none"}:
        yield Look("highlight", colour_name(pen))
    elif fill := _shade(layers):
        yield Look("highlight", colour_name(fill))
    if kind := _RAISED.get(_nearest(layers, "vertAlign")):
        yield Look(kind)


def _shade(layers: list[etree._Element | None]) -> str:
    fill = next((found for layer in layers if (found := get(child(layer, "shd"), "fill"))), "")
    return "" if fill.casefold() in {"auto", "ffffff"} else fill


def _nearest(layers: list[etree._Element | None], name: str) -> str:
    return next((found for layer in layers if (found := value(layer, name))), "")


def _is_link(layers: list[etree._Element | None]) -> bool:
    """Tell whether a run is underlined only as links are."""
    style = value(layers[0], "rStyle")
    return "link" in style.casefold() and layers[0] is not None and all(local(one) != "u" for one in layers[0])
