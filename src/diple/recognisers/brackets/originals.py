"""Words of the original, given in a bracket after their translation (TEI 3.3.2.1, 3.9.1)."""

from __future__ import annotations

from rapidfuzz import fuzz

from diple import patterns as re
from diple.recognisers.brackets.languages import foreign_language, script_language, words_of
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.brackets.place import Place
from diple.recognisers.brackets.words import FUNCTION_WORDS


def language_of_words(place: Place, text: str) -> str:
    """Return the language tag of words that are not those of the document's language, else ""."""
    if not place.setting.is_english:
        return script_language(text)
    return foreign_language(text, known=place.setting.english, expected=place.setting.expected_language)


_CODE_WORD = re.compile(r"(?=[^a-z]*[A-Z]{2})[A-Z][A-Za-z’'\x60-]*(?: [A-Z][A-Za-z’'-]*){0,2}")
"""A word in capitals, as deciphered messages write covernames and names of places."""


_SHORTEST_CODE_WORD = 4


def claim_code_word(place: Place) -> bool:
    """Claim, in a deciphered message, the covername as the original has it: "the BANK [BANK]", "CARTHAGE[KARFAGEN]"."""
    if not place.setting.is_decrypt or _CODE_WORD.fullmatch(place.content) is None:
        return False
    before = re.search(r"([A-Z]{2,})(?:[’']S|[’']s)?\s?$", place.before)
    if before is None and not _is_translated(place):
        return False
    start, end = place.bracket.inner_start, place.bracket.inner_end
    language = place.setting.expected_language or "ru"
    tag = f"{language}-Latn" if language == "ru" else language
    place.draft.span(start, end, "foreign", {"xml:lang": tag}, rank=60)
    place.note({"type": "original", "resp": place.resp}, of_word=True)
    return True


def _is_translated(place: Place) -> bool:
    """Tell whether a word in capitals, no English one, stands behind one that may be its translation."""
    word = place.word_before
    is_foreign = place.content.isupper() and not any(is_english(other) for other in words_of(place.content))
    is_long = len(place.content) >= _SHORTEST_CODE_WORD
    return is_foreign and is_long and word is not None and word.text.casefold() not in FUNCTION_WORDS


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
        language = language_of_words(place, match[0]) or "und"
        place.note({"type": "original", "resp": place.resp}, of_word=True)
        place.draft.span(start, start + match.end(), "foreign", {"xml:lang": language}, rank=60)
        return True
    label = ORIGINAL_LABEL.match(place.inner)
    skip = label.end() if label else 0
    words = place.inner[skip:].strip(" “”\"'")
    if not words or len(place.content.split()) > 25:
        return False
    named = _NAMED.get((label["language"] or "").casefold(), "") if label else ""
    language = language_of_words(place, words) or named or ("und" if label and label.group().strip(" :") else "")
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
