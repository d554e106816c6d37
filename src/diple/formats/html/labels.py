"""Labels that a page prints, or leaves to markup: of items, of notes, of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from diple.formats.counting import counted
from diple.formats.html.links import label_at_start
from diple.formats.html.names import BLOCKS, name_of
from diple.formats.html.pages import text_of
from diple.formats.pieces import Run

_BULLET = "• "
_SPEAKER = re.compile(r"(?:^|[\s_-])(?:speaker|member|interlocutor|talker)(?:$|[\s_-])", re.I)
_LONGEST = 60
_ENDED = ".:;,—–-?!"
_BEGINS = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?[\[(\"“‘'«„]*[A-ZÀ-ÞА-ЯЁ\d]")


def marker_of(item: etree._Element) -> str:
    """Return what is printed before an item of a list."""
    parent = item.getparent()
    if parent is None or name_of(parent) != "ol":
        return _BULLET
    start = parent.get("start", "")
    number = int(start) - 1 if start.lstrip("-").isdigit() else 0
    for one in (sibling for sibling in parent if name_of(sibling) == "li"):
        value = one.get("value", "")
        number = int(value) if value.lstrip("-").isdigit() else number + 1
        if one is item:
            break
    return f"{counted(number, parent.get('type', '1'))}. "


def without_label(runs: list[Run], label: str) -> list[Run]:
    """Return the runs of a note's body without its label, in whatever runs its characters stand."""
    left = label_at_start("".join(run.text for run in runs), label)
    result = []
    for run in runs:
        taken = min(left, len(run.text))
        left -= taken
        result.append(run._replace(text=run.text[taken:]))
    return [run for run in result if run.text]


def lacks_sign(element: etree._Element) -> bool:
    """Tell whether an element is a speaker's label by its class alone: no sign parts it from a speech after it."""
    words = text_of(element)
    if not _SPEAKER.search(element.get("class", "")) or not 0 < len(words) <= _LONGEST or words[-1] in _ENDED:
        return False
    return bool(_BEGINS.match("".join(_after(element))))


def _after(element: etree._Element) -> Iterator[str]:
    """Yield the words after an element in its paragraph."""
    while name_of(element) not in BLOCKS:
        yield element.tail or ""
        for sibling in element.itersiblings():
            yield "".join(map(str, sibling.itertext())) + (sibling.tail or "")
        parent = element.getparent()
        if parent is None:
            return
        element = parent
