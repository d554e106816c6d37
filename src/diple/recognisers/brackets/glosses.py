"""Foreign words that a bracket glosses, and words that it puts in the place of others (TEI 3.3.4, 3.5.1)."""

from __future__ import annotations

from rapidfuzz import fuzz

from diple import patterns as re
from diple.recognisers.brackets.languages import APOSTROPHES, foreign_language, words_of
from diple.recognisers.brackets.lexicon import is_english, is_nearly_english
from diple.recognisers.brackets.originals import language_of_words
from diple.recognisers.brackets.place import Place, reason_of_doubt
from diple.recognisers.brackets.words import BASE_VERBS, BEFORE_VERB, CONFUSED_PAIRS, FUNCTION_WORDS

_CLOSED_QUOTE = re.compile(r"[“«„\"‘']([^“”«»„\"]{3,80})[”»\"’“']$")
_OPEN_QUOTE = re.compile(r"[“«„\"‘']([^“”«»„\"]{3,200})$")


def claim_gloss(place: Place) -> bool:
    """Claim a translation that stands in quotation marks after the foreign words it translates."""
    match = _OPEN_QUOTE.search(place.before)
    if match is None or not place.content or place.after.lstrip()[:1] not in "”»\"'’,.“":
        return _claim_gloss_of_quotation(place)
    original = match.group(1).strip()
    words = [word for word in words_of(original) if len(word) > 2]
    language = language_of_words(place, original)
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
    language = language_of_words(place, match[1]) or place.setting.unnamed_language
    place.draft.span(start, end, "foreign", {"xml:lang": language}, rank=40)
    place.element("gloss", {"resp": place.resp})
    return True


def claim_gloss_after_foreign(place: Place) -> bool:
    """Claim a translation after a foreign word in running text: "sovnarkhoz’ [economic council]"."""
    word = place.word_before
    if word is None or word.text[:1].isupper() or len(place.content.split()) > 8 or not place.setting.is_english:
        return False
    if language_of_words(place, place.content):
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
