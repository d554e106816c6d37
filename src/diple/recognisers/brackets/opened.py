"""Labels that head what somebody else wrote, or what is underlined, within a sentence (TEI 3.3.2.2, 11.3.1.4).

The words may stand in the bracket, or after it up to a bracket that says where they end: "[in pencil:] as agreed [end
of pencil]".
"""

from __future__ import annotations

from diple import patterns as re
from diple.model import Attrs
from diple.recognisers.brackets.hands import hand_of, is_only_label, place_value
from diple.recognisers.brackets.owned import office_of_hand
from diple.recognisers.brackets.place import Place, sign_rest

_UNDERLINED = re.compile(
    r"(?:(?:words? |text )?(?:(?:twice|doubly|double|heavily) )?(?:underlined|underscored)(?: (?:twice|once))?"
    r"(?: (?:in|with) (?:\w+ ){0,2}(?:pencil|ink|crayon|pen)| by hand)?)",
    re.I,
)
_LABEL = re.compile(r"([^:“\"\[\]]{4,60}):\s*")
CLOSE = re.compile(
    r"(?:end(?:s)?(?: of)?(?: the)? (?:[\w’'-]+ ){0,3}?(?:hand(?:writing)?|pencil|ink|crayon|insert(?:ion)?|addition|"
    r"underlin(?:ing|e|ed)|underscor(?:ing|e|ed))|(?:(?:back to|in) )?(?:the )?(?:first|original|main|former) hand"
    r"(?: (?:again|resumes|continues))?)",
    re.I,
)
"""What says, in a bracket of its own, that words by another hand or under a line are over."""
_BRACKET = re.compile(r"\[\s*([^\[\]]{3,60}?)\s*[.:]?\s*\]")
_TELLS_WHAT_WROTE = re.compile(r"\b(?:hand|handwriting|pencil|ink|crayon|underlined|underscored)\b", re.I)
"""A label that says no more than "inserted" does not tell of words without an end."""
_NOTED = re.compile(r"\b(?:note|remark|comment|minute|annotation|query|question)s?\b", re.I)
"""A label of what somebody noted beside the text, and no words of it."""
_SENTENCE_END = re.compile(r"[.!?…]+[”\"’')]*(?=\s|$)|[;:](?=\s)|\[")


def is_head(words: str) -> bool:
    """Tell whether words, without their colon, head what is underlined; what heads words by hand, others know."""
    return bool(_UNDERLINED.fullmatch(words))


def claim_opened(place: Place) -> bool:
    """Claim words that a label in a bracket heads: those in the bracket, or those between it and their end."""
    label = _LABEL.match(place.inner)
    made = _element_of(place, label[1]) if label else None
    if label is None or made is None:
        return False
    if label.end() < len(place.inner):
        if place.stands_alone:
            return False
        tag, attrs = made
        start = place.bracket.inner_start + label.end()
        if tag == "add" and _NOTED.search(label[1]):
            place.note({"type": "annotation", **attrs}, inner_start=start)
        else:
            place.element(tag, attrs, inner_start=start)
        return True
    return _claim_following(place, *made)


def _element_of(place: Place, label: str) -> tuple[str, Attrs] | None:
    """Return the element that a label heads with its attributes, or None where another rule reads the label."""
    words = " ".join(label.split())
    if is_head(words):
        return "hi", {"rend": "underline"}
    if owner := office_of_hand(words):
        hand = place.draft.hands.require(owner.casefold(), f"The hand of {owner}.", owner)
        return "add", {"place": place_value(words), "hand": hand}
    if is_only_label(words) and place.inner.endswith(":"):
        return "add", {"place": place_value(words), "hand": hand_of(place, words)}
    return None


def _claim_following(place: Place, tag: str, attrs: Attrs) -> bool:
    """Claim the words after a bracket, up to the one that ends them, else, with a doubt, to the end of the clause."""
    draft, start = place.draft, place.bracket.end
    while start < place.paragraph_end and draft.text[start].isspace():
        start += 1
    close = next((m for m in _BRACKET.finditer(draft.text, start, place.paragraph_end) if CLOSE.fullmatch(m[1])), None)
    at_head = place.bracket.start == place.paragraph_start
    if close is None and (at_head or not _TELLS_WHAT_WROTE.search(place.inner)):
        return False
    found = close or _SENTENCE_END.search(draft.text, start, place.paragraph_end)
    end = found.start() if found else place.paragraph_end
    while end > start and draft.text[end - 1].isspace():
        end -= 1
    if end <= start:
        return False
    sign_rest(draft, place.bracket.start, start)
    if close:
        sign_rest(draft, end, close.end())
    else:
        attrs = attrs if tag == "hi" else {**attrs, "cert": "low"}
        draft.doubt("D110", start, "how far the words after this label reach is not said", "see how far they reach")
    draft.span(start, end, tag, attrs)
    return True
