"""The letters behind a name that say what honours somebody has: no part of the name, nor of an office."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Clean

_DOTTED = (
    "GCB KCB CB GCMG KCMG CMG GCVO KCVO CVO MVO LVO GBE KBE DBE CBE OBE MBE GCSI KCSI CSI GCIE KCIE CIE DSO DSC DFC "
    "DCM AFC FRS FBA LLD DCL DSM CSI CIE AM AC AO KBE DCVO KCH GCH RNR RNVR RAF RAN USN USA USAF USMC"
).split()
_SHORT = "MP QC KC PC CH KG KT KP OM VC MC TD DL JP RN Bt Bart Esq BT BART ESQ".split()
"""Letters that may be initials as well: they are honours behind a form of address."""


def _spaced(letters: str) -> str:
    """Return a pattern for letters with full stops and spaces between them, or without."""
    if not letters.isupper():
        return rf"{letters}\.?"
    return r"(?:\s?\.)?\s?".join(letters) + r"\b(?:\s?\.)?"


_ONE = rf"(?:{'|'.join(_spaced(letters) for letters in sorted([*_DOTTED, *_SHORT], key=len, reverse=True))})"
_SURE = rf"(?:{'|'.join(_spaced(letters) for letters in sorted(_DOTTED, key=len, reverse=True))})"
_HONOURS = re.compile(rf"(?<=,)(?:\s*{_ONE}(?=[\s,;.)]|$)\s*,?)+")
_DISTINCT = re.compile(rf",\s*{_SURE}(?=[\s,;.)]|$)")
_ADDRESSED = re.compile(
    r"\b(?:(?:Right|Rt\.?|Most|The) Hon|Sir|SIR|Lord|LORD|Lady|Viscount|VISCOUNT|Earl|EARL|Marquess|Baron|Admiral|"
    r"General|Colonel|Major|Captain|Commander|Marshal|Brigadier|Mr|Dr|Commodore)\b"
)
_LAST = re.compile(rf"(?:^|[,\s]){_ONE}\s*;?$")


def ends_with_honours(text: str) -> bool:
    """Tell whether a line ends with honours: "The Right Hon. A. Holm, M.P."."""
    return _LAST.search(text) is not None


_SPACED_STOP = re.compile(r"(?<=\b[A-Z])\s(?=\.\s?[A-Z])")


_INITIAL = re.compile(r"(?<![\w.’'-])[^\W\d_a-z]\.(?=[\s-]?[^\W\d_a-z])")


def _monsieur(text: str) -> list[re.Match[str]]:
    """Return each "M." that stands for monsieur: two names or more have it, and none of them has other initials."""
    found = list(_INITIAL.finditer(text)) if text.count("M. ") > 1 else []
    alone = found and all(match[0] == "M." and text[match.end() :][:1].isspace() for match in found)
    return found if alone and len(found) > 1 else []


def without_honours(text: str) -> Clean:
    """Return a text without the honours behind its names, with the offset in it of each character that is left.

    Spaces before the full stops of initials are left out too ("A . B. Holm"); "M." is read as "Mr" where it means that.
    """
    has_honours = "," in text and (_ADDRESSED.search(text) or _DISTINCT.search(text))
    cuts = [(*match.span(), " ") for match in _HONOURS.finditer(text)] if has_honours else []
    cuts += [(*match.span(), "") for match in _SPACED_STOP.finditer(text)]
    cuts += [(*match.span(), "Mr") for match in _monsieur(text)]
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for start, end, instead in sorted(cuts):
        if start < position:
            continue
        pieces += [text[position:start], instead]
        offsets += [*range(position, start), *[start] * len(instead)]
        position = end
    pieces.append(text[position:])
    return Clean("".join(pieces), [*offsets, *range(position, len(text) + 1)])
