"""Collation of the words of a TEI document with those of its source, by no help of the encoder but its signs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from diple.ledger import Ledger
from diple.source import Source
from diple.verify.align import align
from diple.verify.signwords import is_sign
from diple.verify.tokens import SourceWord, Stream, TeiWord, counted_values, source_words, tei_streams
from diple.xmlio import tei


class Difference(NamedTuple):
    """Words that differ: ``kind`` is ``lost``, ``changed``, ``doubled``, ``invented`` or ``intervention``.

    ``source`` holds the words of the source that the TEI lacks, ``tei`` the words of the TEI that the source lacks;
    ``near`` is the word of the TEI next to which lost words should stand.
    """

    kind: str
    source: list[SourceWord]
    tei: list[TeiWord]
    near: TeiWord | None = None


@dataclass
class Collation:
    """The result: how many words each side has, how many words are signs, and the differences in source order."""

    source_words: int
    tei_words: int
    sign_words: int = 0
    differences: list[Difference] = field(default_factory=list)


def collate(root: etree._Element, source: Source, ledger: Ledger) -> Collation:
    """Collate every word of a source with every word of a TEI document.

    ``ledger`` (of this or a fresh encoding of the source) only tells which words are signs and furniture; a sign
    counts as one only if its words are editorial wordings or numbers that stand in an attribute.
    """
    words = source_words(source)
    streams = tei_streams(root, _notes_elsewhere(words, tei_streams(root)[0]))
    result = Collation(len(words), sum(len(stream.words) for stream in streams if stream.kind != "header"))
    rest, gaps = _against_text(words, streams[0])
    rest = _against_others(rest, streams[1:], gaps)
    rest = _without_signs(rest, source, ledger, _Header(root), counted_values(root), result)
    result.differences = _differences(rest, gaps, streams[0])
    return result


_NEAR = 16
"""How many words of the source, signs mostly, may stand between a note in its place and the words around it."""


def _notes_elsewhere(words: list[SourceWord], text: Stream) -> frozenset[etree._Element]:
    """Return the notes whose words do not stand in the source where the note stands: those moved to their marks."""
    at: dict[int, int] = {}
    for match in align([word.text for word in words], [word.text for word in text.words]):
        at.update((match.b + step, match.a + step) for step in range(match.length))
    runs: dict[etree._Element, list[int]] = {}
    for number, word in enumerate(text.words):
        if word.note is not None:
            runs.setdefault(word.note, []).append(number)
    return frozenset(note for note, run in runs.items() if not _is_in_place(run, at, len(text.words)))


def _is_in_place(run: list[int], at: dict[int, int], total: int) -> bool:
    """Tell whether all words of a note are matched, next to those of the words before and after it."""
    if any(number not in at for number in run):
        return False
    first, last = run[0], run[-1]
    before = first == 0 or (first - 1 in at and at[first] - at[first - 1] <= _NEAR)
    after = last + 1 == total or (last + 1 in at and at[last + 1] - at[last] <= _NEAR)
    return before and after


class _Rest(NamedTuple):
    """A word of the source not found yet, and the number of the gap of the text in which it was looked for."""

    word: SourceWord
    gap: int


class _Gap(NamedTuple):
    """Words of the TEI between two matches that the source lacks there, and the word before them."""

    words: list[TeiWord]
    before: TeiWord | None


def _against_text(words: list[SourceWord], text: Stream) -> tuple[list[_Rest], list[_Gap]]:
    """Match source and running text; return the words left over on either side, gap by gap."""
    matches = align([word.text for word in words], [word.text for word in text.words])
    rest: list[_Rest] = []
    gaps: list[_Gap] = []
    a = b = 0
    for match in [*matches, None]:
        a_end, b_end = (match.a, match.b) if match else (len(words), len(text.words))
        rest.extend(_Rest(word, len(gaps)) for word in words[a:a_end])
        gaps.append(_Gap(text.words[b:b_end], text.words[b - 1] if b else None))
        a, b = (match.a + match.length, match.b + match.length) if match else (a, b)
    return rest, gaps


def _against_others(rest: list[_Rest], streams: list[Stream], gaps: list[_Gap]) -> list[_Rest]:
    """Match what is left of the source with notes and header; words of notes not found join the gaps."""
    for stream in streams:
        found, unmatched = _locate(rest, stream.words)
        if stream.kind != "header" and unmatched:
            gaps.append(_Gap(unmatched, None))
        taken = set(found)
        rest = [item for number, item in enumerate(rest) if number not in taken] if taken else rest
    return rest


def _locate(rest: list[_Rest], words: list[TeiWord]) -> tuple[list[int], list[TeiWord]]:
    """Return the indexes in ``rest`` that a stream matches, around the place where most of it stands."""
    if not words or not rest:
        return [], words
    starts = _likely_starts(rest, words)
    best: list[int] = []
    best_words: list[TeiWord] = words
    for start in starts:
        window = rest[start : start + 2 * len(words) + 20]
        matches = align([item.word.text for item in window], [word.text for word in words])
        found = [start + match.a + step for match in matches for step in range(match.length)]
        if len(found) > len(best):
            matched = {match.b + step for match in matches for step in range(match.length)}
            best, best_words = found, [word for number, word in enumerate(words) if number not in matched]
        if len(best) == len(words):
            break
    if len(best) * 2 < len(words):
        return [], words
    return best, best_words


def _likely_starts(rest: list[_Rest], words: list[TeiWord]) -> list[int]:
    """Return the places where the first words of a stream stand, the likeliest first, at most a few."""
    votes: Counter[int] = Counter()
    wanted: dict[str, int] = {}
    for number, word in enumerate(words[:40]):
        wanted.setdefault(word.text, number)
    for index, item in enumerate(rest):
        if (place := wanted.get(item.word.text)) is not None:
            votes[max(0, index - place)] += 1
    return [start for start, _ in votes.most_common(6)]


class _Header:
    """The words of the header, for metadata that a source states twice and the header once."""

    def __init__(self, root: etree._Element) -> None:
        header = root.find(tei("teiHeader"))
        parts = [] if header is None else [str(part) for part in header.itertext()]
        self._letters = "".join("".join(parts).split())

    def holds(self, literal: str) -> bool:
        return "".join(literal.split()) in self._letters


def _without_signs(
    rest: list[_Rest], source: Source, ledger: Ledger, header: _Header, values: set[str], result: Collation
) -> list[_Rest]:
    """Return what is left without editorial signs, declared furniture, and metadata that the header does hold."""
    starts = [entry.start for entry in ledger.entries]
    kept = []
    for item in rest:
        index = bisect_right(starts, item.word.start) - 1
        entry = ledger.entries[index] if index >= 0 else None
        consumed = (
            entry is not None and entry.disposition == "sign" and is_sign(source.text[entry.start : entry.end], values)
        )
        stated = (
            entry is not None and entry.disposition == "metadata" and header.holds(source.text[entry.start : entry.end])
        )
        if consumed or stated or (entry is not None and entry.disposition == "furniture"):
            result.sign_words += 1
        else:
            kept.append(item)
    return kept


def _differences(rest: list[_Rest], gaps: list[_Gap], text: Stream) -> list[Difference]:
    by_gap: dict[int, list[SourceWord]] = {}
    for item in rest:
        by_gap.setdefault(item.gap, []).append(item.word)
    known = Counter(_shingles(text.words))
    found = []
    for number, gap in enumerate(gaps):
        lost = by_gap.get(number, [])
        if not lost and not gap.words:
            continue
        if _same_letters(lost, gap.words):
            continue
        found.extend(_named(lost, gap, known))
    return found


def _named(lost: list[SourceWord], gap: _Gap, known: Counter[tuple[str, ...]]) -> list[Difference]:
    """Return the differences of one gap, each with its name."""
    owned = [word for word in gap.words if word.is_intervention]
    other = [word for word in gap.words if not word.is_intervention]
    found = [Difference("intervention", [], owned, gap.before)] if owned else []
    if lost and other:
        found.append(Difference("changed", lost, other, gap.before))
    elif lost:
        found.append(Difference("lost", lost, [], gap.before))
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


def _same_letters(lost: list[SourceWord], gained: list[TeiWord]) -> bool:
    """Tell whether words differ only in where they are cut (a word divided at a line's end)."""
    return bool(lost) and "".join(word.text for word in lost) == "".join(word.text for word in gained)
