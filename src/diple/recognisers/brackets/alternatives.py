"""Whether a draft's brackets hold wordings that are not agreed on: "[Calls upon] [Urges] the members" (TEI 2.3.3)."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.brackets.tree import Bracket

_FEWEST = 2
"""So many times must two wordings stand side by side."""
_HEAD = 1500
"""So many characters at the beginning may say what the document is."""
_DRAFT = re.compile(
    r"\b(?:draft|negotiating text|working paper|proposed text|rolling text|composite text|compromise text|entwurf|"
    r"projet|proyecto|progetto|not agreed|square brackets)\b",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:/|or|and/or|,)?\s*")
_WORDING = re.compile(r"[^\W\d_]{2}[^\[\]:]{0,300}")


def offers_alternatives(draft: Draft, pairs: list[Bracket]) -> bool:
    """Tell whether a draft sets wordings between brackets side by side, for its readers to choose from."""
    if _DRAFT.search(draft.text, 0, _HEAD) is None:
        return False
    outer = [bracket for bracket in pairs if not bracket.depth]
    beside = (
        _BETWEEN.fullmatch(draft.text, one.end, other.start) and _is_wording(draft, one) and _is_wording(draft, other)
        for one, other in pairwise(outer)
        if other.start >= one.end
    )
    return sum(map(bool, beside)) >= _FEWEST


def _is_wording(draft: Draft, bracket: Bracket) -> bool:
    return _WORDING.fullmatch(draft.text, bracket.inner_start, bracket.inner_end) is not None
