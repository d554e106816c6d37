"""Errors that stand as they are: "[sic]", with the correction or the remark that may go with it (TEI 3.5.1)."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from diple import patterns as re
from diple.recognisers.brackets.notes import note_attrs
from diple.recognisers.brackets.place import Place, Word
from diple.recognisers.brackets.words import PARTICLES, PRONOUNS

SIC = re.compile(r"sic\b[!.?]*\s*", re.I)
THUS = re.compile(
    r"(?:thus|so|as)(?: (?:it stands|stands|written|typed|spelled|printed|given))? in (?:the )?"
    r"(?:original|text|source|document|copy|manuscript|typescript)[.!]?",
    re.I,
)
CORRECTS = re.compile(
    r"(?:[,;:–—-]+\s*)?(?:(?:this )?(?:should|must|ought to) (?:be|read|probably be|have been|say)|"
    r"(?:probably |presumably |correctly )?"
    r"read|recte|correct(?:ly|ed to|ion| is)?|error for|mistake for|misprint for|slip for|instead of|"
    r"for|i\.\s?e\.|means?)[:,]?\s+",
    re.I,
)
BARE_CORRECTS = re.compile(
    r"(?:(?:this )?should (?:be|read|have been|say)|recte|read|correctly|corrected to|error for|"
    r"misprint for)[:,]?\s+",
    re.I,
)
_SEPARATOR = re.compile(r"[,;:–—-]+\s*")
_ABOUT_NAME = re.compile(r"\b(?:names?|surname|spell(?:ed|ing)|transliterat\w+|patronymic|person|identity)\b", re.I)
_LIKE_ENOUGH = 55.0


class Meant(NamedTuple):
    """The words that a "[sic]" is about, by offsets."""

    start: int
    end: int


def claim_sic(place: Place) -> bool:
    """Claim a "[sic …]": the words meant become ``sic``; what follows the word is a correction or a remark."""
    match = SIC.match(place.inner) or THUS.fullmatch(place.inner)
    if match is None:
        return _claim_bare_correction(place)
    rest = place.inner[match.end() :]
    offset = place.bracket.inner_start + match.end()
    if not rest:
        return _claim_plain(place)
    if lead := CORRECTS.match(rest):
        return _correct(place, rest[lead.end() :], offset + lead.end(), sure=True)
    separator = _SEPARATOR.match(rest)
    start = separator.end() if separator else 0
    if _resembles(place, rest[start:]):
        return _correct(place, rest[start:], offset + start, sure=False)
    return _remark(place, offset + start)


def _claim_bare_correction(place: Place) -> bool:
    """Claim "[should be X]" and "[recte X]"."""
    match = BARE_CORRECTS.match(place.inner)
    if match is None or len(place.content.split()) > 8 or not place.words_before:
        return False
    if match[0].strip().casefold() == "read" and place.inner[match.end() :].strip().casefold() in PRONOUNS:
        return False
    return _correct(place, place.inner[match.end() :], place.bracket.inner_start + match.end(), sure=True)


def _claim_plain(place: Place) -> bool:
    if not place.words_before:
        return False
    word = place.words_before[-1]
    place.take_signs(place.bracket.end, place.bracket.end, with_space=True)
    place.draft.span(word.start, word.end, "sic", {}, rank=60)
    return True


def _remark(place: Place, start: int) -> bool:
    """Make the words meant ``sic`` and what is said of them a note after them."""
    if not place.words_before:
        return False
    meant = name_before(place) if _ABOUT_NAME.search(place.content) else place.words_before[-1]
    place.draft.span(meant.start, meant.end, "sic", {}, rank=60)
    place.note(note_attrs(place, place.agent), inner_start=start, of_word=True)
    return True


def _correct(place: Place, correction: str, start: int, *, sure: bool) -> bool:
    words = correction.strip(" .!?“”\"'")
    meant = words_meant(place, words) if words else None
    if meant is None:
        return _remark(place, start) if words else _claim_plain(place)
    draft = place.draft
    if draft.text[meant.end : place.bracket.start].strip(" \t\r\n\xa0”’\"'»") or draft.is_signed(
        meant.start, meant.end
    ):
        return _correct_at_a_distance(place, meant)
    certain = correction.rstrip()
    end = start + len(certain.rstrip("? "))
    draft.sign(meant.end, start)
    draft.sign(end, place.bracket.end)
    cert = "low" if certain.endswith("?") else "" if sure else "medium"
    attrs = {"resp": place.resp} | ({"cert": cert} if cert else {})
    draft.span(meant.start, place.bracket.end, "choice", rank=30)
    draft.span(meant.start, meant.end, "sic", {}, rank=40)
    draft.span(start, end, "corr", attrs, rank=40)
    return True


def _correct_at_a_distance(place: Place, meant: Meant) -> bool:
    """Where words stand between the error and its correction, the correction stays a note that says so."""
    match = SIC.match(place.inner)
    skip = match.end() if match else 0
    separator = _SEPARATOR.match(place.inner, skip)
    start = place.bracket.inner_start + (separator.end() if separator else skip)
    place.draft.span(meant.start, meant.end, "sic", {}, rank=60)
    place.note(note_attrs(place, place.agent), inner_start=start, of_word=True)
    return True


def _resembles(place: Place, words: str) -> bool:
    """Tell whether words are likely a correction of what stands before, not a remark about it."""
    count = len(words.split())
    if not 0 < count <= 4 or not place.words_before:
        return False
    before = place.words_before[-count:]
    old = " ".join(word.text for word in before)
    return _kind(words) == _kind(old) == "number" or fuzz.ratio(old.casefold(), words.casefold()) >= _LIKE_ENOUGH


def words_meant(place: Place, correction: str) -> Meant | None:
    """Return the words before that a correction replaces: those most like it, else as many as it has."""
    words = place.words_before[-8:]
    if not words:
        return None
    count = len(correction.split())
    if _kind(correction) == "number" and count == 1:
        numbers = [word for word in words[-4:] if _kind(word.text) == "number"]
        return Meant(numbers[-1].start, numbers[-1].end) if numbers else Meant(words[-1].start, words[-1].end)
    best = max(_candidates(words, count), key=lambda run: _likeness(run, correction))
    if _likeness(best, correction) < _LIKE_ENOUGH:
        best = _same_shape(words, correction, count)
    return Meant(best[0].start, best[-1].end)


def _candidates(words: list[Word], count: int) -> list[list[Word]]:
    """Return the runs of words that end at the bracket, or one or two words before it."""
    ends = range(len(words), max(0, len(words) - 3), -1)
    return [words[end - size : end] for end in ends for size in range(1, min(count + 1, end) + 1)]


def _likeness(run: list[Word], correction: str) -> float:
    return fuzz.ratio(" ".join(word.text for word in run).casefold(), correction.casefold())


def _same_shape(words: list[Word], correction: str, count: int) -> list[Word]:
    """Return the last word, or as many capitalised words as a capitalised correction has."""
    if count > 1 and correction[:1].isupper():
        run = [word for word in words[-count:] if word.text[:1].isupper()]
        if run and run[-1] is words[-1]:
            return run
    return words[-1:]


def _kind(text: str) -> str:
    return "number" if any(char.isdigit() for char in text) else "word"


def name_before(place: Place) -> Meant:
    """Return the run of capitalised words and initials that ends at the bracket, at least one word."""
    words = place.words_before
    first = len(words) - 1
    while first > 0 and _continues_name(place, words[first - 1], words[first]):
        first -= 1
    while first < len(words) - 1 and not words[first].text[:1].isupper():
        first += 1
    return Meant(words[first].start, words[-1].end)


def _continues_name(place: Place, word: Word, following: Word) -> bool:
    gap = place.draft.text[word.end : following.start]
    initial = len(word.text) == 1 or (gap.startswith(".") and len(word.text) <= 2)
    if gap.strip() and not (initial and gap.strip() == "."):
        return False
    return word.text[:1].isupper() or word.text in PARTICLES
