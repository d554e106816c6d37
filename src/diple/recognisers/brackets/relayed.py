"""What a hand wrote, struck out or added, as a translator or editor tells it under a label of theirs (TEI 11.3.1).

"[Tr.: in the margin, in the minister's hand: “No.”]" is the minister's note and not the translator's.
"""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.deletions import claim_deletion
from diple.recognisers.brackets.handlabels import hand_of_label, label_before
from diple.recognisers.brackets.hands import claim_addition, place_value
from diple.recognisers.brackets.labels import label_of
from diple.recognisers.brackets.place import Place, place_of

_QUOTED = re.compile(r"\s*[“\"„«‘](?=\S)[\s\S]*[”\"“»’][.\s]*\Z")


def claim_relayed(place: Place) -> bool:
    """Claim what a hand did to the page where somebody's label only says who tells it, in brackets or parentheses."""
    found = label_of(place.inner)
    if found is None or not found[0] or ":" not in place.inner[found[1] :]:
        return False
    told = place_of(place.setting, place.bracket._replace(inner_start=place.bracket.inner_start + found[1]))
    if not told.content.strip():
        return False
    return claim_hand_of_label(told, _QUOTED) or claim_deletion(told) or claim_addition(told)


def claim_hand_of_label(place: Place, words: re.Pattern[str], *, of_word: bool = False) -> bool:
    """Claim what stands behind a label of place and hand as a note by that hand, where ``words`` matches it."""
    found = label_before(place.inner, placed=True)
    if found is None or not words.match(place.inner[found[1] :]):
        return False
    label, length = found
    start = place.bracket.inner_start + length
    start += len(place.inner[length:]) - len(place.inner[length:].lstrip())
    attrs = {"type": "annotation", "place": place_value(label), "hand": hand_of_label(place.draft, label)}
    place.note(attrs, inner_start=start, of_word=of_word)
    return True
