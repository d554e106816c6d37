"""Who kept or interpreted the record, and whose diary it is, as a sentence says it (TEI 16.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.recognisers.participants.wording import INTERPRETING, PRESENCE, RECORDING, TALK

_UTTERED = r"(?:remark|statement|proposal|toast|comment|suggestion|point|speech)"
"""What else somebody makes, during a talk."""
_RECORDER_LAST = re.compile(
    rf"""\b(?:{TALK}|record|minutes|notes?|transcript)\b(?:(?!\b{_UTTERED}s?\b)[^.]){{0,40}}?
    \b(?:was|were)?[ ]?
    (?P<verb>recorded|taken[ ]down|written[ ]down|transcribed|made|kept|interpreted|translated)[ ]by[ ](?P<who>.+)$""",
    re.I | re.X,
)
_WAS_THERE = (
    rf"(?:(?:who[ ])?(?:also[ ])?{PRESENCE}(?:[ ](?:in|at|during)[ ](?:the|this|our)[ ]{TALK})?"
    r",?[ ]and[ ](?:(?:he|she|who)[ ])?)"
)
"""That somebody was there, said before what else he did."""
_RECORDER_FIRST = re.compile(
    rf"^(?P<who>.{{3,300}}?(?<!\bbe)(?<!\bbeen)(?<!\bwas)(?<!\bwere)(?<!\bis)),?[ ]"
    rf"{_WAS_THERE}?(?:also[ ])?(?P<verb>{RECORDING}|{INTERPRETING})\b(?P<tail>.*)$"
)
_ABOUT_TALK = re.compile(rf"\b(?:{TALK}|record|minutes|notes)\b|^[.]?$", re.I)
_BY_LABEL = re.compile(
    r"^(?P<verb>Recorded|Record made|Record kept|Minutes taken|Minutes kept|Notes taken|Transcribed|Taken down|"
    r"Written down|Interpreted)(?: down)?(?: by)?:?\s+(?P<who>.+)$"
)
_SERVED_AS = re.compile(
    r"^The (?P<verb>interpreter|translator|stenographer|recorder|note-?taker)s? (?:was|were) "
    r"(?P<who>[A-Z][^.;]{3,80})\.?$"
)
"""Who served the talk: "The translator was Ida Holm."."""
_RELATIVE = re.compile(r",?[ ]who(?:[ ](?:also|then|again))*[ ](?P<did>(?:(?!,?[ ]and[ ][A-Z])[^,;])+)")
"""What a clause tells of the person named before it: "B. Holm, who took the notes"."""


class Kept(NamedTuple):
    """The words of a sentence that name who kept or interpreted the record, and as what role."""

    who: str
    role: str


def who_kept(words: str) -> Kept | None:
    """Return who kept or interpreted the record of a talk if a sentence tells nothing else; None if it does."""
    match = (
        _BY_LABEL.match(words)
        or _SERVED_AS.match(words)
        or (_RECORDER_LAST.search(words) if " by " in words.lower() else None)
        or _RECORDER_FIRST.match(words)
    )
    if match is None or _RELATIVE.search(match["who"]) or match["who"].endswith(" who"):
        return None
    is_told = match.re != _RECORDER_FIRST or _ABOUT_TALK.search(match["tail"])
    return Kept(match["who"], _role_of(match["verb"])) if is_told else None


def parts_with_roles(words: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a list of persons up to each clause "who …", with the role that it gives the last, or ""."""
    position = 0
    for clause in _RELATIVE.finditer(words):
        yield words[position : clause.start()], _role_of(clause["did"]) if _KEEPS.match(clause["did"]) else ""
        position = clause.end()
    if words[position:].strip(" .,;"):
        yield words[position:], ""


def role_behind(words: str, end: int) -> str:
    """Return the role that a clause gives whose name ends at ``end``: "A. Holm, Attaché, who interpreted"; or ""."""
    clause = _WHO_KEPT.match(words, end)
    return _role_of(clause["did"]) if clause else ""


def without_clauses(words: str) -> str:
    """Return a sentence without the clauses "who …" that tell of nobody's part in the talk."""
    return _RELATIVE.sub(lambda clause: clause[0] if _TELLS_PART.search(clause["did"]) else "", words)


_TELLS_PART = re.compile(rf"\b(?:{RECORDING}|{INTERPRETING}|{PRESENCE}|recorded|interpreted|translated|accompanied)\b")
_KEEPS = re.compile(rf"(?:{RECORDING}|{INTERPRETING}|(?:recorded|interpreted|translated)\b)")


def _role_of(verb: str) -> str:
    return "interpreter" if re.search(r"interpret|translat", verb, re.I) else "recorder"


_WHO_KEPT = re.compile(rf"(?:,? [^,;]{{2,80}}?)?,? who (?:also |then )?(?P<did>{_KEEPS.pattern})")
