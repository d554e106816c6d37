"""Notes that a page has within its paragraphs: shown in the margin, or only where the reader points at their mark."""

from __future__ import annotations

import re

from lxml import etree

from diple.formats.html.links import is_label
from diple.formats.html.names import name_of
from diple.formats.html.pages import text_of

_CLASS = re.compile(r"(?:^|\s)(?:side|margin|foot|end)-?notes?(?:[_-]{1,2}(?:text|content|body))?(?:$|\s)", re.I)
_OF_NOTE = re.compile(r"(?:^|[\s_-])(?:fn|(?:foot|end|side|margin)?-?note)(?:$|[\s_-])", re.I)
_LEADS = re.compile(
    r"(?:jump|go|link|back|return|click|show|view|open|scroll)\b.{0,24}|(?:see )?(?:foot|end)?note\s*\S{0,4}", re.I
)
"""What a page says of a link to a note, and is none itself."""
_SHORTEST = 2
"""How many words a note has at least."""
_HOLDERS = frozenset({"span", "small", "label", "ins", "font"})


def told_by_title(element: etree._Element) -> str:
    """Return the words of a note that stand in the title of its mark, or ""."""
    title = " ".join((element.get("title") or "").split())
    is_mark = name_of(element) == "sup" or bool(_OF_NOTE.search(element.get("class", "")))
    if not is_mark or len(title.split()) < _SHORTEST or not is_label(text_of(element)):
        return ""
    return "" if _LEADS.fullmatch(title) else title


def is_inline_note(element: etree._Element) -> bool:
    """Tell whether an element within a paragraph is a note's text, by its class; its mark stands before it."""
    if name_of(element) not in _HOLDERS or not _CLASS.search(element.get("class", "")):
        return False
    inner = any(is_inline_note(one) for one in element.iterdescendants(etree.Element))
    return not inner and len(text_of(element).split()) >= _SHORTEST
