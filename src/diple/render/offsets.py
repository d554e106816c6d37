"""Where the passages of a document are in its plain texts: a map from offsets to ``xml:id`` and page."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from diple.render.shadow import (
    EXCHANGED,
    EXCHANGES,
    FIRST_TAG,
    LAST_TAG,
    MOST_NODES,
    OUTERMOST,
    TextNode,
    cast_shadow,
    tagged_node,
)
from diple.xmlio import XML_ID, parse_file, tei

MAP_NAME: Final = "{id}.{policy}.map.json"


class Passage(NamedTuple):
    """A stretch of a plain text that holds words of one element: offsets in code points, from 0, the end excluded.

    An element whose words do not stand together has several. The words of a note count for the note, and not for what
    it stands in. ``page`` is the page on which the stretch begins, ``None`` where the document has none.
    """

    id: str
    element: str
    start: int
    end: int
    page: str | None


class Page(NamedTuple):
    """A stretch of a plain text that comes from one page of the source; ``n`` is its number, ``""`` if it has none."""

    n: str
    start: int
    end: int


class TextMap(NamedTuple):
    """The passages and pages of one plain text, in the order of the text."""

    passages: tuple[Passage, ...]
    pages: tuple[Page, ...]


class _Stretch(NamedTuple):
    """Characters of the text that come from one text node, with none of another between: offsets, end excluded."""

    start: int
    end: int
    node: int


def map_files(
    document: Path,
    document_id: str,
    texts: Mapping[str, str],
    render: Callable[[etree._ElementTree, str], str],
) -> dict[str, bytes]:
    """Return the maps of a document's plain texts as JSON files, by name.

    ``texts`` are the plain texts by policy; ``render`` makes such a text from a tree and a policy. A map that cannot be
    exact has no passages and says why in ``left_out``: where a stylesheet changes the letters of the text, or the
    document is too large. Raises ``DipleError`` if the document cannot be read (I001, I020).
    """
    shadow = cast_shadow(parse_file(document))
    files = {}
    for policy, text in texts.items():
        found = map_text(text, render(shadow.tree, policy), shadow.nodes) if shadow else None
        reason = ("" if found else _LETTERS_CHANGED) if shadow else _TOO_LARGE
        content = _as_json(document_id, policy, text, found or TextMap((), ()), reason)
        files[MAP_NAME.format(id=document_id, policy=policy)] = content
    return files


_TOO_LARGE: Final = f"the document has more than {MOST_NODES} text nodes"
_LETTERS_CHANGED: Final = "the stylesheet changes letters or signs of the document, so that they cannot be followed"


def map_text(text: str, shade: str, nodes: Sequence[TextNode]) -> TextMap | None:
    """Return the map of a plain text, given the text made of the shadow; ``None`` if the two do not agree."""
    signs = _signs(text, shade) if len(text) == len(shade) else None
    if signs is None:
        return None
    stretches = _stretches(_with_points_owned(text, signs, nodes))
    return TextMap(tuple(_passages(stretches, nodes)), tuple(_pages(stretches, nodes)))


class _Signs(NamedTuple):
    """Characters of the document in the text: offsets, the end excluded, and the text node they are of.

    Each point is by itself, and its node is not told at first.
    """

    start: int
    end: int
    node: int | None


_OF_DOCUMENT: Final = re.compile(f"([{FIRST_TAG}-{LAST_TAG}])(?: *\\1)*|[{re.escape(EXCHANGES)}]")
"""Words of one text node, or a point that may be the document's, as they are in a shadow's text."""


def _signs(text: str, shade: str) -> list[_Signs] | None:
    """Return the characters that are the document's: those in which text and shadow differ; ``None`` if they cannot."""
    signs, position = [], 0
    for match in _OF_DOCUMENT.finditer(shade):
        start, end = match.span()
        words = text[start:end]
        agree = _stand_alike(words, match[0]) if match[1] else _may_be(words, match[0])
        if not agree or text[position:start] != shade[position:start]:
            return None
        if words != match[0]:
            signs.append(_Signs(start, end, tagged_node(match[1]) if match[1] else None))
        position = end
    return signs if text[position:] == shade[position:] else None


def _stand_alike(words: str, shaded: str) -> bool:
    """Tell whether words have their spaces where the words that stand for them have theirs."""
    return [*map(len, words.split(" "))] == [*map(len, shaded.split(" "))]


def _may_be(point: str, shaded: str) -> bool:
    """Tell whether a point is the edition's, which its shadow is too, or the document's, whose shadow is another."""
    return shaded in {point, point.translate(EXCHANGED)}


def _with_points_owned(text: str, signs: Sequence[_Signs], nodes: Sequence[TextNode]) -> list[_Signs]:
    """Return the characters with the text nodes of points found, as far as they can be told."""
    loose = [number for number, node in enumerate(nodes) if node.is_points]
    groups = [list(group) for _, group in groupby(signs, key=lambda sign: sign.node is None)]
    owned: list[_Signs] = []
    for before, group, after in zip([[], *groups], groups, [*groups[1:], []], strict=False):
        if group[0].node is None:
            nearby = before[-1].node if before else None, after[0].node if after else None
            owned.extend(_share(text, [sign.start for sign in group], nearby, nodes, loose))
        else:
            owned.extend(group)
    return owned


def _points(offsets: Iterable[int], node: int | None) -> Iterator[_Signs]:
    return (_Signs(offset, offset + 1, node) for offset in offsets)


_Nearby = tuple[int | None, int | None]


def _share(
    text: str, points: list[int], nearby: _Nearby, nodes: Sequence[TextNode], loose: list[int]
) -> Iterator[_Signs]:
    """Share a row of points among the nodes before and after it, and nodes of points alone between them.

    ``loose`` are the numbers of nodes of points alone; those found are taken off it.
    """
    before, after = nearby
    if before == after:
        yield from _points(points, before)
        return
    first = min(len(points), nodes[before].points_after if before is not None else 0)
    last = min(len(points) - first, nodes[after].points_before if after is not None else 0)
    yield from _points(points[:first], before)
    yield from _share_loose(text, points[first : len(points) - last], nearby, nodes, loose)
    yield from _points(points[len(points) - last :], after)


def _share_loose(
    text: str, points: list[int], nearby: _Nearby, nodes: Sequence[TextNode], loose: list[int]
) -> Iterator[_Signs]:
    """Give points to the nodes of points alone that stand between two others in the document."""
    while points:
        signs = "".join(text[offset] for offset in points)
        found = next((number for number in _between(nearby, nodes, loose) if signs.startswith(nodes[number].ink)), None)
        if found is None:
            return
        loose.remove(found)
        yield from _points(points[: len(nodes[found].ink)], found)
        points = points[len(nodes[found].ink) :]


def _between(nearby: _Nearby, nodes: Sequence[TextNode], loose: Sequence[int]) -> Iterator[int]:
    """Yield the loose nodes between two; where the text goes back in the document, those after the one and the rest."""
    before, after = nearby
    start = 0 if before is None else bisect(loose, before)
    end = len(loose) if after is None or (before is not None and after < before) else bisect(loose, after)
    notes = [nodes[number].note for number in nearby if number is not None]
    yield from (number for number in loose[start:end] if nodes[number].note in notes)
    if before is not None and after is not None and after < before:
        yield from (number for number in loose[: bisect(loose, after)] if nodes[number].note is nodes[after].note)


def _stretches(signs: Iterable[_Signs]) -> list[_Stretch]:
    """Return the characters put together by text node; points whose node is unknown are in none."""
    stretches = []
    for node, group in groupby((sign for sign in signs if sign.node is not None), key=lambda sign: sign.node):
        row = list(group)
        if node is not None:
            stretches.append(_Stretch(row[0].start, row[-1].end, node))
    return stretches


class _Host(NamedTuple):
    """An element around a text node: its id, "" if it has none, its name, and what becomes of words within it."""

    element: etree._Element
    id: str
    name: str
    is_note: bool


def _hosts(parent: etree._Element, known: dict[etree._Element, tuple[_Host, ...]]) -> tuple[_Host, ...]:
    """Return the elements around the words of one, itself first, as far as the text; ``known`` are those of others."""
    if parent not in known:
        own = _Host(parent, parent.get(XML_ID) or "", etree.QName(parent).localname, parent.tag == tei("note"))
        above = parent.getparent() if parent.tag not in OUTERMOST else None
        known[parent] = (own, *(_hosts(above, known) if above is not None else ()))
    return known[parent]


def _passages(stretches: Sequence[_Stretch], nodes: Sequence[TextNode]) -> list[Passage]:
    """Return the passages of all elements with an id, by start, the longer first."""
    found: list[Passage] = []
    latest: dict[etree._Element, int] = {}
    reached: dict[etree._Element, int] = {}
    known: dict[etree._Element, tuple[_Host, ...]] = {}
    for number, stretch in enumerate(stretches):
        node, owns = nodes[stretch.node], True
        for element, own_id, name, is_note in _hosts(node.parent, known):
            goes_on = reached.get(element) == number - 1
            if owns and own_id:
                if goes_on:
                    found[latest[element]] = found[latest[element]]._replace(end=stretch.end)
                else:
                    latest[element] = len(found)
                    found.append(Passage(own_id, name, stretch.start, stretch.end, node.page))
            if owns or goes_on:
                reached[element] = number
            owns = owns and not is_note
    return sorted(found, key=lambda passage: (passage.start, -passage.end))


def _pages(stretches: Sequence[_Stretch], nodes: Sequence[TextNode]) -> Iterator[Page]:
    """Yield the stretches of text that come from one page, pages of notes at the end of the text among them."""
    for n, group in groupby(stretches, key=lambda stretch: nodes[stretch.node].page):
        if n is not None:
            row = list(group)
            yield Page(n, row[0].start, row[-1].end)


def _as_json(document_id: str, policy: str, text: str, found: TextMap, left_out: str) -> bytes:
    """Return a map as JSON, a passage or page to a line; ``sha256`` is that of the text's file."""
    head = {
        "document": document_id,
        "policy": policy,
        "text": f"{document_id}.{policy}.txt",
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        **({"left_out": left_out} if left_out else {}),
    }
    parts = [f"{_json(key)}: {_json(value)}" for key, value in head.items()]
    parts.append(_rows("passages", [passage._asdict() for passage in found.passages]))
    parts.append(_rows("pages", [page._asdict() for page in found.pages]))
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _rows(key: str, rows: Iterable[Mapping[str, object]]) -> str:
    return f"{_json(key)}: [\n" + ",\n".join(map(_json, rows)) + "\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
