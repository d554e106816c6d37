"""The language of a text: English by its commonest words, others by the library py3langid (the extra ``languages``)."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from math import exp

ENGLISH = "en"
UNKNOWN = "und"
"""Undetermined (ISO 639-2)."""

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    "a all an and are as at be been but by for from had has have he her his i if in is it its may more must no not"
    " of on or our she should that the their them there they this to was we were what which who will with would"
    " you".split()
)
_READ, _LEAST = 20_000, 25
"""Characters that are read, and words below which nothing is said."""
_NAMES = 0.6
"""The share of words with a capital above which a text is a list of names."""
_SURE, _HARDLY = 0.2, 0.1
"""The share of common words that makes a text English, and that below which it need not be."""
_LIKELY = 0.9
"""The probability from which another language is believed."""


def language_of(text: str) -> str:
    """Return the language (a BCP 47 tag) that a text is mostly written in.

    Texts of a few words, lists of names and telegrams that leave small words out are taken for English, unless the
    library is sure of another language. Without it a text in other letters than Latin ones is ``und``.
    """
    written = _WORD.findall(text[:_READ])
    words = [word.lower() for word in written]
    if len(words) < _LEAST or sum(word.istitle() for word in written) > len(words) * _NAMES:
        return ENGLISH
    share = sum(word in _COMMON for word in words) / len(words)
    if share >= _SURE:
        return ENGLISH
    if not has_detector():
        return ENGLISH if sum(word.isascii() for word in words) > len(words) / 2 else UNKNOWN
    language, probability = _detected(" ".join(words))
    return language if probability >= _LIKELY and share < _HARDLY else ENGLISH


def has_detector() -> bool:
    """Tell whether the library of the extra ``languages`` is installed."""
    return find_spec("py3langid") is not None


def _detected(text: str) -> tuple[str, float]:
    """Return the likeliest language and its probability, from the logarithms that the library gives."""
    ranked = import_module("py3langid").rank(text)
    scores = [(str(language), float(score)) for language, score in ranked]
    best = max(scores, key=lambda one: one[1])
    return best[0], 1 / sum(exp(score - best[1]) for _, score in scores)
