"""Where sentences begin and end, by offsets, for marks that name "the previous two sentences" and the like."""

from __future__ import annotations

import re
from typing import NamedTuple

GIVEN = (
    "Wm|Willm|Tho|Thos|Chas|Geo|Jas|Jno|Jos|Saml?|Benj|Robt|Richd?|Edwd?|Edmd|Alexr?|Danl|Nathl|Fredk|Archd|Patk|Chr|"
    "Hy|Gilb|Jona|Michl|Nichs?|Abm|Andw|Barthw|Margt|Eliz|Cath|Joh|Friedr|Wilh|Heinr|Ludw|Gottfr"
)
"""Given names as hands and printers shorten them, without their full stops, as a pattern."""
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_OPENS = r"(?:^|[\s(\[“\"'‘«/–—-])"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAMED = re.compile(
    rf"{_OPENS}(?:(?:{_UPPER}[a-z]?\.-?)*{_UPPER}[a-z]?|Cdes?|Com|Comr|Mr|Mrs|Ms|Messrs|Mme|Dr|Prof|St|Gen|Lieut|Maj|Col|"
    r"Lt|Capt|Cpt|Sgt|Adm|Cmdr|Amb|Gov|Sen|Rep|Pres|Hon|Revd?s?|Cllrs?|Ald|Bros?|Brig|Srs?|Frs?|Br|Mgr|Msgr|Dep|"
    r"Archdn?|Smt|DR|MRS?|MS|PROF|GEN|COL|CAPT|LT|LIEUT|MAJ|BRIG|REVD?|HON|CDE|SEN|REP|DEP|AMB|[Tt]ov|vs|cf|e\.g|i\.e|"
    rf"viz|approx|ca|{GIVEN})\.$"
)
"""Initials, titles and the like, after which the sentence goes on."""
_COUNTED = re.compile(
    rf"{_OPENS}(?:[Nn]os?|[Nn]r|inv|docs?|cx|leg|fasc|sygn|sign|[Bb]d|[Bb]l|[Mm]ss?|MSS?|Add|Inv|kart|svs?|krab|čj?|(?:[a-zö]\.)?[a-z]|pp?|ll?|ff?|fols?|op|d|vols?|eds?|arts?|Arts?|paras?|chs?|chap|figs?|secs?|tel|ref|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
"""Abbreviations before figures."""


class Sentence(NamedTuple):
    """A sentence from ``start`` to ``end``, in characters of the text it was found in, without outer white space."""

    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a paragraph in order.

    A sentence ends at ``. ! ? …`` with what closes it, before white space and a capital, digit, quotation mark or
    bracket; initials (N. S., A.L.), titles, and abbreviations before figures end none.
    """
    found: list[Sentence] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.end() <= start or not _ends_sentence(text, match):
            continue
        found.append(Sentence(start, match.end()))
        start = _skip_space(text, match.end())
    tail = len(text.rstrip())
    if start < tail:
        found.append(Sentence(start, tail))
    return found


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    position = _skip_space(text, match.end())
    follower = text[position : position + 1]
    if follower and not (follower.isupper() or follower.isdigit() or follower in "“\"'‘«([*—–-…"):
        return False
    if match.group().startswith(".") and len(match.group()) == 1:
        before = text[max(0, match.start() - 12) : match.end()]
        is_counted = follower.isdigit() and _COUNTED.search(before)
        return not follower or not (is_counted or _NAMED.search(before))
    return True
