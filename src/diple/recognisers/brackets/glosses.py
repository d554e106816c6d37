"""Words explained: abbreviations expanded, words of the original given, foreign words glossed (TEI 3.3, 3.6.5)."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from diple.recognisers.brackets.languages import APOSTROPHES, CLIPPED, foreign_language, script_language, words_of
from diple.recognisers.brackets.lexicon import is_english, is_nearly_english
from diple.recognisers.brackets.place import Place, Word, reason_of_doubt
from diple.recognisers.brackets.words import (
    BASE_VERBS,
    BEFORE_VERB,
    CONFUSED_PAIRS,
    FUNCTION_WORDS,
    KNOWN_ENGLISH,
    SMALL_WORDS,
)

_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.){2,6}[A-Z]?|[A-Z][A-Za-z]{0,10}[A-Z][A-Za-z]{0,4}|[A-Z]{2,8}s?|[A-Z]{1,3}-?\d{1,3}"
)
_SURNAME = re.compile(r"(?:Mac|Mc|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z][a-z]+$")


ARTICLE = re.compile(
    r"(?:the|a|an|i\.\s?e\.,?|that is,?|or|short for|abbreviation (?:of|for)|stands for|meaning)\s+", re.I
)
_CLOSED_QUOTE = re.compile(r"[“«„\"‘']([^“”«»„\"]{3,80})[”»\"’“']$")
_OPEN_QUOTE = re.compile(r"[“«„\"‘']([^“”«»„\"]{3,200})$")


def claim_expansion(place: Place) -> bool:
    """Claim what an abbreviation before the bracket stands for."""
    word = _abbreviation_before(place)
    if word is None:
        return False
    lead = ARTICLE.match(place.inner)
    certainty = _expands(word.text, place.inner[lead.end() :] if lead else place.inner)
    if not certainty:
        return False
    skip = lead.end() if lead and lead.group().strip().casefold() not in {"the", "a", "an"} else 0
    _pair(place, word, skip, certainty)
    return True


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
    if abbreviation in KNOWN_ENGLISH or tokens[0].casefold() in SMALL_WORDS:
        return ""
    if len(tokens) == 1 and _is_name_in_capitals(abbreviation, tokens[0]):
        return ""
    if words[0].isupper():
        return "" if _ABBREVIATION.fullmatch(words) else "high"
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


def claim_gloss(place: Place) -> bool:
    """Claim a translation that stands in quotation marks after the foreign words it translates."""
    match = _OPEN_QUOTE.search(place.before)
    if match is None or not place.content or place.after.lstrip()[:1] not in "”»\"'’,.“":
        return _claim_gloss_of_quotation(place)
    original = match.group(1).strip()
    words = [word for word in words_of(original) if len(word) > 2]
    language = _language_of(place, original)
    if not language and words and not any(is_english(word) for word in words):
        language = place.setting.unnamed_language
    if not language or not any(is_english(word) for word in words_of(place.content)):
        return False
    end = place.space_before
    start = end - len(match.group(1).rstrip())
    if start < place.paragraph_start or place.draft.is_signed(start, end):
        return False
    place.draft.span(start, end, "foreign", {"xml:lang": language}, rank=40)
    place.element("gloss", {"resp": place.resp})
    return True


def _claim_gloss_of_quotation(place: Place) -> bool:
    """Claim a translation after foreign words in quotation marks: “Hafenfrage” [harbour question]."""
    match = _CLOSED_QUOTE.search(place.before.rstrip())
    if match is None or not all(is_english(word) for word in words_of(place.content) or ["x"]):
        return False
    words = [word for word in words_of(match[1]) if len(word) > 2]
    if not words or len(words) > 6 or any(is_english(word) or is_nearly_english(word) for word in words):
        return False
    end = place.space_before - 1
    start = end - len(match[1])
    if place.draft.text[start:end] != match[1] or place.draft.is_signed(start, end):
        return False
    language = _language_of(place, match[1]) or place.setting.unnamed_language
    place.draft.span(start, end, "foreign", {"xml:lang": language}, rank=40)
    place.element("gloss", {"resp": place.resp})
    return True


def claim_gloss_after_foreign(place: Place) -> bool:
    """Claim a translation after a foreign word in running text: "sovnarkhoz’ [economic council]"."""
    word = place.word_before
    if word is None or word.text[:1].isupper() or len(place.content.split()) > 8 or not place.setting.is_english:
        return False
    if _language_of(place, place.content):
        return False
    language = foreign_language(word.text, known=place.setting.english, listed=False)
    sure = bool(language) and (not is_english(word.text) or word.text[-1:] in APOSTROPHES)
    if not sure and not _is_explained(place, word.text):
        return False
    attrs = {"xml:lang": language or place.setting.unnamed_language} | ({} if sure else {"cert": "medium"})
    place.draft.span(word.start, word.end, "foreign", attrs, rank=40)
    place.element("gloss", {"resp": place.resp})
    return True


def _is_explained(place: Place, word: str) -> bool:
    """Tell whether English words in a bracket explain a word that is neither English nor a slip of the pen for such."""
    words = words_of(place.content)
    if not (word.islower() and len(word) > 3 and words and words[0].casefold() not in FUNCTION_WORDS):
        return False
    return all(is_english(other) for other in words) and not is_nearly_english(word)


def _language_of(place: Place, text: str) -> str:
    if not place.setting.is_english:
        return script_language(text)
    return foreign_language(text, known=place.setting.english, expected=place.setting.expected_language)


_CODE_WORD = re.compile(r"(?=[^a-z]*[A-Z]{2})[A-Z][A-Za-z’'\x60-]*(?: [A-Z][A-Za-z’'-]*){0,2}")
"""A word in capitals, as deciphered messages write covernames and names of places."""


def claim_code_word(place: Place) -> bool:
    """Claim, in a deciphered message, the covername as the original has it: "the BANK [BANK]", "CARTHAGE[KARFAGEN]"."""
    before = re.search(r"([A-Z]{2,})(?:[’']S|[’']s)?\s?$", place.before)
    if before is None or not place.setting.is_decrypt or _CODE_WORD.fullmatch(place.content) is None:
        return False
    start, end = place.bracket.inner_start, place.bracket.inner_end
    language = place.setting.expected_language or "ru"
    tag = f"{language}-Latn" if language == "ru" else language
    place.draft.span(start, end, "foreign", {"xml:lang": tag}, rank=60)
    place.note({"type": "original", "resp": place.resp}, of_word=True)
    return True


ORIGINAL_LABEL = re.compile(
    r"(?:(?:in (?:the )?)?(?:(?P<language>russian|chinese|german|french|polish|czech|hungarian|korean|"
    r"vietnamese|spanish)\s*)?"
    r"(?:original|in original)?(?:\s+(?:word|text|term|reads))?)\s*:\s*",
    re.I,
)
_NAMED = {"russian": "ru-Latn", "chinese": "zh-Latn", "german": "de", "french": "fr", "polish": "pl", "czech": "cs",
          "hungarian": "hu", "korean": "ko-Latn", "vietnamese": "vi", "spanish": "es"}  # fmt: skip


def claim_labelled_original(place: Place) -> bool:
    """Claim words of the original that are labelled as such: "[in Russian: gavan’]", "[original: gavan’]"."""
    label = ORIGINAL_LABEL.match(place.inner)
    return label is not None and bool(label.group().strip(" :")) and claim_original(place)


_CHARACTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,40}(?=\s*[;,:]\s+[A-Za-z“\"])")
"""Characters of an East Asian script before an explanation."""


def claim_original(place: Place) -> bool:
    """Claim the words of the original, given after their translation: "spirits [moral’nye sily]"."""
    if match := _CHARACTERS.match(place.inner):
        start = place.bracket.inner_start
        language = _language_of(place, match[0]) or "und"
        place.note({"type": "original", "resp": place.resp}, of_word=True)
        place.draft.span(start, start + match.end(), "foreign", {"xml:lang": language}, rank=60)
        return True
    label = ORIGINAL_LABEL.match(place.inner)
    skip = label.end() if label else 0
    words = place.inner[skip:].strip(" “”\"'")
    if not words or len(place.content.split()) > 25:
        return False
    named = _NAMED.get((label["language"] or "").casefold(), "") if label else ""
    language = _language_of(place, words) or named or ("und" if label and label.group().strip(" :") else "")
    if not language or not place.words_before or place.is_glued_before or place.is_glued_after:
        return False
    if not (label and label.group().strip(" :")) and _is_name_completed(place):
        return False
    start = place.bracket.inner_start + skip
    place.note({"type": "original", "resp": place.resp}, inner_start=start, of_word=True)
    place.draft.span(start, place.bracket.inner_end, "foreign", {"xml:lang": language}, rank=60)
    return True


def _is_name_completed(place: Place) -> bool:
    """Tell whether a bracket holds a given name before a surname, or another spelling of a name: no original word."""
    first, after = place.content[:1], place.after.lstrip()
    if not first.isupper() or len(place.content.split()) > 3:
        return False
    if _INITIALS_AND_SURNAME.fullmatch(place.content) or _is_spelling_of_words_before(place):
        return True
    word = place.word_before
    if word is not None and word.text[:1].isupper() and not is_english(word.text) and " " not in place.content:
        return not _is_transcribed(word.text, place.content)
    if (language := foreign_language(place.content)) not in ("ru-Latn", ""):
        named = all(word[:1].isupper() for word in place.content.split()) and after[:1].isupper()
        is_given = " " not in place.content and language != "de"  # in German all nouns have capitals
        return named and (is_given or place.before.rstrip()[-1:] in ("", ",", ";", ":", "("))
    return after[:1].isupper() or place.before.rstrip()[-1:] in ".,;:("


def _is_spelling_of_words_before(place: Place) -> bool:
    """Tell whether a bracket gives a name of several parts in other letters or divisions: "Pak Il-u [Pak Il U]"."""
    spelling = _letters(place.content)
    if not spelling or place.before.rstrip()[-1:] in ".,;:!?)]":
        return False
    words = [word.text for word in place.words_before[-_PARTS_OF_NAME:]]
    names = [words[first:] for first in range(len(words) - 1) if all(word[:1].isupper() for word in words[first:])]
    return any(fuzz.ratio(spelling, _letters("".join(name))) >= _LIKE_ENOUGH for name in names)


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).casefold()


_PARTS_OF_NAME = 4
_LIKE_ENOUGH = 75
_INITIALS_AND_SURNAME = re.compile(r"(?:[A-Z]\.?\s?){1,2}\s[A-Z][\w’'\-]+")


def _is_transcribed(name: str, spelling: str) -> bool:
    """Tell whether a spelling is what another language made of a name: "Sachkov [Saqiukefu]" in pinyin."""
    is_long = len(spelling) > _LONGEST_CHINESE_NAME
    return is_long and foreign_language(spelling, listed=False) == "zh-Latn" and not foreign_language(name)


_LONGEST_CHINESE_NAME = 7
"""The letters of a given name of two syllables, as most are; a foreign name in Chinese has more."""


def claim_replacement(place: Place) -> bool:
    """Claim a word that should stand in the place of the word before it: "will show [play] a role"."""
    word = place.word_before
    content = place.content
    if (
        word is None
        or not re.fullmatch(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", content)
        or place.is_glued_before
        or place.is_glued_after
    ):
        return False
    certainty = _replaces(place, word.text, content)
    if not certainty:
        return False
    draft, bracket = place.draft, place.bracket
    if draft.text[word.end : bracket.start].strip() or draft.is_signed(word.start, word.end):
        return False
    advice = "make it supplied if it completes the text, choice with sic and corr if it replaces the word"
    draft.doubt("D120", bracket.start, f"“{content}” seems to replace “{word.text}”", advice)
    if certainty == "low":
        place.element("supplied", {"reason": reason_of_doubt(place), "cert": "low", "resp": place.resp})
        return True
    draft.sign(word.end, bracket.inner_start)
    draft.sign(bracket.inner_end, bracket.end)
    draft.span(word.start, bracket.end, "choice", {}, rank=30)
    draft.span(word.start, word.end, "sic", {}, rank=40)
    draft.span(bracket.inner_start, bracket.inner_end, "corr", {"resp": place.resp, "cert": certainty}, rank=40)
    return True


def _replaces(place: Place, old: str, new: str) -> str:
    """Return how sure it is that a word replaces the one before: medium, low, or "" if it does not."""
    first, second = old.casefold(), new.casefold()
    if first == second:
        return ""
    if frozenset((first, second)) in CONFUSED_PAIRS:
        return "medium"
    if old[:1].isupper() == new[:1].isupper() and min(len(old), len(new)) > 3 and fuzz.ratio(first, second) >= 72:
        return "medium"
    words = place.words_before
    lead = words[-2].text.casefold() if len(words) > 1 else ""
    if first in BASE_VERBS and second in BASE_VERBS and lead in BEFORE_VERB:
        return "low"
    if not (old.islower() and new.islower()):
        return ""
    same_ending = next((end for end in ("ed", "ing") if first.endswith(end) and second.endswith(end)), "")
    return "low" if same_ending and min(len(first), len(second)) > 4 and not place.before.rstrip().endswith(",") else ""
