"""Which language words in brackets may be in: English by its common words, others by letters, endings and clusters."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.brackets.lexicon import is_compound, is_english
from diple.recognisers.brackets.words import ENGLISH

APOSTROPHES = "'’ʹʼ‘′"


_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʹʼ‘′][^\W\d_]+)*[’'ʹʼ‘′]?")
_CONTRACTION = re.compile(r"(?:[a-z]+(?:n[’']t|[’'](?:s|re|ve|ll|d|m))|[a-z]+s[’'])$", re.I)
_SOFT_SIGN = re.compile(r"[bcdflmnprstvz][’'ʹʼ′](?:$|[a-z])|[’'ʹʼ′][bcdfghklmnpqrstvyzeiuo]", re.I)
_RUSSIAN = re.compile(
    r"(?:nost|stvo|stva|aya|oye|uyu|tel|tsiya|tsii|tsiy|[iey]ya|iye|niye|niya|nie|enie|anie|sk[iy]y|skii|skaya|"
    r"skoye|skogo|ogo|nyy|nyi|nye|naya|"
    r"noye|nykh|ykh|ikh|ami|yami|ovat|evat|irovat|ivat|yvat|shch[a-z]*|shchina|chestvo|ovka|ovshchina|schina|izm|istov|"
    r"[lrtdnb]enko|vyy|lyy|ryy|mye|vye|tie|oye|eniy|ost|nik|niki|nikov|ochka|ushka|konets|slovo|"
    r"delo)$|shch|vzgl|vstr|zhn|zhd|"
    r"^(?:vy|vz|vs|zd|zh|kh|pri|pro|pere|pred|raz|ras|pod|nad|bez|obs|razv)[a-z]{4,}|dzh|yy|iy[ea]|"
    r"tsk|khv|mya|lya|nya|rya|yu",
    re.I,
)
_ENGLISH_SHAPE = re.compile(
    r"(?:ing|tion|tions|sion|ment|ments|ness|able|ible|ful|less|ships?|ward|wards|ance|ence|ities|ity|"
    r"ously|ally|edly|ought|"
    r"ould|ight|ally|ther|ck|ck[a-z]*|ed|[^aeiou]ly|wh[a-z]+|[a-z]*th[a-z]*|[a-z]*(?:w|x|qu)[a-z]*)$",
    re.I,
)
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|an|"
    r"en|in|un|ai|ei|ui|ao|ou|iu|ie|ia|"
    r"ua|uo|ue|a|o|e|i|u|v|er)'?)+$",
    re.I,
)
_PINYIN_SURE = re.compile(
    r"^(?:zh|x|q|[bdfgjlmnt](?:uang|iang|iong))|(?:zh|x|q)[a-z]|ang[a-z]*|(?:uo|iao|ian|uan)$", re.I
)

_OF_A_NATION = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ese|ish)s?")
"""The English adjective of a country: "Romanian"."""

CLIPPED = re.compile(
    r"(?:(?:obl|kray|gor|ray|rai|ob|part|prof|zav|sov|kol|rev|mest)(?:koms?|khoz(?:es|y)?|ispolkoms?|"
    r"soviets?|prom|org|bureau)|"
    r"(?:gos|glav|nar|min|spets|sovin|vnesh|tsentr|agit|polit|med|mosk?|len)(?:plan|kom|torg|stroy|"
    r"stroi|kino|pur|lit|bank|prop|ruk|"
    r"trest|snab|izdat|prom|bureau|otdel|upr|sovet)|komsomol|sovkhoz|kolkhoz|politburo|orgburo|"
    r"[a-z]{2,6}ispolkom)(?:s|y|a)?$",
    re.I,
)
"""Clipped compounds such as obkom, Gosplan, glavk."""


class Trait(NamedTuple):
    """A language tag (BCP 47) and a pattern of letters or endings that few other languages have."""

    language: str
    pattern: re.Pattern[str]


TRAITS = (
    Trait("vi", re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)),
    Trait("ko-Latn", re.compile(r"[ŏŭ]", re.I)),
    Trait("zh-Latn", re.compile(r"[āēīōūǎěǐǒǔǖǘǚǜ]", re.I)),
    Trait("cs", re.compile(r"[ěřůťď]", re.I)),
    Trait("pl", re.compile(r"[ąęłńśźż]|(?:owanie|ości|ego|szcz)", re.I)),
    Trait("hu", re.compile(r"[őű]|(?:ság|ség|ágy|nek|ért)\b", re.I)),
    Trait("ro", re.compile(r"[ăâîșțşţ]", re.I)),
    Trait("de", re.compile(r"[äöüß]|[a-z]{3,}(?:ung|keit|heit|schaft|lich|isch|stelle|zeit|ungen)\b", re.I)),
    Trait("es", re.compile(r"[ñ¿¡]|[a-z](?:ción|ciones|dad|miento)\b", re.I)),
    Trait("fr", re.compile(r"[çèêëœù]|\b(?:le|la|les|des|du|au|aux|une|d’|l’)\b|[a-z]é\b", re.I)),
    Trait("it", re.compile(r"\b(?:il|lo|gli|della|delle|dei|degli)\b|[a-z]zione\b", re.I)),
)
_SCRIPTS = (
    ("CYRILLIC", "ru"), ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"), ("GREEK", "el"),
    ("ARABIC", "ar"), ("HEBREW", "he"), ("GEORGIAN", "ka"), ("ARMENIAN", "hy"),
)  # fmt: skip


def words_of(text: str) -> list[str]:
    """Return the words of letters in a text, inner apostrophes and hyphens kept."""
    return [match.group() for match in _WORD.finditer(text)]


def script_language(text: str) -> str:
    """Return the language that a non-Latin script stands for, or "" if the letters are mostly Latin."""
    letters = [char for char in text[:200] if char.isalpha()]
    foreign = [char for char in letters if ord(char) > 0x36F]
    if not foreign or 2 * len(foreign) < len(letters):
        return ""
    names = [unicodedata.name(char, "") for char in foreign]
    for script, language in _SCRIPTS:
        if any(name.startswith(script) for name in names):
            return language
    return ""


def foreign_language(text: str, *, known: frozenset[str] = frozenset(), expected: str = "", listed: bool = True) -> str:
    """Return the language tag of words that are not English, or "" if they are or may well be.

    ``known`` are words, in lower case, that the English text around uses; ``expected`` is the tag of the language the
    document was translated from. Transliterated Russian is ``ru-Latn``. With ``listed``, words are foreign also for
    being in no list of English ones.
    """
    if language := script_language(text):
        return language
    words = words_of(text[:400])
    plain = [word.strip(APOSTROPHES).casefold() for word in words]
    english = [_is_plainly_english(word, lower, known) for word, lower in zip(words, plain, strict=True)]
    if any(english) and all(map(str.islower, words)) and _may_be_mixed(plain, english, known):
        words, plain = _foreign_half(words, plain, english)
        english = []
    if not words or any(english):
        return _by_traits(text) if words and not any(lower in ENGLISH for lower in plain) else ""
    if any(_SOFT_SIGN.search(word) for word in words):
        return "ru-Latn"
    if language := _by_traits(text):
        return language
    if expected in {"", "zh", "zh-Latn"} and all(_PINYIN.match(word) for word in plain) and _is_sure_pinyin(plain):
        return "zh-Latn"
    russian = sum(bool(_RUSSIAN.search(word)) for word in plain)
    if russian and 2 * russian >= len(words):
        return "ru-Latn"
    return _unlisted(text, words, expected) if listed else ""


def _may_be_mixed(plain: list[str], english: list[bool], known: frozenset[str]) -> bool:
    """Tell whether words that English has too may be words of another language: none is common, or few are."""
    common = [lower for lower in plain if lower in ENGLISH or lower in known]
    return not common or (len(common) == 1 and len(common[0]) < 4 and 3 * sum(english) <= len(plain))


def _foreign_half(words: list[str], plain: list[str], english: list[bool]) -> tuple[list[str], list[str]]:
    """Return the words that are not English, if they are at least half ("staryy drug": drug is a word of both)."""
    kept = [number for number, is_one in enumerate(english) if not is_one]
    if 2 * len(kept) < len(words):
        return [], []
    return [words[number] for number in kept], [plain[number] for number in kept]


def _unlisted(text: str, words: list[str], expected: str) -> str:
    """Return the language of words in small letters of which no English list knows one."""
    if any(char.isdigit() for char in text) or any(len(word) < 3 for word in words):
        return ""
    bare = [_without_accents(word) for word in words]
    if not all(word.isascii() and word.islower() for word in bare):
        return ""
    if any(is_english(word) or is_compound(word) for word in bare):
        return ""
    if not expected:
        return "und"
    return f"{expected}-Latn" if expected in _NOT_LATIN else expected


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


_NOT_LATIN = frozenset({"ru", "zh", "bg", "ko", "ja", "uk", "el", "ar", "he", "ka", "hy"})


def _is_plainly_english(word: str, lower: str, known: frozenset[str]) -> bool:
    if _CONTRACTION.match(word) and not _RUSSIAN.search(lower):
        return True
    if _SOFT_SIGN.search(word):
        return False
    if _OF_A_NATION.fullmatch(word):
        return True
    if lower in ENGLISH or lower in known or CLIPPED.match(lower) or is_english(word):
        return True
    return (lower.isascii() or word[0].isupper()) and bool(_ENGLISH_SHAPE.search(lower))


def _by_traits(text: str) -> str:
    return next((trait.language for trait in TRAITS if trait.pattern.search(text)), "")


def _is_sure_pinyin(words: list[str]) -> bool:
    return any(_PINYIN_SURE.search(word) for word in words)
