"""Regular expressions in which a capital is a capital of any alphabet: ``from diple import patterns as re``.

Names of persons and places begin with Ł, Ø, Š, Ö or А as well as with the letters of English, so that ``[A-Z]`` stands
for any capital here, ``[a-z]`` for any small letter and ``[A-Za-z]`` for any letter. All else is as in :mod:`re`, which
has no class of capitals (Unicode Technical Standard 18, RL1.2). A set that names letters beyond English itself stays
as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from re import I, M, Match, Pattern, S, X, escape
from typing import Any, Final, cast

__all__ = [
    "I", "M", "Match", "Pattern", "S", "X", "compile", "escape", "findall", "finditer", "fullmatch", "match", "search",
    "split", "sub",
]  # fmt: skip

_ALPHABETS: Final = (
    range(0x41, 0x5B), range(0x61, 0x7B), range(0xC0, 0x180), range(0x18F, 0x21C), range(0x386, 0x3CF),
    range(0x400, 0x460), range(0x490, 0x492), range(0x1EA0, 0x1EFA),
)  # fmt: skip
"""Latin as it is written in Europe, Turkey, Azerbaijan and Viet Nam, Greek, and Cyrillic."""


def _letters(is_wanted: Callable[[str], bool]) -> str:
    """Return the letters of the alphabets of which something is true, as ranges for a set of characters."""
    codes = [code for alphabet in _ALPHABETS for code in alphabet if is_wanted(chr(code))]
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" if len(run) > 1 else chr(run[0][1]) for run in runs)


CAPITALS: Final = _letters(str.isupper)
SMALLS: Final = _letters(str.islower)
_SET: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", S)
"""A set of characters; or one that is escaped, which begins none."""


def _widened(found: str) -> str:
    """Return a set of characters with the letters of all alphabets in it, where it has those of English."""
    if re.search(r"[À-ӿ]|\\[WD]", found):
        return found
    return found.replace("A-Z", CAPITALS).replace("a-z", SMALLS)


def widened(pattern: str) -> str:
    """Return a pattern of :mod:`re` in which ``[A-Z]`` and ``[a-z]`` stand for the letters of all alphabets."""
    return _SET.sub(lambda found: _widened(found[0]), pattern)


class _Later:
    """A pattern that is compiled when it is first asked for anything, since few of many are in use for one document."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.__written = pattern, flags

    def __eq__(self, other: object) -> bool:
        """Say whether a pattern, the ``re`` of a match, is this one."""
        return isinstance(other, re.Pattern) and (other.pattern, other.flags) == (self.pattern, self.flags)

    def __hash__(self) -> int:
        return hash(self.__written)

    def __getattr__(self, name: str) -> Any:
        pattern, flags = self.__written
        compiled = re.compile(widened(pattern), flags)
        self.__dict__.update({asked: getattr(compiled, asked) for asked in _ASKED})
        return getattr(compiled, name)


_ASKED: Final = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "pattern", "search", "split", "sub",
)  # fmt: skip


@cache
def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001
    """Return :func:`re.compile` of the widened pattern; a pattern that is none raises ``re.error`` in its first use."""
    return cast("Pattern[str]", _Later(pattern, flags))


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """Return :func:`re.match` of the widened pattern."""
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """Return :func:`re.fullmatch` of the widened pattern."""
    return compile(pattern, flags).fullmatch(text)


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """Return :func:`re.search` of the widened pattern."""
    return compile(pattern, flags).search(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    """Return :func:`re.findall` of the widened pattern."""
    return compile(pattern, flags).findall(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """Return :func:`re.finditer` of the widened pattern."""
    return compile(pattern, flags).finditer(text)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[Any]:
    """Return :func:`re.split` by the widened pattern."""
    return compile(pattern, flags).split(text, maxsplit)


def sub(pattern: str, to: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int = 0) -> str:
    """Return :func:`re.sub` of the widened pattern."""
    return compile(pattern, flags).sub(to, text, count)
