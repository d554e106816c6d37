"""What a note says of marks: each mark with its shape, its place and the wording of its extent (TEI 11.3.4.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from diple import patterns as re
from diple.recognisers.brackets.hands import PLACES
from diple.recognisers.margin.wording import (
    BESIDE,
    COUNTS,
    EXTENTS,
    HIGHLIGHTED,
    LINE,
    MARGIN,
    MARKS,
    WRITING,
    WRITTEN,
)

LONGEST_NOTE = 1_200
"""A longer note tells more than marks; only so many of its characters are read for them."""

_MARGIN_SAID = re.compile(
    r"\b(?:(?P<side>left|right)(?:-hand)?(?:\s+(?:side|hand))?\s+margins?|margins?(?:\s+(?:on|"
    r"to)\s+the\s+(?P<side_after>left|right))?|"
    r"on\s+the\s+(?P<side_only>left|right))\b",
    re.I,
)
_ON_WORD = re.compile(
    r"(?:(?:heavily|lightly|strongly|doubly|double) )?(?:underlined|underscored|circled|encircled|ticked|checked off)"
    r"(?: (?:once|twice|thrice|(?:two|three|four|several) times|with (?:two|three) (?:lines|strokes)|by hand|heavily|"
    r"by (?:the )?(?:author|reader|recipient|[A-Z][\w.’-]+)|in (?:the )?(?:\w+ )?(?:original|text|ink|pencil|pen|"
    r"crayon)|"
    r"in (?:black|blue|red|green|violet|purple)(?: and (?:black|blue|red|green))?))*\.?|"
    r"(?:hand-?drawn |red |blue |pencil(?:led)? )*(?:circles?|box|line|oval) (?:drawn )?(?:around|round|under|through) "
    r"(?:this|the) (?:word|name|figure|number|date)s?",
    re.I,
)
"""A remark that, alone in its bracket, is about the word before."""

_LINES = {1: "line", 2: "double-line", 3: "triple-line"}
_MARK_PATTERNS = tuple((re.compile(row.pattern, re.I), row) for row in MARKS)


@dataclass(frozen=True)
class Extent:
    """The wording of an extent at ``start`` to ``end`` of the note: the way to find it, and what it says besides."""

    kind: str
    start: int
    end: int
    said: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """A mark that a note describes; ``extent`` is None where the note names no words."""

    rend: str
    function: str
    place: str
    extent: Extent | None
    additional: bool = False


@dataclass(frozen=True)
class _Shape:
    """A mark without its extent, where the note names it."""

    start: int
    end: int
    rend: str
    function: str
    additional: bool = False


def marks_of(note: str) -> list[Mark]:
    """Return the marks that a note describes, in its order; an empty list for a note about something else."""
    text = note[:LONGEST_NOTE]
    extents = find_extents(text)
    shapes = _shapes(text, extents)
    if not shapes and extents and MARGIN.search(text) and (written := WRITTEN.search(text)):
        shapes = [_Shape(written.start(), written.end(), "other", "other")]
    if not shapes and not HIGHLIGHTED.search(_without(text, extents)):
        return []
    if not _is_about_marks(text, extents, shapes):
        return []
    if not shapes and not extents:
        shapes = [_Shape(0, len(text), "line", "highlight")]
    return [
        Mark(shape.rend, shape.function, _place(text, shape), extent, shape.additional)
        for shape, extent in _paired(text, shapes, extents)
    ]


def _is_about_marks(text: str, extents: list[Extent], shapes: list[_Shape]) -> bool:
    """Tell whether a note is about marks on the page: words for them with a margin or an extent of the text."""
    if _ON_WORD.fullmatch(text.strip()):
        return True
    if MARGIN.search(text):
        return bool(shapes or extents or HIGHLIGHTED.search(text)) and not (
            WRITING.search(text) and not (shapes or extents)
        )
    drawn = any(shape.rend not in ("bracket", "other", "cross") for shape in shapes)
    named = any(extent.kind not in ("quoted", "clause") for extent in extents)
    quoted = any(extent.kind in ("quoted", "clause") for extent in extents)
    said_of_page = re.search(
        r"\b(?:original|underlin|circled|vertical|pencil|ink|question mark|exclamation)", text, re.I
    )
    return (named and (drawn or bool(HIGHLIGHTED.search(_without(text, extents))))) or (
        bool(said_of_page) and (drawn or quoted) and bool(shapes)
    )


def find_extents(text: str) -> list[Extent]:
    """Return the wordings of extents in a note, in order, none overlapping another."""
    found: list[Extent] = []
    for rank, row in enumerate(EXTENTS):
        for match in row.pattern.finditer(text):
            said = {name: value for name, value in match.groupdict().items() if value}
            if row.kind == "part" and not _is_a_part(text, match, said):
                continue
            found.append(
                Extent(row.kind, match.start(), match.end(), {**said, "rank": str(rank), "words": match.group()})
            )
    found.sort(key=lambda extent: (extent.start, -(extent.end - extent.start)))
    chosen: list[Extent] = []
    for extent in found:
        if not chosen or extent.start >= chosen[-1].end:
            chosen.append(extent)
    return [
        extent
        for extent in chosen
        if extent.kind != "quoted" or (_is_worth_finding(extent) and not _IS_WRITTEN.match(text, extent.end))
    ]


_IS_WRITTEN = re.compile(
    r"[”\"’]?\s+(?:(?:is|are|was|were|has been|have been|had been) )(?:\w+ly )?(?:(?:hand-?)?written|added|inserted|"
    r"entered|noted|typed|stamped|pencill?ed)\b",
    re.I,
)
"""After words in quotation marks: they stand beside the text and are none of it."""


def _is_a_part(text: str, match: re.Match[str], said: dict[str, str]) -> bool:
    """Tell whether "end", "top" and the like mean a part of the text: "first half" does, "top" alone does not."""
    return "whole" in said or (
        bool(re.search(r"half|third|part|portion", said["part"], re.I))
        and not re.match(r"\s+of\s+the\s+(?!paragraph|sentence)", text[match.end() :])
    )


def _is_worth_finding(extent: Extent) -> bool:
    words = (extent.said.get("bare") or extent.said["words"][1:-1]).strip()
    return len(words) > 1 and words not in ("?", "!", "V", "x", "X", "NB", "N.B.")


def _without(text: str, extents: list[Extent]) -> str:
    pieces, position = [], 0
    for extent in extents:
        pieces.append(text[position : extent.start])
        position = extent.end
    return " ".join([*pieces, text[position:]])


def _shapes(text: str, extents: list[Extent]) -> list[_Shape]:
    """Return the marks named outside the wordings of extents, in order."""
    shapes = [
        _Shape(match.start(), match.end(), row.rend, row.function, _is_additional(text, match.start()))
        for pattern, row in _MARK_PATTERNS
        for match in pattern.finditer(text)
    ]
    shapes += [shape for match in LINE.finditer(text) if (shape := _line(match))]
    free = [shape for shape in shapes if not any(shape.start < e.end and e.start < shape.end for e in extents)]
    free.sort(key=lambda shape: (shape.start, shape.start - shape.end))
    kept: list[_Shape] = []
    for shape in free:
        if not kept or shape.start >= kept[-1].end:
            kept.append(shape)
    return kept


def _line(match: re.Match[str]) -> _Shape | None:
    words = match.group().casefold()
    count = COUNTS.get((match["count_after"] or match["count"] or "").casefold(), 0)
    if (match["count"] or "").isdigit():
        count = int(match["count"])
    if not count:
        count = 2 if words.startswith("vertical lines") else 1
    drawn = re.search(r"vertical|side|stroke|bar|margin|pencil|ink|red|blue|parallel|perpendicular", words)
    if not drawn and not (
        match["count"] or match["count_after"] or match["more"] or match["more_after"] or words == "lines"
    ):
        return None
    additional = bool(match["more"] or match["more_after"])
    return _Shape(match.start(), match.end(), _LINES.get(count, "other"), "highlight", additional)


def _is_additional(text: str, offset: int) -> bool:
    return bool(
        re.search(r"\b(?:additional|another|second|further)\s+(?:\w+\s+)?$", text[max(0, offset - 30) : offset], re.I)
    )


Pair = tuple[_Shape, Extent | None]


def _paired(text: str, shapes: list[_Shape], extents: list[Extent]) -> list[Pair]:
    """Give each mark the extent it stands beside: the one it is "next to", else the one named before it."""
    pairs: list[Pair] = []
    pending: list[_Shape] = []
    current: Extent | None = None
    items: list[_Shape | Extent] = [*shapes, *extents]
    for item in sorted(items, key=lambda item: item.start):
        if isinstance(item, _Shape):
            if current is None:
                pending.append(item)
            else:
                pairs.append((item, current))
            continue
        beside = bool(BESIDE.search(text[max(0, item.start - 24) : item.start]))
        if pending and (beside or current is None):
            pairs += [(shape, item) for shape in pending]
            pending, current = [], None
            continue
        taken = _taken_back(text, pairs, item) if beside else []
        _complete(text, pairs, current, taken[0].start if taken else item.start)
        pairs += [(shape, item) for shape in taken]
        current = None if taken else item
    _complete(text, pairs, current, len(text))
    word_before = Extent("words", 0, len(text), {"words": text}) if _ON_WORD.fullmatch(text.strip()) else None
    pairs += [(shape, word_before) for shape in pending]
    return sorted(pairs, key=lambda pair: pair[0].start)


_CLAUSE = re.compile(r"[,;.]|\b(?:and|while|but)\b")


def _taken_back(text: str, pairs: list[Pair], beside: Extent) -> list[_Shape]:
    """Take from their extents, and return, the marks that the same clause puts beside another one."""
    taken: list[_Shape] = []
    while pairs and not _CLAUSE.search(text, pairs[-1][0].end, beside.start):
        if pairs[-1][1] is None or pairs[-1][1].start > pairs[-1][0].start:
            break
        taken.insert(0, pairs.pop()[0])
    return taken


def _complete(text: str, pairs: list[Pair], extent: Extent | None, end: int) -> None:
    """Give an extent for which the note names no mark a line, or as many as it counts ("the second half with two")."""
    if extent is None or any(other is extent for _, other in pairs):
        return
    counted = _COUNT_ALONE.match(text, extent.end, end)
    rend = _LINES.get(COUNTS[counted[1].casefold()], "other") if counted else "line"
    pairs.append((_Shape(extent.end, end, rend, "highlight"), extent))


_COUNT_ALONE = re.compile(r"[^,;.]{0,30}?\b(?:with|by) (one|two|three|four|five)\b", re.I)


def _place(text: str, shape: _Shape) -> str:
    """Return the value of ``@place`` for a mark: what is said nearest to it, else anywhere in the note."""
    if shape.rend in ("underline", "double-underline"):
        return "below"
    if shape.function == "deletion" or shape.rend == "circle":
        return "inline"
    near = text[max(0, shape.start - 60) : shape.end + 60]
    said = list(_MARGIN_SAID.finditer(text))
    if said:
        nearest = min(said, key=lambda match: (abs(match.start() - shape.start), match.start()))
        side = nearest["side"] or nearest["side_after"] or nearest["side_only"]
        return f"margin-{side.casefold()}" if side else "margin"
    if shape.rend.endswith("line") and shape.rend != "wavy-line":
        return "margin"
    return next((row.place for row in PLACES[2:] if row.pattern.search(near)), "unspecified")
