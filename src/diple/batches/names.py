"""Names in ZIP files, which do not tell their encoding: the one that gives words is taken (APPNOTE, appendix D)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from diple import patterns as re

_WORD: Final = re.compile(r"[^\W\d_]+")
_RUSSIAN: Final = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_USUAL: Final = frozenset("оеаинтсрвлкмдпуя")
"""The letters of which most of any Russian text consists."""
_SIGNS: Final = frozenset("№–—’‘“”„«» \xa0")
_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f]+")
_BESIDE: Final = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")


def decoded(raw: bytes) -> str:
    """Return a name: as UTF-8, else in the encoding of Russian, East Asian or Western programs that gives words.

    Where none does, the name is as the format has it, in the Western encoding of DOS (cp437).
    """
    with suppress(UnicodeDecodeError):
        return raw.decode("utf-8")
    for codecs, is_likely in _LANGUAGES:
        found = [name for codec in codecs if (name := _try(raw, codec)) is not None and is_likely(name)]
        if found:
            return max(found, key=_likeness)
    return raw.decode("cp437")


def _try(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _foreign(name: str) -> str:
    return "".join(character for character in name if character > "\x7f" and character not in _SIGNS)


def _is_russian(name: str) -> bool:
    words = [word for word in re.findall(r"[^\s.,_()\d-]+", name) if not word.isascii()]
    words = [word.strip("№") for word in words if word != "№"]
    return bool(words) and all(_RUSSIAN.fullmatch(word) for word in words)


def _is_asian(name: str) -> bool:
    """Tell whether all that is not ASCII is Chinese or Japanese, and stands beside no Latin letter."""
    return bool(_ASIAN.fullmatch(_foreign(name))) and not _BESIDE.search(name)


def _is_latin(name: str) -> bool:
    """Tell whether a name consists of Latin words, each in small letters, capitals, or with one capital first."""
    words = [word for word in _WORD.findall(name) if not word.isascii()]
    is_cased = all(word.islower() or word.isupper() or word[1:].islower() for word in words)
    return is_cased and all("\xc0" <= character <= "\u024f" and character.isalpha() for character in _foreign(name))


def _likeness(name: str) -> float:
    """Return which part of the letters of a name are usual ones in Russian; 0 for names in other scripts."""
    letters = _foreign(name).lower()
    return sum(letter in _USUAL for letter in letters) / max(len(letters), 1)


_LANGUAGES: Final[tuple[tuple[tuple[str, ...], Callable[[str], bool]], ...]] = (
    (("cp866", "cp1251", "koi8-r"), _is_russian),
    (("shift_jis",), _is_asian),
    (("gbk",), _is_asian),
    (("cp437",), _is_latin),
    (("cp850",), _is_latin),
    (("cp1252",), _is_latin),
    (("cp852",), _is_latin),
    (("cp1250",), _is_latin),
)
"""For each family of encodings what a name in it looks like; the first that fits is taken."""
