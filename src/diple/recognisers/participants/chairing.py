"""Who was in the chair, as a sentence of minutes says it: "presided over by", "under the chairmanship of"."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.participants.elsewhere import UNDER_CHAIR

_PRESIDING = re.compile(
    r"""(?:^|[.;:,]\s)
    (?P<who>(?:(?:Hon|Mr|Mrs|Com|Cde|Dr)\.[ ]|Comrade[ ])?[^\W\d_a-z][^.,;:()]{2,60}?(?:\.[ ]?[^.,;:()]{2,40}?)?)
    (?:,?[ ]?[(]?,?[ ]?(?:the[ ])?(?i:(?:vice-|deputy[ ])?chair(?:man|woman|person)?|president|speaker)[)]?,?)?
    [ ](?:presiding|presided|was[ ]in[ ]the[ ]chair|in[ ]the[ ]chair|took[ ]the[ ]chair)\b""",
    re.X,
)
_CHAIRED = re.compile(
    r"^(?P<who>.{3,120}?) (?:chaired|presided (?:at|over)) (?:the|this) (?:\w+ )?(?:session|meeting|sitting|talks?)\b|"
    r"\b(?:was|were)? ?(?:chaired|presided over) by (?:the chairman,? )?(?P<by>(?:[^.;]|(?<=\b[A-Z])\.){3,160})"
)
"""Who was in the chair, told with a verb."""
_UNDER = re.compile(
    rf",?\s*\b(?:under the (?:chairmanship|presidency) of(?: the [Cc]hairman,?)?|{UNDER_CHAIR}|"
    r"(?:^|(?<=\s))(?:Présidence|PRÉSIDENCE) (?:de|DE|du|DU)(?= M\b| M\.| Mme))\s*"
    r"(?P<by>(?:[^.;,:]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr|Sr|MM|on))\.|(?<=Cde)\.|(?<=Mrs)\.|(?<=Com)\.){3,100}?)"
    r"(?=[.;,:]?$|[,;:] | (?:and|met|was|were|took|held|on|at|in|to|with|se|le|el|am|um|hat|fand)\b)"
)
"""Under whose chairmanship a body met, in the middle or at the end of a sentence."""


def who_presides(words: str, *, is_of_presence: bool) -> tuple[str, bool]:
    """Return the words of a sentence that name who was in the chair, if any, and whether that is all it tells.

    In a sentence of presence (``is_of_presence``) only what stands apart from the names counts.
    """
    if under := _UNDER.search(words):
        return under["by"], False
    has_chair = "chair" in words or "presid" in words
    match = _PRESIDING.search(words) if has_chair and not is_of_presence else None
    if match:
        return match["who"], True
    told = _CHAIRED.search(words) if has_chair else None
    return (told["who"] or told["by"], True) if told else ("", False)


def without_chair(words: str) -> str:
    """Return a sentence without what it says of the chairmanship of somebody."""
    return _UNDER.sub("", words, count=1)


_IN_CHAIR = re.compile(
    r"(?:,? [^,;()\n]{2,60})?,?\s*(?:\((?:was )?in the [Cc]hair\)|\([Pp]residing\)|,?\s*in the [Cc]hair\b|"
    r",?\s*[Pp]residing\b)"
)
"""What says behind a name that its bearer was in the chair."""
_CALLED = re.compile(
    r"(?<!\bin )\b[Tt]he (?P<office>(?i:chairman|chairwoman|chairperson|chair|president|speaker|moderator))\b"
)


def know_the_chair(draft: Draft) -> None:
    """Let the one person listed as in the chair be known as the Chairman, or what else the minutes call the chair."""
    refs = [
        span.attrs["ref"].removeprefix("#")
        for span in draft.spans
        if span.tag == "persName" and "ref" in span.attrs and _IN_CHAIR.match(draft.text, span.end)
    ]
    chair = next((person for person in draft.people if refs and person.id == refs[0]), None)
    if chair is None or len(set(refs)) != 1:
        return
    called = {match["office"].capitalize() for match in _CALLED.finditer(draft.text, 0, _READ)}
    held = {word.capitalize() for person in draft.people for office in person.offices for word in office.split()}
    if len(called) == 1 and not called & held:
        draft.people.alias(chair, f"The {called.pop()}", short=True)


_READ = 200_000
"""The characters of a document that are read for what it calls the chair."""
