"""What could not be read, was left out or is lost, doubtful readings, and blanks to fill in (TEI 11.3.3)."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.model import Attrs, Role
from diple.recognisers.brackets.completes import speaks_of_copy
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.place import Place, Word, reason_of_doubt, sign_rest
from diple.recognisers.brackets.words import FUNCTION_WORDS
from diple.recognisers.pages.forms import COLUMN

_DAMAGED_READING = re.compile(
    r"(?P<gap>[^:;–—(?]{0,40}\b(?:illegible|unclear|inaudible|garbled?|unreadable|undec|"
    r"undecypherable|mutilated|corrupt)\b\.?[^:;–—(?]{0,10}?)\s*(?:\?+(?=\s*\w)|[–—:;]+|,(?=[^,]*\?)|--?(?=\s)|"
    r"\bpossibly\b|\bperhaps\b|\()+\s*",
    re.I,
)
HEDGED_READING = re.compile(
    r"(?:possibly|perhaps|probably|maybe|apparently|presumably|reading uncertain|uncertain)[:,]?\s+", re.I
)
_SIGNATURE = re.compile(r"\b(?:signatures?|signed|initials?|autograph)\b", re.I)
PAGE_END = re.compile(r"(?:page break|new page|next page)", re.I)
_FILLED_IN = re.compile(r"[_\s]*_[_\s]*")
"""A blank to fill in that stands in brackets."""


def claim_column(place: Place) -> bool:
    """Claim "[col. 345]" as the beginning of a column, where several such brackets count on (TEI 3.11.3, ``cb``)."""
    draft, bracket = place.draft, place.bracket
    here = COLUMN.fullmatch(draft.text, bracket.start, bracket.end)
    if here is None:
        return False
    numbers = [int(found["n"]) for found in COLUMN.finditer(draft.text)]
    is_alone = place.stands_alone and (place.block.start, place.block.end) == (bracket.start, bracket.end)
    if is_alone and len(numbers) == 1:
        numbers = [numbers[0], numbers[0] + 1]
    if len(numbers) < _COLUMNS or any(not 0 < after - before <= _COLUMNS for before, after in pairwise(numbers)):
        return False
    if is_alone:
        draft.give_role(place.block, Role.MILESTONE, attrs={"n": here["n"]}, why="the number of a column")
        place.block.tag = "cb"
        sign_rest(draft, bracket.start, bracket.end)
        return True
    end = bracket.end
    while end < place.block.end and draft.text[end].isspace():
        end += 1
    sign_rest(draft, bracket.start, end)
    draft.point(end, "cb", {"n": here["n"]})
    return True


_COLUMNS = 2
"""So many columns in a row prove one another; so far apart two may be, where a page has two of them."""


def claim_gap(place: Place) -> bool:
    """Claim a bracket that stands for what is not there: "[2 lines illegible]", "[...]", "[page missing]"."""
    if PAGE_END.fullmatch(place.content):
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "pb")
        return True
    if not place.content and place.bracket.end - place.bracket.start > _EMPTY:
        return _claim_empty(place)
    if not place.content and place.bracket.end - place.bracket.start == _EMPTY and _is_amid_words(place):
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        place.draft.point(place.bracket.start, "gap", {"reason": "illegible", "cert": "low", "resp": place.resp})
        return True
    if _FILLED_IN.fullmatch(place.inner):
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
        width = place.bracket.end - place.bracket.start - 2
        place.draft.point(place.bracket.start, "space", {"unit": "chars", "quantity": str(width), "resp": place.resp})
        return True
    attrs = gap_attrs(place.content, heard=place.setting.is_talk)
    if attrs is None or place.block.end < place.bracket.end:
        return _claim_damaged_reading(place)
    if place.ends_sentence_within:
        sign_rest(place.draft, place.bracket.start, place.bracket.inner_end - 1)
        sign_rest(place.draft, place.bracket.inner_end, place.bracket.end)
    else:
        sign_rest(place.draft, place.bracket.start, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
    return True


def _is_amid_words(place: Place) -> bool:
    """Tell whether a bracket stands within a sentence, words on both sides, so that it is no box to tick."""
    before, after = place.before.rstrip(" "), place.after.lstrip(" ")
    return before[-1:].islower() and after[:1].islower() and not place.setting.has_boxes


_EMPTY = 3
"""A bracket with nothing but so many characters' room in it is left open on purpose."""
_RELEASED = re.compile(r"approved for release|sanitized|declassif|\(b\) ?\(\d\)|\b25X\d", re.I)


def _claim_empty(place: Place) -> bool:
    """Claim "[      ]": words withheld in a document that was released, else room left in the copy."""
    width = place.bracket.end - place.bracket.start - 2
    sign_rest(place.draft, place.bracket.start, place.bracket.end)
    if _RELEASED.search(place.draft.text):
        place.draft.point(place.bracket.start, "gap", {"reason": "redacted", "cert": "medium", "resp": place.resp})
    else:
        attrs = {"unit": "chars", "quantity": str(width), "resp": place.resp}
        place.draft.point(place.bracket.start, "space", attrs)
    return True


def _claim_damaged_reading(place: Place) -> bool:
    """Claim a guess at what is damaged, "[illegible—men?]", or hedged, "[possibly: men]"."""
    match = _DAMAGED_READING.match(place.inner)
    attrs = gap_attrs(match["gap"].strip()) if match else None
    if UNSURE.fullmatch(place.content) or speaks_of_copy(place.content):
        return False
    found = match if attrs else HEDGED_READING.match(place.inner)
    if found is None or len(place.content.split()) > 8 or _SIGNATURE.search(place.content):
        return False
    reading: Attrs = {"cert": "low", "resp": place.resp}
    if attrs and "unit" in attrs:
        place.draft.point(place.bracket.start, "gap", {**attrs, "resp": place.resp})
        return doubtful(place, "supplied", {"reason": reason_of_doubt(place), **reading}, found.end())
    if attrs:
        reading["reason"] = attrs["reason"]
    return doubtful(place, "unclear", reading, found.end())


def claim_query(place: Place) -> bool:
    """Claim a doubtful reading: "[?]" about the word before, "[contrary?]" in place of a word."""
    content = place.content
    if content in ("?", "??", "(?)") or UNSURE.fullmatch(content):
        return _claim_bare_query(place)
    opens = content.startswith("?")
    if len(content.split()) > 6 or not (opens or _QUERIED.search(content)):
        return False
    attrs = {"reason": _reason(place), "cert": "low", "resp": place.resp}
    if opens:
        return doubtful(place, "supplied", attrs, len(place.inner) - len(place.inner.lstrip("? ")))
    return doubtful(place, "supplied", attrs, 0)


_QUERIED = re.compile(r"\w\.?[”’\"')]*(?:\s*|\.{2,4}|…)\(?\?+\)?$")
"""Words with a question mark of the reader's behind them."""

UNSURE = re.compile(
    r"(?:(?:uncertain|doubtful|conjectural) (?:decipherment|decoding|reading|transcription|translation)|"
    r"(?:decipherment|decoding|reading|transcription|translation) (?:is )?(?:uncertain|doubtful|not certain))[.?]?",
    re.I,
)
"""Says that the word before may have been read wrongly."""


def _reason(place: Place) -> str:
    """Return the reason for a doubtful reading: it completes the word it is glued to, or is its agent's."""
    return "completion" if place.is_glued_before or place.is_glued_after else reason_of_doubt(place)


def doubtful(place: Place, tag: str, attrs: Attrs, skip: int) -> bool:
    """Make the words after the first ``skip`` an element; a question mark that ends them is a sign of the doubt."""
    start = place.bracket.inner_start + skip
    end = place.bracket.inner_end
    while end > start and (place.draft.text[end - 1] in "?()" or place.draft.text[end - 1].isspace()):
        end -= 1
    if start >= end:
        return False
    place.take_signs(start, end)
    place.draft.span(start, end, tag, attrs)
    return True


def _claim_bare_query(place: Place) -> bool:
    if not place.words_before:
        return _stands_for_a_word(place, None) and _claim_unread(place)
    word = place.words_before[-1]
    if _stands_for_a_word(place, word):
        return _claim_unread(place)
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "unclear", {"cert": "low", "resp": place.resp}, rank=60)
    return True


GRADE = re.compile(r"(?P<grade>[A-D]) ?%? *[-–—]? *")
"""How sure words of a deciphered text are, from A to D."""
_GRADED = re.compile(r"(?P<grade>[A-D]) ?% *[-–—]? *")
_GRADES = {"A": "high", "B": "medium", "C": "low", "D": "low"}


def claim_graded(place: Place) -> bool:
    """Claim words of a deciphered text of which a letter says how sure they are: "[C% refuses]", from A to D."""
    match = _GRADED.match(place.inner)
    if match is None or match.end() >= len(place.inner):
        return False
    place.element(
        "unclear",
        {"cert": _GRADES[match["grade"]], "resp": place.resp},
        inner_start=place.bracket.inner_start + match.end(),
    )
    return True


def _claim_unread(place: Place) -> bool:
    sign_rest(place.draft, place.bracket.start, place.bracket.end)
    place.draft.point(place.bracket.start, "gap", {"reason": "illegible", "cert": "low", "resp": place.resp})
    return True


_WANTS_MORE = frozenset(
    "mr mrs miss ms messrs dr prof gen col capt lt sgt maj cde comrade com sir lord page p line no number art article"
    " vol fol folio box sheet para paragraph chapter".split()
)
"""Words after which a bare question mark in brackets stands for a name or a number, and does not doubt the word."""


def _stands_for_a_word(place: Place, word: Word | None) -> bool:
    """Tell whether "[?]" stands for what was not read: after a bracket, at a line's head, after "to" or "Mrs."."""
    text = place.draft.text
    line, stop, _ = text[max(0, place.bracket.start - _WINDOW) : place.bracket.start].rpartition("\n")
    before = text[max(0, place.bracket.start - _WINDOW) : place.bracket.start].rstrip(" \t")
    starts_line = bool(stop) and before.endswith("\n") and len(line.rpartition("\n")[2]) < _SHORT_LINE
    if before.endswith("]") or starts_line or not before.strip():
        return place.after[:1].isspace() or not place.after
    return word is not None and word.text.casefold() in FUNCTION_WORDS | _WANTS_MORE


_WINDOW = 120
_SHORT_LINE = 60
"""A line shorter than this was not broken for want of room, so that the next begins with a word of its own."""
