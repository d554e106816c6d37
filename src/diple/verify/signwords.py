"""The closed vocabulary of signs: the only words that markup may consume.

A recogniser that swallowed words of a document as a "sign" would lose text; words outside this list never count as one.
"""

from __future__ import annotations

import re

SIGN_WORDS = frozenset(
    """
    a above added addition additional alternative and annotated annotation annotations appears appended are at below
    beside blank bottom by citation contents copy corrected correction credits crossed date deleted digital
    document donors ed editor editorial editors en endnote endnotes entered first foot footnote footnotes garbled hand handwriting handwritten
    here illegible in inaudible information inserted insertion interlined interlineated is it italic language
    last left line lines location margin marginal marginalia missing nbsp amp quot lt gt note notes number of on original
    originally out over overleaf p pg page pages pencil penciled pencilled pen ink proper read reads record redacted
    replaced rest right rights  s second shelfmark should sic sign signature signed source sp stamp stamped status strike struck
    subject sup summary the third through time title to top tr trans transcriber transcribers transl translation
    translator translators type typed unclear uncertain unintelligible unknown unreadable uploaded verso with word words
    writes written be id crossing archive repository collection creator created link share related documents places
    """.split()
)


SIGN_PHRASES = re.compile(
    r"this document was made possible with (?:the )?(?:generous )?support from|made possible (?:by|with)|"
    r"(?:contributed|obtained|provided|translated|transcribed|edited|selected|introduced|compiled|donated)"
    r"(?: and (?:translated|contributed|edited|annotated|transcribed|introduced))?(?: (?:for \w+ )?by)?|"
    r"hereafter|prepared(?: ©)? for the internet by|from the appendi(?:x|ces) to the collection|"
    r"email protected|this document|for(?: the)? file",
    re.I,
)
"""Wordings of records that stand for markup only as a whole."""

_WORD = re.compile(r"[^\W_]+")


def is_sign(literal: str, values: set[str]) -> bool:
    """Tell whether the characters of a sign are a known wording; ``values`` are the numbers that attributes carry."""
    words = _WORD.findall(literal)
    phrase = " ".join(words)
    return SIGN_PHRASES.fullmatch(phrase) is not None or all(
        word.casefold() in SIGN_WORDS or word in values for word in words
    )
