"""Collation of the words of a TEI document with those of its source, by no help of the encoder but its signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from diple.conventions import House
from diple.ledger import Ledger
from diple.source import Source
from diple.verify.align import align
from diple.verify.excused import sort_words
from diple.verify.notes import ways_to_read_notes
from diple.verify.tokens import SourceWord, Stream, TeiWord, source_words, tei_streams


class Difference(NamedTuple):
    """Words that differ: ``kind`` is ``lost``, ``changed``, ``doubled``, ``invented``, ``moved`` or ``intervention``.

    ``source`` holds the words of the source that the TEI lacks, ``tei`` the words of the TEI that the source lacks;
    ``near`` is the word of the TEI next to which lost words should stand.
    """

    kind: str
    source: list[SourceWord]
    tei: list[TeiWord]
    near: TeiWord | None = None

    @property
    def word(self) -> TeiWord | None:
        """Return the word of the TEI at which the difference is, or next to which."""
        return self.tei[0] if self.tei else self.near


@dataclass
class Collation:
    """The result: how many words each side has, how many words are signs, and the differences in the text's order."""

    source_words: int
    tei_words: int
    sign_words: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def differing(self) -> int:
        """How many words are lost, changed, doubled or invented."""
        kinds = {"intervention", "moved"}
        return sum(max(len(item.source), len(item.tei)) for item in self.differences if item.kind not in kinds)


@dataclass(slots=True)
class _Gap:
    """What stands between two matches: words of the source and of the TEI that the other side lacks there."""

    source: list[SourceWord]
    tei: list[TeiWord]
    before: TeiWord | None


def collate(root: etree._Element, source: Source, ledger: Ledger, house: House) -> Collation:
    """Collate every word of a source with every word of a TEI document.

    ``ledger`` (of this or a fresh encoding of the source) only tells which words are signs, furniture and metadata; see
    ``sort_words`` for what it is believed. The wordings of the ``house`` are signs.
    """
    whole = frozenset(word.text for stream in tei_streams(root) for word in stream.words)
    words, excused = sort_words(source_words(source, ledger, whole), source, ledger, root, house)
    best: Collation | None = None
    for apart in ways_to_read_notes(root, words):
        result = _collate(tei_streams(root, apart), words, excused)
        if best is None or result.differing < best.differing:
            best = result
        if not best.differing:
            break
    return best or Collation(0, 0)


def _collate(streams: list[Stream], words: list[SourceWord], excused: list[SourceWord]) -> Collation:
    """Collate with the notes read in one way: in the running text, or in streams of their own."""
    result = Collation(
        len(words) + len(excused),
        sum(len(stream.words) for stream in streams if stream.kind != "header"),
        len(excused),
    )
    gaps = [gap for gap in _against_text(words, streams[0]) if not _same_letters(gap)]
    for stream in streams[1:]:
        _against_stream(gaps, stream)
    _against_excused(gaps, excused)
    known = Counter(_shingles(streams[0].words))
    moved = _take_moved(gaps)
    result.differences = [*(difference for gap in gaps for difference in _named(gap, known)), *moved]
    return result


def _against_text(words: list[SourceWord], text: Stream) -> list[_Gap]:
    """Match source and running text; return the gaps between the matches."""
    matches = align([word.text for word in words], [word.text for word in text.words])
    gaps: list[_Gap] = []
    a = b = 0
    for match in [*matches, None]:
        a_end, b_end = (match.a, match.b) if match else (len(words), len(text.words))
        if a < a_end or b < b_end:
            back = _slide(words, a, a_end) if b == b_end else 0
            before = text.words[b - back - 1] if b > back else None
            gaps.append(_Gap(words[a - back : a_end - back], text.words[b:b_end], before))
        a, b = (match.a + match.length, match.b + match.length) if match else (a, b)
    return gaps


# ---- notes that were moved, and the header


def _slide(words: list[SourceWord], start: int, end: int) -> int:
    """Return by how many words what the text lacks may begin before ``start``, so that it begins with a line.

    "The first note" between two paragraphs that begin with "The" is lacking from its own "The" on, not from "first" up
    to that of the paragraph below it.
    """
    back = 0
    while start - back > 0 and words[start - back].line == words[start - back - 1].line:
        if words[start - back - 1].text != words[end - back - 1].text or end - back - 1 < start:
            return 0
        back += 1
    return back


def _against_stream(gaps: list[_Gap], stream: Stream) -> None:
    """Match what is left of the source with a note or an element of the header; a note's other words are a gap."""
    rest = [(gap, word) for gap in gaps for word in gap.source]
    found, unmatched = _locate([word for _, word in rest], stream.words)
    taken = {id(rest[number][1]) for number in found}
    for gap in {id(rest[number][0]): rest[number][0] for number in found}.values():
        gap.source = [word for word in gap.source if id(word) not in taken]
    if stream.kind != "header" and unmatched:
        gaps.append(_Gap([], unmatched, None))


def _locate(rest: list[SourceWord], words: list[TeiWord]) -> tuple[list[int], list[TeiWord]]:
    """Return the indexes in ``rest`` that a stream matches, around the place where most of it stands."""
    best: list[int] = []
    best_words = words
    for start in _likely_starts(rest, words):
        window = rest[start : start + 2 * len(words) + 20]
        matches = align([word.text for word in window], [word.text for word in words])
        found = [start + match.a + step for match in matches for step in range(match.length)]
        if len(found) > len(best):
            matched = {match.b + step for match in matches for step in range(match.length)}
            best, best_words = found, [word for number, word in enumerate(words) if number not in matched]
        if len(best) == len(words):
            break
    return (best, best_words) if len(best) * 2 >= len(words) else ([], words)


def _likely_starts(rest: list[SourceWord], words: list[TeiWord]) -> list[int]:
    """Return the places where the first words of a stream stand, the likeliest first, at most a few."""
    votes: Counter[int] = Counter()
    wanted: dict[str, int] = {}
    for number, word in enumerate(words[:40]):
        wanted.setdefault(word.text, number)
    for index, item in enumerate(rest):
        if (place := wanted.get(item.text)) is not None:
            votes[max(0, index - place)] += 1
    return [start for start, _ in votes.most_common(6)]


# ---- what remains


def _against_excused(gaps: list[_Gap], excused: list[SourceWord]) -> None:
    """Let words of the TEI stand that the source has as signs: somebody kept a sign as text."""
    spare = Counter(word.text for word in excused)
    for gap in gaps:
        wanted = Counter(word.text for word in gap.tei)
        if not gap.source and wanted <= spare:
            spare -= wanted
            gap.tei = []


def _take_moved(gaps: list[_Gap]) -> list[Difference]:
    """Take out of the gaps the runs of words that are missing in one place and too many in another."""
    lacking: dict[str, list[_Gap]] = {}
    for gap in gaps:
        if gap.source and not gap.tei:
            lacking.setdefault(_letters(gap.source), []).append(gap)
    found = []
    for gap in gaps:
        places = lacking.get(_letters(gap.tei)) if gap.tei and not gap.source else None
        if places:
            origin = places.pop()
            found.append(Difference("moved", origin.source, gap.tei, gap.before))
            origin.source, gap.tei = [], []
    return found


def _named(gap: _Gap, known: Counter[tuple[str, ...]]) -> list[Difference]:
    """Return the differences of one gap, each with its name."""
    owned = [word for word in gap.tei if word.is_intervention]
    other = [word for word in gap.tei if not word.is_intervention]
    found = [Difference("intervention", [], owned, gap.before)] if owned else []
    if gap.source and other:
        found.append(Difference("changed", gap.source, other, gap.before))
    elif gap.source:
        found.append(Difference("lost", gap.source, [], gap.before))
    elif other:
        kind = "doubled" if _stands_twice(other, known) else "invented"
        found.append(Difference(kind, [], other, gap.before))
    return found


_SHINGLE = 4


def _shingles(words: list[TeiWord]) -> list[tuple[str, ...]]:
    texts = [word.text for word in words]
    return [tuple(texts[start : start + _SHINGLE]) for start in range(max(1, len(texts) - _SHINGLE + 1))]


def _stands_twice(words: list[TeiWord], known: Counter[tuple[str, ...]]) -> bool:
    """Tell whether most runs of a few words in a stretch stand elsewhere in the text too."""
    runs = _shingles(words)
    return len(words) >= _SHINGLE and 10 * sum(known[run] > 1 for run in runs) >= 7 * len(runs)


def _same_letters(gap: _Gap) -> bool:
    """Tell whether words differ only in where they are cut (a word divided at a line's end)."""
    return bool(gap.source) and _letters(gap.source) == _letters(gap.tei)


def _letters(words: Sequence[SourceWord | TeiWord]) -> str:
    return "".join(word.text for word in words)
