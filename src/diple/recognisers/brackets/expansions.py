"""Abbreviations that a bracket expands (TEI 3.6.5)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.languages import CLIPPED, words_of
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.brackets.place import Place, Word
from diple.recognisers.brackets.words import FUNCTION_WORDS, KNOWN_ENGLISH, SMALL_WORDS

_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.){2,6}[A-Z]?|[A-Z][A-Za-z]{0,10}[A-Z][A-Za-z]{0,4}|[A-Z]{2,8}s?|[A-Z]{1,3}-?\d{1,3}"
)
_SURNAME = re.compile(r"(?:Mac|Mc|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z][a-z]+$")


ARTICLE = re.compile(
    r"(?:the|a|an|i\.\s?e\.,?|that is,?|or|short for|abbreviation (?:of|for)|stands for|meaning)\s+", re.I
)


def claim_expansion(place: Place) -> bool:
    """Claim what an abbreviation before the bracket stands for."""
    word = _abbreviations_before(place) or _abbreviation_before(place) or _abbreviated_name_before(place)
    if word is None:
        return _claim_shortened(place)
    lead = ARTICLE.match(place.inner)
    certainty = _expands(word.text, place.inner[lead.end() :] if lead else place.inner)
    if not certainty:
        return _claim_shortened(place)
    skip = lead.end() if lead and lead.group().strip().casefold() not in {"the", "a", "an"} else 0
    _pair(place, word, skip, certainty)
    return True


_SEVERAL = re.compile(r"(?:^|(?<=[\s(“\"]))[A-Z]{1,6}(?: [A-Z]{1,6}){1,2}$")


def _abbreviations_before(place: Place) -> Word | None:
    """Return several abbreviations in a row if the bracket has a word for each of their letters: "KWP CC"."""
    before = place.before.rstrip()
    match = _SEVERAL.search(before)
    if match is None or place.is_glued_before or not _initials_agree(match[0], words_of(place.content)):
        return None
    end = place.space_before
    start = end - len(match[0])
    is_free = place.draft.text[start:end] == match[0] and not place.draft.is_signed(start, end)
    return Word(match[0], start, end) if is_free else None


_NAMED = re.compile(r"(?:^|[\s(“\"])(?P<name>(?P<short>[A-Z]{2,6}) [A-ZÄÖÜÉÈ][a-zà-ž]{3,})$")
_OF_PERSON = re.compile(
    r"\b(?:Secretary|Minister|Chairman|Ambassador|General|Director|Head|Member|Deputy|President|Commander|Chief|Premier|"
    r"Comrade|Prime|Marshal|Professor|Editor|Leader)\b"
)


def _abbreviated_name_before(place: Place) -> Word | None:
    """Return an abbreviation and the foreign name behind it, where several English words explain both."""
    match = _NAMED.search(place.before.rstrip())
    tokens = words_of(place.content)
    if match is None or len(tokens) < _SHORTEST_NAME - 1 or match["short"] in KNOWN_ENGLISH:
        return None
    explained = 3 * sum(map(is_english, tokens)) >= 2 * len(tokens) and place.content[0].isupper()
    if _OF_PERSON.search(place.content) or not explained or is_english(match["name"].split()[1]):
        return None
    end = place.space_before
    start = end - len(match["name"])
    is_free = place.draft.text[start:end] == match["name"] and not place.draft.is_signed(start, end)
    return Word(match["name"], start, end) if is_free else None


def _claim_shortened(place: Place) -> bool:
    """Claim what a word cut short or contracted stands for: "Gen. [General]", "yr [your]", "Servt [Servant]"."""
    match = _SHORT.search(place.before.rstrip())
    full = place.content
    if match is None or place.is_glued_before or not full.isalpha() or not is_english(full):
        return False
    short = match["letters"]
    is_cut = (bool(match["stop"]) or len(short) > 2) and full.casefold().startswith(short.casefold())
    is_contracted = short[-1] == full[-1] and short[:1].casefold() == full[:1].casefold()
    if len(full) <= len(short) or not (is_cut or is_contracted) or not _is_within(short.casefold(), full.casefold()):
        return False
    is_word = is_english(short) and not (match["stop"] and short[0].isupper() == full[0].isupper())
    if is_word or short.casefold() in _TITLES | FUNCTION_WORDS or len(short) > _LONGEST_SHORT:
        return False
    end = place.space_before
    start = end - len(match[0])
    if place.draft.text[start:end] != match[0] or place.draft.is_signed(start, end):
        return False
    _pair(place, Word(match[0], start, end), 0, "high")
    return True


_SHORT = re.compile(r"(?<![^\s(“\"])(?P<letters>[^\W\d_]{2,8})(?P<stop>\.?)$")
_LONGEST_SHORT = 6
_TITLES = frozenset("mr mrs ms dr st mme mlle".split())
"""Words cut short that stand before names, which a bracket completes and does not explain."""


def _is_within(short: str, full: str) -> bool:
    """Tell whether the letters of one word stand in another in their order."""
    letters = iter(full)
    return all(letter in letters for letter in short)


def _pair(place: Place, word: Word, skip: int, certainty: str) -> None:
    draft, bracket = place.draft, place.bracket
    draft.sign(word.end, bracket.inner_start + skip)
    draft.sign(bracket.inner_end, bracket.end)
    attrs = {"resp": place.resp} | ({} if certainty == "high" else {"cert": certainty})
    draft.span(word.start, bracket.end, "choice", rank=30)
    draft.span(word.start, word.end, "abbr", {}, rank=40)
    draft.span(bracket.inner_start + skip, bracket.inner_end, "expan", attrs, rank=40)


def _abbreviation_before(place: Place) -> Word | None:
    """Return the abbreviation that stands right before the bracket, with its last full stop, or None."""
    before = place.before.rstrip()
    match = re.search(r"(?:(?<=\s)|(?<=^)|(?<=[(“\"\-–—/]))([\w.\-]{2,14}(?:\(\w{1,2}\))?)$", before)
    if match is None or (place.is_glued_before and not place.words_before):
        return None
    token = match.group(1)
    if not _is_abbreviation(token) or _is_in_capitals(before):
        return None
    end = place.space_before
    start = end - len(token)
    if place.draft.text[start:end] != token or place.draft.is_signed(start, end):
        return None
    return Word(token, start, end)


def _is_abbreviation(token: str) -> bool:
    shape = _ABBREVIATION.fullmatch(token.partition("(")[0]) or CLIPPED.match(token)
    return shape is not None and not _SURNAME.match(token)


def _is_in_capitals(before: str) -> bool:
    """Tell whether the words before are a heading in capitals, in which every word looks like an abbreviation."""
    words = words_of(before[-60:])[-4:]
    return len(words) > 2 and all(word.isupper() for word in words)


def _expands(abbreviation: str, words: str) -> str:
    """Return how sure it is that words expand an abbreviation: high, medium, or "" if they do not."""
    words = words.strip('“”" ')
    tokens = words_of(words)
    if not tokens or len(tokens) > 14 or words[-1:] in "?!" or ":" in words:
        return ""
    if _initials_agree(abbreviation, tokens):
        return "high"
    if " " in abbreviation:
        return "medium"
    if abbreviation in KNOWN_ENGLISH or tokens[0].casefold() in SMALL_WORDS:
        return ""
    if len(tokens) == 1 and _is_name_in_capitals(abbreviation, tokens[0]):
        return ""
    if words[0].isupper():
        return "" if _ABBREVIATION.fullmatch(words) else "high"
    if len(tokens) == 1 and CLIPPED.match(abbreviation) and abbreviation[0].isupper():
        return ""
    significant = [token for token in tokens if token.casefold() not in SMALL_WORDS]
    return "medium" if CLIPPED.match(abbreviation) or len(significant) > 1 else ""


def _is_name_in_capitals(written: str, other: str) -> bool:
    """Tell whether capitals are a name of which one word in brackets gives another: "ORLOV [Krag]", "BANK [BANK]"."""
    is_other = written[0].casefold() != other[0].casefold() or written.casefold() == other.casefold()
    return written.isupper() and len(written) >= _SHORTEST_NAME and is_other


_SHORTEST_NAME = 4


def _initials_agree(abbreviation: str, tokens: list[str]) -> bool:
    letters = [char.casefold() for char in abbreviation if char.isupper()]
    parts = [part for token in tokens for part in re.split(r"[-’']", token) if part]
    initials = [part[0].casefold() for part in parts if part.casefold() not in SMALL_WORDS or part[0].isupper()]
    return len(letters) > 1 and (letters == initials or letters == [part[0].casefold() for part in parts])
