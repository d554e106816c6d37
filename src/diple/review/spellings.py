"""One name in two spellings within a document (similarity by the library rapidfuzz)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml import etree
from rapidfuzz.distance import DamerauLevenshtein

from diple.review.misprints import is_common_word
from diple.review.places import Place, text_elements
from diple.xmlio import tei

_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_ENDINGS = ("s", "’s", "'s", "n", "an", "ian", "ese", "a", "i", "’")
_NAMES = ("persName", "placeName", "orgName")


def names_in_two_spellings(root: etree._Element) -> Iterator[Place]:
    """Yield names of one thing whose words are nearly but not quite those it has elsewhere here (D511).

    Compared are the marked names that point to one entry or person; the rarer spelling is told. What the text itself
    corrects (``sic`` beside ``corr``) and forms of inflexion are left alone.
    """
    by_ref: dict[str, list[tuple[str, etree._Element]]] = defaultdict(list)
    for name in text_elements(root, *_NAMES):
        if name.get("ref") and not _is_set_right(name):
            words = _WORD.findall(" ".join("".join(map(str, name.itertext())).split()))
            by_ref[str(name.get("ref"))] += [(word, name) for word in words]
    for named in by_ref.values():
        yield from _variants(named)


def _variants(named: list[tuple[str, etree._Element]]) -> Iterator[Place]:
    counts = Counter(word for word, _ in named)
    told: set[str] = set()
    for word, element in named:
        usual = _usual(word, counts)
        if usual and word not in told:
            told.add(word)
            message = f"“{word}” is “{usual}” elsewhere in this document"
            yield Place("D511", element, message, "see which is right; keep the other in <sic> with <corr> beside it")


def _usual(word: str, counts: Counter[str]) -> str:
    """Return the more frequent spelling that a word is one slip away from, or ""."""
    near = [
        other
        for other in counts
        if (counts[other], other) > (counts[word], word)
        and word[0] == other[0]
        and word.isupper() == other.isupper()
        and not _is_inflected(word, other)
        and DamerauLevenshtein.distance(word, other, score_cutoff=1) == 1
        and not (is_common_word(word) and is_common_word(other))
    ]
    return max(near, key=lambda other: (counts[other], other), default="")


def _is_inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long.removeprefix(short) in _ENDINGS


def _is_set_right(name: etree._Element) -> bool:
    return any(around.tag in (tei("sic"), tei("orig")) for around in name.iterancestors()) or (
        name.find(f".//{tei('sic')}") is not None
    )
