"""Initials and signatures that a bracket in the text tells of (TEI 11.3.4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.brackets.hands import hand_of, place_value
from diple.recognisers.brackets.place import Place

_INITIALS = re.compile(
    r"(?:(?:hand-?written|marginal|the|his|two|three|several|some|sets?|of|illegible|unknown) ){0,3}"
    r"(?:initials?|initiall?ed)(?=$|\s*[:–—]|\s+(?:in|on|at|of|by|above|below|beside)\b)",
    re.I,
)
"""How a remark on initials begins: "initials in the margin: M.K.", "initialled by the clerk"."""
_SIGNATURE_OF = re.compile(
    r"(?:(?:the|hand-?written|autograph|original) ){0,2}signatures? of [\w.’'-]+(?: [\w.’'-]+){0,7}$", re.I
)
_BARE_SIGNATURE = re.compile(r"(?:(?:hand-?written|autograph) )?(?:signature|signed)", re.I)
_LONGEST = 120
"""The most characters of a remark on initials; a longer one tells more."""
_RANK = 40
"""The mark stands before the note that describes it."""


def tells_of_initials(content: str) -> bool:
    """Tell whether the words of a bracket say that somebody put initials there."""
    return len(content) <= _LONGEST and bool(_INITIALS.match(content))


def claim_initials(place: Place) -> bool:
    """Claim "[initials in the margin: M.K.]": a ``metamark``, and the remark in full as a note in that hand."""
    if not tells_of_initials(place.content):
        return False
    where = place_value(place.content.partition(":")[0])
    place.note({"type": "annotation", "place": where, "hand": hand_of(place, place.content)}, of_word=True)
    note = place.draft.spans[-1]
    offset = note.start if note.move_to is None else note.move_to
    mark = {"function": "initials", "place": where, "rend": "other", "cert": "unknown"}
    place.draft.point(offset, "metamark", mark, rank=_RANK)
    return True


def tells_of_signature(content: str) -> bool:
    """Tell whether the words of a bracket say whose signature the page bears."""
    return len(content) <= _LONGEST and bool(_SIGNATURE_OF.match(content))


def claim_signature(place: Place) -> bool:
    """Claim "[signature of the clerk]" after other words of its paragraph as a note on what the page shows.

    "[signature]" after a name says that here is one.
    """
    if _BARE_SIGNATURE.fullmatch(place.content) and not place.stands_alone and place.before.strip():
        place.element("supplied", {"reason": "signature", "resp": place.resp})
        return True
    if place.stands_alone or not tells_of_signature(place.content):
        return False
    place.note({"type": "description", "resp": place.resp})
    return True
