"""Marks with a space before them, as some printed editions set them, told from the other figures of a sentence."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.footnotes.styles import Mark

_FORMS = frozenset(("1", "1 amid", "1 apart"))
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\.?\)?\s*\Z")
_COUNTED = frozenset(
    "punkt punkte top nr no num n° nº art artikel article artículo articolo chapter chap chapitre kapitel abschnitt "
    "section sec part teil partie page pages pp seite seiten vol volume band bd tome paragraph para absatz abs ziffer "
    "satz item items point points number numéro número anlage annex annexe appendix tab enclosure document doc "
    "dokument telegram despatch dispatch cable letter figure fig table tabelle version day days top sitzung protokoll "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet "
    "août septembre octobre novembre décembre".split()
)
"""Words, in small letters, behind which a figure counts things."""


def is_spaced(draft: Draft, mark: Mark, *, strict: bool = True) -> bool:
    """Tell whether a figure may be a mark: it ends a clause, or follows a name, or any word, before a small letter."""
    if mark.style.name not in _FORMS:
        return False
    before = _WORD_BEFORE.search(draft.text, max(0, mark.start - _FAR), mark.start)
    if before and before["word"].lower() in _COUNTED:
        return False
    after = draft.text[mark.end : mark.end + 2]
    is_behind_stop = draft.text[mark.start - 1] in ".,;:"
    if mark.style.name != "1 amid" or is_behind_stop or after[:1] in tuple(".,;:") or not after.strip():
        return True
    return before is not None and (not strict or before["word"][0].isupper()) and after[1:2].islower()


_FAR = 30
"""So many characters before a figure the word it follows is looked for."""
