"""The closed vocabulary of signs: the only words that markup may consume.

A recogniser that swallowed words of a document as a "sign" would lose text; words outside this list never count as one.
"""

from __future__ import annotations

import re

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
    uncertain unclear unintelligible unknown unreadable uploaded verso with word words writes written
    """.split()
)


SIGN_PHRASES = re.compile(
    r"this document was made possible with (?:the )?(?:generous )?support from|made possible (?:by|with)|"
    r"(?:contributed|obtained|provided|translated|transcribed|edited|selected|introduced|compiled|donated)"
    r"(?: and (?:translated|contributed|edited|annotated|transcribed|introduced))?(?: (?:for \w+ )?by)?|"
    r"hereafter|prepared(?: ©)? for the internet by|from the appendi(?:x|ces) to the collection|"
    r"x(?: x)+|email protected|this document|for(?: the)? file",
    re.I,
)
"""Wordings of records that stand for markup only as a whole."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def is_sign(literal: str, values: set[str]) -> bool:
    """Tell whether the characters of a sign are a known wording; ``values`` are the numbers that attributes carry."""
    words = _WORD.findall(literal)
    phrase = " ".join(words)
    return SIGN_PHRASES.fullmatch(phrase) is not None or all(
        word.casefold() in SIGN_WORDS or word in values for word in words
    )
