"""Which words are English, by a list of some forty thousand forms (SCOWL; see data/english.LICENSE.txt)."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from diple import patterns as re
from diple.recognisers.brackets.words import ENGLISH
from diple.resources import resource

_ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ly", ("",)),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ness", ("",)),
    ("ally", ("", "al")),
    ("ism", ("", "e")),
    ("ist", ("", "e")),
    ("istic", ("ist", "ism", "istic")),
    ("ically", ("ic", "y")),
    ("ic", ("y", "e", "")),
    ("ity", ("", "e")),
    ("ists", ("", "e")),
    ("ization", ("ize", "")),
    ("isation", ("ize", "")),
    ("al", ("",)),
    ("ment", ("",)),
    ("able", ("", "e")),
)
_PREFIXES = ("un", "re", "non", "anti", "pre", "over", "under", "inter", "counter", "pro", "semi", "mis", "co")
_BRITISH = (
    (re.compile(r"our(?=$|s|ed|ing|able|hood)"), "or"),
    (re.compile(r"is(?=e|ing|ation)"), "iz"),
    (re.compile(r"tre(?=$|s)"), "ter"),
    (re.compile(r"ll(?=ed|ing|er)"), "l"),
    (re.compile(r"ence$"), "ense"),
)


@cache
def _listed() -> frozenset[str]:
    return frozenset(gzip.decompress(resource("data", "english.txt.gz").read_bytes()).decode().split()) | ENGLISH


def listed_forms() -> frozenset[str]:
    """Return the forms of the list, in small letters."""
    return _listed()


def is_english(word: str) -> bool:
    """Tell whether a word, its parts if it has hyphens, or the word it is derived from, is in the list."""
    parts = [part for part in re.split(r"[-’']", word.casefold()) if len(part) > 1]
    return bool(parts) and all(part in _PREFIXES or _is_listed(part) or _is_british(part) for part in parts)


def is_compound(word: str) -> bool:
    """Tell whether a word is two English words of four letters or more written as one: crosstalk."""
    plain = word.casefold()
    known = _listed()
    return any(plain[:cut] in known and plain[cut:] in known for cut in range(4, len(plain) - 3))


def _is_listed(word: str) -> bool:
    known = _listed()
    if word in known:
        return True
    for ending, stems in _ENDINGS:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and any(base + stem in known for stem in stems):
            return True
        if word.endswith(ending) and len(base) > 3 and base[-1] == base[-2] and base[:-1] in known:
            return True
    return any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in _PREFIXES)


def _is_british(word: str) -> bool:
    return any(pattern.search(word) and _is_listed(pattern.sub(other, word)) for pattern, other in _BRITISH)


@cache
def _by_first_letter() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in sorted(_listed()):
        words.setdefault(word[0], []).append(word)
    return words


@lru_cache(maxsize=4096)
def is_nearly_english(word: str) -> bool:
    """Tell whether a word is English, or an English word but for a letter or two."""
    plain = word.casefold()
    if is_english(plain):
        return True
    known = _by_first_letter().get(plain[:1], [])
    return process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_NEAR) is not None


_NEAR = 84.0
