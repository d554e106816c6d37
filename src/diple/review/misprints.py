"""Suspected misprints: kept in the text, listed for a person. Word frequencies are those of the library wordfreq."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from lxml import etree
from rapidfuzz.distance import DamerauLevenshtein

from diple.review.places import Place, text_elements
from diple.xmlio import XML_LANG, tei

_WORD = re.compile(r"(?<![\w’'\-./@])[^\W\d_]{4,}(?![\w’'\-@])")
_ODD_POINT = re.compile(
    r"\b[A-Z]\.[a-z]{1,2}\b(?=\s)|\s,(?=\w)|\b(?:the|an?|of|has|have|had|is|are|was|were|to|and|in|comes)[:;] (?=[a-z])"
)
"""A full stop inside a word, a comma before a word, a colon after a word that wants another."""
_DOUBLED = re.compile(r"\b([^\W\d_]{2,}(?: [^\W\d_]{2,})?) \1\b")
_MAY_DOUBLE = frozenset({"had", "that", "very", "so", "no", "ha", "yes", "bye"})
_RARE, _KNOWN = 1.0, 3.0
"""Zipf frequencies (3 is once in a million words): a word below the first is suspect, one above the second known."""
_ZIPF_OF_ALL, _ROUNDING = 9, 0.98
"""The Zipf frequency of a word that all words are, and how far a rounded one may be off."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LANGUAGE = "en"


@cache
def has_dictionary() -> bool:
    """Tell whether the word list of the extra ``spelling`` is installed; else a document's own words are compared."""
    return find_spec("wordfreq") is not None


@cache
def _dictionary() -> Any:
    """Return the library wordfreq, which takes its time to be read: many a command needs no word of it."""
    return import_module("wordfreq") if has_dictionary() else None


@cache
def _known_words() -> frozenset[str]:
    """Return the words that everybody writes, in small letters."""
    least = 10 ** (_KNOWN - _ZIPF_OF_ALL)
    listed = _dictionary().get_frequency_dict(_LANGUAGE) if has_dictionary() else {}
    return frozenset(word for word, share in listed.items() if share >= least * _ROUNDING)


def is_common_word(word: str) -> bool:
    """Tell whether a word, in small letters, is one that everybody writes; no if there is no word list."""
    return _frequency(word.casefold()) >= _KNOWN


def suspected_misprints(root: etree._Element) -> Iterator[Place]:
    """Yield words one letter from a known one and known nowhere themselves (D505), odd points, words set twice.

    Nothing is yielded for a text in another language than English, which alone is known here.
    """
    paragraphs = list(text_elements(root, "p", "head", "item", "ab")) if _is_english(root) else []
    texts = [_running_text(paragraph) for paragraph in paragraphs]
    own = Counter(match.group() for text in texts for match in _WORD.finditer(text))
    for paragraph, text in zip(paragraphs, texts, strict=True):
        for match in _WORD.finditer(text):
            better = _likelier(match.group(), own)
            if better:
                message = f"“{match.group()}” may be a misprint for “{better}”"
                yield Place("D505", paragraph, message, "if it is one: <choice><sic>…</sic><corr>…</corr></choice>")
        yield from _odd_places(paragraph, text)


def _is_english(root: etree._Element) -> bool:
    text = root.find(tei("text"))
    language = (text.get(XML_LANG) if text is not None else None) or root.get(XML_LANG) or _LANGUAGE
    return language.partition("-")[0] == _LANGUAGE


def _odd_places(paragraph: etree._Element, text: str) -> Iterator[Place]:
    for match in _ODD_POINT.finditer(text):
        message = f"a point stands where none is expected: “{_around(text, match)}”"
        yield Place("D505", paragraph, message, "compare it with the original")
    for match in _DOUBLED.finditer(text):
        if match.group(1).casefold() not in _MAY_DOUBLE:
            yield Place("D505", paragraph, f"words stand twice: “{match.group()}”", "compare it with the original")


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 20) : match.end() + 20].strip()


def _running_text(element: etree._Element) -> str:
    """Return the words of a block without the notes, foreign words and corrections in it."""
    pieces: list[str] = []
    stack: list[etree._Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif node is element or node.tag not in _LEFT_OUT:
            pieces.append(node.text or "" if isinstance(node.tag, str) else "")
            for child in reversed(node):
                stack.extend((child.tail or "", child))
        else:
            pieces.append("\N{OBJECT REPLACEMENT CHARACTER}")
    return "".join(pieces)


_LEFT_OUT = frozenset(tei(name) for name in ("note", "foreign", "corr", "sic", "ref", "email", "persName", "placeName"))


@cache
def _likelier_in_general(word: str) -> str:
    """Return the known word one letter away from an unknown one, or ""."""
    if not has_dictionary() or _frequency(word) >= _RARE:
        return ""
    near = (other for other in _neighbours(word) if other.casefold() in _known_words() and is_common_word(other))
    return max(near, key=lambda other: (_frequency(other), other), default="")


@cache
def _frequency(word: str) -> float:
    return float(_dictionary().zipf_frequency(word, _LANGUAGE)) if has_dictionary() else 0.0


def _likelier(word: str, own: Counter[str]) -> str:
    """Return the word that a word was probably meant to be: one this document uses often, or a known one, else ""."""
    if own[word] > 2:
        return ""
    if word.isupper() or word[0].isupper():
        rivals = [other for other in own if other[0].isupper() and own[other] >= max(5, 5 * own[word])]
        near = [other for other in rivals if _is_one_apart(word, other)]
        if near and _frequency(word.casefold()) < _KNOWN:
            return max(near, key=lambda other: (own[other], other))
        return ""
    return _likelier_in_general(word)


def _is_one_apart(word: str, other: str) -> bool:
    """Tell whether two words of one case differ by one letter put in, left out, changed, or exchanged with the next."""
    if abs(len(word) - len(other)) > 1 or word == other or word.isupper() != other.isupper():
        return False
    if word + "s" == other or other + "s" == word:
        return False
    return DamerauLevenshtein.distance(word.casefold(), other.casefold(), score_cutoff=1) == 1


def _neighbours(word: str) -> set[str]:
    cuts = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    exchanged = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    changed = {left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS}
    added = {left + letter + right for left, right in cuts for letter in _LETTERS}
    return (dropped | exchanged | changed | added) - {word}
