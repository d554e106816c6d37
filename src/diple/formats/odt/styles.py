"""What styles say of paragraphs, words and lists (OpenDocument 1.3 part 3, chapters 16 and 20)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diple.formats.colours import colour_name
from diple.formats.counting import counted
from diple.formats.formatting import Kind
from diple.formats.markup import child, children, get, local
from diple.formats.pieces import Look

_DEEPEST = 12
_NO_COLOUR = frozenset({"", "transparent", "#ffffff"})
_NO_LINE = frozenset({"", "none"})
_BULLET = "•"


class Styles:
    """The styles of a document, named and automatic."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        for root in roots:
            for element in root.iter(etree.Element) if root is not None else ():
                if local(element) == "style":
                    self._styles[get(element, "family"), get(element, "name")] = element
                elif local(element) == "list-style":
                    self._lists[get(element, "name")] = element

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            found = self._styles.get((family, name))
            if found is None:
                return
            yield found
            name = get(found, "parent-style-name")

    def breaks_page(self, paragraph: str) -> bool:
        """Tell whether a page begins with the paragraphs of a style."""
        for style in self._chain("paragraph", paragraph):
            properties = child(style, "paragraph-properties")
            if get(properties, "break-before"):
                return get(properties, "break-before") == "page"
            if get(style, "master-page-name"):
                return True
        return False

    def ends_page(self, paragraph: str) -> bool:
        """Tell whether a page ends with the paragraphs of a style."""
        properties = (child(style, "paragraph-properties") for style in self._chain("paragraph", paragraph))
        return any(get(one, "break-after") == "page" for one in properties)

    def looks(self, name: str, family: str = "text") -> tuple[Look, ...]:
        """Return how words of a style look."""
        layers = [child(style, "text-properties") for style in self._chain(family, name)]
        pen, line = _nearest(layers, "background-color"), _nearest(layers, "text-line-through-type")
        values = {"highlight": colour_name(pen), "strikethrough": "double" if line == "double" else ""}
        return tuple(Look(kind, values.get(kind, "")) for kind in _kinds(layers))

    def font(self, name: str) -> str:
        """Return the font of the words of a style, "" where it is that of its paragraph."""
        return _nearest([child(style, "text-properties") for style in self._chain("text", name)], "font-name")

    def list_style(self, paragraph: str) -> str:
        """Return the list style that a paragraph's style names, or ""."""
        chain = self._chain("paragraph", paragraph)
        return next((found for style in chain if (found := get(style, "list-style-name"))), "")

    def marker(self, style: str, depth: int, counts: list[int]) -> str:
        """Return what is printed before an item at a depth from 1; ``counts`` has its place in each list around it."""
        levels = {get(one, "level"): one for one in self._lists.get(style, ())}
        level = levels.get(str(depth))
        if level is None or local(level) != "list-level-style-number":
            return f"{_BULLET} " if level is not None else ""
        shown = get(level, "display-levels", "1")
        first = max(0, depth - int(shown if shown.isdigit() else "1"))
        numbers = [self._number(levels.get(str(place + 1)), counts[place]) for place in range(first, depth)]
        text = ".".join(number for number in numbers if number)
        return f"{get(level, 'num-prefix')}{text}{get(level, 'num-suffix')} " if text else ""

    @staticmethod
    def _number(level: etree._Element | None, count: int) -> str:
        style = get(level, "num-format")
        start = get(level, "start-value", "1")
        return counted(count + int(start if start.isdigit() else "1"), style) if style else ""


def _kinds(layers: list[etree._Element | None]) -> Iterator[Kind]:
    if _nearest(layers, "font-style") in {"italic", "oblique"}:
        yield "italic"
    weight = _nearest(layers, "font-weight")
    if weight == "bold" or (weight.isdigit() and int(weight) >= 600):
        yield "bold"
    if _nearest(layers, "text-underline-style") not in _NO_LINE:
        yield "underline"
    if _nearest(layers, "text-line-through-style", "text-line-through-type") not in _NO_LINE:
        yield "strikethrough"
    if _nearest(layers, "background-color").casefold() not in _NO_COLOUR:
        yield "highlight"
    if _nearest(layers, "font-variant") == "small-caps":
        yield "small-caps"
    if _nearest(layers, "display") == "none":
        yield "hidden"
    yield from _raised(_nearest(layers, "text-position"))


def _raised(position: str) -> Iterator[Kind]:
    """Yield superscript or subscript for a position such as ``super 58%`` or ``-33% 58%``."""
    height = position.split()[0] if position.split() else ""
    if height == "super" or (height.endswith("%") and height[:-1].strip("0.") and not height.startswith("-")):
        yield "superscript"
    elif height == "sub" or height.startswith("-"):
        yield "subscript"


def _nearest(layers: list[etree._Element | None], *names: str) -> str:
    return next((found for layer in layers for name in names if (found := get(layer, name))), "")


def item_number(item: etree._Element) -> int | None:
    """Return the number at which an item's counting starts anew, or None."""
    start = get(item, "start-value")
    return int(start) if start.isdigit() else None


def items(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the items of a list and its header."""
    for name in ("list-header", "list-item"):
        yield from children(element, name)
