"""The closed vocabulary of signs: the only words that markup may consume.

A recogniser that swallowed words of a document as a "sign" would lose text; words outside this list never count as one.
"""

from __future__ import annotations

import re
import unicodedata

from diple.recognisers.brackets.wordings import is_wording
from diple.recognisers.record.wordings import is_record_wording

SIGN_WORDS = frozenset(
    """
    a above added addition additional alternative amp and annotated annotation annotations appears appended
    archive are at be below beside blank bottom by citation collection contents copy corrected correction
    created creator credits crossed crossing date deleted digital document documents donors ed editor editorial
    editors en endnote endnotes entered first foot footnote footnotes garbled gt hand handwriting handwritten
    here id illegible in inaudible information ink inserted insertion interlineated interlined is it italic
    language last left line lines link location lt margin marginal marginalia missing nbsp note notes number of
    on original originally out over overleaf p page pages pen pencil penciled pencilled pg places proper quot
    read reads record redacted related replaced repository rest right rights s second share shelfmark should sic
    sign signature signed source sp stamp stamped status strike struck subject summary sup the third through
    time title to top tr trans transcriber transcribers transl translation translator translators type typed
    uncertain unclear unintelligible unknown unreadable uploaded verso with word words writes written x
    """.split()
)


_PHRASES = re.compile(r"hereafter|x(?: ?x)+", re.I)
"""Wordings that stand for markup only as a whole."""

_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>|\(#[\w\-.]{0,60}(?:\s\"[^\"\n]{0,80}\")?\)")
"""A tag of HTML, and the target of a link inside the document."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def is_sign(literal: str, values: set[str]) -> bool:
    """Tell whether the characters of a sign are a known wording; ``values`` are the numbers that attributes carry.

    A wording is made of words of the vocabulary, or is, as a whole, one that a family of recognisers lists as its own.
    """
    literal = unicodedata.normalize("NFKC", _MARKUP.sub(" ", literal))
    words = _WORD.findall(literal)
    if all(word.casefold() in SIGN_WORDS or word in values for word in words):
        return True
    return _PHRASES.fullmatch(" ".join(words)) is not None or is_wording(literal) or is_record_wording(literal)
