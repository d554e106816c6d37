"""The elements of HTML by what they are for."""

from __future__ import annotations

from lxml import etree

from diple.formats.formatting import Kind
from diple.formats.pieces import Look

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select
    summary table tbody td tfoot th thead tr ul""".split()
)
UNSEEN = frozenset("script style template noscript head title meta link object iframe svg canvas datalist map".split())
"""Elements whose content is no text that a reader of the page sees."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CHROME = frozenset("nav form button select dialog menu search input textarea".split())
AROUND = frozenset("header footer aside".split())
"""Elements that are furniture unless the document stands in them."""
ROLES = frozenset("navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar".split())
_KINDS: dict[Kind, str] = {
    "italic": "i em cite dfn var",
    "bold": "b strong",
    "underline": "u",
    "added": "ins",
    "strikethrough": "s strike del",
    "superscript": "sup",
    "subscript": "sub",
    "highlight": "mark",
    "small-caps": "small-caps",
}
LOOKS = {name: Look(kind) for kind, names in _KINDS.items() for name in names.split()}
"""How words look; ``del`` and ``ins`` without a date are marks of the document, not changes of the page."""
_STYLES = (
    ("line-through", "s"),
    ("text-decoration:underline", "u"),
    ("vertical-align:super", "sup"),
    ("vertical-align:sub", "sub"),
    ("font-style:italic", "i"),
    ("font-weight:bold", "b"),
    ("font-variant:small-caps", "small-caps"),
)
VERBATIM = frozenset("pre xmp listing plaintext textarea".split())
"""Elements whose white space and line ends are shown as they stand."""
CHANGES: dict[str, Kind] = {"del": "deleted", "ins": "inserted"}


def name_of(element: etree._Element) -> str:
    """Return an element's name in lower case without a prefix; "" for comments and processing instructions."""
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


UNSEEN_CLASSES = frozenset(
    """hidden d-none sr-only visually-hidden visuallyhidden screen-reader-text element-invisible noprint no-print
    d-print-none""".split()
)
"""What frameworks call things that only machines read aloud, that are not shown, or that are not to be printed."""


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown, or not to be printed: by its attributes, as the page was saved."""
    return is_switched_off(element) or not UNSEEN_CLASSES.isdisjoint(element.get("class", "").lower().split())


def is_switched_off(element: etree._Element) -> bool:
    """Tell whether an element's own attributes say that it is not shown; a script may show it."""
    style = element.get("style", "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style or "visibility:hidden" in style


_SMALL_CAPITALS = frozenset({"smcap", "smallcaps", "small-caps"})


def is_verbatim(element: etree._Element) -> bool:
    """Tell whether the white space and line ends of an element are shown as they stand."""
    return name_of(element) in VERBATIM or "white-space:pre" in element.get("style", "").replace(" ", "").lower()


def styled(element: etree._Element) -> Look | None:
    """Return the look that an element's own style gives its words, where it is a mark on them."""
    style = element.get("style", "").replace(" ", "").lower()
    if not _SMALL_CAPITALS.isdisjoint(element.get("class", "").lower().split()):
        return LOOKS["small-caps"]
    return next((LOOKS[kind] for sign, kind in _STYLES if sign in style), None)
