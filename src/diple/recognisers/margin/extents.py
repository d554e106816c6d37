"""From the wording of an extent to the words meant, by offsets of the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.model import Cert
from diple.recognisers.margin.marks import Extent
from diple.recognisers.margin.paragraphs import Paragraph, Paragraphs
from diple.recognisers.margin.subjects import clauses, find_quoted, find_subject

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "several": 2, "few": 3}
_ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
_QUOTES = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“”]+[“”]|‘[^‘’]{12,}’")


class Found(NamedTuple):
    """Words that a mark stands beside: a stretch of the source, or whole paragraphs by an offset in each."""

    start: int
    end: int
    wholes: tuple[int, ...] = ()
    cert: Cert | None = None


class Scene(NamedTuple):
    """Where a note stands: the paragraph around it, the offset in that paragraph's text, and the others."""

    paragraph: Paragraph | None
    position: int
    number: int
    all: Paragraphs
    heading: Paragraph | None = None
    """The heading or line of the frame that the note stands in, if it stands in no paragraph."""

    @property
    def subject(self) -> tuple[Paragraph, int] | None:
        """The paragraph a note looks back on, and up to where: the one around it, or the one before it."""
        if self.paragraph is not None and self.paragraph.text[: self.position].strip(" \n\r\t*"):
            return self.paragraph, self.position
        before = self.all.before(self.number, 1)
        return (before[0], len(before[0].text)) if before else None


def scene_of(offset: int, paragraphs: Paragraphs) -> Scene:
    """Return the scene for a note whose words begin at an offset of the source."""
    paragraph, index = paragraphs.around(offset)
    heading = None if paragraph else paragraphs.line_at(offset)
    return Scene(paragraph, paragraph.at(offset) if paragraph else 0, index, paragraphs, heading)


def find_extent(extent: Extent, scene: Scene) -> Found | None:
    """Return the words that an extent's wording means, or None if they cannot be found in the text."""
    finder = _FINDERS.get(extent.kind)
    return finder(extent, scene) if finder else None


def _count(extent: Extent, *names: str) -> int:
    said = next((extent.said[name].casefold() for name in names if name in extent.said), "")
    return (
        int(said)
        if said.isdigit()
        else _COUNTS.get(said, 2 if extent.said["words"].casefold().endswith("sentences") else 1)
    )


def _stretch(paragraph: Paragraph, start: int, end: int, cert: Cert | None = None) -> Found | None:
    if not paragraph.text[start:end].strip():
        return None
    return Found(*paragraph.source(start, end), (), cert)


def _paragraph_meant(extent: Extent, scene: Scene, *names: str) -> tuple[Paragraph, int] | None:
    """Return the paragraph that a part belongs to: "of the following paragraph" looks on, all else back."""
    said = next((extent.said[name].split()[0].casefold() for name in names if name in extent.said), "")
    if said in ("following", "next"):
        after = scene.all.after(scene.number + (scene.paragraph is not None), 1)
        return (after[0], len(after[0].text)) if after else None
    return scene.subject


def _sentences(extent: Extent, scene: Scene) -> Found | None:
    meant = _paragraph_meant(extent, scene, "sentences_of")
    if meant is None:
        return None
    paragraph, position = meant
    before = [sentence for sentence in paragraph.sentences if sentence.start < position]
    count = _count(extent, "sentences", "sentences_before")
    if not before:
        return None
    chosen = before[-count:]
    return _stretch(paragraph, chosen[0].start, chosen[-1].end, None if len(chosen) == count else "medium")


def _next_sentences(extent: Extent, scene: Scene) -> Found | None:
    after = [s for s in scene.paragraph.sentences if s.start >= scene.position] if scene.paragraph else []
    paragraph = scene.paragraph
    if not after or paragraph is None:
        following = scene.all.after(scene.number + (scene.paragraph is not None), 1)
        if not following:
            return None
        paragraph, after = following[0], following[0].sentences
    chosen = after[: _count(extent, "next")]
    return _stretch(paragraph, chosen[0].start, chosen[-1].end) if chosen else None


def _first_sentences(extent: Extent, scene: Scene) -> Found | None:
    meant = _paragraph_meant(extent, scene, "first_of")
    chosen = meant[0].sentences[: _count(extent, "first")] if meant else []
    return _stretch(meant[0], chosen[0].start, chosen[-1].end) if meant and chosen else None


def _nth_sentence(extent: Extent, scene: Scene) -> Found | None:
    meant = _paragraph_meant(extent, scene, "nth_of")
    if meant is None:
        return None
    number = _ORDINALS.get(extent.said["nth"].casefold(), -2)
    known = meant[0].sentences
    if not -len(known) <= number < len(known):
        return None
    return _stretch(meant[0], *known[number])


def _paragraphs(extent: Extent, scene: Scene) -> Found | None:
    count = _count(extent, "paragraphs", "paragraphs_above")
    subject = scene.subject
    if subject is None:
        return None
    wholes = [subject[0]]
    if count > 1:
        index = scene.number if subject[0] is scene.paragraph else scene.number - 1
        wholes = [*scene.all.before(index, count - 1), subject[0]]
    return _whole(wholes)


def _numbered(extent: Extent, scene: Scene) -> Found | None:
    """Return the paragraph that bears a number: the nearest before, else the nearest after."""
    number = re.compile(rf"\(?{re.escape(extent.said['number'].strip('()'))}[.):]\s")
    before = scene.all.before(scene.number + (scene.paragraph is not None), _FAR)
    near = [*reversed(before), *scene.all.after(scene.number, _FAR)]
    found = next((one for one in near if number.match(one.draft.text, one.start)), None)
    return _whole([found]) if found else None


def _nth_item(extent: Extent, scene: Scene) -> Found | None:
    """Return an item, counted from the first of the list that stands before the note."""
    items: list[Paragraph] = []
    form = None
    for paragraph in reversed(scene.all.before(scene.number, _FAR)):
        marker = _ITEM.match(paragraph.draft.text, paragraph.start)
        if marker is None or form not in (None, marker.lastgroup):
            break
        form = marker.lastgroup
        items.insert(0, paragraph)
    number = _ORDINALS.get(extent.said["item"].casefold(), 0 if extent.said["item"].casefold() == "first" else -1)
    return _whole([items[number]]) if -len(items) <= number < len(items) else None


_FAR = 40
"""So many paragraphs away a numbered one is looked for."""
_ITEM = re.compile(
    r"(?:(?P<figure>\d{1,2}[.)])|(?P<figure_in_two>\(\d{1,2}\))|(?P<letter>(?:[a-z]|[ivx]{1,4})[.)])|"
    r"(?P<letter_in_two>\((?:[a-z]|[ivx]{1,4})\))|(?P<bullet>[-–—•*]))\s"
)


def _next_paragraphs(extent: Extent, scene: Scene) -> Found | None:
    following = scene.all.after(scene.number + (scene.paragraph is not None), _count(extent, "next_paragraphs"))
    return _whole(following) if following else None


def _whole(paragraphs: list[Paragraph]) -> Found | None:
    offsets = tuple(_first_text(paragraph) for paragraph in paragraphs if paragraph.text.strip())
    return Found(paragraphs[0].start, paragraphs[-1].end, offsets) if offsets else None


def _first_text(paragraph: Paragraph) -> int:
    return paragraph.source(0, len(paragraph.text))[0]


def _quote(extent: Extent, scene: Scene) -> Found | None:
    meant = scene.subject
    if meant is None:
        return None
    paragraph, position = meant
    found = list(_QUOTES.finditer(paragraph.text, 0, position))
    return _stretch(paragraph, found[-1].start(), found[-1].end()) if found else None


def _quoted(extent: Extent, scene: Scene) -> Found | None:
    said = extent.said
    words = f"{said['from']} … {said['to']}" if "from" in said else said.get("bare") or said["words"][1:-1]
    candidates = [scene.paragraph, scene.heading, *reversed(scene.all.before(scene.number, 2))]
    for paragraph in [candidate for candidate in candidates if candidate is not None]:
        if stretch := find_quoted(paragraph.text, words):
            return _stretch(paragraph, *stretch)
    return None


def _subject(extent: Extent, scene: Scene) -> Found | None:
    meant = scene.subject
    if meant is None:
        return None
    paragraph, position = meant
    found = find_subject(paragraph.text, paragraph.sentences, position, extent.said["subject"])
    return _stretch(paragraph, found.start, found.end, found.cert) if found else None


def _clause(extent: Extent, scene: Scene) -> Found | None:
    meant = scene.subject
    if meant is None:
        return None
    paragraph, position = meant
    known = [
        clause for clause in clauses(paragraph.text, 0, position) if paragraph.text[clause.start : clause.end].strip()
    ]
    return _stretch(paragraph, known[-1].start, known[-1].end, "medium") if known else None


_ABOUT_BEFORE = ("underlined", "underscored", "circled")
_QUOTE_BEFORE = re.compile(r"(?:“[^“”]{1,120}”|\"[^\"]{1,120}\")\s*\Z")


def _words(extent: Extent, scene: Scene) -> Found | None:
    meant = scene.subject
    if meant is None:
        return None
    paragraph, position = meant
    if extent.said["words"].casefold().startswith(_ABOUT_BEFORE) and (
        quote := _QUOTE_BEFORE.search(paragraph.text, 0, position)
    ):
        return _stretch(paragraph, *quote.span())
    found = list(re.finditer(r"[^\W_]+(?:[-’'.][^\W_]+)*", paragraph.text[max(0, position - 400) : position]))
    base = max(0, position - 400)
    chosen = found[-_count(extent, "count_of_words", "these") :]
    return _stretch(paragraph, base + chosen[0].start(), base + chosen[-1].end()) if chosen else None


def _part(extent: Extent, scene: Scene) -> Found | None:
    """Return a part of a paragraph (or of the sentence or quotation before): cut where a sentence or clause ends."""
    meant = _paragraph_meant(extent, scene, "part_of")
    if meant is None:
        return None
    paragraph, position = meant
    low, high = 0, len(paragraph.text.rstrip())
    whole = extent.said.get("whole", "paragraph").casefold()
    if whole != "paragraph":
        before = [s for s in paragraph.sentences if s.start < position]
        if before:
            low, high = before[-1]
    said = extent.said["part"].casefold()
    start, end = _shares(said)
    tolerance = _TOLERANCE if re.search(r"half|third|middle", said) else 2 * _TOLERANCE
    first = low if start == 0 else _cut(paragraph, low, high, start, tolerance)
    last = high if end == 1 else _cut(paragraph, low, high, end, tolerance)
    return _stretch(paragraph, first, last, "medium") if first < last else None


def _shares(part: str) -> tuple[float, float]:
    """Return the part of a whole, from 0 to 1, that words such as "second half" mean."""
    late = bool(re.match(r"second|last|latter|final|end|close|bottom|other", part))
    size = 2 / 3 if "two" in part else 1 / 2 if "half" in part else 1 / 3
    if part.startswith(("middle", "central")):
        return 1 / 3, 2 / 3
    if part in ("bulk", "most"):
        return 0.0, 0.8
    return (1 - size, 1.0) if late else (0.0, size)


_TOLERANCE = 0.17
"""How far from the share that words name a cut may lie, so as to fall between sentences (or clauses)."""


def _cut(paragraph: Paragraph, low: int, high: int, share: float, tolerance: float) -> int:
    """Return where to cut: at the end of a sentence near the place, else of a clause, else between words."""
    wanted, reach = low + share * (high - low), tolerance * (high - low)
    ends = [sentence.end for sentence in paragraph.sentences if low < sentence.end < high]
    for cuts in (ends, [clause.end for clause in clauses(paragraph.text, low, high) if low < clause.end < high]):
        near = [cut for cut in cuts if abs(cut - wanted) <= reach]
        if near:
            return min(near, key=lambda cut: abs(cut - wanted))
    space = paragraph.text.find(" ", int(wanted), high)
    return space if space > 0 else int(wanted)


_FINDERS: dict[str, Callable[[Extent, Scene], Found | None]] = {
    "sentences": _sentences,
    "next-sentences": _next_sentences,
    "first-sentences": _first_sentences,
    "nth-sentence": _nth_sentence,
    "numbered": _numbered,
    "nth-item": _nth_item,
    "paragraphs": _paragraphs,
    "next-paragraphs": _next_paragraphs,
    "part": _part,
    "quote": _quote,
    "quoted": _quoted,
    "subject": _subject,
    "clause": _clause,
    "words": _words,
}
