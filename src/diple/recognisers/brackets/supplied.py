"""Words, letters and stops that complete the text (TEI 11.3.3.1): what the sentence around can hold."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.completes import completes_sentence
from diple.recognisers.brackets.place import Place, reason_of_doubt
from diple.recognisers.brackets.remarks import supplies_text
from diple.recognisers.brackets.words import COMMON_FIRST_WORDS, PRONOUNS

_PUNCTUATION = re.compile(r"[^\w\s]{1,3}$")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'\-]*)(?:\s+(?:[^\W\d_a-z][\w.’'\-]*|of|the|de|von|van|bin|al))*$")
_SIGNED = re.compile(r"(?:^|\W)(?:signed|sgd\.?|signature:|/s/)\W*$", re.I)
_WHO_OR_WHAT = re.compile(r"(?:the|in|of|to|from|at)\s+\S", re.I)
_DATE = re.compile(
    r"(?:(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December),?\s*)?\d{2,4}$"
)


def claim_supplied(place: Place) -> bool:
    """Claim what a bracket holds as supplied by its agent, if it can be words of the text."""
    if (
        place.bracket.inner_start >= place.bracket.inner_end
        or _is_printed_line(place)
        or _is_number_apart(place)
        or not supplies_text(place)
        or not completes_sentence(place)
    ):
        return False
    attrs = {"reason": supplied_reason(place), "resp": place.resp}
    if "\n\n" in place.inner.replace("\r", "") and len(place.content.split()) > 60:
        attrs["cert"] = "low"
    place.element("supplied", attrs)
    return True


def _is_number_apart(place: Place) -> bool:
    """Tell whether figures stand between two sentences, where they are no word of either: ". [74 118]. The letter"."""
    is_behind = place.before.rstrip()[-1:] in tuple(".!?") and not place.is_glued_before
    return is_behind and place.after[:1] in ("", ".") and _FIGURES.fullmatch(place.content) is not None


_FIGURES = re.compile(r"\d[\d .,/-]*")


def _is_printed_line(place: Place) -> bool:
    """Tell whether capitals in a bracket are all of a line or column, as forms and offices print them: "[CYPHER]"."""
    if not place.content.isupper() or sum(map(str.isalpha, place.content)) < _PRINTED or "?" in place.content:
        return False
    if place.bracket.start >= place.setting.text_begins:
        return False  # at the foot it is the name of who signed
    text, start = place.draft.lined, place.bracket.start
    begins = _LINE_BEGINS.search(text, max(0, start - _INDENT), start)
    return begins is not None and _COLUMN_ENDS.match(text, place.bracket.end) is not None


_PRINTED = 5
"""The fewest letters of such a line."""
_INDENT = 80
_LINE_BEGINS = re.compile(r"(?:\A|\n)[ \t]*\Z")
_COLUMN_ENDS = re.compile(r"[ \t]*(?:\n|\Z)|[ \t]{3}")


def supplied_reason(place: Place) -> str:
    """Return why words are supplied: inside a word, as a stop, to say who is meant, or for the translation's sake."""
    content = place.content
    if _PUNCTUATION.match(content):
        return "punctuation"
    if place.is_glued_before or place.is_glued_after:
        return "completion"
    if _SIGNED.search(place.before) and _NAME.match(content):
        return "signature"
    if _identifies(place):
        return "identification"
    return reason_of_doubt(place)


def _identifies(place: Place) -> bool:
    content = place.content
    first = content.split()[0].strip(",.").casefold()
    if _DATE.match(content):
        return True
    if _NAME.match(content) and first not in COMMON_FIRST_WORDS:
        return True
    word = place.word_before
    return word is not None and word.text.casefold() in PRONOUNS and bool(_WHO_OR_WHAT.match(content))
