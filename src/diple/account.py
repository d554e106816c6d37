"""The account of one encoding: what each character of the source became, put together from what the builder noted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from diple.build import Built
from diple.draft import Draft
from diple.ledger import LOST, Entry, Ledger, Review, digest
from diple.model import Fact
from diple.writing import ILLEGAL, ILLEGAL_CHARACTER, LAYOUT
from diple.xmlio import XML_ID


def account(draft: Draft, built: Built, header_places: list[tuple[Fact, etree._Element]], tei: bytes) -> Ledger:
    """Return the ledger of an encoding whose tree is complete, ids given."""
    source = draft.source
    paths = _Paths()
    claims = sorted(_claims(draft, built, header_places, paths), key=lambda entry: entry.start)
    entries = [part for entry in _contiguous(draft, claims) for part in _without_illegal(entry)]
    return Ledger(
        source.name, source.encoding, digest(source.text), len(source.text), digest(tei), tuple(entries),
        tuple(_reviews(draft, built, paths)),
    )  # fmt: skip


def _claims(
    draft: Draft, built: Built, header_places: list[tuple[Fact, etree._Element]], paths: _Paths
) -> Iterator[Entry]:
    text = draft.source.text
    for run in built.runs:
        yield Entry(run.start, run.end, "text", paths.of(run.home), run.at)
    for sign in built.consumed:
        literal = text[sign.start : sign.end]
        if sign.by == ILLEGAL:
            yield Entry(sign.start, sign.end, "furniture", by=ILLEGAL, literal=literal)
            continue
        to = paths.of(sign.home) if sign.home is not None else ""
        at = sign.at if sign.home is not None else 0
        yield Entry(sign.start, sign.end, "sign", to, at, sign.by, literal, sign.text)
    for item in draft.furniture:
        for start, end in draft.unsigned(item.start, item.end):
            yield Entry(start, end, "furniture", by=item.reason, literal=text[start:end])
    for fact, element in header_places:
        if fact.consumed:
            for start, end in draft.unsigned(fact.start, fact.end):
                yield Entry(start, end, "metadata", paths.of(element), by=fact.field, literal=text[start:end])
    for mark in draft.signs:
        yield Entry(mark.start, mark.end, "sign", by=mark.by, literal=text[mark.start : mark.end])


def _contiguous(draft: Draft, claims: list[Entry]) -> Iterator[Entry]:
    """Yield the claims without overlap; white space that nobody claimed is layout."""
    text = draft.source.text
    position = 0
    for claim in claims:
        if claim.end <= position:
            continue
        if claim.start < position:
            claim = _without_beginning(claim, position)
        if position < claim.start:
            yield _layout(text, position, claim.start)
        yield claim
        position = claim.end
    if position < len(text):
        yield _layout(text, position, len(text))


def _without_illegal(entry: Entry) -> Iterator[Entry]:
    """Yield the parts of an entry; what XML cannot carry was dropped, wherever it stood."""
    stands = entry.disposition in {"text", "furniture"} or entry.written
    if stands or not ILLEGAL_CHARACTER.search(entry.literal):
        yield entry
        return
    position = 0
    for match in [*ILLEGAL_CHARACTER.finditer(entry.literal), None]:
        stop = match.start() if match else len(entry.literal)
        if position < stop:
            literal = entry.literal[position:stop]
            yield replace(entry, start=entry.start + position, end=entry.start + stop, literal=literal)
        if match:
            at = entry.start + match.start()
            yield Entry(at, at + 1, "furniture", by=ILLEGAL, literal=match.group())
            position = match.end()


def _layout(text: str, start: int, end: int) -> Entry:
    """Return the entry for characters between blocks; words among them would be lost, and are said to be."""
    literal = text[start:end]
    is_blank = not any(character.isprintable() and not character.isspace() for character in literal)
    return Entry(start, end, "sign", by=LAYOUT if is_blank else LOST, literal=literal)


def _without_beginning(claim: Entry, start: int) -> Entry:
    cut = start - claim.start
    at = claim.at + cut if claim.disposition == "text" else claim.at
    return Entry(start, claim.end, claim.disposition, claim.to, at, claim.by, claim.literal[cut:], "")


def _reviews(draft: Draft, built: Built, paths: _Paths) -> Iterator[Review]:
    runs = sorted(built.runs, key=lambda run: run.start)
    position = 0
    for doubt in sorted(draft.doubts, key=lambda item: (item.offset, item.code)):
        while position + 1 < len(runs) and runs[position + 1].start <= doubt.offset:
            position += 1
        to = paths.of(runs[position].home) if runs else ""
        line = draft.source.line_of(doubt.offset)
        yield Review(doubt.code, doubt.offset, line, to, doubt.message, doubt.suggestion)


class _Paths:
    """Paths of elements: ``#p3``, or the nearest element with an id and steps with positions below it.

    Above all ids a path begins at the root: ``/teiHeader[1]/…``. Places are counted once for each parent, so that the
    time grows as the number of its children.
    """

    def __init__(self) -> None:
        self._known: dict[etree._Element, str] = {}
        self._numbers: dict[etree._Element, int] = {}

    def of(self, element: etree._Element) -> str:
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = self._path(element)
        return found

    def _path(self, element: etree._Element) -> str:
        parent = element.getparent()
        if parent is None:
            return "/"
        if identifier := element.get(XML_ID):
            return f"#{identifier}"
        if element not in self._numbers:
            self._count(parent)
        return f"{self.of(parent).rstrip('/')}/{etree.QName(element).localname}[{self._numbers[element]}]"

    def _count(self, parent: etree._Element) -> None:
        """Number the children of an element, each among those of its name."""
        met: Counter[str] = Counter()
        for child in parent:
            met[str(child.tag)] += 1
            self._numbers[child] = met[str(child.tag)]


def path_of(element: etree._Element) -> str:
    """Return the path of an element: ``#id``, ``#id/name[2]``, or from the root ``/teiHeader[1]/…``."""
    return _Paths().of(element)
