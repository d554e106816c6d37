"""Words that a note names by what they are about, or quotes, found in a paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.model import Cert
from diple.recognisers.brackets.words import EMPTY_WORDS
from diple.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-]\s|[.!?…][”\"’')]*(?=\s)")
_ENDINGS = re.compile(
    r"(?:ations?|ions?|ings?|ments?|ness|ities|ity|ance|ence|ers?|ors?|ed|es|s|al|ly|ist|ism|ic|ive|ian|ese)$"
)
_LONG_SENTENCE = 160
"""A sentence of more characters than this is searched clause by clause."""


class Passage(NamedTuple):
    """A stretch of a paragraph's text, and how sure it is meant."""

    start: int
    end: int
    cert: Cert


def clauses(text: str, start: int, end: int) -> list[Sentence]:
    """Return the clauses between two offsets: what commas, semicolons, colons, dashes and stops divide."""
    bounds = [start, *(match.end() for match in _CLAUSE_END.finditer(text, start, end)), end]
    return [Sentence(first, last) for first, last in pairwise(bounds) if first < last]


def stem(word: str) -> str:
    """Return what is left of an English word without its ending, at most six letters."""
    plain = word.casefold()
    bare = _ENDINGS.sub("", plain) if len(plain) > 4 else plain
    return bare[:6] if len(bare) > 2 else plain


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text) if word.casefold() not in EMPTY_WORDS}


def find_subject(text: str, known: list[Sentence], position: int, subject: str) -> Passage | None:
    """Return the sentences or clauses before ``position`` that share most words with ``subject``, or None."""
    wanted = _stems(subject)
    if not wanted:
        return None
    scored = [(len(wanted & _stems(text[s.start : s.end])), s) for s in known if s.start < position]
    best = max((score for score, _ in scored), default=0)
    if best == 0:
        return None
    sentence = [s for score, s in scored if score == best][-1]
    cert: Cert = "medium" if best == len(wanted) and sum(score == best for score, _ in scored) == 1 else "low"
    if sentence.end - sentence.start <= _LONG_SENTENCE:
        return Passage(sentence.start, sentence.end, cert)
    start, end = _shortest_run(text, clauses(text, *sentence), wanted, best)
    return Passage(start, end, cert)


def _shortest_run(text: str, parts: list[Sentence], wanted: set[str], best: int) -> tuple[int, int]:
    """Return the shortest run of neighbouring clauses that together hold as many wanted stems as the sentence does."""
    held = [wanted & _stems(text[part.start : part.end]) for part in parts]
    chosen = (parts[0].start, parts[-1].end)
    for first in range(len(parts)):
        seen: set[str] = set()
        for last in range(first, min(len(parts), first + 12)):
            seen |= held[last]
            if len(seen) == best:
                if parts[last].end - parts[first].start < chosen[1] - chosen[0]:
                    chosen = (parts[first].start, parts[last].end)
                break
    start, end = chosen
    return start, end - (1 if text[end - 1 : end] in ",;:" else 0)


_LOOSE = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " ", "\r": " ", "\t": " ", "\xa0": " "}
)


def find_quoted(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, quotation marks and dashes of any shape; "a … b" runs from a to b."""
    plain = text.translate(_LOOSE)
    first, _, last = words.translate(_LOOSE).replace("…", "...").partition("...")
    start = _rfind(plain, first.strip(" .,"))
    if start is None:
        return None
    if not last.strip(" .,"):
        return start
    end = plain.casefold().find(last.strip(" .,").casefold(), start[1])
    return (start[0], end + len(last.strip(" .,"))) if end >= 0 else None


def _rfind(text: str, words: str) -> tuple[int, int] | None:
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.I))
    return found[-1].span() if found else None
